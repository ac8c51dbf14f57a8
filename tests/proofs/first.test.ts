import { provePart } from './proofs';

provePart(0);

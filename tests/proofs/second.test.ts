import { provePart } from './proofs';

provePart(1);

import { solvePart } from './solved';

await solvePart(0);

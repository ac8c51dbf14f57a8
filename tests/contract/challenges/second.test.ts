import { solvePart } from './solved';

await solvePart(1);

import { hasSigns } from '../../data-kinds';
import type { Program } from '../program';

/** True where outputs are judged as right or wrong; values of a regression are not. */
export function isClassified({ loss, data }: Pick<Program, 'loss' | 'data'>): boolean {
  return loss !== 'meanSquaredError' || hasSigns(data);
}

/** Synthetic text: a seeded chain of characters in which each has three likely successors. */
import type { HostArray } from '../../../src/ml/model';
import type { Random } from '../../../src/ml/random';

/** Number of different characters. */
export const VOCABULARY = 30;
/** Length of the sequences that are learnt from, where no other is asked for. */
export const STEPS = 20;

/** The character after another: one of three, at 60, 30 and 10 %. */
function successor(character: number, random: Random): number {
  const draw = random.uniform();
  const choice = draw < 0.6 ? 1 : draw < 0.9 ? 2 : 3;
  return (character * 7 + choice * 11) % VOCABULARY;
}

/**
 * Sequences and the characters that follow, as whole numbers.
 * @returns `x` and `t` [batch, steps], or [steps, batch] with time first.
 */
export function textBatch(random: Random, batch: number, timeFirst: boolean, steps = STEPS): Readonly<Record<string, HostArray>> {
  const shape = timeFirst ? [steps, batch] : [batch, steps];
  const x = new Int32Array(batch * steps);
  const t = new Int32Array(batch * steps);
  for (let row = 0; row < batch; row++) {
    let character = random.integer(VOCABULARY);
    for (let step = 0; step < steps; step++) {
      const place = timeFirst ? step * batch + row : row * steps + step;
      x[place] = character;
      character = successor(character, random);
      t[place] = character;
    }
  }
  return { x: { shape, data: x }, t: { shape, data: t } };
}

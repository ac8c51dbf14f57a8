import type { Random } from '../../ml/random';

/** Where the keys lie at first: around the middle in equal turns, each a little off by chance. @returns [count, 2], row by row */
export function firstKeys(count: number, random: Random): Float32Array {
  return Float32Array.from({ length: 2 * count }, (_, i) => {
    // Both numbers of a key are of the same draws: a stream a colleague.
    const own = random.fork(Math.floor(i / 2));
    const turn = ((Math.floor(i / 2) + 0.5 * (own.uniform() - 0.5)) / count) * 2 * Math.PI + 0.5;
    const length = 1.7 + 0.6 * own.uniform();
    return length * (i % 2 === 0 ? Math.cos(turn) : Math.sin(turn));
  });
}

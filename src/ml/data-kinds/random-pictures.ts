import type { Random } from '../random';

/** Pictures in one row, picture after picture: numbers uniform in 0 … 1, in steps of 1/256 so that sums of a few are exact. */
export function randomPictures(count: number, size: number, random: Random): Float32Array {
  const data = new Float32Array(count * size);
  for (let i = 0; i < data.length; i++) data[i] = Math.floor(256 * random.uniform()) / 256;
  return data;
}

/** Reading with keys and values kept gives the scores of reading anew. */
import { tensor, tidy, zeros, type Tensor } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { at } from '../../../src/base/at';
import { useBackend } from '../../../src/engine/worker/backends/backends';
import { transformer, type TransformerSettings } from '../../../src/ml/blueprint/transformer';
import { cachedWork, readOnCached } from '../../../src/ml/cached-transformer';
import { buildNetwork } from '../../../src/ml/network';
import { createRandom } from '../../../src/ml/random';

beforeAll(async () => {
  await useBackend('cpu');
});

const settings: TransformerSettings = {
  name: 'small',
  classes: 5,
  length: 6,
  blocks: 2,
  width: 8,
  heads: 2,
  positions: 'learned',
  norm: 'before',
  residual: true,
  causal: true,
};
const TEXT = [3, 1, 4, 1, 0, 2];

/** The scores at each place, [places][classes], read anew and read on. */
function bothWays(changed: Partial<TransformerSettings>): readonly [readonly number[], readonly number[]] {
  const whole = { ...settings, ...changed };
  const network = buildNetwork(transformer(whole), createRandom(7));
  const { blocks, length, width } = whole;
  const anew = tidy(() => Array.from(network.scores(tensor(TEXT, [1, length], 'int32')).dataSync()));
  const readOn = tidy(() => {
    let [keys, values]: [Tensor, Tensor] = [zeros([blocks, 1, length, width]), zeros([blocks, 1, length, width])];
    return TEXT.flatMap((symbol, place) => {
      const mark = (of: (i: number) => number): Float32Array => Float32Array.from({ length }, (_, i) => of(i));
      const here = tensor(
        mark((i) => (i === place ? 1 : 0)),
        [1, length, 1],
      );
      const seen = tensor(
        mark((i) => (i > place ? -1e9 : 0)),
        [1, length],
      );
      const read = readOnCached(network, whole, tensor([symbol], [1], 'int32'), here, seen, { keys, values });
      ({ keys, values } = read);
      return Array.from(read.scores.dataSync());
    });
  });
  network.dispose();
  return [anew, readOn];
}

describe('a transformer that keeps keys and values', () => {
  it.each<Partial<TransformerSettings>>([
    {},
    { positions: 'rotary' },
    { positions: 'sinusoidal' },
    { positions: 'none' },
    { norm: 'after' },
    { norm: 'none' },
    { residual: false },
  ])('says at every place what it says when all is read anew (%o)', (changed) => {
    const [anew, readOn] = bothWays(changed);
    expect(readOn).toHaveLength(anew.length);
    anew.forEach((score, i) => expect(Math.abs(at(readOn, i) - score), `score ${i}`).toBeLessThan(1e-5));
  });

  it('takes 12 d² + 2 t d multiply-adds a block for the t-th symbol, and those of the output', () => {
    expect(cachedWork(settings, 0)).toBe(2 * (12 * 64 + 2 * 8) + 8 * 5);
    expect(cachedWork(settings, 5)).toBe(2 * (12 * 64 + 2 * 6 * 8) + 8 * 5);
  });
});

import { describe, expect, it } from 'vitest';
import { queryOf } from '../../../src/shell/page';

describe('an address', () => {
  it.each([
    ['#neuron?seed=3', '', false, 'seed=3'],
    ['#neuron?', '', false, ''],
    ['#neuron?a=1?b', '', false, 'a=1?b'],
    ['#neuron?learningRate=%', '', false, 'learningRate=%'],
    ['#neuron', '', false, undefined],
    ['#neurons?seed=3', '', false, undefined],
    ['#%E0%A4%A', '', false, undefined],
    ['', '?seed=3', false, undefined],
    ['', '?seed=3', true, 'seed=3'],
    ['#neuron?seed=3', '', true, undefined],
  ])('%s %s (own page: %s) says %s of the demo', (hash, search, ownPage, query) => {
    expect(queryOf({ hash, search }, 'neuron', ownPage)).toBe(query);
  });
});

import { describe, expect, it } from 'vitest';
import { pageAddress, queryOf } from '../../../src/shell/page';

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

  it.each([
    ['https://a.org/en/embed/neuron/', '/', 'https://a.org/en/embed/neuron/?seed=3'],
    ['https://a.org/en/embed/neuron', '/', 'https://a.org/en/embed/neuron/?seed=3'],
    ['https://a.org/embed/neuron?step=9#x', '/', 'https://a.org/embed/neuron/?seed=3'],
    ['https://a.org/deep/embed/neuron/index.html', '/deep/', 'https://a.org/deep/embed/neuron/?seed=3'],
    ['https://a.org/mlp', '/', 'https://a.org/mlp/#neuron?seed=3'],
    ['https://a.org/', '/', 'https://a.org/#neuron?seed=3'],
    ['https://a.org/embed/mlp/#other', '/embed/', 'https://a.org/embed/mlp/#neuron?seed=3'],
  ])('%s of a book at %s carries the state as %s', (address, base, link) => {
    expect(pageAddress('neuron', 'seed=3', address, base)).toBe(link);
    expect(queryOf(new URL(link), 'neuron', !link.includes('#'))).toBe('seed=3');
  });
});

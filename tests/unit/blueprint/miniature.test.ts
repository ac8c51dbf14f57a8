import { describe, expect, it } from 'vitest';
import { architectures } from '../../../src/ml/blueprint/architectures';
import { describeNetwork } from '../../../src/ml/blueprint/describe';
import { miniature } from '../../../src/ml/blueprint/miniature';
import type { NetworkSpec } from '../../../src/ml/blueprint/network-spec';

const SETTINGS = { divisor: 16, least: 4 } as const;

function built(name: string): NetworkSpec {
  const architecture = architectures.get(name);
  if (architecture === undefined) throw new Error(`there is no "${name}"`);
  return architecture.build({ side: Math.max(32, architecture.leastSide), classes: 4 });
}

describe('a miniature', () => {
  it.each([...architectures.keys()])('of %s holds together, gives as many classes, and is far smaller', (name) => {
    const [whole, small] = [built(name), miniature(built(name), SETTINGS)];
    const [before, after] = [describeNetwork(whole), describeNetwork(small)];
    expect(after.nodes[small.outputs[0] ?? '']?.shape).toEqual([4]);
    expect(after.parameters).toBeLessThan(before.parameters / 4);
    expect(after.parameters).toBeGreaterThan(0);
  });

  it.each(['vgg-16', 'googlenet-2014', 'resnet-50', 'densenet-121'])(
    'of %s has the nodes and connections of the whole, but for dropout',
    (name) => {
      const [whole, small] = [built(name), miniature(built(name), SETTINGS)];
      const kept = whole.nodes.filter(({ layer }) => layer !== 'dropout');
      expect(small.nodes.map(({ id, layer }) => [id, layer])).toEqual(kept.map(({ id, layer }) => [id, layer]));
      const dropped = new Map(whole.nodes.filter(({ layer }) => layer === 'dropout').map(({ id, from }) => [id, from[0] ?? '']));
      kept.forEach(({ from }, i) => expect(small.nodes[i]?.from).toEqual(from.map((source) => dropped.get(source) ?? source)));
    },
  );

  it('divides widths, rounds them, keeps them from getting too narrow, and leaves the last layer alone', () => {
    const small = miniature(built('vgg-11'), SETTINGS);
    const widths = small.nodes.flatMap(({ layer, options }) =>
      layer === 'conv2d' ? [options['filters']] : layer === 'dense' ? [options['units']] : [],
    );
    expect(widths).toEqual([4, 8, 16, 16, 32, 32, 32, 32, 256, 256, 4]);
  });

  it('widens nothing', () => {
    const small = miniature(built('lenet-1998'), { divisor: 16, least: 4 });
    expect(small.nodes.filter(({ id }) => id.startsWith('c1/')).every(({ options }) => options['filters'] !== 4)).toBe(true);
  });
});

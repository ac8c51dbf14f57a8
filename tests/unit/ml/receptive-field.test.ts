import { grad, slice, sum, tensor, tidy, type Tensor } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import '../../../src/ml/gradients';
import { buildNetwork } from '../../../src/ml/network';
import { createRandom, type Random } from '../../../src/ml/random';
import { describeNetwork } from '../../../src/ml/blueprint/describe';
import type { NetworkSpec, NodeSpec, OptionValue } from '../../../src/ml/blueprint/network-spec';
import { fieldSize, receptiveFields } from '../../../src/ml/blueprint/receptive-field';
import { sequential, type ChainLayer } from '../../../src/ml/blueprint/sequential';
import { visiblePixels } from '../../../src/ml/blueprint/visible-pixels';
import { on } from './support';

const conv = (size: number, stride = 1, padding: OptionValue = 'same'): ChainLayer => ({
  layer: 'conv2d',
  options: { filters: 1, size, stride, padding },
});
const pool = (size: number, stride: number, padding: OptionValue = 'valid'): ChainLayer => ({
  layer: 'maxPool',
  options: { size, stride, padding },
});
const last = (spec: NetworkSpec) => receptiveFields(spec)[spec.outputs[0] ?? ''];
const sizeOf = (layers: readonly ChainLayer[], side = 224): number => {
  const field = last(sequential('stack', [side, side, 1], layers));
  return field === undefined ? NaN : fieldSize(field.rows);
};
const repeat = (count: number, layer: ChainLayer): ChainLayer[] => Array.from({ length: count }, () => layer);

describe('receptive fields', () => {
  it.each([
    // Simonyan & Zisserman 2015, section 2.3: two 3x3 layers see 5x5, three see 7x7.
    ['two 3x3 layers', repeat(2, conv(3)), 5],
    ['three 3x3 layers', repeat(3, conv(3)), 7],
    // Araujo et al. 2019, table of networks: AlexNet v2 sees 195, VGG-16 up to its last pooling 212.
    ['AlexNet', [conv(11, 4, 2), pool(3, 2), conv(5), pool(3, 2), ...repeat(3, conv(3)), pool(3, 2)], 195],
    ['VGG-16', [2, 2, 3, 3, 3].flatMap((count) => [...repeat(count, conv(3)), pool(2, 2)]), 212],
  ])('of %s are the published ones', (_, layers, size) => {
    expect(sizeOf(layers)).toBe(size);
  });

  it('count the gaps of dilation: 3, 7, 15 for dilations 1, 2, 4 (Yu & Koltun 2016, figure 1)', () => {
    const layers = [1, 2, 4].map((dilation): ChainLayer => ({ layer: 'conv2d', options: { filters: 1, size: 3, dilation } }));
    expect([1, 2, 3].map((count) => sizeOf(layers.slice(0, count)))).toEqual([3, 7, 15]);
  });

  it('say where they lie: stride and the padding before the first pixel', () => {
    const field = last(
      sequential(
        'stack',
        [32, 30, 1],
        [{ layer: 'conv2d', options: { filters: 1, size: [7, 3], stride: [2, 1], padding: [3, 0] } }, pool(2, 2)],
      ),
    );
    expect(field).toEqual({ rows: { first: -3, last: 5, stride: 4 }, columns: { first: 0, last: 3, stride: 2 } });
  });

  it('of joins span all branches; global pooling sees what all pixels see', () => {
    const node = (id: string, layer: string, from: readonly string[], options: NodeSpec['options'] = {}): NodeSpec => ({
      id,
      layer,
      from,
      options,
    });
    const spec: NetworkSpec = {
      name: 'branches',
      inputs: { x: [9, 9, 1] },
      nodes: [
        node('small', 'conv2d', ['x'], { filters: 1, size: 1 }),
        node('large', 'conv2d', ['x'], { filters: 1, size: 5, padding: 'same' }),
        node('joined', 'concat', ['small', 'large']),
        node('pooled', 'globalAveragePool', ['joined']),
        node('out', 'dense', ['pooled'], { units: 2 }),
      ],
      outputs: ['out'],
    };
    const fields = receptiveFields(spec);
    expect(fields['joined']?.rows).toEqual({ first: -2, last: 2, stride: 1 });
    expect(fields['out']?.columns).toEqual({ first: -2, last: 10, stride: 0 });
    expect(visiblePixels(spec, 'joined', 0, 4)).toEqual({ rows: [0, 1, 2], columns: [2, 3, 4, 5, 6] });
    expect(visiblePixels(spec, 'out', 0, 0).rows).toHaveLength(9);
  });

  it('are refused where there is no image, no such node or no such pixel', () => {
    expect(() => receptiveFields(sequential('rows', [4], [{ layer: 'dense', options: { units: 1 } }]))).toThrow(
      /\[rows, columns, channels\]/,
    );
    const spec = sequential('image', [4, 4, 1], [conv(3)]);
    expect(() => visiblePixels(spec, 'conv2d1', 4, 0)).toThrow('has no pixel at row 4 and column 0; its shape is [4, 4, 1]');
    expect(() => visiblePixels(spec, 'nowhere', 0, 0)).toThrow('node "nowhere"');
  });
});

/** One to five layers of every kind, none of whose weights or slopes is zero. */
function randomStack(random: Random): NetworkSpec {
  const layers = Array.from({ length: 1 + random.integer(5) }, (): ChainLayer => {
    const pair = (least: number, count: number): number[] => [least + random.integer(count), least + random.integer(count)];
    const padding = ['valid', 'same'][random.integer(2)] ?? 'valid';
    const weights = { initialiser: 'constant', initialScale: 0.5 };
    switch (random.integer(4)) {
      case 0:
        return { layer: 'averagePool', options: { size: pair(1, 3), stride: pair(1, 2), padding } };
      case 1:
        return { layer: 'depthwiseConv2d', options: { size: pair(1, 3), stride: pair(1, 2), dilation: pair(1, 2), padding, ...weights } };
      case 2:
        return { layer: 'activation', options: { activation: 'sigmoid' } };
      default:
        return { layer: 'conv2d', options: { filters: 2, size: pair(1, 4), stride: pair(1, 3), padding, ...weights } };
    }
  });
  return sequential('random', [19, 23, 2], layers);
}

function holdsTogether(spec: NetworkSpec): boolean {
  try {
    describeNetwork(spec);
    return true;
  } catch {
    return false;
  }
}

describe('what a pixel of a random stack sees', () => {
  beforeAll(() => on('cpu'));

  const root = createRandom(5);
  const stacks = Array.from({ length: 60 }, (_, i) => randomStack(root.fork(i))).filter(holdsTogether);

  it('is tried on at least twenty stacks', () => {
    expect(stacks.length).toBeGreaterThanOrEqual(20);
  });

  it.each(stacks.map((spec, i) => [i, spec] as const))(
    'is the support of its gradient, and lies in the formula’s field: stack %i',
    (i, spec) => {
      const network = buildNetwork(spec, createRandom(i));
      const id = spec.outputs[0] ?? '';
      const [height = 1, width = 1] = network.description.nodes[id]?.shape ?? [];
      const draw = root.fork(`pixel ${i}`);
      const [row, column] = [draw.integer(height), draw.integer(width)];
      const image = tensor(
        Array.from({ length: 19 * 23 * 2 }, () => 0.01 * draw.uniform()),
        [1, 19, 23, 2],
      );
      const pixel = (x: Tensor): Tensor =>
        sum(slice(network.apply({ x }, { training: false }).outputs[0] ?? x, [0, row, column, 0], [1, 1, 1, -1]));
      const slope = tidy(() => grad(pixel)(image));
      const support = [...slope.dataSync()].flatMap((value, at) => (value === 0 ? [] : [Math.floor(at / 2)]));
      const { rows, columns } = visiblePixels(spec, id, row, column);
      const expected = rows.flatMap((r) => columns.map((c) => r * 23 + c));
      expect([...new Set(support)]).toEqual(expected);

      const field = receptiveFields(spec)[id];
      for (const [axis, index, seen] of [
        [field?.rows, row, rows],
        [field?.columns, column, columns],
      ] as const) {
        expect(seen.every((place) => place >= (axis?.first ?? NaN) + index * (axis?.stride ?? NaN))).toBe(true);
        expect(seen.every((place) => place <= (axis?.last ?? NaN) + index * (axis?.stride ?? NaN))).toBe(true);
      }
      image.dispose();
      slope.dispose();
      network.dispose();
    },
  );
});

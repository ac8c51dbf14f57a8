/** Initial weights of printed programs are as large as ours: by their deviation in TensorFlow.js, by their words in the other two. */
import { describe, expect, it } from 'vitest';
import { initialise } from '../../../src/ml/initialisers';
import { createRandom } from '../../../src/ml/random';
import { printNetwork } from '../../../src/ml/blueprint/code/network-code';
import { describeNetwork } from '../../../src/ml/blueprint/describe';
import { INITIALISER_NAMES } from '../../../src/ml/blueprint/initialiser-names';
import type { NetworkSpec } from '../../../src/ml/blueprint/network-spec';
import { sequential } from '../../../src/ml/blueprint/sequential';
import { runProgram } from '../../programs/run';

const DRAWN = INITIALISER_NAMES.filter((name) => !['zeros', 'ones', 'constant'].includes(name));

/** Large layers of every kind that has a kernel; the deviations of their weights differ from each other. */
function network(initialiser: string, scale: number): NetworkSpec {
  const options = { initialiser, initialScale: scale };
  // Making large matrices orthogonal takes tfjs half a minute.
  const part = initialiser === 'orthogonal' ? 5 : 1;
  return sequential(
    'large',
    [10, 10, 6],
    [
      { id: 'wide', layer: 'conv2d', options: { filters: 60 / part, size: 3, ...options } },
      { id: 'groups', layer: 'conv2d', options: { filters: 120 / part, size: 3, groups: 3, ...options } },
      { id: 'depthwise', layer: 'depthwiseConv2d', options: { size: 3, multiplier: 2, ...options } },
      { id: 'pool', layer: 'globalAveragePool' },
      { id: 'narrow', layer: 'dense', options: { units: 40 / part, ...options } },
    ],
  );
}

function deviation(values: ArrayLike<number>): number {
  return Math.sqrt(Array.from(values, (value) => value * value).reduce((sum, square) => sum + square, 0) / values.length);
}

/** Deviation and skewed fourth moment of each kernel of the printed network: the latter tells normal from uniform. */
const ASKED = [
  'for (const { name, val } of model.weights) {',
  "  if (!name.includes('ernel')) continue;",
  '  const mean = (of) => tf.mean(of).dataSync()[0], square = mean(tf.square(val));',
  "  console.log('kernel', val.size, Math.sqrt(square), mean(tf.square(tf.square(val))) / square ** 2);",
  '}',
];

describe.each(DRAWN.flatMap((name) => [[name, 1] as const, [name, 2.5] as const]))('initial weights, %s times %d', (name, scale) => {
  it('are in TensorFlow.js as large as ours, layer by layer', async () => {
    const spec = network(name, scale);
    const { said, failure } = await runProgram([printNetwork(spec, 'tfjs', 'en'), ...ASKED].join('\n'));
    expect(failure).toBeUndefined();
    const theirs = [...said.matchAll(/^kernel (\d+) (\S+) (\S+)$/gm)].map(([, size, deviation, fourth]) =>
      [size, deviation, fourth].map(Number),
    );
    const { nodes } = describeNetwork(spec);
    const ours = spec.nodes.flatMap(({ id }) => {
      const kernel = nodes[id]?.variables.find(({ role }) => role === 'kernel');
      return kernel === undefined ? [] : [deviation(initialise(name, kernel.drawnAs ?? kernel.shape, createRandom(1), scale))];
    });
    // The three groups of the second are layers of their own there.
    const grouped = theirs.slice(1, 4);
    const joined = [theirs[0], grouped[0], theirs[4], theirs[5]];
    expect(theirs).toHaveLength(6);
    joined.forEach((one, i) => {
      const [size = 0, found = 0, fourth = 0] = one ?? [];
      // The deviation of a deviation from so many numbers is 1 / sqrt(2 n); three and a half of them, on either side.
      const leeway = 3.5 * Math.sqrt(1 / size);
      expect(Math.abs(found / (ours[i] ?? NaN) - 1), `${spec.nodes[i]?.id ?? ''} of ${size} numbers`).toBeLessThan(leeway);
      // A normal one has tails (3), a uniform one none (9 / 5).
      if (size > 2000 && name !== 'orthogonal') expect(Math.abs(fourth - (/niform/.test(name) ? 1.8 : 3))).toBeLessThan(0.35);
    });
    for (const [, found = 0] of grouped) expect(Math.abs(found / (ours[1] ?? NaN) - 1)).toBeLessThan(0.08);
  });

  it('are asked of Keras and PyTorch by rules that cut no tails off', () => {
    const [keras, pytorch] = [printNetwork(network(name, scale), 'keras', 'en'), printNetwork(network(name, scale), 'pytorch', 'en')];
    expect(keras).not.toMatch(/"normal"|HeNormal|GlorotNormal|LecunNormal|"truncated_normal"|TruncatedNormal/);
    expect(pytorch).not.toContain('trunc_normal');
    if (/^(?:xavier|he|lecun)Normal$/.test(name)) expect(keras).toContain('"untruncated_normal"');
  });
});

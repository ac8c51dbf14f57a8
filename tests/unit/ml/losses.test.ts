import { grad, scalar, tensor, tensor1d, tensor2d, tidy, type Tensor } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import '../../../src/ml/gradients';
import { lossOf, penalty } from '../../../src/ml/losses';
import { classAccuracy, signAccuracy } from '../../../src/ml/metrics';
import { createRandom } from '../../../src/ml/random';
import { LOSS_NAMES, type LossName } from '../../../src/ml/blueprint/loss-names';
import { centralDifferences, expectClose, NODE_BACKENDS, normals, on, read } from './support';

const ROWS = 6;
const COLUMNS = 4;
type Rows = readonly number[];

const average = (values: Rows): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Each loss once more, in doubles, from its definition with probabilities. */
const definitions: Readonly<Record<LossName, (outputs: Rows, targets: Rows) => number>> = {
  meanSquaredError: (outputs, targets) => average(outputs.map((y, i) => (y - (targets[i] ?? 0)) ** 2)) / 2,
  crossEntropy: (outputs, targets) =>
    average(
      Array.from({ length: ROWS }, (_, row) => {
        const logits = outputs.slice(row * COLUMNS, (row + 1) * COLUMNS);
        const total = logits.reduce((sum, z) => sum + Math.exp(z), 0);
        return -logits.reduce((sum, z, i) => sum + (targets[row * COLUMNS + i] ?? 0) * Math.log(Math.exp(z) / total), 0);
      }),
    ),
  // With p = sigmoid(z) and label 1 or 0: -log p or -log(1 - p).
  binaryCrossEntropy: (outputs, targets) =>
    average(
      outputs.map((z, i) => {
        const p = 1 / (1 + Math.exp(-z));
        return (targets[i] ?? 0) > 0 ? -Math.log(p) : -Math.log(1 - p);
      }),
    ),
  hinge: (outputs, targets) => average(outputs.map((z, i) => Math.max(0, 1 - z * (targets[i] ?? 0)))),
};

function targetsOf(name: LossName): number[] {
  const random = createRandom(2);
  if (name === 'meanSquaredError') return normals(random, ROWS * COLUMNS);
  if (name !== 'crossEntropy') return Array.from({ length: ROWS * COLUMNS }, () => (random.uniform() < 0.5 ? -1 : 1));
  return Array.from({ length: ROWS }, () => random.integer(COLUMNS)).flatMap((label) =>
    Array.from({ length: COLUMNS }, (_, i) => (i === label ? 1 : 0)),
  );
}

describe.each(NODE_BACKENDS)('losses on %s', (backend) => {
  beforeAll(() => on(backend));

  it.each(LOSS_NAMES)('%s and its gradient are those of the definition', (name) => {
    const outputs = normals(createRandom(1), ROWS * COLUMNS).map((z) => 2 * z);
    const targets = targetsOf(name);
    const z = tensor2d(outputs, [ROWS, COLUMNS]);
    const t = tensor2d(targets, [ROWS, COLUMNS]);
    const loss = lossOf(name)(z, t);
    expect(loss.shape).toEqual([]);
    expectClose(read(loss), [definitions[name](outputs, targets)], 1e-6);
    const differences = centralDifferences((moved) => definitions[name](moved, targets), outputs);
    expectClose(read(grad((x) => lossOf(name)(x, t))(z)), differences, 1e-6);
    z.dispose();
    t.dispose();
  });

  it('stay finite and right where probabilities would round to 0 and 1', () => {
    const z = tensor2d([1000, -1000, 1000, -1000], [4, 1]);
    const t = tensor2d([1, -1, -1, 1], [4, 1]);
    expect(read(lossOf('binaryCrossEntropy')(z, t))).toEqual([500]);
    expectClose(read(grad((x) => lossOf('binaryCrossEntropy')(x, t))(z)), [0, 0, 0.25, -0.25], 1e-6);
    const logits = tensor2d([1000, 0, 0, 1000], [2, 2]);
    const oneHot = tensor2d([1, 0, 1, 0], [2, 2]);
    expect(read(lossOf('crossEntropy')(logits, oneHot))).toEqual([500]);
    expectClose(read(grad((x) => lossOf('crossEntropy')(x, oneHot))(logits)), [0, 0, -0.5, 0.5], 1e-6);
    for (const tensor of [z, t, logits, oneHot]) tensor.dispose();
  });

  it('cross-entropy of a network that knows nothing is the logarithm of the number of classes', () => {
    const zeros = tensor2d([0, 0, 0, 0, 0, 0, 0, 0], [2, 4]);
    const oneHot = tensor2d([1, 0, 0, 0, 0, 0, 1, 0], [2, 4]);
    expectClose(read(lossOf('crossEntropy')(zeros, oneHot)), [Math.log(4)], 1e-6);
    zeros.dispose();
    oneHot.dispose();
  });

  it('cross-entropy takes classes over the steps of a sequence as numbers, and leaves padded places out', () => {
    const logits = normals(createRandom(4), 2 * 3 * 4);
    const classes = [1, 0, 3, 2, 2, 0];
    const counts = [1, 1, 0, 1, 0, 0];
    const reference = (z: Rows): number => {
      const losses = classes.map((one, place) => {
        const row = z.slice(place * 4, (place + 1) * 4);
        return Math.log(row.reduce((sum, value) => sum + Math.exp(value), 0)) - (row[one] ?? NaN);
      });
      return losses.reduce((sum, loss, place) => sum + loss * (counts[place] ?? 0), 0) / 3;
    };
    tidy(() => {
      const [z, t, weights] = [tensor(logits, [2, 3, 4]), tensor(classes, [2, 3], 'int32'), tensor(counts, [2, 3])];
      expectClose([...lossOf('crossEntropy')(z, t, weights).dataSync()], [reference(logits)], 1e-6);
      const slope = grad((x: Tensor) => lossOf('crossEntropy')(x, t, weights))(z);
      expectClose([...slope.dataSync()], centralDifferences(reference, logits), 1e-5);
      // Of all places alike, the weights change nothing.
      const even = lossOf('crossEntropy')(z, t, tensor([1, 1, 1, 1, 1, 1], [2, 3]));
      expectClose([...even.dataSync()], [...lossOf('crossEntropy')(z, t).dataSync()], 1e-6);
    });
  });

  it.each(LOSS_NAMES)('%s by weights is the mean over the places that count', (name) => {
    const [outputs, targets] = [normals(createRandom(5), ROWS * COLUMNS), targetsOf(name)];
    tidy(() => {
      const [z, t] = [tensor2d(outputs, [ROWS, COLUMNS]), tensor2d(targets, [ROWS, COLUMNS])];
      const few = lossOf(name)(z, t, tensor1d([1, 1, 1, 0, 0, 0]));
      const alone = lossOf(name)(
        tensor2d(outputs.slice(0, 3 * COLUMNS), [3, COLUMNS]),
        tensor2d(targets.slice(0, 3 * COLUMNS), [3, COLUMNS]),
      );
      expectClose([...few.dataSync()], [...alone.dataSync()], 1e-6);
    });
  });

  it('the penalty is l1 times the sum of sizes plus half l2 times the sum of squares, and so is its gradient', () => {
    const a = tensor2d([1, -2, 3, -4], [2, 2]);
    const b = tensor2d([0.5, -0.25], [2, 1]);
    const strengths = [scalar(0.1), scalar(0.01)] as const;
    const value = tidy(() => penalty([a, b], ...strengths));
    expect(value.shape).toEqual([]);
    expectClose(read(value), [0.1 * 10.75 + 0.005 * (30 + 0.3125)], 1e-6);
    const slope = grad((x: Tensor) => penalty([x, b], ...strengths))(a);
    expectClose(read(slope), [0.1 + 0.01, -0.1 - 0.02, 0.1 + 0.03, -0.1 - 0.04], 1e-6);
    for (const tensor of [a, b, ...strengths]) tensor.dispose();
  });

  it('accuracies count right answers', () => {
    const scores = tensor1d([2, -1, 0.1, -0.2, 0]);
    const labels = tensor1d([1, -1, -1, 1, 1]);
    expectClose(read(signAccuracy(scores, labels)), [0.6], 1e-6);
    const outputs = tensor2d([3, 1, 2, 0, 5, -1, -3, -2, -1, 1, 0, 0], [4, 3]);
    const targets = tensor2d([1, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 1], [4, 3]);
    expectClose(read(classAccuracy(outputs, targets)), [0.5], 1e-6);
    // Right at the first two places, wrong at the last two: by their weights, (1 + 2) of 1 + 2 + 3 + 0.
    const weights = tensor1d([1, 2, 3, 0]);
    expectClose(read(classAccuracy(outputs, targets, weights)), [0.5], 1e-6);
    const uneven = tensor1d([0, 3, 1, 0]);
    expectClose(read(classAccuracy(outputs, targets, uneven)), [0.75], 1e-6);
    for (const tensor of [scores, labels, outputs, targets, weights, uneven]) tensor.dispose();
  });
});

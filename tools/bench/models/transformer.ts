/** A decoder of one block that predicts the next character: d = 32, 4 heads, 20 steps, 30 characters; 15,678 parameters. */
import {
  add,
  cast,
  gather,
  matMul,
  mean,
  mul,
  oneHot,
  relu,
  reshape,
  rsqrt,
  softmax,
  split,
  square,
  sub,
  tensor2d,
  transpose,
  type Tensor,
} from '@tensorflow/tfjs-core';
import { lossOf } from '../../../src/ml/losses';
import type { Model } from '../../../src/ml/model';
import { STEPS, textBatch, VOCABULARY } from './text';
import { densePlan, trained, type Weights, type WeightPlan } from './trained';

const WIDTH = 32;
const HEADS = 4;
const HEAD_WIDTH = WIDTH / HEADS;
/** Added to a score that must not be looked at: its softmax is 0 in 32 bits. */
const HIDDEN = -1e9;

function normPlan(name: string): Record<string, WeightPlan> {
  return { [`${name}/scale`]: { shape: [WIDTH], initialiser: 'ones' }, [`${name}/shift`]: { shape: [WIDTH], initialiser: 'zeros' } };
}

const WEIGHTS: Readonly<Record<string, WeightPlan>> = {
  tokens: { shape: [VOCABULARY, WIDTH], initialiser: 'normal', scale: 0.5 },
  positions: { shape: [STEPS, WIDTH], initialiser: 'normal', scale: 0.5 },
  ...normPlan('norm1'),
  ...densePlan('qkv', WIDTH, 3 * WIDTH),
  ...densePlan('joined', WIDTH, WIDTH),
  ...normPlan('norm2'),
  ...densePlan('wide', WIDTH, 4 * WIDTH),
  ...densePlan('narrow', 4 * WIDTH, WIDTH),
  ...normPlan('norm3'),
  ...densePlan('output', WIDTH, VOCABULARY),
};

function dense(rows: Tensor, name: string, weight: Weights): Tensor {
  return add(matMul(rows, weight(`${name}/kernel`)), weight(`${name}/bias`));
}

/** Ba et al. 2016, over the last dimension. */
function layerNorm(x: Tensor, name: string, weight: Weights): Tensor {
  const centred = sub(x, mean(x, -1, true));
  const normal = mul(centred, rsqrt(add(mean(square(centred), -1, true), 1e-5)));
  return add(mul(normal, weight(`${name}/scale`)), weight(`${name}/shift`));
}

/** Vaswani et al. 2017, section 3.2, each place seeing itself and what came before; rows [batch * 20, 32] -> the same shape. */
function attention(rows: Tensor, batch: number, mask: Tensor, weight: Weights): Tensor {
  const [q, k, v] = split(dense(rows, 'qkv', weight), 3, 1).map((one) =>
    transpose(reshape(one, [batch, STEPS, HEADS, HEAD_WIDTH]), [0, 2, 1, 3]),
  );
  if (q === undefined || k === undefined || v === undefined) throw new Error('queries, keys and values are needed');
  const scores = add(mul(matMul(q, k, false, true), 1 / Math.sqrt(HEAD_WIDTH)), mask);
  const seen = transpose(matMul(softmax(scores), v), [0, 2, 1, 3]);
  return dense(reshape(seen, [batch * STEPS, WIDTH]), 'joined', weight);
}

/** The model under Adam; inputs `x` and `t`, whole numbers [batch, 20]. Norms come before attention and MLP (Xiong et al. 2020). */
export function transformer(batch: number, seed: number): Model {
  const mask = tensor2d(
    Float32Array.from({ length: STEPS * STEPS }, (_, i) => (i % STEPS > Math.floor(i / STEPS) ? HIDDEN : 0)),
    [STEPS, STEPS],
  );
  return trained({
    seed,
    weights: WEIGHTS,
    optimiser: { name: 'adam' },
    learningRate: 0.003,
    batch: (random) => textBatch(random, batch, false),
    loss(weight, input) {
      const tokens = reshape(gather(weight('tokens'), reshape(input('x'), [-1])), [batch, STEPS, WIDTH]);
      const first = reshape(add(tokens, weight('positions')), [batch * STEPS, WIDTH]);
      const attended = add(first, attention(layerNorm(first, 'norm1', weight), batch, mask, weight));
      const thought = dense(relu(dense(layerNorm(attended, 'norm2', weight), 'wide', weight)), 'narrow', weight);
      const logits = dense(layerNorm(add(attended, thought), 'norm3', weight), 'output', weight);
      return lossOf('crossEntropy')(logits, cast(oneHot(reshape(input('t'), [-1]), VOCABULARY), 'float32'));
    },
    dispose: () => mask.dispose(),
  });
}

import { add, concat, matMul, mul, neg, reshape, slice, softmax, sum, tanh, tensor, transpose, type Tensor } from '@tensorflow/tfjs-core';
import { attentionSettings, type AttentionSettings } from '../blueprint/layers/attention';
import { firstInput, variableOf, type Layer, type LayerCall } from './layer';

/** x W + b over the last dimension of [batch, steps, features]. */
function projected(call: LayerCall, x: Tensor, role: string): Tensor {
  const kernel = variableOf(call, `${role}Kernel`);
  const [batch = 1, steps = 1, features = 1] = x.shape;
  const product = matMul(reshape(x, [batch * steps, features]), kernel);
  const bias = call.variables[`${role}Bias`];
  return reshape(bias === undefined ? product : add(product, bias), [batch, steps, kernel.shape[1] ?? 1]);
}

/** [batch, steps, units] -> [batch * heads, steps, width]: each head a matrix of its own. */
function byHead(x: Tensor, { heads, width }: AttentionSettings): Tensor {
  const [batch = 1, steps = 1] = x.shape;
  return reshape(transpose(reshape(x, [batch, steps, heads, width]), [0, 2, 1, 3]), [batch * heads, steps, width]);
}

/**
 * Pairs of numbers turned by step / 10000^(2i/width) (Su et al. 2021). A pair is one number from each half, where the paper takes
 * neighbours: the same up to the order of the units.
 * @param x [count, steps, width]: queries or keys of one head each.
 */
export function turned(x: Tensor, { width }: Pick<AttentionSettings, 'width'>): Tensor {
  const [count = 1, steps = 1] = x.shape;
  const half = width / 2;
  const angles = Float32Array.from({ length: steps * half }, (_, at) => Math.floor(at / half) / 10_000 ** ((2 * (at % half)) / width));
  const [cosines, sines] = [tensor(angles.map(Math.cos), [steps, half]), tensor(angles.map(Math.sin), [steps, half])];
  const [first, second] = [slice(x, [0, 0, 0], [count, steps, half]), slice(x, [0, 0, half], [count, steps, half])];
  return concat([add(mul(first, cosines), neg(mul(second, sines))), add(mul(second, cosines), mul(first, sines))], 2);
}

/** How well each step of the memory answers each of the query, [batch * heads, steps, steps']. */
function scores(call: LayerCall, settings: AttentionSettings, query: Tensor, keys: Tensor): Tensor {
  const { score, heads, width } = settings;
  const [count = 1, steps = 1] = query.shape;
  if (score !== 'additive') {
    const products = matMul(query, keys, false, true);
    return score === 'scaled' ? mul(products, 1 / Math.sqrt(width)) : products;
  }
  const places = keys.shape[1] ?? 1;
  const both = tanh(add(reshape(query, [count / heads, heads, steps, 1, width]), reshape(keys, [count / heads, heads, 1, places, width])));
  return reshape(sum(mul(both, reshape(variableOf(call, 'scoreKernel'), [heads, 1, 1, width])), -1), [count, steps, places]);
}

/** What is added to the score of what must not be seen: e^-1e9 is 0 in any arithmetic. */
export const HIDDEN = -1e9;

/** Numbers that leave nothing of what comes after a step. */
function hidden(steps: number): Tensor {
  return tensor(
    Float32Array.from({ length: steps * steps }, (_, at) => (at % steps > Math.floor(at / steps) ? HIDDEN : 0)),
    [steps, steps],
  );
}

/**
 * softmax(score(q, k)) v for each head, side by side, and a projection out of them (Vaswani et al. 2017, section 3.2.2). Notes: `queries`
 * [batch, steps, units], `keys` and `values` [batch, steps', units], those of all heads side by side and before any turning; `weights`
 * [batch, heads, steps, steps'], of which each row sums to 1; and `heads` [batch, steps, units], before the projection.
 */
export const attention: Layer = {
  apply(call) {
    const query = firstInput(call);
    const memory = call.inputs[1] ?? query;
    const settings = attentionSettings(call.node, [query.shape.slice(1), memory.shape.slice(1)]);
    const { heads, units, width, causal, rotary } = settings;
    const placed = (x: Tensor): Tensor => (rotary ? turned(x, settings) : x);
    const [queries, keys, values] = [projected(call, query, 'query'), projected(call, memory, 'key'), projected(call, memory, 'value')];
    call.note('queries', () => queries);
    call.note('keys', () => keys);
    call.note('values', () => values);
    const [q, k, v] = [placed(byHead(queries, settings)), placed(byHead(keys, settings)), byHead(values, settings)];
    const raw = scores(call, settings, q, k);
    const weights = softmax(causal ? add(raw, hidden(settings.query.steps)) : raw);
    const [batch = 1, steps = 1] = query.shape;
    call.note('weights', () => reshape(weights, [batch, heads, steps, settings.memory.steps]));
    const joined = reshape(transpose(reshape(matMul(weights, v), [batch, heads, steps, width]), [0, 2, 1, 3]), [batch, steps, units]);
    call.note('heads', () => joined);
    return projected(call, joined, 'output');
  },
};

/**
 * A transformer's scores as a sum over those who added to its residual stream ("logit attribution", Elhage et al. 2021, "A Mathematical
 * Framework for Transformer Circuits"). A norm is not linear, but at the numbers that it met it is a scaling: each part is centred and
 * scaled as the whole was, and the parts still sum to it.
 */
import { add, concat, matMul, mean, mul, reshape, rsqrt, slice, square, sub, sum, zeros, type Tensor } from '@tensorflow/tfjs-core';
import { at } from '../base/at';
import { innerName } from './blueprint/inner-values';
import { LAYER_NORM_EPSILON } from './blueprint/layers/layer-norm';
import { streamParts } from './blueprint/stream-parts';
import { transformerNodes, type TransformerSettings } from './blueprint/transformer';
import { activationOf, type Applied, type Network } from './network';

/** [parts, width] -> the same behind a norm, whose shift goes to the last part. */
function normed(parts: Tensor, scale: Tensor, shift: Tensor): Tensor {
  const [count, width] = [at(parts.shape, 0), at(parts.shape, 1)];
  const whole = sum(parts, 0, true);
  const deviation = rsqrt(add(mean(square(sub(whole, mean(whole, 1, true))), 1, true), LAYER_NORM_EPSILON));
  const scaled = mul(mul(sub(parts, mean(parts, 1, true)), deviation), scale);
  return add(scaled, concat([zeros([count - 1, width]), reshape(shift, [1, width])], 0));
}

/**
 * How much each part of the stream (`streamParts`) adds to each score at one place. Call inside `tidy`, behind `apply`.
 * @param here [1, places, 1]: 1 at the place, else 0.
 * @returns [parts, classes], whose sum over the parts is the scores there.
 */
export function streamContributions(network: Network, settings: TransformerSettings, applied: Applied, here: Tensor): Tensor {
  const { width, heads, norm, residual } = settings;
  const list = streamParts(settings);
  const inner = applied.inner();
  const rowOf = (x: Tensor): Tensor => reshape(sum(mul(x, here), [0, 1]), [1, -1]);
  const said = (id: string): Tensor => rowOf(activationOf(applied, id));
  const placed = transformerNodes(settings).start === 'positions';
  const embedding = said('embedding');
  /** Rows of those who have added so far, zeros for the others. */
  const rows = new Map<number, Tensor>();
  const indexOf = (kind: string, block = 0, head = 0): number =>
    list.findIndex((one) => one.kind === kind && one.block === block && one.head === head);
  const none = zeros([1, width]);
  let stream = concat(
    list.map((_, i) => (i === 0 ? embedding : i === 1 && placed ? sub(said('positions'), embedding) : none)),
    0,
  );
  const joined = (): Tensor => {
    const added = concat(
      list.map((_, i) => rows.get(i) ?? none),
      0,
    );
    rows.clear();
    return residual ? add(stream, added) : added;
  };
  const behindNorm = (id: string): void => {
    stream = normed(stream, network.weight(`${id}/scale`), network.weight(`${id}/shift`));
  };
  for (const { block, kind, says } of transformerNodes(settings).parts) {
    if (kind === 'attention') {
      const values = inner[innerName(says, 'heads')];
      if (values === undefined) throw new Error(`the network has no attention "${says}"`);
      const [mixed, kernel] = [rowOf(values), network.weight(`${says}/outputKernel`)];
      const each = width / heads;
      for (let head = 0; head < heads; head++) {
        const out = matMul(slice(mixed, [0, head * each], [1, each]), slice(kernel, [head * each, 0], [each, width]));
        rows.set(indexOf('head', block, head + 1), out);
      }
    } else rows.set(indexOf('mlp', block), said(says));
    stream = joined();
    if (norm === 'after') behindNorm(`${says}-norm`);
  }
  if (norm === 'before') behindNorm('norm');
  const bias = reshape(network.weight('output/bias'), [1, -1]);
  const contributions = matMul(stream, network.weight('output/kernel'));
  return add(contributions, concat([zeros([list.length - 1, at(bias.shape, 1)]), bias], 0));
}

/**
 * A causal transformer that reads one symbol at a time and keeps the keys and values of those before: no place hears a later one, so what
 * has been computed for it stays as it is (the key-value cache of every program that writes with a transformer).
 */
import { add, concat, gather, matMul, mul, reshape, slice, softmax, sub, sum, tensor, transpose, type Tensor } from '@tensorflow/tfjs-core';
import { at } from '../base/at';
import { sinusoids } from './blueprint/layers/positions';
import { transformerNodes, type TransformerSettings } from './blueprint/transformer';
import { activate } from './layers/activation';
import { turned } from './layers/attention';
import { layerNormalised } from './layers/layer-norm';
import type { Network } from './network';

/** Keys and values of all blocks and places, zeros where nothing has been read: [blocks, rows, places, width]. */
export interface Cache {
  readonly keys: Tensor;
  readonly values: Tensor;
}

export interface ReadOn extends Cache {
  /** [rows, classes]: the scores of the next symbol. */
  readonly scores: Tensor;
}

/** Multiply-adds of reading one symbol at a place, from 0, with everything before it kept. Layer norm's are left out, as beside products they are few. */
export function cachedWork({ blocks, width, classes }: TransformerSettings, place: number): number {
  return blocks * (12 * width ** 2 + 2 * (place + 1) * width) + width * classes;
}

/** x [rows, width] times a kernel, and its bias where there is one. */
function dense(network: Network, node: string, x: Tensor): Tensor {
  return add(matMul(x, network.weight(`${node}/kernel`)), network.weight(`${node}/bias`));
}

function normed(network: Network, node: string, x: Tensor): Tensor {
  return layerNormalised(x, network.weight(`${node}/scale`), network.weight(`${node}/shift`));
}

/**
 * Reads one symbol further, the same place in each row. Call inside `tidy`. The numbers are those that `network.apply` gives for that place,
 * but for rounding.
 * @param x [rows]: numbers of symbols. @param here [1, places, 1]: 1 at the place, else 0. @param seen [1, places]: 0 up to the place, `HIDDEN` behind it.
 */
export function readOnCached(network: Network, settings: TransformerSettings, x: Tensor, here: Tensor, seen: Tensor, cache: Cache): ReadOn {
  const { width, heads, length, positions, norm, residual, blocks } = settings;
  const rows = at(x.shape, 0);
  const each = width / heads;
  const byHead = (one: Tensor): Tensor => reshape(one, [rows * heads, 1, each]);
  /** Queries or keys of this place, turned as its number says. */
  const placed = (one: Tensor): Tensor =>
    positions === 'rotary' ? reshape(sum(turned(mul(byHead(one), here), { width: each }), 1), [rows, width]) : one;
  const kept = (all: Tensor, block: number, one: Tensor): Tensor => {
    const before = reshape(slice(all, [block, 0, 0, 0], [1, rows, length, width]), [rows, length, width]);
    return add(mul(before, sub(1, here)), mul(reshape(one, [rows, 1, width]), here));
  };
  /** [rows, places, width] -> [rows * heads, places, width of a head]. */
  const split = (one: Tensor): Tensor =>
    reshape(transpose(reshape(one, [rows, length, heads, each]), [0, 2, 1, 3]), [rows * heads, length, each]);

  let stream: Tensor = gather(network.weight('embedding/table'), x);
  if (positions === 'learned' || positions === 'sinusoidal') {
    const table = positions === 'learned' ? network.weight('positions/table') : tensor(sinusoids(length, width), [length, width]);
    stream = add(stream, sum(mul(reshape(table, [1, length, width]), here), 1));
  }
  const [keys, values]: [Tensor[], Tensor[]] = [[], []];
  for (const { block, kind, says } of transformerNodes(settings).parts) {
    const read = norm === 'before' ? normed(network, `${says}-norm`, stream) : stream;
    let said: Tensor;
    if (kind === 'attention') {
      const made = (role: string): Tensor => matMul(read, network.weight(`${says}/${role}Kernel`));
      const [allKeys, allValues] = [kept(cache.keys, block - 1, placed(made('key'))), kept(cache.values, block - 1, made('value'))];
      keys.push(allKeys);
      values.push(allValues);
      const scores = mul(matMul(byHead(placed(made('query'))), split(allKeys), false, true), 1 / Math.sqrt(each));
      const weights = softmax(add(scores, reshape(seen, [1, 1, length])));
      said = matMul(reshape(matMul(weights, split(allValues)), [rows, width]), network.weight(`${says}/outputKernel`));
    } else said = dense(network, says, activate('gelu', dense(network, `hidden${block}`, read)));
    stream = residual ? add(stream, said) : said;
    if (norm === 'after') stream = normed(network, `${says}-norm`, stream);
  }
  if (norm === 'before') stream = normed(network, 'norm', stream);
  const together = (some: readonly Tensor[]): Tensor => reshape(concat([...some], 0), [blocks, rows, length, width]);
  return { scores: dense(network, 'output', stream), keys: together(keys), values: together(values) };
}

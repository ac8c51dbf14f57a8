/** A recurrent network that reads one symbol at a time: from what its layer carried so far to what it carries on, and what comes next. */
import { concat, reshape, type Tensor } from '@tensorflow/tfjs-core';
import { at, only } from '../base/at';
import { innerName } from './blueprint/inner-values';
import { recurrentSettings } from './blueprint/layers/recurrent';
import { NetworkError } from './blueprint/layer-description';
import type { NetworkSpec } from './blueprint/network-spec';
import { activationOf, type Network } from './network';

/** What reads on. */
export interface Reader {
  readonly network: Pick<Network, 'apply' | 'spec'>;
  /** The only recurrent node. */
  readonly node: string;
}

/**
 * Numbers that a recurrent node carries from step to step: its state h, and c behind it where the cell has one.
 * @throws NetworkError where the network has no such node.
 */
export function carriedUnits({ nodes }: Pick<NetworkSpec, 'nodes'>, node: string): number {
  const found = nodes.find(({ id }) => id === node);
  if (found === undefined) throw new NetworkError(node, 'the network has no such node');
  const { cell, units } = recurrentSettings(found, [[1, 1]]);
  return cell === 'lstm' ? 2 * units : units;
}

/**
 * Reads one symbol further. Call inside `tidy`.
 * @param x [rows, 1]: numbers of symbols.
 * @param carried [rows, carriedUnits]: zeros before the first symbol.
 * @returns `scores` [rows, classes] of the next symbol, and what is carried on.
 */
export function readOn({ network, node }: Reader, x: Tensor, carried: Tensor): { readonly scores: Tensor; readonly carried: Tensor } {
  const applied = network.apply({ x }, { training: false, offsets: { [innerName(node, 'start')]: carried } });
  const rows = at(x.shape, 0);
  const h = reshape(activationOf(applied, node), [rows, -1]);
  const c = at(carried.shape, 1) === at(h.shape, 1) ? undefined : applied.inner()[innerName(node, 'state')];
  return {
    scores: reshape(only(applied.outputs, 'the outputs of a network that reads on'), [rows, -1]),
    carried: c === undefined ? h : concat([h, reshape(c, [rows, -1])], 1),
  };
}

/**
 * What a chain of dense layers answers, in plain numbers and from its weights alone: for pictures that show where points lie inside a
 * network. Layers behave as after training: batch norm uses its running statistics, dropout lets everything through.
 */
import { at } from '../../base/at';
import { activations, isActivationName } from './activations';
import type { NetworkSpec, NodeSpec } from './network-spec';

/** An array of a frame, by structure. */
interface Values {
  readonly shape: readonly number[];
  readonly data: ArrayLike<number>;
}

/** From the values of one place of a network to those of another. */
export type Through = (values: readonly number[]) => readonly number[];

/** A hidden layer of a chain. */
export interface ChainLayer {
  /** The dense node; its activation and what else follows it belong to the layer. */
  readonly id: string;
  readonly units: number;
  /** The activation's name, as specifications write it. */
  readonly activation: string;
}

export interface ChainValues {
  /** The hidden layers in order. */
  readonly layers: readonly ChainLayer[];
  readonly outputs: number;
  /** From the network's inputs to what the hidden layer `layer`, counted from 0, gives. */
  readonly upTo: (layer: number) => Through;
  /** From there to the scores; undefined for the inputs themselves. */
  readonly from: (layer: number | undefined) => Through;
  /** True where nothing but the output layer follows: then what follows is affine. */
  readonly isLast: (layer: number) => boolean;
}

function dense(kernel: Values, bias: Values | undefined): Through {
  const units = at(kernel.shape, 1);
  return (values) => {
    const sums = Array.from({ length: units }, (_, unit) => (bias === undefined ? 0 : at(bias.data, unit)));
    for (let unit = 0; unit < units; unit++) {
      let sum = sums[unit] ?? NaN;
      for (let i = 0; i < values.length; i++) sum += (values[i] ?? NaN) * (kernel.data[i * units + unit] ?? NaN);
      sums[unit] = sum;
    }
    return sums;
  };
}

function batchNorm(node: NodeSpec, [mean, variance, scale, shift]: readonly Values[]): Through | undefined {
  if (mean === undefined || variance === undefined || scale === undefined || shift === undefined) return undefined;
  const epsilon = Number(node.options['epsilon'] ?? 1e-5);
  return (values) =>
    values.map(
      (value, i) => ((value - at(mean.data, i)) / Math.sqrt(at(variance.data, i) + epsilon)) * at(scale.data, i) + at(shift.data, i),
    );
}

/** What a node does to the values before it; undefined where it is no part of such a chain, or its weights are not there. */
function throughNode(node: NodeSpec, arrays: Readonly<Record<string, Values>>): Through | undefined {
  const of = (role: string, kind: 'weights' | 'state' = 'weights'): Values | undefined => arrays[`${kind}/${node.id}/${role}`];
  switch (node.layer) {
    case 'dense': {
      const kernel = of('kernel');
      return kernel === undefined ? undefined : dense(kernel, of('bias'));
    }
    case 'batchNorm': {
      const parts = [of('runningMean', 'state'), of('runningVariance', 'state'), of('scale'), of('shift')];
      return batchNorm(
        node,
        parts.filter((part) => part !== undefined),
      );
    }
    case 'activation': {
      const name = node.options['activation'];
      const { value } = activations[isActivationName(name) ? name : 'identity'];
      return (values) => values.map(value);
    }
    case 'dropout':
      return (values) => values;
    default:
      return undefined;
  }
}

/**
 * A network as a chain of dense layers with its present weights; undefined where it is none, or where weights or running statistics are
 * missing.
 * @param arrays those of a frame: `weights/<node>/<role>`, and `state/<node>/<role>` for batch norm.
 */
export function chainValues(spec: NetworkSpec, arrays: Readonly<Record<string, Values>>): ChainValues | undefined {
  const parts = spec.nodes.map((node) => throughNode(node, arrays));
  const through = parts.filter((part) => part !== undefined);
  const starts = spec.nodes.flatMap(({ layer }, i) => (layer === 'dense' ? [i] : []));
  const output = starts.at(-1);
  const chained = spec.nodes.every(({ from }, i) => from.length === 1 && (i === 0 || from[0] === spec.nodes[i - 1]?.id));
  if (through.length < parts.length || !chained || output === undefined) return undefined;
  // The output layer may have an activation.
  const tail = spec.nodes.slice(output + 1);
  if (!tail.every(({ layer }) => layer === 'activation')) return undefined;
  const hidden = starts.slice(0, -1);
  const end = (layer: number): number => at(starts, layer + 1);
  const between =
    (first: number, last: number): Through =>
    (values) =>
      through.slice(first, last).reduce((given, part) => part(given), values);
  return {
    layers: hidden.map((start, i) => {
      const node = at(spec.nodes, start);
      const activation = spec.nodes.slice(start, end(i)).find(({ layer }) => layer === 'activation');
      return { id: node.id, units: Number(node.options['units']), activation: String(activation?.options['activation'] ?? 'identity') };
    }),
    outputs: Number(at(spec.nodes, output).options['units']),
    upTo: (layer) => between(0, end(layer)),
    from: (layer) => between(layer === undefined ? 0 : end(layer), parts.length),
    isLast: (layer) => layer === hidden.length - 1 && tail.length === 0,
  };
}

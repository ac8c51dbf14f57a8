/** What all three printers need of a specification's nodes. */
import { at } from '../../../base/at';
import { describeNetwork } from '../describe';
import type { ActivationName } from '../activations';
import { INITIALISER_NAMES, type InitialiserName } from '../initialiser-names';
import { NetworkError } from '../layer-description';
import { activationNameOf, isLayerName, type LayerName } from '../layers';
import { inputOf, type NetworkSpec, type NodeSpec, type Shape } from '../network-spec';
import { reachOf } from '../receptive-field';
import { printedNames } from './names';
import type { WindowAxes } from '../window-axes';

/** A node with what its printers ask for. */
export interface PrintedNode {
  readonly node: NodeSpec;
  readonly layer: LayerName;
  /** A name that JavaScript and Python both allow. */
  readonly name: string;
  readonly from: readonly string[];
  readonly inputShapes: readonly Shape[];
  /** Of the first input. */
  readonly inputShape: Shape;
  readonly units: number;
  readonly activation: ActivationName;
  readonly initialiser: InitialiserName;
  readonly scale: number;
  readonly biasInitialiser: InitialiserName;
  readonly biasScale: number;
  /** Of the kernel by which a layer hears itself. */
  readonly recurrentInitialiser: InitialiserName;
  readonly useBias: boolean;
  /** The kernel's shape, and the one that its initialiser goes by; undefined where there is no kernel. */
  readonly kernel: { readonly shape: Shape; readonly drawnAs: Shape } | undefined;
  readonly shape: Shape;
  /** Of convolutions and pooling. */
  readonly window: WindowAxes | undefined;
  /** Weights that stay as they are drawn. */
  readonly frozen: boolean;
}

function initialiserOf(value: unknown, fallback: InitialiserName): InitialiserName {
  return INITIALISER_NAMES.find((name) => name === value) ?? fallback;
}

/** An input as its printers ask for it. */
export interface PrintedInput {
  readonly name: string;
  readonly shape: Shape;
  readonly kind: 'numbers' | 'indices';
}

/** A network's inputs, by the names that their printed nodes take them from. */
export function printedInputs(spec: NetworkSpec, around: readonly string[] = []): PrintedInput[] {
  const names = printedNames(spec, around);
  return Object.entries(spec.inputs).map(([id, input]) => ({
    name: names.get(id) ?? id,
    shape: inputOf(input).shape,
    kind: inputOf(input).kind,
  }));
}

/**
 * All nodes in order, ready to be printed.
 * @param around the lines of the program that the network is to stand in: their names are not given to nodes.
 */
export function printedNodes(spec: NetworkSpec, around: readonly string[] = []): PrintedNode[] {
  const description = describeNetwork(spec);
  const shapeOf = (id: string): Shape => description.shapes[id] ?? [];
  const names = printedNames(spec, around);
  const nameOf = (id: string): string => names.get(id) ?? 'x';
  return spec.nodes.map((node) => {
    const { options } = node;
    const kernel = description.nodes[node.id]?.variables.find(({ role }) => role === 'kernel');
    const window = reachOf(node, node.from.map(shapeOf));
    if (!isLayerName(node.layer)) throw new NetworkError(node.id, `there is no layer "${node.layer}"`);
    return {
      node,
      layer: node.layer,
      name: nameOf(node.id),
      from: node.from.map(nameOf),
      inputShapes: node.from.map(shapeOf),
      inputShape: shapeOf(at(node.from, 0)),
      units: Number(options['units'] ?? 0),
      activation: activationNameOf(node) ?? 'identity',
      initialiser: initialiserOf(options['initialiser'], 'xavierUniform'),
      scale: Number(options['initialScale'] ?? 1),
      biasInitialiser: initialiserOf(options['biasInitialiser'], 'constant'),
      biasScale: Number(options['initialBias'] ?? 0),
      recurrentInitialiser: initialiserOf(options['recurrentInitialiser'], 'orthogonal'),
      useBias: options['useBias'] !== false,
      kernel: kernel === undefined ? undefined : { shape: kernel.shape, drawnAs: kernel.drawnAs ?? kernel.shape },
      shape: shapeOf(node.id),
      window: window === 'all' ? undefined : window,
      frozen: options['trained'] === false,
    };
  });
}

/** True where each node takes from the one before and the last is the only output. */
export function isChain(spec: NetworkSpec): boolean {
  const names = [Object.keys(spec.inputs)[0], ...spec.nodes.map(({ id }) => id)];
  return (
    Object.keys(spec.inputs).length === 1 &&
    spec.nodes.every((node, i) => node.from.length === 1 && node.from[0] === names[i]) &&
    spec.outputs.length === 1
  );
}

/** A number as source code. */
export function literal(value: number): string {
  return Number.isInteger(value) || Math.abs(value) >= 1e-4 ? String(Number(value.toPrecision(6))) : value.toExponential();
}

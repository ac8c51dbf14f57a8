/** What all three printers need of a specification's nodes. */
import { describeNetwork } from '../describe';
import { isActivationName, type ActivationName } from '../activations';
import { INITIALISER_NAMES, type InitialiserName } from '../initialiser-names';
import type { NetworkSpec, NodeSpec, Shape } from '../network-spec';

/** A node with what its printers ask for. */
export interface PrintedNode {
  readonly node: NodeSpec;
  /** A name that JavaScript and Python both allow. */
  readonly name: string;
  readonly from: readonly string[];
  readonly inputShape: Shape;
  readonly units: number;
  readonly activation: ActivationName;
  readonly initialiser: InitialiserName;
  readonly scale: number;
  readonly biasInitialiser: InitialiserName;
  readonly biasScale: number;
}

/** An id as an identifier. */
export function identifier(id: string): string {
  return id.replace(/[^A-Za-z0-9]+(.)?/g, (_, next: string | undefined) => (next === undefined ? '' : `_${next}`)).toLowerCase();
}

function initialiserOf(value: unknown, fallback: InitialiserName): InitialiserName {
  return INITIALISER_NAMES.find((name) => name === value) ?? fallback;
}

/** All nodes in order, ready to be printed. */
export function printedNodes(spec: NetworkSpec): PrintedNode[] {
  const description = describeNetwork(spec);
  const shapeOf = (id: string): Shape => spec.inputs[id] ?? description.nodes[id]?.shape ?? [];
  return spec.nodes.map((node) => {
    const { options } = node;
    const activation = options['activation'];
    return {
      node,
      name: identifier(node.id),
      from: node.from.map(identifier),
      inputShape: shapeOf(node.from[0] ?? 'x'),
      units: Number(options['units'] ?? 0),
      activation: isActivationName(activation) ? activation : 'identity',
      initialiser: initialiserOf(options['initialiser'], 'xavierUniform'),
      scale: Number(options['initialScale'] ?? 1),
      biasInitialiser: initialiserOf(options['biasInitialiser'], 'constant'),
      biasScale: Number(options['initialBias'] ?? 0),
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

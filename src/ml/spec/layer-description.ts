/** The pure side of a layer: all that can be said of it without computing anything. */
import type { NodeSpec, OptionValue, Shape } from './network-spec';
import type { WindowAxes } from './window';

/** A mistake in a network's description: which node, what, and what would be right. */
export class NetworkError extends Error {
  override readonly name = 'NetworkError';
  constructor(
    readonly node: string,
    cause: string,
  ) {
    super(`node "${node}": ${cause}`);
  }
}

export interface VariableDescription {
  /** The second half of the variable's name: kernel, bias, scale, … */
  readonly role: string;
  readonly shape: Shape;
  /** The shape by which the initialiser counts its fans, where it is not `shape`; as many elements. */
  readonly drawnAs?: Shape;
  /** Name of an initialiser and its options. */
  readonly initialiser: string;
  readonly initialiserOptions?: Readonly<Record<string, number>>;
  /** False for running statistics and for weights that stay as they are drawn. */
  readonly trained: boolean;
}

export interface LayerDescription {
  /** How many inputs the layer takes. */
  readonly inputs: { readonly least: number; readonly most: number };
  /** Shape of the output without the batch dimension. Throws NetworkError. */
  shape(node: NodeSpec, inputs: readonly Shape[]): Shape;
  variables(node: NodeSpec, inputs: readonly Shape[]): readonly VariableDescription[];
  /** Multiplications that feed an addition, for one sample, forwards. */
  multiplyAdds(node: NodeSpec, inputs: readonly Shape[]): number;
  /** Which pixels of an input image one of the output sees; absent: the one at its own place. */
  reach?(node: NodeSpec, inputs: readonly Shape[]): WindowAxes | 'all';
}

/** Number of elements of a shape. */
export function sizeOf(shape: Shape): number {
  return shape.reduce((product, length) => product * length, 1);
}

/** A numeric option with its default; throws where it is no number within bounds. */
export function numberOption(node: NodeSpec, name: string, fallback: number | undefined, least: number, most = Infinity): number {
  const value: OptionValue | undefined = node.options[name] ?? fallback;
  if (typeof value !== 'number' || !(value >= least && value <= most)) {
    throw new NetworkError(node.id, `${name} is ${String(value)}; it should be a number from ${least} to ${most}`);
  }
  return value;
}

/** A whole number, e.g. of units; throws where it is none within bounds. */
export function wholeOption(node: NodeSpec, name: string, fallback: number | undefined, least: number): number {
  const value = numberOption(node, name, fallback, least);
  if (!Number.isSafeInteger(value)) throw new NetworkError(node.id, `${name} is ${value}; it should be a whole number`);
  return value;
}

/** A textual option with its default; throws where it is not one of `allowed`. */
export function nameOption<T extends string>(node: NodeSpec, name: string, fallback: T, allowed: readonly T[]): T {
  const value = node.options[name] ?? fallback;
  const found = allowed.find((one) => one === value);
  if (found === undefined) throw new NetworkError(node.id, `${name} is "${String(value)}"; it should be one of ${allowed.join(', ')}`);
  return found;
}

/** The shape of the only input. */
export function onlyInput(node: NodeSpec, inputs: readonly Shape[]): Shape {
  const [first] = inputs;
  if (first === undefined || inputs.length !== 1) throw new NetworkError(node.id, `has ${inputs.length} inputs; it takes one`);
  return first;
}

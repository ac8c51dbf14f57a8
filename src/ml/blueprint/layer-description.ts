/** The pure side of a layer: all that can be said of it without computing anything. Whoever wants to know something of a layer asks here. */
import type { ActivationName } from './activations';
import type { InitialiserName } from './initialiser-names';
import type { InputSpec, NodeSpec, OptionValue, Shape } from './network-spec';
import type { WindowAxes } from './window-axes';

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
  readonly initialiser: InitialiserName;
  readonly initialiserOptions?: Readonly<Record<string, number>>;
  /**
   * The variable is so many of equal width, side by side along its last dimension, each drawn by itself with a scale of its own: the
   * gates of a recurrent layer.
   */
  readonly blocks?: readonly { readonly scale: number }[];
  /** False for running statistics and for weights that stay as they are drawn. */
  readonly trained: boolean;
}

/** Some elements of one of a layer's own weights. */
export interface OwnPart {
  readonly role: string;
  readonly indices: readonly number[];
}

/** A layer's options and inputs, as all that is asked of it needs them. */
export interface LayerPlace {
  readonly node: NodeSpec;
  readonly inputs: readonly Shape[];
}

/** A value inside a layer. */
export interface InnerValue {
  /** Without the batch dimension. */
  readonly shape: Shape;
  /** How many parts of it can be switched off: gates, units of a state, heads. */
  readonly parts: number;
  /** The weights by which a part, from 0, works: at zero, it is off. */
  off(part: number): readonly OwnPart[];
}

/** An example of a layer: what the contract of every layer tries it on. */
export interface LayerExample {
  readonly inputs: readonly InputSpec[];
  readonly options?: NodeSpec['options'];
}

/** Names of layers within a saved model, the outermost first, with strokes between them. */
export interface SavedUnder {
  readonly weights: string;
  /** A layer beside it that must be there and says nothing: its weights, which are as large, are all 0. */
  readonly silent?: string;
}

export interface LayerDescription {
  /** How many inputs the layer takes. */
  readonly inputs: { readonly least: number; readonly most: number };
  /** Where it takes names of things instead of numbers: how many there are. */
  takesIndices?(node: NodeSpec): number;
  /** Shape of the output without the batch dimension. Throws NetworkError. */
  shape(node: NodeSpec, inputs: readonly Shape[]): Shape;
  variables(node: NodeSpec, inputs: readonly Shape[]): readonly VariableDescription[];
  /** Multiplications that feed an addition, for one sample, forwards. */
  multiplyAdds(node: NodeSpec, inputs: readonly Shape[]): number;
  /** Which pixels of an input image one of the output sees; absent: the one at its own place. */
  reach?(node: NodeSpec, inputs: readonly Shape[]): WindowAxes | 'all';
  /**
   * What becomes of the units of an input, the places along its last dimension: each is handed on as the unit of the same number;
   * they are mixed into others; all places are put in one row; inputs stand side by side.
   */
  readonly units: 'kept' | 'mixed' | 'flattened' | 'joined';
  /**
   * The weights through which units of an input are heard, and through nothing else: at zero, the units are silent. Absent where
   * units are mixed without such weights.
   * @param units from 0, of the input whose number is `source`.
   */
  hears?(place: LayerPlace, source: number, units: readonly number[]): readonly OwnPart[];
  /** The weights through which it hears units of its own at the next step, where it has a state. */
  hearsItself?(place: LayerPlace, units: readonly number[]): readonly OwnPart[];
  /** The weights that make a unit: at zero, it gives nothing. Absent: its kernel's column and its bias. */
  own?(place: LayerPlace, unit: number): readonly OwnPart[];
  /** Whether drawings and lists count it as a layer, or as a part of the one before (its norm, its activation, its dropout). */
  readonly group: 'leads' | 'follows';
  /** How drawings show it: as units, a window over an image, a pool, a knot where branches meet, or not at all. */
  readonly drawing: 'units' | 'window' | 'pool' | 'sum' | 'join' | 'none';
  /** Its name for readers; absent: the name of the layer. */
  label?(node: NodeSpec): string;
  /** The function that it applies to each number, where it is one of the book's activations. */
  activation?(node: NodeSpec): ActivationName;
  /** True where it does nothing at evaluation, and has no weights. */
  readonly trainingOnly?: true;
  /** The option that says how many units it has, where one does. */
  readonly width?: string;
  /** How a unit's number comes about: a weighted sum over the input's units, or over a window; a formula; absent: the layer of its inputs. */
  readonly formula?: 'sum' | 'windowSum' | ((node: NodeSpec) => string);
  /** Values inside it that have a name of their own (`gates`, `state`, `weights`), as its tfjs side notes them. */
  inner?(node: NodeSpec, inputs: readonly Shape[]): Readonly<Record<string, InnerValue>>;
  /** What Keras calls its weights in a saved model, where it is not what it calls the role elsewhere. */
  readonly savedAs?: Readonly<Record<string, string>>;
  /** Where a saved model keeps its weights, where it is a layer within others. @param name what the model calls the node. */
  savedUnder?(node: NodeSpec, name: string): SavedUnder;
  /** Every way of it that differs in kind. */
  readonly examples: readonly LayerExample[];
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

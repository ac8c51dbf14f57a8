/**
 * A network as data: a graph of nodes in topological order. Shapes, counts, code, drawings and the trainable network
 * itself are all computed from it; nothing in it is code, so it travels in messages and links.
 */

/** A shape without the batch dimension, e.g. [2] or [28, 28, 1]. */
export type Shape = readonly number[];

export type OptionValue = number | string | boolean | readonly number[];

/** One operation. `from` names the nodes (or inputs) that feed it, so chains, branches and joins are alike. */
export interface NodeSpec {
  readonly id: string;
  /** A key of the layer table (`src/ml/layers`): dense, activation, dropout, batchNorm, … */
  readonly layer: string;
  readonly from: readonly string[];
  /** What the layer needs: units, activation, rate, initialiser … checked by the layer itself. */
  readonly options: Readonly<Record<string, OptionValue>>;
}

/** Whole numbers from 0 that name things (characters, words, classes): what an embedding looks up. */
export interface IndexInput {
  readonly shape: Shape;
  readonly kind: 'indices';
  /** How many things there are to be named. */
  readonly size: number;
}

/** Numbers, in full; the shape alone says the same. */
export interface NumberInput {
  readonly shape: Shape;
  readonly kind: 'numbers';
}

/** What a network takes under a name; batches have a dimension more, the first. */
export type InputSpec = Shape | NumberInput | IndexInput;

export interface NetworkSpec {
  readonly name: string;
  readonly inputs: Readonly<Record<string, InputSpec>>;
  readonly nodes: readonly NodeSpec[];
  /** Ids of the nodes that are the network's result. */
  readonly outputs: readonly string[];
}

function isShape(input: InputSpec): input is Shape {
  return Array.isArray(input);
}

/** An input in full. */
export function inputOf(input: InputSpec): NumberInput | IndexInput {
  return isShape(input) ? { shape: input, kind: 'numbers' } : input;
}

/** Shapes of a network's inputs, by name. */
export function inputShapes({ inputs }: Pick<NetworkSpec, 'inputs'>): Readonly<Record<string, Shape>> {
  return Object.fromEntries(Object.entries(inputs).map(([name, input]) => [name, inputOf(input).shape]));
}

/** The shape of a network's first input: of its only one, where it has one. */
export function firstShape(spec: Pick<NetworkSpec, 'inputs'>): Shape {
  const [shape] = Object.values(inputShapes(spec));
  if (shape === undefined) throw new Error('the network has no inputs; it should have at least one');
  return shape;
}

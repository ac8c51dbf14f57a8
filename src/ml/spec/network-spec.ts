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

export interface NetworkSpec {
  readonly name: string;
  readonly inputs: Readonly<Record<string, Shape>>;
  readonly nodes: readonly NodeSpec[];
  /** Ids of the nodes that are the network's result. */
  readonly outputs: readonly string[];
}

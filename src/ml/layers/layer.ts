/** The tfjs side of a layer: what it computes. */
import { Variable, type Tensor } from '@tensorflow/tfjs-core';
import type { StateUpdate } from '../model';
import type { NodeSpec } from '../blueprint/network-spec';

export interface LayerCall {
  readonly node: NodeSpec;
  readonly inputs: readonly Tensor[];
  /** The layer's variables by role, or what stands in their place. */
  readonly variables: Readonly<Record<string, Tensor>>;
  readonly training: boolean;
  /** The mask of this node, where it draws one and the pass is a training one. */
  readonly mask: Tensor | undefined;
  /** What the step changes besides trained weights (running statistics) is put here. */
  readonly updates: StateUpdate[];
  /** Says how a value inside the layer is made, by the role that its description gives it. */
  note(role: string, make: () => Tensor): void;
  /** What is to be added to the value inside the layer with this role, before anything else is made of it; undefined for nothing. */
  offset(role: string): Tensor | undefined;
}

export interface Layer {
  apply(call: LayerCall): Tensor;
  /**
   * True where it serves a population as well (`ml/population`): its variables then have one more dimension, the first, with a member at
   * each place, and so have its inputs, [members, batch, …], or [batch, …] where all members see the same.
   */
  readonly stacked?: true;
  /** Probability with which an element of this node's mask is 1; absent where the layer draws no mask. */
  keep?(node: NodeSpec): number;
}

/** A variable by role; the description and the layer disagree when it is not there. */
export function variableOf(call: LayerCall, role: string): Tensor {
  const variable = call.variables[role];
  if (variable === undefined) throw new Error(`node "${call.node.id}" has no variable "${role}"`);
  return variable;
}

/** The first input; `describeNetwork` has checked that it is there. */
export function firstInput(call: LayerCall): Tensor {
  const [input] = call.inputs;
  if (input === undefined) throw new Error(`node "${call.node.id}" has no input`);
  return input;
}

function isVariable(tensor: Tensor): tensor is Variable {
  return tensor instanceof Variable;
}

/** A variable that the layer itself changes, by role. */
export function changedOf(call: LayerCall, role: string): Variable {
  const variable = variableOf(call, role);
  if (!isVariable(variable)) throw new Error(`node "${call.node.id}" can change no "${role}" that is not its own`);
  return variable;
}

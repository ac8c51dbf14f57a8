/** A trainable network built from its specification: chains, branches and joins alike. */
import { add, tensor, variable, type Tensor, type Variable } from '@tensorflow/tfjs-core';
import { only } from '../base/at';
import './gradients';
import { drawVariable } from './initialisers/draw-variable';
import { layers } from './layers';
import type { HostArray, NamedVariable, StateUpdate } from './model';
import type { Random } from './random';
import { describeNetwork, type NetworkDescription } from './blueprint/describe';
import { innerName } from './blueprint/inner-values';
import { NetworkError, sizeOf, type VariableDescription } from './blueprint/layer-description';
import { isLayerName } from './blueprint/layers';
import type { NetworkSpec } from './blueprint/network-spec';

export interface Applied {
  readonly outputs: readonly Tensor[];
  /** Every node's output by id: what the inspector and the search for a non-finite value look at. */
  readonly activations: Readonly<Record<string, Tensor>>;
  readonly updates: readonly StateUpdate[];
  /** Values inside layers by `<node>#<role>`; made when they are asked for, in the same `tidy`, since a step has no use for them. */
  inner(): Readonly<Record<string, Tensor>>;
}

export interface Network {
  readonly spec: NetworkSpec;
  readonly description: NetworkDescription;
  /** Trained, in the order of the nodes. */
  readonly variables: readonly NamedVariable[];
  /** Running statistics, and weights that are not trained. */
  readonly state: readonly NamedVariable[];
  /**
   * Runs the network; call inside `tidy` or under the tape. `masks` by key `mask/<node id>`; inputs by name. `offsets` are added to
   * the outputs of the nodes named: the derivative by an offset of zeros is the one by that node's output. `<node>#<role>` names a value
   * inside a node, where its layer takes one (`LayerCall.offset`). `weights` by variables' names stand in their place.
   */
  apply(
    inputs: Readonly<Record<string, Tensor>>,
    options: {
      readonly training: boolean;
      readonly masks?: Readonly<Record<string, Tensor>>;
      readonly offsets?: Readonly<Record<string, Tensor>>;
      readonly weights?: Readonly<Record<string, Tensor>>;
    },
  ): Applied;
  /**
   * The output of a network with one input, `x`, and one output, as it answers: layers behave as after training. Call as `apply`.
   * @throws NothingThere where the network has several outputs.
   */
  readonly scores: (x: Tensor) => Tensor;
  /**
   * A trained variable by its name, `<node>/<role>`.
   * @throws NetworkError where there is none.
   */
  weight(name: string): Variable;
  /** True where some node draws a mask. */
  readonly drawsMasks: boolean;
  /** The masks of one training step for a batch, by key `mask/<node id>`; drawn from the stream alone. */
  masks(batch: number, random: Random): Record<string, HostArray>;
  dispose(): void;
}

/**
 * What a node gave.
 * @throws NetworkError where the network has no such node.
 */
export function activationOf({ activations }: Pick<Applied, 'activations'>, id: string): Tensor {
  const found = activations[id];
  if (found === undefined) throw new NetworkError(id, 'the network has no such node');
  return found;
}

/** The numbers with which a variable of a node begins; its shape is that of the variable. */
export type StartOf = (variable: VariableDescription, node: string) => HostArray;

function buildVariables(
  spec: NetworkSpec,
  description: NetworkDescription,
  startOf: StartOf,
): Map<string, Map<string, { variable: Variable; trained: boolean }>> {
  return new Map(
    spec.nodes.map((node) => {
      const built = (description.nodes[node.id]?.variables ?? []).map((one) => {
        const { data, shape } = startOf(one, node.id);
        const start = tensor(data, [...shape], 'float32');
        const made = variable(start, one.trained);
        start.dispose();
        return [one.role, { variable: made, trained: one.trained }] as const;
      });
      return [node.id, new Map(built)] as const;
    }),
  );
}

/** A node's variables by role, others in the place of those that are named. */
function replaced(
  id: string,
  own: Readonly<Record<string, Tensor>>,
  others: Readonly<Record<string, Tensor>> | undefined,
): Readonly<Record<string, Tensor>> {
  if (others === undefined) return own;
  return Object.fromEntries(Object.entries(own).map(([role, variable]) => [role, others[`${id}/${role}`] ?? variable]));
}

/**
 * Builds a network with fresh weights, each drawn from its own named stream, so that adding a layer changes no other's.
 * @throws NetworkError where the specification does not hold together.
 */
export function buildNetwork(spec: NetworkSpec, random: Random): Network {
  return networkFrom(spec, describeNetwork(spec), (one, node) => ({
    shape: one.shape,
    data: drawVariable(one, random.fork(node).fork(one.role)),
  }));
}

/** A network whose variables begin as they are told to; `description` is that of the specification. */
export function networkFrom(spec: NetworkSpec, description: NetworkDescription, startOf: StartOf): Network {
  const built = buildVariables(spec, description, startOf);
  const named = (trained: boolean): NamedVariable[] =>
    [...built].flatMap(([id, roles]) =>
      [...roles].filter(([, one]) => one.trained === trained).map(([role, one]) => ({ name: `${id}/${role}`, variable: one.variable })),
    );
  const byRole = new Map([...built].map(([id, roles]) => [id, Object.fromEntries([...roles].map(([role, one]) => [role, one.variable]))]));

  const variables = named(true);
  const network: Network = {
    spec,
    description,
    variables,
    state: named(false),
    scores: (x) => only(network.apply({ x }, { training: false }).outputs, `the list of outputs of "${spec.name}"`),
    weight(name) {
      const found = variables.find((one) => one.name === name);
      if (found === undefined) throw new NetworkError(name, 'the network has no such variable');
      return found.variable;
    },
    apply(inputs, { training, masks, offsets, weights }) {
      const values = new Map<string, Tensor>(Object.entries(inputs));
      const updates: StateUpdate[] = [];
      const noted: (readonly [string, () => Tensor])[] = [];
      for (const node of spec.nodes) {
        if (!isLayerName(node.layer)) continue;
        const sources = node.from.map((source) => {
          const value = values.get(source);
          if (value === undefined) throw new NetworkError(node.id, `the input "${source}" was not given`);
          return value;
        });
        const call = {
          node,
          inputs: sources,
          variables: replaced(node.id, byRole.get(node.id) ?? {}, weights),
          training,
          mask: masks?.[`mask/${node.id}`],
          updates,
          note: (role: string, make: () => Tensor) => noted.push([innerName(node.id, role), make]),
          offset: (role: string) => offsets?.[innerName(node.id, role)],
        };
        const given = layers[node.layer].apply(call);
        const offset = offsets?.[node.id];
        values.set(node.id, offset === undefined ? given : add(given, offset));
      }
      const activations = Object.fromEntries(
        spec.nodes.map(({ id }) => [id, values.get(id)]).filter((entry): entry is [string, Tensor] => entry[1] !== undefined),
      );
      return {
        outputs: spec.outputs.flatMap((id) => values.get(id) ?? []),
        activations,
        updates,
        inner: () => Object.fromEntries(noted.map(([name, make]) => [name, make()])),
      };
    },
    drawsMasks: spec.nodes.some((node) => isLayerName(node.layer) && layers[node.layer].keep !== undefined),
    masks(batch, stream) {
      const drawn: Record<string, HostArray> = {};
      for (const node of spec.nodes) {
        const keep = isLayerName(node.layer) ? layers[node.layer].keep?.(node) : undefined;
        if (keep === undefined) continue;
        const shape = [batch, ...(description.nodes[node.id]?.shape ?? [])];
        const own = stream.fork(node.id);
        drawn[`mask/${node.id}`] = { shape, data: Float32Array.from({ length: sizeOf(shape) }, () => (own.uniform() < keep ? 1 : 0)) };
      }
      return drawn;
    },
    dispose() {
      for (const roles of built.values()) for (const one of roles.values()) one.variable.dispose();
    },
  };
  return network;
}

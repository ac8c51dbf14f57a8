/** Shapes and counts of a network, from its specification alone. */
import { NetworkError, sizeOf, type VariableDescription } from './layer-description';
import { layerDescriptions, layerNamed } from './layers';
import { inputOf, inputShapes, type NetworkSpec, type NodeSpec, type Shape } from './network-spec';

export interface NodeDescription {
  /** Of one sample, without the batch dimension. */
  readonly shape: Shape;
  readonly variables: readonly VariableDescription[];
  /** Trained numbers. */
  readonly parameters: number;
  /** Multiplications that feed an addition, one sample, forwards. */
  readonly multiplyAdds: number;
  /** Bytes of the output of one sample as 32-bit floats: what training keeps for the way back. */
  readonly activationBytes: number;
}

export interface NetworkDescription {
  readonly nodes: Readonly<Record<string, NodeDescription>>;
  /** Of inputs and nodes, by name, without the batch dimension. */
  readonly shapes: Readonly<Record<string, Shape>>;
  readonly parameters: number;
  readonly multiplyAdds: number;
  /** Of all nodes' outputs, one sample; the inputs are not counted. */
  readonly activationBytes: number;
}

/** Bytes of a 32-bit float. */
const FLOAT_BYTES = 4;

/** Names of things go into layers that look them up, and numbers into all others. */
function checkKinds(node: NodeSpec, size: number | undefined, named: ReadonlyMap<string, number>): void {
  for (const source of node.from) {
    const given = named.get(source);
    if (size === given) continue;
    if (given === undefined) throw new NetworkError(node.id, `takes numbers from "${source}"; it should take an input that names things`);
    if (size === undefined) throw new NetworkError(node.id, `takes names of things from "${source}"; an embedding should be between them`);
    throw new NetworkError(node.id, `looks up ${size} things, and "${source}" names ${given}; there should be as many`);
  }
}

function describeNode(node: NodeSpec, shapes: ReadonlyMap<string, Shape>, named: ReadonlyMap<string, number>): NodeDescription {
  const layer = layerNamed(node.layer);
  if (layer === undefined) {
    throw new NetworkError(node.id, `there is no layer "${node.layer}"; there are ${Object.keys(layerDescriptions).join(', ')}`);
  }
  checkKinds(node, layer.takesIndices?.(node), named);
  const inputs = node.from.map((source) => {
    const shape = shapes.get(source);
    if (shape === undefined) throw new NetworkError(node.id, `takes from "${source}", which is no input and no node before it`);
    return shape;
  });
  if (inputs.length < layer.inputs.least || inputs.length > layer.inputs.most) {
    throw new NetworkError(node.id, `has ${inputs.length} inputs; ${node.layer} takes ${layer.inputs.least} to ${layer.inputs.most}`);
  }
  const variables = layer.variables(node, inputs);
  const parameters = variables.reduce((sum, { shape, trained }) => sum + (trained ? sizeOf(shape) : 0), 0);
  const shape = layer.shape(node, inputs);
  return { shape, variables, parameters, multiplyAdds: layer.multiplyAdds(node, inputs), activationBytes: FLOAT_BYTES * sizeOf(shape) };
}

/**
 * Describes every node and the whole.
 * @throws NetworkError that names the node and the cause: an unknown layer, a reference to nothing or forwards, a name
 * used twice, shapes that do not fit, an option out of its range.
 */
export function describeNetwork(spec: NetworkSpec): NetworkDescription {
  const shapes = new Map<string, Shape>(Object.entries(inputShapes(spec)));
  for (const [id, shape] of shapes) {
    if (shape.some((length) => !Number.isSafeInteger(length) || length < 1)) {
      throw new NetworkError(id, `has the shape [${shape.join(', ')}]; its lengths should be whole numbers from 1`);
    }
  }
  const named = new Map<string, number>();
  for (const [id, input] of Object.entries(spec.inputs)) {
    const one = inputOf(input);
    if (one.kind === 'indices') named.set(id, one.size);
    if (one.kind === 'indices' && !(Number.isSafeInteger(one.size) && one.size >= 1)) {
      throw new NetworkError(id, `names ${one.size} things; there should be a whole number of them, from 1`);
    }
  }
  const nodes: Record<string, NodeDescription> = {};
  for (const node of spec.nodes) {
    if (shapes.has(node.id)) throw new NetworkError(node.id, 'the name is used twice');
    const description = describeNode(node, shapes, named);
    nodes[node.id] = description;
    shapes.set(node.id, description.shape);
  }
  if (spec.outputs.length === 0) throw new NetworkError(spec.name, 'has no outputs; it should name at least one node');
  const missing = spec.outputs.find((id) => !shapes.has(id));
  if (missing !== undefined) throw new NetworkError(missing, 'is named as an output and is not there');
  const sum = (of: (node: NodeDescription) => number): number => Object.values(nodes).reduce((total, node) => total + of(node), 0);
  return {
    nodes,
    shapes: Object.fromEntries(shapes),
    parameters: sum((node) => node.parameters),
    multiplyAdds: sum((node) => node.multiplyAdds),
    activationBytes: sum((node) => node.activationBytes),
  };
}

/** A trained network as a tfjs LayersModel: topology as Keras writes it (a chain as Sequential, any other as Functional), weights by name. */
import { engineText } from '../../i18n/engine';
import type { HostArray, Model } from '../../ml/model';
import { describeNetwork } from '../../ml/spec/describe';
import { LEAK } from '../../ml/spec/activations';
import type { NetworkSpec, NodeSpec } from '../../ml/spec/network-spec';
import { ReaderError } from './reader-error';
import { toHost } from './tensors';

interface KerasLayer {
  readonly class_name: string;
  readonly config: Readonly<Record<string, unknown>>;
}

interface KerasModel {
  readonly class_name: 'Sequential' | 'Functional';
  readonly config: Readonly<Record<string, unknown>>;
}

/** Activations that tfjs-layers knows under these names; leaky ReLU is a layer of its own there. */
const ACTIVATIONS: Readonly<Record<string, string>> = {
  identity: 'linear',
  sigmoid: 'sigmoid',
  tanh: 'tanh',
  relu: 'relu',
  elu: 'elu',
  gelu: 'gelu',
  silu: 'swish',
  softplus: 'softplus',
};

function kerasLayer(node: NodeSpec): KerasLayer {
  const name = node.id;
  switch (node.layer) {
    case 'dense':
      return {
        class_name: 'Dense',
        config: { name, units: node.options['units'], activation: 'linear', use_bias: node.options['useBias'] !== false },
      };
    case 'activation': {
      const activation = String(node.options['activation']);
      if (activation === 'leakyRelu') return { class_name: 'LeakyReLU', config: { name, alpha: LEAK } };
      return { class_name: 'Activation', config: { name, activation: ACTIVATIONS[activation] ?? 'linear' } };
    }
    case 'dropout':
      return { class_name: 'Dropout', config: { name, rate: node.options['rate'] } };
    case 'batchNorm':
      return {
        class_name: 'BatchNormalization',
        config: { name, axis: -1, momentum: node.options['momentum'] ?? 0.9, epsilon: node.options['epsilon'] ?? 1e-5 },
      };
    case 'flatten':
      return { class_name: 'Flatten', config: { name } };
    case 'add':
      return { class_name: 'Add', config: { name } };
    case 'concat':
      return { class_name: 'Concatenate', config: { name, axis: -1 } };
    default:
      throw new ReaderError(engineText.notInKeras, { layer: node.layer });
  }
}

/** Our roles in Keras's words, in the order in which its layers keep them. */
const ROLES: Readonly<Record<string, string>> = {
  kernel: 'kernel',
  bias: 'bias',
  scale: 'gamma',
  shift: 'beta',
  runningMean: 'moving_mean',
  runningVariance: 'moving_variance',
};

function isChain(spec: NetworkSpec): boolean {
  const names = ['x', ...spec.nodes.map(({ id }) => id)];
  return Object.keys(spec.inputs).join() === 'x' && spec.nodes.every((node, i) => node.from.length === 1 && node.from[0] === names[i]);
}

function sequential(spec: NetworkSpec): KerasModel {
  const [first, ...rest] = spec.nodes.map(kerasLayer);
  const input = [null, ...(spec.inputs['x'] ?? [])];
  const layers = first === undefined ? [] : [{ ...first, config: { ...first.config, batch_input_shape: input } }, ...rest];
  return { class_name: 'Sequential', config: { name: spec.name, layers } };
}

function functional(spec: NetworkSpec): KerasModel {
  const at = (id: string): readonly unknown[] => [id, 0, 0];
  const inputs = Object.entries(spec.inputs).map(([name, shape]) => ({
    class_name: 'InputLayer',
    name,
    config: { name, batch_input_shape: [null, ...shape], dtype: 'float32', sparse: false },
    inbound_nodes: [],
  }));
  const layers = spec.nodes.map((node) => ({
    ...kerasLayer(node),
    name: node.id,
    inbound_nodes: [node.from.map((source) => [...at(source), {}])],
  }));
  const ends = { input_layers: Object.keys(spec.inputs).map(at), output_layers: spec.outputs.map(at) };
  return { class_name: 'Functional', config: { name: spec.name, layers: [...inputs, ...layers], ...ends } };
}

/**
 * The model as tfjs's `loadLayersModel` reads it: topology, and weights named `<layer>/<role>` in the order of the layers.
 * @throws ReaderError where nothing is a network, or a layer has no counterpart.
 */
export async function exportLayersModel(
  model: Model,
): Promise<{ readonly topology: unknown; readonly weights: Record<string, HostArray> }> {
  const { spec } = model;
  if (spec === undefined) throw new ReaderError(engineText.noNetwork);
  const description = describeNetwork(spec);
  const topology = isChain(spec) ? sequential(spec) : functional(spec);
  const variables = new Map([...model.variables, ...model.state].map(({ name, variable }) => [name, variable]));
  const weights: Record<string, HostArray> = {};
  for (const { id } of spec.nodes) {
    for (const { role } of description.nodes[id]?.variables ?? []) {
      const variable = variables.get(`${id}/${role}`);
      if (variable !== undefined) weights[`${id}/${ROLES[role] ?? role}`] = await toHost(variable);
    }
  }
  return { topology: { ...topology, keras_version: 'tfjs-layers 4.22.0', backend: 'tensor_flow.js' }, weights };
}

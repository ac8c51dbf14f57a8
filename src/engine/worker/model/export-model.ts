/** A trained network as a tfjs LayersModel: topology as Keras writes it (a chain as Sequential, any other as Functional), weights by name. */
import { engineText } from '../../../i18n/engine';
import type { HostArray, Model } from '../../../ml/model';
import { describeNetwork } from '../../../ml/blueprint/describe';
import { kerasName, kerasWord, savedUnder } from '../../../ml/blueprint/keras-names';
import { firstShape, inputOf, type InputSpec, type NetworkSpec } from '../../../ml/blueprint/network-spec';
import type { KerasLayer } from './keras-layer';
import { kerasLayers } from './keras-layers';
import { ReaderError } from '../reader-error';
import { toHost } from './tensors';

interface KerasModel {
  readonly class_name: 'Sequential' | 'Functional';
  readonly config: Readonly<Record<string, unknown>>;
}

/** The layers of every node, in order. */
function layersByNode(spec: NetworkSpec): ReadonlyMap<string, readonly KerasLayer[]> {
  const { shapes } = describeNetwork(spec);
  return new Map(
    spec.nodes.map((node) => [
      node.id,
      kerasLayers(node, { spec, name: kerasName(node.id), inputs: node.from.map((id) => shapes[id] ?? []) }),
    ]),
  );
}

/** Things that are named are whole numbers. */
function dtypeOf(input: InputSpec): 'int32' | 'float32' {
  return inputOf(input).kind === 'indices' ? 'int32' : 'float32';
}

function isChain(spec: NetworkSpec): boolean {
  const names = ['x', ...spec.nodes.map(({ id }) => id)];
  // In a Sequential, the first layer's weights would be of its input's type.
  if (Object.values(spec.inputs).some((input) => dtypeOf(input) === 'int32')) return false;
  return Object.keys(spec.inputs).join() === 'x' && spec.nodes.every((node, i) => node.from.length === 1 && node.from[0] === names[i]);
}

function sequential(spec: NetworkSpec): KerasModel {
  const [first, ...rest] = [...layersByNode(spec).values()].flat();
  const input = { batch_input_shape: [null, ...firstShape(spec)] };
  const layers = first === undefined ? [] : [{ ...first, config: { ...first.config, ...input } }, ...rest];
  return { class_name: 'Sequential', config: { name: kerasName(spec.name), layers } };
}

function functional(spec: NetworkSpec): KerasModel {
  const at = (id: string): readonly unknown[] => [kerasName(id), 0, 0];
  const inputs = Object.entries(spec.inputs).map(([id, input]) => ({
    class_name: 'InputLayer',
    name: kerasName(id),
    config: { name: kerasName(id), batch_input_shape: [null, ...inputOf(input).shape], dtype: dtypeOf(input), sparse: false },
    inbound_nodes: [],
  }));
  const byNode = layersByNode(spec);
  const layers = spec.nodes.flatMap((node) => {
    // Of several layers for a node, each takes from the one before, and the last has the node's name.
    let sources = node.from.map(at);
    return (byNode.get(node.id) ?? []).map((layer) => {
      const name = String(layer.config['name']);
      const inbound_nodes = [sources.map((source) => [...source, {}])];
      sources = [at(name)];
      return { ...layer, name, inbound_nodes };
    });
  });
  const ends = { input_layers: Object.keys(spec.inputs).map(at), output_layers: spec.outputs.map(at) };
  return { class_name: 'Functional', config: { name: kerasName(spec.name), layers: [...inputs, ...layers], ...ends } };
}

/**
 * The model as tfjs's `loadLayersModel` reads it: topology, and weights named `<layer>/<role>` in the order of the layers. Networks
 * that stand side by side are one model with several outputs.
 * @throws ReaderError where nothing is a network, or a layer has no counterpart.
 */
export async function exportLayersModel(
  model: Pick<Model, 'spec' | 'variables' | 'state'>,
): Promise<{ readonly topology: unknown; readonly weights: Record<string, HostArray> }> {
  const { spec } = model;
  if (spec === undefined) throw new ReaderError(engineText.noNetwork);
  const description = describeNetwork(spec);
  const topology = isChain(spec) ? sequential(spec) : functional(spec);
  const variables = new Map([...model.variables, ...model.state].map(({ name, variable }) => [name, variable]));
  const weights: Record<string, HostArray> = {};
  for (const node of spec.nodes) {
    const { weights: path, silent } = savedUnder(node);
    for (const { role } of description.nodes[node.id]?.variables ?? []) {
      const variable = variables.get(`${node.id}/${role}`);
      if (variable === undefined) continue;
      const word = kerasWord(node.layer, role);
      const array = await toHost(variable);
      weights[`${path}/${word}`] = array;
      if (silent !== undefined) weights[`${silent}/${word}`] = { shape: array.shape, data: new Float32Array(array.data.length) };
    }
  }
  return { topology: { ...topology, keras_version: 'tfjs-layers 4.22.0', backend: 'tensor_flow.js' }, weights };
}

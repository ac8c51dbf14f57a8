/** Every layer's examples as networks of one node, and what the contract of every layer does to them. */
import { tensor, tidy, type Tensor } from '@tensorflow/tfjs-core';
import type { HostArray } from '../../src/ml/model';
import { buildNetwork, type Network } from '../../src/ml/network';
import { createRandom } from '../../src/ml/random';
import { describeNetwork } from '../../src/ml/blueprint/describe';
import type { LayerDescription, LayerExample } from '../../src/ml/blueprint/layer-description';
import { isLayerName, layerDescriptions, type LayerName } from '../../src/ml/blueprint/layers';
import type { NetworkSpec, NodeSpec } from '../../src/ml/blueprint/network-spec';
import { stir } from './saved-model';

export type Arrays = Readonly<Record<string, HostArray>>;

export interface Case {
  readonly title: string;
  readonly name: LayerName;
  readonly description: LayerDescription;
  readonly spec: NetworkSpec;
}

/** An example as a network of one node, `one`, whose inputs are called as their numbers are. */
function networkOf(name: LayerName, { inputs, options = {} }: LayerExample, at: number): NetworkSpec {
  const names = inputs.length === 1 ? ['x'] : inputs.map((_, i) => `input${i + 1}`);
  return {
    name: `${name}-${at + 1}`,
    inputs: Object.fromEntries(inputs.map((input, i) => [names[i] ?? 'x', input])),
    nodes: [{ id: 'one', layer: name, from: names, options }],
    outputs: ['one'],
  };
}

/** Layers that tfjs has no counterpart of. */
const REFUSED: readonly LayerName[] = ['groupNorm', 'positions', 'reverse', 'attention'];

/** Whether a node cannot be saved as a LayersModel: written here once more, so that no layer is refused without being meant to. */
export function isRefused(spec: NetworkSpec, { layer, options, from }: NodeSpec): boolean {
  if (REFUSED.some((name) => name === layer)) return true;
  if (layer === 'conv2d') return options['groups'] !== undefined;
  if (layer !== 'recurrent') return false;
  const [steps = NaN] = describeNetwork(spec).shapes[from[0] ?? ''] ?? [];
  const anew = options['truncate'] !== undefined && options['carry'] === false && options['every'] !== false;
  return options['start'] === 'learned' || (anew && steps % Math.min(steps, Number(options['truncate'])) !== 0);
}

/** An example each. */
export const CASES: readonly Case[] = Object.entries(layerDescriptions).flatMap(([name, description]: [string, LayerDescription]) =>
  isLayerName(name)
    ? description.examples.map((example, at) => ({
        title: `${name} ${JSON.stringify({ inputs: example.inputs, ...example.options })}`,
        name,
        description,
        spec: networkOf(name, example, at),
      }))
    : [],
);

/** The network with weights as training may leave them. */
export function built(spec: NetworkSpec): Network {
  const network = buildNetwork(spec, createRandom(1));
  stir(network);
  return network;
}

/** Arrays as tensors. */
export const toTensors = (inputs: Arrays): Record<string, Tensor> =>
  Object.fromEntries(Object.entries(inputs).map(([name, { shape, data }]) => [name, tensor(data, [...shape])]));

/** What the network gives at evaluation. */
export function outputOf(network: Network, inputs: Arrays): { readonly shape: number[]; readonly data: number[] } {
  return tidy(() => {
    const [output] = network.apply(toTensors(inputs), { training: false }).outputs;
    if (output === undefined) throw new Error('the network gave no output');
    return { shape: output.shape, data: [...output.dataSync()] };
  });
}

/** Holds elements of weights at zero. */
export function silence(network: Network, parts: readonly { readonly variable: string; readonly indices: readonly number[] }[]): void {
  for (const { variable: name, indices } of parts) {
    const variable = network.variables.find((one) => one.name === name)?.variable;
    if (variable === undefined) throw new Error(`there is no weight ${name}`);
    const data = variable.dataSync().slice();
    for (const index of indices) {
      if (!(index < data.length)) throw new Error(`${name} has ${data.length} elements, and no ${index}`);
      data[index] = 0;
    }
    tidy(() => variable.assign(tensor(data, variable.shape)));
  }
}

/** What is in a unit, the places along the last dimension whose number is `unit`. */
export const ofUnit = (data: readonly number[], units: number, unit: number): number[] => data.filter((_, i) => i % units === unit);

/** The same inputs with a unit of one of them moved, at every place. */
export function movedUnit(samples: Arrays, id: string, unit: number, units: number): Arrays {
  const { shape, data } = samples[id] ?? { shape: [], data: new Float32Array() };
  return { ...samples, [id]: { shape, data: Float32Array.from(data, (value, i) => (i % units === unit ? value + 0.5 : value)) } };
}

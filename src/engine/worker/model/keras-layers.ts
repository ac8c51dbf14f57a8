/** Our layers in Keras's words, as a saved LayersModel names them, and what tfjs needs put before some of them. */
import { engineText } from '../../../i18n/engine';
import { LEAK, type ActivationName } from '../../../ml/blueprint/activations';
import { paddingWord, usedPadding } from '../../../ml/blueprint/code/network/windows';
import { activationNameOf, isLayerName, layerDescriptions, type LayerName } from '../../../ml/blueprint/layers';
import type { NodeSpec } from '../../../ml/blueprint/network-spec';
import { keptSteps } from '../../../ml/blueprint/layers/steps';
import { reachOf } from '../../../ml/blueprint/receptive-field';
import type { WindowAxes } from '../../../ml/blueprint/window-axes';
import { ReaderError } from '../reader-error';
import { one, type KerasLayer, type KerasRow, type LayerPlace } from './keras-layer';
import { keptRows, recurrent } from './keras-sequences';

/** Activations that tfjs-layers knows under these names; leaky ReLU is a layer of its own there. */
const ACTIVATIONS: Readonly<Record<Exclude<ActivationName, 'leakyRelu'>, string>> = {
  identity: 'linear',
  sigmoid: 'sigmoid',
  tanh: 'tanh',
  relu: 'relu',
  elu: 'elu',
  gelu: 'gelu',
  silu: 'swish',
  softplus: 'softplus',
};

/** Those that give nothing below zero: zeros beside their outputs never win over them. */
const NEVER_NEGATIVE: readonly ActivationName[] = ['relu', 'sigmoid', 'softplus'];

function pairs({ rows, columns }: WindowAxes, of: (axis: WindowAxes['rows']) => number): readonly [number, number] {
  return [of(rows), of(columns)];
}

/** A layer with a window, zeros put before it where tfjs has no word for its padding. */
function windowed(
  node: NodeSpec,
  { name, inputs }: LayerPlace,
  class_name: string,
  size: 'kernel_size' | 'pool_size',
  more = {},
): KerasLayer[] {
  const reach = reachOf(node, inputs);
  if (reach === 'all' || reach === undefined) throw new ReaderError(engineText.notInKeras, { layer: node.layer });
  const word = paddingWord(reach);
  const layer = {
    class_name,
    config: {
      name,
      [size]: pairs(reach, (axis) => axis.size),
      strides: pairs(reach, (axis) => axis.stride),
      padding: word ?? 'valid',
      data_format: 'channels_last',
      ...(size === 'kernel_size' ? { dilation_rate: pairs(reach, (axis) => axis.dilation) } : {}),
      ...more,
    },
  };
  if (word !== undefined) return [layer];
  const padding = [usedPadding(reach.rows), usedPadding(reach.columns)];
  return [{ class_name: 'ZeroPadding2D', config: { name: `${name}_padding`, padding, data_format: 'channels_last' } }, layer];
}

/** Pooling. Zeros that a mean would count, or that could win over numbers below them, would be another layer. */
function pooling(class_name: 'MaxPooling2D' | 'AveragePooling2D'): KerasRow {
  return (node, place) => {
    const layers = windowed(node, place, class_name, 'pool_size');
    if (layers.length === 1) return layers;
    const source = activationNameOf(place.spec.nodes.find(({ id }) => id === node.from[0]));
    const harmless = class_name === 'MaxPooling2D' && source !== undefined && NEVER_NEGATIVE.includes(source);
    if (!harmless) throw new ReaderError(engineText.paddingNotInKeras, { layer: node.id });
    return layers;
  };
}

/** What layers with a kernel and a bias have in common. */
function weighted({ options }: NodeSpec): Readonly<Record<string, unknown>> {
  return { activation: 'linear', use_bias: options['useBias'] !== false, trainable: options['trained'] !== false };
}

const epsilonOf = ({ options }: NodeSpec): unknown => options['epsilon'] ?? 1e-5;

/** The table of layers in Keras's words; `undefined` where tfjs has no such layer. */
const rows: Readonly<Record<LayerName, KerasRow | undefined>> = {
  dense: (node, place) => one('Dense', place, { units: node.options['units'], ...weighted(node) }),
  activation(node, place) {
    const name = activationNameOf(node) ?? 'identity';
    return name === 'leakyRelu' ? one('LeakyReLU', place, { alpha: LEAK }) : one('Activation', place, { activation: ACTIVATIONS[name] });
  },
  dropout: ({ options }, place) => one('Dropout', place, { rate: options['rate'] }),
  batchNorm: (node, place) =>
    one('BatchNormalization', place, { axis: -1, momentum: node.options['momentum'] ?? 0.9, epsilon: epsilonOf(node) }),
  layerNorm: (node, place) => one('LayerNormalization', place, { axis: -1, epsilon: epsilonOf(node) }),
  groupNorm: undefined,
  conv2d(node, place) {
    if (Number(node.options['groups'] ?? 1) !== 1) throw new ReaderError(engineText.groupsNotInKeras, { layer: node.id });
    return windowed(node, place, 'Conv2D', 'kernel_size', { filters: node.options['filters'], ...weighted(node) });
  },
  depthwiseConv2d(node, place) {
    const { dilation, multiplier = 1 } = node.options;
    if (dilation !== undefined) throw new ReaderError(engineText.optionsNotInKeras, { layer: node.id });
    return windowed(node, place, 'DepthwiseConv2D', 'kernel_size', { depth_multiplier: multiplier, ...weighted(node) });
  },
  maxPool: pooling('MaxPooling2D'),
  averagePool: pooling('AveragePooling2D'),
  globalAveragePool: (_node, place) => one('GlobalAveragePooling2D', place, { data_format: 'channels_last' }),
  flatten: (_node, place) => one('Flatten', place),
  embedding: (node, place) =>
    one('Embedding', place, {
      input_dim: node.options['size'],
      output_dim: node.options['units'],
      trainable: node.options['trained'] !== false,
    }),
  positions: undefined,
  recurrent,
  lastStep: (_node, place) => keptRows(place, { count: 1, of: 'last' }, place.inputs[0]?.slice(1) ?? []),
  lastSteps(node, place) {
    const count = keptSteps(node, place.inputs);
    return keptRows(place, { count, of: 'last' }, [count, ...(place.inputs[0]?.slice(1) ?? [])]);
  },
  splitSteps: (node, place) => one('Reshape', place, { target_shape: layerDescriptions.splitSteps.shape(node, place.inputs) }),
  averageSteps: (_node, place) => one('GlobalAveragePooling1D', place),
  repeat: ({ options }, place) => one('RepeatVector', place, { n: options['count'] }),
  reverse: undefined,
  attention: undefined,
  add: (_node, place) => one('Add', place),
  concat: (_node, place) => one('Concatenate', place, { axis: -1 }),
};

/** Layers in Keras's words that do together what a node does. Throws a ReaderError where there are none. */
export function kerasLayers(node: NodeSpec, place: LayerPlace): readonly KerasLayer[] {
  const row = isLayerName(node.layer) ? rows[node.layer] : undefined;
  if (row === undefined) throw new ReaderError(engineText.notInKeras, { layer: node.layer });
  return row(node, place);
}

/** Our layers in Keras's words, as a saved LayersModel names them, and what tfjs needs put before some of them. */
import { engineText } from '../../i18n/engine';
import { LEAK } from '../../ml/spec/activations';
import { paddingWord, usedPadding } from '../../ml/spec/code/network/windows';
import type { NetworkSpec, NodeSpec, Shape } from '../../ml/spec/network-spec';
import { reachOf } from '../../ml/spec/receptive-field';
import type { WindowAxes } from '../../ml/spec/window';
import { ReaderError } from './reader-error';

export interface KerasLayer {
  readonly class_name: string;
  readonly config: Readonly<Record<string, unknown>>;
}

/** What a layer needs to know besides its own node. */
export interface LayerPlace {
  readonly spec: NetworkSpec;
  readonly name: string;
  readonly inputs: readonly Shape[];
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

/** Those that give nothing below zero: zeros beside their outputs never win over them. */
const NEVER_NEGATIVE = ['relu', 'sigmoid', 'softplus'];

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

function pooling(node: NodeSpec, place: LayerPlace): KerasLayer[] {
  const layers = windowed(node, place, node.layer === 'maxPool' ? 'MaxPooling2D' : 'AveragePooling2D', 'pool_size');
  if (layers.length === 1) return layers;
  // Zeros that a mean would count, or that could win over numbers below them, are another layer.
  const source = place.spec.nodes.find(({ id }) => id === node.from[0]);
  const harmless = node.layer === 'maxPool' && NEVER_NEGATIVE.includes(String(source?.options['activation']));
  if (!harmless) throw new ReaderError(engineText.paddingNotInKeras, { layer: node.id });
  return layers;
}

/** Layers in Keras's words that do together what a node does. Throws a ReaderError where there are none. */
export function kerasLayers(node: NodeSpec, place: LayerPlace): readonly KerasLayer[] {
  const { name } = place;
  const { options } = node;
  const weights = { activation: 'linear', use_bias: options['useBias'] !== false, trainable: options['trained'] !== false };
  const one = (class_name: string, config = {}): KerasLayer[] => [{ class_name, config: { name, ...config } }];
  switch (node.layer) {
    case 'dense':
      return one('Dense', { units: options['units'], ...weights });
    case 'conv2d':
      if (Number(options['groups'] ?? 1) !== 1) throw new ReaderError(engineText.groupsNotInKeras, { layer: node.id });
      return windowed(node, place, 'Conv2D', 'kernel_size', { filters: options['filters'], ...weights });
    case 'depthwiseConv2d':
      if (options['dilation'] !== undefined) throw new ReaderError(engineText.notInKeras, { layer: node.layer });
      return windowed(node, place, 'DepthwiseConv2D', 'kernel_size', { depth_multiplier: options['multiplier'] ?? 1, ...weights });
    case 'maxPool':
    case 'averagePool':
      return pooling(node, place);
    case 'globalAveragePool':
      return one('GlobalAveragePooling2D', { data_format: 'channels_last' });
    case 'activation': {
      const activation = String(options['activation']);
      if (activation === 'leakyRelu') return one('LeakyReLU', { alpha: LEAK });
      return one('Activation', { activation: ACTIVATIONS[activation] ?? 'linear' });
    }
    case 'dropout':
      return one('Dropout', { rate: options['rate'] });
    case 'batchNorm':
      return one('BatchNormalization', { axis: -1, momentum: options['momentum'] ?? 0.9, epsilon: options['epsilon'] ?? 1e-5 });
    case 'layerNorm':
      return one('LayerNormalization', { axis: -1, epsilon: options['epsilon'] ?? 1e-5 });
    case 'flatten':
      return one('Flatten');
    case 'add':
      return one('Add');
    case 'concat':
      return one('Concatenate', { axis: -1 });
    default:
      throw new ReaderError(engineText.notInKeras, { layer: node.layer });
  }
}

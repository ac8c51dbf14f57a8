/** A network in Keras 3: the functional API. */
import { LEAK, type ActivationName } from '../../activations';
import type { InitialiserName } from '../../initialiser-names';
import type { NetworkSpec } from '../../network-spec';
import type { Program } from '../../program';
import { literal, printedNodes, type PrintedNode } from '../nodes';
import { depthwiseFans, orthogonalGain, pair, paddingWord, usedPadding } from './windows';

/** Strengths of the penalties on kernels. */
type Penalties = Pick<Program, 'l1' | 'l2'>;

const ACTIVATIONS: Readonly<Record<ActivationName, string>> = {
  identity: `layers.Activation("linear")`,
  sigmoid: `layers.Activation("sigmoid")`,
  tanh: `layers.Activation("tanh")`,
  relu: `layers.Activation("relu")`,
  leakyRelu: `layers.LeakyReLU(negative_slope=${LEAK})`,
  elu: `layers.ELU()`,
  gelu: `layers.Activation("gelu")`,
  silu: `layers.Activation("silu")`,
  softplus: `layers.Activation("softplus")`,
};

function initialiser(name: InitialiserName, scale: number, seed: number, fans = { inputs: 1, mean: 1, orthogonal: 1 }): string {
  const variance = (mode: string, distribution: string, gain: number): string =>
    `initializers.VarianceScaling(${literal(gain * scale * scale * (mode === 'fan_in' ? fans.inputs : fans.mean))}, "${mode}", "${distribution}", seed=${seed})`;
  switch (name) {
    case 'zeros':
    case 'ones':
      return `"${name}"`;
    case 'constant':
      return scale === 0 ? `"zeros"` : `initializers.Constant(${literal(scale)})`;
    case 'normal':
      return `initializers.RandomNormal(stddev=${literal(scale)}, seed=${seed})`;
    case 'uniform':
      return `initializers.RandomUniform(${literal(-scale)}, ${literal(scale)}, seed=${seed})`;
    case 'xavierUniform':
      return variance('fan_avg', 'uniform', 1);
    case 'xavierNormal':
      return variance('fan_avg', 'untruncated_normal', 1);
    case 'heUniform':
      return variance('fan_in', 'uniform', 2);
    case 'heNormal':
      return variance('fan_in', 'untruncated_normal', 2);
    case 'lecunNormal':
      return variance('fan_in', 'untruncated_normal', 1);
    case 'orthogonal':
      return `initializers.Orthogonal(gain=${literal(scale * fans.orthogonal)}, seed=${seed})`;
  }
}

/** What all layers with weights end in; `kernel` is what Keras calls the kernel there. */
function weights(one: PrintedNode, index: number, kernel: 'kernel' | 'depthwise', { l1, l2 }: Penalties): string {
  const channels = one.inputShape.at(-1) ?? 1;
  const multiplier = Number(one.node.options['multiplier'] ?? 1);
  const orthogonal = one.kernel === undefined ? 1 : orthogonalGain(one.kernel);
  const fans = kernel === 'depthwise' ? { ...depthwiseFans(channels, multiplier), orthogonal } : undefined;
  return [
    `${kernel}_initializer=${initialiser(one.initialiser, one.scale, index + 1, fans)}`,
    one.useBias ? `bias_initializer=${initialiser(one.biasInitialiser, one.biasScale, index + 101)}` : 'use_bias=False',
    // Keras's L2 counts w^2, ours half of it.
    ...(l1 > 0 || l2 > 0 ? [`${kernel}_regularizer=regularizers.L1L2(${literal(l1)}, ${literal(l2 / 2)})`] : []),
    ...(one.frozen ? ['trainable=False'] : []),
  ].join(', ');
}

/** Size, strides, padding and dilation. Padding that Keras has no word for is put there before. */
function windowed(one: PrintedNode): string {
  if (one.window === undefined) return '';
  const brackets = ['(', ')'] as const;
  const dilation = pair(one.window, (axis) => axis.dilation, brackets);
  const padding = paddingWord(one.window) ?? 'valid';
  return [
    pair(one.window, (axis) => axis.size, brackets),
    `strides=${pair(one.window, (axis) => axis.stride, brackets)}`,
    ...(padding === 'valid' ? [] : [`padding="${padding}"`]),
    ...(dilation === '1' ? [] : [`dilation_rate=${dilation}`]),
  ].join(', ');
}

function padded(one: PrintedNode, from: string, value: string): string {
  if (one.window === undefined || paddingWord(one.window) !== undefined) return from;
  const [rows, columns] = [usedPadding(one.window.rows).join(', '), usedPadding(one.window.columns).join(', ')];
  if (value === '0') return `layers.ZeroPadding2D(((${rows}), (${columns})))(${from})`;
  return `ops.pad(${from}, ((0, 0), (${rows}), (${columns}), (0, 0)), constant_values=${value})`;
}

function averagePool(one: PrintedNode, from: string): string {
  const layer = `layers.AveragePooling2D(${windowed(one)})`;
  if (one.window === undefined || paddingWord(one.window) !== undefined) return `${layer}(${from})`;
  // The padding is not to be counted: the mean of the padded image over the share of the window that lies in it.
  return `${layer}(${padded(one, from, '0')}) / ${layer}(${padded(one, `ops.ones_like(${from})`, '0')})`;
}

function layerOf(one: PrintedNode, index: number, from: string, penalties: Penalties): string {
  const { node } = one;
  const epsilon = Number(node.options['epsilon'] ?? 1e-5);
  switch (node.layer) {
    case 'dense':
      return `layers.Dense(${one.units}, ${weights(one, index, 'kernel', penalties)})(${from})`;
    case 'conv2d': {
      const groups = Number(node.options['groups'] ?? 1);
      const shared = groups === 1 ? '' : `groups=${groups}, `;
      return `layers.Conv2D(${Number(node.options['filters'])}, ${windowed(one)}, ${shared}${weights(one, index, 'kernel', penalties)})(${padded(one, from, '0')})`;
    }
    case 'depthwiseConv2d': {
      const multiplier = Number(node.options['multiplier'] ?? 1);
      return `layers.DepthwiseConv2D(${windowed(one)}, depth_multiplier=${multiplier}, ${weights(one, index, 'depthwise', penalties)})(${padded(one, from, '0')})`;
    }
    case 'maxPool':
      return `layers.MaxPooling2D(${windowed(one)})(${padded(one, from, 'float("-inf")')})`;
    case 'averagePool':
      return averagePool(one, from);
    case 'globalAveragePool':
      return `layers.GlobalAveragePooling2D()(${from})`;
    case 'activation':
      return `${ACTIVATIONS[one.activation]}(${from})`;
    case 'dropout':
      return `layers.Dropout(${Number(node.options['rate'])})(${from})`;
    case 'batchNorm':
      return `layers.BatchNormalization(momentum=${Number(node.options['momentum'] ?? 0.9)}, epsilon=${epsilon}${one.scale === 1 ? '' : `, gamma_initializer=${initialiser('constant', one.scale, index)}`})(${from})`;
    case 'layerNorm':
      return `layers.LayerNormalization(epsilon=${epsilon})(${from})`;
    case 'flatten':
      return `layers.Flatten()(${from})`;
    case 'concat':
      return `layers.Concatenate()(${from})`;
    default:
      return `layers.Add()(${from})`;
  }
}

/**
 * The lines from `x_in` to `model`, which a program goes on with.
 * @param around the program's other lines: no node is called as something in them.
 */
export function kerasNetwork(spec: NetworkSpec, penalties: Penalties, around: readonly string[] = []): string[] {
  const nodes = printedNodes(spec, around);
  const [inputShape = [1]] = Object.values(spec.inputs);
  const outputs = spec.outputs.map((id) => nodes.find(({ node }) => node.id === id)?.name ?? 'x_in');
  return [
    `x_in = keras.Input((${inputShape.join(', ')},))`,
    ...nodes.map((one, i) => {
      const sources = one.from.map((name) => (name === 'x' ? 'x_in' : name));
      return `${one.name} = ${layerOf(one, i, sources.length === 1 ? (sources[0] ?? 'x_in') : `[${sources.join(', ')}]`, penalties)}`;
    }),
    `model = keras.Model(x_in, ${outputs.length === 1 ? (outputs[0] ?? 'x_in') : `[${outputs.join(', ')}]`})`,
  ];
}

/** The line that imports the parts of Keras that the others use. */
export function kerasImports(lines: readonly string[]): string {
  const used = ['initializers', 'layers', 'ops', 'optimizers', 'regularizers'].filter((name) =>
    lines.some((line) => line.includes(`${name}.`)),
  );
  return `from keras import ${used.join(', ')}`;
}

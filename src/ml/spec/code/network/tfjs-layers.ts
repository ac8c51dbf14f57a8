/** Layers in TensorFlow.js, and the classes of its own that a network needs where tfjs has no layer. */
import { LEAK, type ActivationName } from '../../activations';
import type { InitialiserName } from '../../initialiser-names';
import { fansOf } from '../../fans';
import { literal, type PrintedNode } from '../nodes';
import { orthogonalGain, pair, paddingWord, usedPadding } from './windows';

const ACTIVATIONS: Readonly<Record<ActivationName, string>> = {
  identity: `tf.layers.activation({ activation: 'linear' })`,
  sigmoid: `tf.layers.activation({ activation: 'sigmoid' })`,
  tanh: `tf.layers.activation({ activation: 'tanh' })`,
  relu: `tf.layers.activation({ activation: 'relu' })`,
  leakyRelu: `tf.layers.leakyReLU({ alpha: ${LEAK} })`,
  elu: `tf.layers.elu()`,
  gelu: `tf.layers.activation({ activation: 'gelu' })`,
  silu: `tf.layers.activation({ activation: 'swish' })`,
  softplus: `tf.layers.activation({ activation: 'softplus' })`,
};

/**
 * An initialiser. Normal and uniform rules are written out with their fans: tfjs's own normal ones cut the tails off and do not make up
 * for it, which leaves a deviation of 0.88 of the rule's.
 * @param shapes of the kernel in tfjs, and the one whose fans count.
 */
function initialiser(name: InitialiserName, scale: number, seed: number, shapes: NonNullable<PrintedNode['kernel']>): string {
  const fans = fansOf(shapes.drawnAs);
  const root = (of: string): string => `${scale === 1 ? '' : `${literal(scale)} * `}Math.sqrt(${of})`;
  const normal = (variance: string): string => `tf.initializers.randomNormal({ stddev: ${root(variance)}, seed: ${seed} })`;
  const uniform = (square: string): string =>
    `tf.initializers.randomUniform({ minval: -${root(square)}, maxval: ${root(square)}, seed: ${seed} })`;
  switch (name) {
    case 'zeros':
      return `'zeros'`;
    case 'ones':
      return `'ones'`;
    case 'constant':
      return scale === 0 ? `'zeros'` : `tf.initializers.constant({ value: ${literal(scale)} })`;
    case 'normal':
      return `tf.initializers.randomNormal({ stddev: ${literal(scale)}, seed: ${seed} })`;
    case 'uniform':
      return `tf.initializers.randomUniform({ minval: ${literal(-scale)}, maxval: ${literal(scale)}, seed: ${seed} })`;
    case 'xavierUniform':
      return uniform(`6 / ${fans.in + fans.out}`);
    case 'xavierNormal':
      return normal(`2 / ${fans.in + fans.out}`);
    case 'heUniform':
      return uniform(`6 / ${fans.in}`);
    case 'heNormal':
      return normal(`2 / ${fans.in}`);
    case 'lecunNormal':
      return normal(`1 / ${fans.in}`);
    case 'orthogonal':
      return `tf.initializers.orthogonal({ gain: ${literal(scale * orthogonalGain(shapes))}, seed: ${seed} })`;
  }
}

/** Classes by the name with which a printed layer calls them. */
const HELPERS: Readonly<Record<string, readonly string[]>> = {
  Dilated: [
    '// tfjs has no gradient of a dilated convolution: zeros in the gaps of the kernel make it a plain one.',
    'class Dilated extends tf.layers.conv2d({ filters: 1, kernelSize: 1 }).constructor {',
    "  static className = 'Dilated';",
    '  call(inputs) {',
    '    const kernel = this.kernel.read(), [rows, columns] = this.dilationRate, [h, w, i, o] = kernel.shape;',
    '    const apart = (matrix, gap) => {',
    '      const [count, rest] = matrix.shape;',
    '      const spread = tf.pad(tf.reshape(matrix, [count, 1, rest]), [[0, 0], [0, gap - 1], [0, 0]]);',
    '      return tf.slice(tf.reshape(spread, [count * gap, rest]), [0, 0], [(count - 1) * gap + 1, rest]);',
    '    };',
    '    const turned = (matrix, down, across) => tf.transpose(tf.reshape(matrix, [down, across, i * o]), [1, 0, 2]);',
    '    const height = (h - 1) * rows + 1, width = (w - 1) * columns + 1;',
    '    const tall = turned(apart(tf.reshape(kernel, [h, w * i * o]), rows), height, w);',
    '    const wide = turned(apart(tf.reshape(tall, [w, height * i * o]), columns), width, height);',
    '    const maps = tf.conv2d([inputs].flat()[0], tf.reshape(wide, [height, width, i, o]), this.strides, this.padding);',
    '    return this.bias ? tf.add(maps, this.bias.read()) : maps;',
    '  }',
    '}',
  ],
  Channels: [
    'class Channels extends tf.layers.Layer {',
    "  static className = 'Channels';",
    '  constructor({ from, count }) { super({}); Object.assign(this, { from, count }); }',
    '  computeOutputShape(shape) { return [...shape.slice(0, -1), this.count]; }',
    '  call(x) { return tf.slice([x].flat()[0], [0, 0, 0, this.from], [-1, -1, -1, this.count]); }',
    '}',
  ],
  Pad: [
    'class Pad extends tf.layers.Layer {',
    "  static className = 'Pad';",
    '  constructor({ rows, columns, value }) { super({}); Object.assign(this, { rows, columns, value }); }',
    '  computeOutputShape([n, h, w, c]) { return [n, h + this.rows[0] + this.rows[1], w + this.columns[0] + this.columns[1], c]; }',
    '  call(x) { return tf.pad([x].flat()[0], [[0, 0], this.rows, this.columns, [0, 0]], this.value); }',
    '}',
  ],
  MeanInImage: [
    'class MeanInImage extends tf.layers.Layer {',
    "  static className = 'MeanInImage';",
    '  constructor({ size, strides, rows, columns, shape }) { super({}); Object.assign(this, { size, strides, rows, columns, shape }); }',
    '  computeOutputShape([n]) { return [n, ...this.shape]; }',
    '  call(x) {',
    "    const mean = (y) => tf.avgPool(tf.pad(y, [[0, 0], this.rows, this.columns, [0, 0]]), this.size, this.strides, 'valid');",
    '    const [image] = [x].flat();',
    '    return tf.div(mean(image), mean(tf.onesLike(image)));',
    '  }',
    '}',
  ],
};

/** The classes that the lines call. */
export function tfjsHelpers(lines: readonly string[]): string[] {
  return Object.entries(HELPERS).flatMap(([name, code]) => (lines.some((line) => line.includes(`new ${name}(`)) ? ['', ...code] : []));
}

/** @param seed of the kernel; the bias draws from another. */
function weights(one: PrintedNode, seed: number, word: 'kernel' | 'depthwise' = 'kernel', shape = one.kernel?.shape ?? []): string {
  const { drawnAs } = one.kernel ?? { drawnAs: shape };
  const bias = [one.shape.at(-1) ?? 1];
  return [
    `${word}Initializer: ${initialiser(one.initialiser, one.scale, seed, { shape, drawnAs })}`,
    one.useBias
      ? `biasInitializer: ${initialiser(one.biasInitialiser, one.biasScale, seed + 100, { shape: bias, drawnAs: bias })}`
      : 'useBias: false',
    ...(one.frozen ? ['trainable: false'] : []),
  ].join(', ');
}

const pads = (one: PrintedNode): string =>
  one.window === undefined
    ? ''
    : `rows: [${usedPadding(one.window.rows).join(', ')}], columns: [${usedPadding(one.window.columns).join(', ')}]`;

/** Size, strides, padding and dilation of a layer with a window; padding that tfjs has no word for is put there before. */
function windowed(one: PrintedNode, key: 'kernelSize' | 'poolSize'): string {
  if (one.window === undefined) return '';
  const brackets = ['[', ']'] as const;
  const size = pair(one.window, (axis) => axis.size, brackets);
  const strides = pair(one.window, (axis) => axis.stride, brackets);
  const dilation = pair(one.window, (axis) => axis.dilation, brackets);
  return `${key}: ${size}, strides: ${strides}, padding: '${paddingWord(one.window) ?? 'valid'}'${dilation === '1' ? '' : `, dilationRate: ${dilation}`}`;
}

const isPadded = (one: PrintedNode): boolean => one.window !== undefined && paddingWord(one.window) === undefined;
const padded = (one: PrintedNode, from: string, value: string): string =>
  isPadded(one) ? `new Pad({ ${pads(one)}, value: ${value} }).apply(${from})` : from;

function convolution(one: PrintedNode, index: number, from: string): string {
  const filters = Number(one.node.options['filters']);
  const groups = Number(one.node.options['groups'] ?? 1);
  const channels = (one.inputShape.at(-1) ?? 1) / groups;
  const source = padded(one, from, '0');
  const kernel = [...(one.kernel?.shape ?? []).slice(0, -1), filters / groups];
  const dilated = one.window !== undefined && (one.window.rows.dilation > 1 || one.window.columns.dilation > 1);
  const group = (i: number): string => {
    const layer = `${dilated ? 'new Dilated' : 'tf.layers.conv2d'}({ filters: ${filters / groups}, ${windowed(one, 'kernelSize')}, ${weights(one, index + 1 + 1000 * i, 'kernel', kernel)} })`;
    return `${layer}.apply(${groups === 1 ? source : `new Channels({ from: ${i * channels}, count: ${channels} }).apply(${source})`})`;
  };
  if (groups === 1) return group(0);
  return `tf.layers.concatenate().apply([${Array.from({ length: groups }, (_, i) => group(i)).join(', ')}])`;
}

function depthwise(one: PrintedNode, index: number, from: string): string {
  const multiplier = Number(one.node.options['multiplier'] ?? 1);
  const layer = `tf.layers.depthwiseConv2d({ ${windowed(one, 'kernelSize')}, depthMultiplier: ${multiplier}, ${weights(one, index + 1, 'depthwise')} })`;
  return `${layer}.apply(${padded(one, from, '0')})`;
}

function averagePool(one: PrintedNode, from: string): string {
  if (one.window === undefined || !isPadded(one)) return `tf.layers.averagePooling2d({ ${windowed(one, 'poolSize')} }).apply(${from})`;
  const { rows, columns } = one.window;
  return `new MeanInImage({ size: [${rows.size}, ${columns.size}], strides: [${rows.stride}, ${columns.stride}], ${pads(one)}, shape: [${one.shape.join(', ')}] }).apply(${from})`;
}

/** A node's layer applied to what feeds it. */
export function tfjsLayer(one: PrintedNode, index: number, sources: readonly string[]): string {
  const { node } = one;
  const from = sources.length === 1 ? (sources[0] ?? 'x_in') : `[${sources.join(', ')}]`;
  const applied = (layer: string): string => `${layer}.apply(${from})`;
  const epsilon = Number(node.options['epsilon'] ?? 1e-5);
  switch (node.layer) {
    case 'dense':
      return applied(`tf.layers.dense({ units: ${one.units}, ${weights(one, index + 1)} })`);
    case 'conv2d':
      return convolution(one, index, from);
    case 'depthwiseConv2d':
      return depthwise(one, index, from);
    case 'maxPool':
      return `tf.layers.maxPooling2d({ ${windowed(one, 'poolSize')} }).apply(${padded(one, from, '-1e30')})`;
    case 'averagePool':
      return averagePool(one, from);
    case 'globalAveragePool':
      return applied('tf.layers.globalAveragePooling2d({})');
    case 'activation':
      return applied(ACTIVATIONS[one.activation]);
    case 'dropout':
      return applied(`tf.layers.dropout({ rate: ${Number(node.options['rate'])} })`);
    case 'batchNorm':
      return applied(
        `tf.layers.batchNormalization({ momentum: ${Number(node.options['momentum'] ?? 0.9)}, epsilon: ${epsilon}${one.scale === 1 ? '' : `, gammaInitializer: tf.initializers.constant({ value: ${literal(one.scale)} })`} })`,
      );
    case 'layerNorm':
      return applied(`tf.layers.layerNormalization({ epsilon: ${epsilon} })`);
    case 'flatten':
      return applied('tf.layers.flatten()');
    case 'concat':
      return applied('tf.layers.concatenate()');
    default:
      return applied(`tf.layers.${node.layer}()`);
  }
}

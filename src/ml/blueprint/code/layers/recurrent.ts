import { gateBiases, recurrentSettings, type CellName, type RecurrentSettings } from '../../layers/recurrent';
import type { InitialiserName } from '../../initialiser-names';
import { kerasInitialiser, type Penalties } from '../network/keras-weights';
import { pytorchInitialise } from '../network/pytorch-weights';
import { tfjsInitialiser } from '../network/tfjs-weights';
import { literal, type PrintedNode } from '../nodes';
import { plainModule, type LayerCode } from './layer-code';
import { RECURRENT_HELPERS } from './recurrent-helpers';

/** Sizes, the rule of the recurrent kernel, and what the gates' biases begin with. */
interface Printed extends RecurrentSettings {
  readonly rule: InitialiserName;
  readonly recurrentScale: number;
  readonly biases: readonly number[];
}

function printed({ node, inputShapes, recurrentInitialiser }: PrintedNode): Printed {
  const { recurrentScale = 1 } = node.options;
  const settings = recurrentSettings(node, inputShapes);
  return {
    ...settings,
    rule: recurrentInitialiser,
    recurrentScale: Number(recurrentScale),
    biases: gateBiases(node, settings.cell),
  };
}

/** A forget gate's bias of 1 and all others 0: Keras and tfjs have a word for it. */
const isUnitForget = ({ cell, useBias, biases }: Printed): boolean => cell === 'lstm' && useBias && biases.join() === '0,1,0,0';

/** Biases that begin with other numbers than those that Keras and tfjs have words for. */
const isOwnBias = (settings: Printed): boolean => settings.useBias && !isUnitForget(settings) && settings.biases.some((one) => one !== 0);

const TFJS: Readonly<Record<CellName, string>> = { rnn: 'simpleRNN', lstm: 'lstm', gru: 'gru' };

function tfjsLayer(one: PrintedNode, index: number, from: string): string {
  const settings = printed(one);
  const { cell, features, units, gates, every, reversed, start, truncate, carry, useBias, rule, recurrentScale, biases } = settings;
  const seed = index + 1;
  const kernel = tfjsInitialiser(one.initialiser, one.scale, seed, { shape: [features, gates * units], drawnAs: [features, units] });
  const recurrent = tfjsInitialiser(rule, recurrentScale, seed + 1000, { shape: [units, gates * units], drawnAs: [units, units] });
  const bias = isOwnBias(settings) ? `new GateBias({ units: ${units}, gates: [${biases.map(literal).join(', ')}] })` : `'zeros'`;
  const cut = truncate > 0;
  const options = [
    `units: ${units}`,
    ...(every || cut ? ['returnSequences: true'] : []),
    ...(cut ? ['returnState: true'] : []),
    ...(reversed && !cut ? ['goBackwards: true'] : []),
    ...(cell === 'rnn' ? [] : [`recurrentActivation: 'sigmoid'`]),
    `kernelInitializer: ${kernel}`,
    `recurrentInitializer: ${recurrent}`,
    useBias ? `biasInitializer: ${bias}` : 'useBias: false',
    ...(cell === 'lstm' ? [`unitForgetBias: ${isUnitForget(settings)}`] : []),
    ...(one.frozen ? ['trainable: false'] : []),
  ].join(', ');
  const starts = Array.from(
    { length: cell === 'lstm' ? 2 : 1 },
    () => `new Start({ units: ${units}${one.frozen ? ', trainable: false' : ''} }).apply(${from})`,
  );
  const begun = start === 'learned' ? `, { initialState: [${starts.join(', ')}] }` : '';
  const made = `tf.layers.${TFJS[cell]}({ ${options} })`;
  const given = `{ size: ${truncate}, carry: ${carry}, every: ${every}${start === 'learned' ? `, start: [${starts.join(', ')}]` : ''} }`;
  const layer = cut ? `inPieces(${made}, ${reversed ? `new Reverse().apply(${from})` : from}, ${given})` : `${made}.apply(${from}${begun})`;
  return reversed && every ? `new Reverse().apply(${layer})` : layer;
}

const KERAS: Readonly<Record<CellName, string>> = { rnn: 'SimpleRNN', lstm: 'LSTM', gru: 'GRU' };

function kerasLayer(one: PrintedNode, index: number, from: string, { l1, l2 }: Penalties): string {
  const settings = printed(one);
  const { cell, features, units, gates, every, reversed, start, truncate, carry, useBias, rule, recurrentScale, biases } = settings;
  const cut = truncate > 0;
  // Keras counts the fans of all gates together; here each gate is drawn as a kernel of its own.
  const fans = (inputs: number) => ({ inputs: 1, mean: (inputs + gates * units) / (inputs + units), orthogonal: Math.sqrt(gates) });
  const bias = isOwnBias(settings)
    ? `lambda shape, dtype=None: ops.concatenate([ops.full(${units}, one) for one in [${biases.map(literal).join(', ')}]])`
    : '"zeros"';
  const penalty = `regularizers.L1L2(${literal(l1)}, ${literal(l2 / 2)})`;
  const options = [
    String(units),
    ...(every || cut ? ['return_sequences=True'] : []),
    ...(cut ? ['return_state=True'] : []),
    ...(reversed && !cut ? ['go_backwards=True'] : []),
    ...(cell === 'gru' ? ['reset_after=False'] : []),
    `kernel_initializer=${kerasInitialiser(one.initialiser, one.scale, index + 1, fans(features))}`,
    `recurrent_initializer=${kerasInitialiser(rule, recurrentScale, index + 1001, fans(units))}`,
    useBias ? `bias_initializer=${bias}` : 'use_bias=False',
    ...(cell === 'lstm' ? [`unit_forget_bias=${isUnitForget(settings) ? 'True' : 'False'}`] : []),
    // Keras's L2 counts w^2, ours half of it.
    ...(l1 > 0 || l2 > 0 ? [`kernel_regularizer=${penalty}`, `recurrent_regularizer=${penalty}`] : []),
    ...(one.frozen ? ['trainable=False'] : []),
  ].join(', ');
  const starts = Array.from({ length: cell === 'lstm' ? 2 : 1 }, () => `Start(${units}${one.frozen ? ', trainable=False' : ''})(${from})`);
  const begun = start === 'learned' ? `, initial_state=[${starts.join(', ')}]` : '';
  const made = `layers.${KERAS[cell]}(${options})`;
  const read = reversed ? `ops.flip(${from}, axis=1)` : from;
  const layer = cut
    ? `InPieces(${made}, ${truncate}, carry=${carry ? 'True' : 'False'}, every=${every ? 'True' : 'False'})(${read}${begun})`
    : `${made}(${from}${begun})`;
  return reversed && every ? `ops.flip(${layer}, axis=1)` : layer;
}

function pytorchModule(one: PrintedNode): string {
  const { cell, features, units, every, reversed, start, truncate, carry, useBias } = printed(one);
  const name = { rnn: 'nn.RNN', lstm: 'nn.LSTM', gru: 'ResetBeforeGRU' }[cell];
  const bias = useBias ? '' : ', bias=False';
  const made = `${name}(${features}, ${units}${bias}${cell === 'gru' ? '' : ', batch_first=True'})`;
  const options = [
    truncate > 0 ? `InPieces(${made}, ${truncate}, carry=${carry ? 'True' : 'False'})` : made,
    ...(every ? [] : ['every=False']),
    ...(reversed ? ['backwards=True'] : []),
    ...(start === 'learned' ? [`start=${cell === 'lstm' ? 2 : 1}`] : []),
  ];
  return `Recurrent(${options.join(', ')})`;
}

/** PyTorch has a second bias a gate beside the recurrent kernel, which is held at zero here. */
function pytorchFill(one: PrintedNode, name: string): string[] {
  const { cell, units, gates, truncate, useBias, rule, recurrentScale, biases } = printed(one);
  const module = truncate > 0 ? `${name}.cell` : name;
  const each = (weight: string, fill: string): string => `for part in ${module}.cell.${weight}.chunk(${gates}): ${fill}`;
  return [
    each('weight_ih_l0', pytorchInitialise('part', one.initialiser, one.scale)),
    each('weight_hh_l0', pytorchInitialise('part', rule, recurrentScale)),
    ...(useBias ? [`${module}.cell.bias_ih_l0.zero_()`] : []),
    ...(useBias && cell !== 'gru' ? [`${module}.cell.bias_hh_l0.zero_().requires_grad_(False)`] : []),
    ...(useBias
      ? biases.flatMap((bias, gate) =>
          bias === 0 ? [] : [`${module}.cell.bias_ih_l0[${gate * units}:${(gate + 1) * units}].fill_(${literal(bias)})`],
        )
      : []),
  ];
}

/**
 * The same function in all three: gates use sigmoid, which tfjs has to be told; a GRU's reset gate acts before the product, which is
 * tfjs's only form and Keras's `reset_after=False`, and for which PyTorch's program brings a class, since nn.GRU resets after it.
 */
export const recurrent: LayerCode = {
  tfjs: (one, index, sources) => tfjsLayer(one, index, sources.join()),
  keras: kerasLayer,
  pytorch: { module: (one) => plainModule(pytorchModule(one)), fill: pytorchFill, kernels: ['weight_ih_l0', 'weight_hh_l0'] },
  helpers: RECURRENT_HELPERS,
};

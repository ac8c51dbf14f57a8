/** Layers over the steps of a sequence in Keras's words: recurrent ones, and the first or last steps cut out. */
import { engineText } from '../../../i18n/engine';
import type { NodeSpec, Shape } from '../../../ml/blueprint/network-spec';
import { recurrentSettings, type RecurrentSettings } from '../../../ml/blueprint/layers/recurrent';
import { ReaderError } from '../reader-error';
import { one, type KerasLayer, type LayerPlace } from './keras-layer';

/** Some steps by way of an image of one channel, whose other rows are cut off: tfjs has nothing shorter. */
export function keptRows(
  { name, inputs }: Pick<LayerPlace, 'name' | 'inputs'>,
  { count, of }: { readonly count: number; readonly of: 'first' | 'last' },
  target_shape: Shape,
): readonly KerasLayer[] {
  const [[steps = 1, ...rest] = []] = inputs;
  const features = rest.reduce((product, length) => product * length, 1);
  const away = steps - count;
  const cropping = [of === 'last' ? [away, 0] : [0, away], [0, 0]];
  return [
    { class_name: 'Reshape', config: { name: `${name}_image`, target_shape: [steps, features, 1] } },
    { class_name: 'Cropping2D', config: { name: `${name}_rows`, cropping, data_format: 'channels_last' } },
    { class_name: 'Reshape', config: { name, target_shape } },
  ];
}

/** The cell along the steps that it is given, whose gates stand in the same order. */
function cellOver(node: NodeSpec, place: LayerPlace, { cell, units, every, reversed, useBias }: RecurrentSettings): readonly KerasLayer[] {
  const turned = reversed && every;
  const trainable = node.options['trained'] !== false;
  const config = {
    units,
    activation: 'tanh',
    ...(cell === 'rnn' ? {} : { recurrent_activation: 'sigmoid' }),
    use_bias: useBias,
    return_sequences: every,
    go_backwards: reversed && !turned,
    trainable,
  };
  const layers = one({ rnn: 'SimpleRNN', lstm: 'LSTM', gru: 'GRU' }[cell], place, config);
  if (!turned) return layers;
  // Keras hands on what was read backwards in the order of reading. Read both ways, it is turned round; what is read forwards is zeros.
  return layers.flatMap((layer) => one('Bidirectional', place, { layer, merge_mode: 'sum', trainable }));
}

/** A recurrent layer that begins anew with every piece: each piece is a sample of its own. */
function inPieces(node: NodeSpec, place: LayerPlace, settings: RecurrentSettings): readonly KerasLayer[] {
  const { steps, features, units, every, reversed } = settings;
  const length = Math.min(settings.truncate, steps);
  const { name } = place;
  if (!every) {
    // Nothing of what was read before the last piece is left in the last state.
    const kept = { count: length, of: reversed ? 'first' : 'last' } as const;
    return [...keptRows({ ...place, name: `${name}_piece` }, kept, [length, features]), ...cellOver(node, place, settings)];
  }
  if (steps % length !== 0) throw new ReaderError(engineText.optionsNotInKeras, { layer: node.id });
  const pieces = steps / length;
  return [
    { class_name: 'Reshape', config: { name: `${name}_cut`, target_shape: [pieces, length, features] } },
    ...cellOver(node, place, settings).flatMap((layer) => one('TimeDistributed', { ...place, name: `${name}_pieces` }, { layer })),
    { class_name: 'Reshape', config: { name, target_shape: [steps, units] } },
  ];
}

/**
 * A recurrent layer. Where its state is carried, a cut that only gradients feel is left out: it is the same function.
 * @throws ReaderError where it begins with trained numbers, or in pieces of which the first is shorter and all answer.
 */
export function recurrent(node: NodeSpec, place: LayerPlace): readonly KerasLayer[] {
  const settings = recurrentSettings(node, place.inputs);
  if (settings.start === 'learned') throw new ReaderError(engineText.optionsNotInKeras, { layer: node.id });
  return settings.truncate > 0 && !settings.carry ? inPieces(node, place, settings) : cellOver(node, place, settings);
}

/** Recurrent layers: a state that is carried from step to step of a sequence, [steps, features] (chapter rnn). */
import { INITIALISER_NAMES } from '../initialiser-names';
import {
  nameOption,
  NetworkError,
  numberOption,
  onlyInput,
  wholeOption,
  type LayerDescription,
  type LayerPlace,
  type OwnPart,
  type VariableDescription,
} from '../layer-description';
import type { NodeSpec, Shape } from '../network-spec';
import { along, elementsWhere } from '../weight-parts';

/**
 * The cells, and their gates in the order in which they stand side by side in the weights (that of Keras):
 * rnn: h = tanh(x W + h' U + b) (Elman 1990, with the logistic function for tanh); lstm: c = f c' + i g, h = o tanh(c) (Hochreiter & Schmidhuber 1997, with the forget gate
 * of Gers et al. 2000); gru: h = z h' + (1 - z) n, n = tanh(x W + (r h') U + b) (Cho et al. 2014: the reset gate acts before the
 * product, as in tfjs and in the notes; Keras calls this reset_after=False, and PyTorch's own GRU, which resets after it, is another
 * function).
 */
export const CELL_GATES = {
  rnn: ['candidate'],
  lstm: ['input', 'forget', 'candidate', 'output'],
  gru: ['update', 'reset', 'candidate'],
} as const;

export type CellName = keyof typeof CELL_GATES;
const CELL_NAMES: readonly CellName[] = ['rnn', 'lstm', 'gru'];

export interface RecurrentSettings {
  readonly cell: CellName;
  readonly steps: number;
  readonly features: number;
  readonly units: number;
  /** How many gates stand side by side in the weights. */
  readonly gates: number;
  /** The state of every step, in the order of the input, or the last one that was reached. */
  readonly every: boolean;
  /** From the last step to the first. */
  readonly reversed: boolean;
  /** What the first step begins with: zeros, or numbers that are trained. */
  readonly start: 'zeros' | 'learned';
  /** Steps of a piece, in the order of reading and counted from the last: no gradient goes from one piece to the one before. 0: no pieces. */
  readonly truncate: number;
  /** Whether a piece begins with the state in which the one before it ends, or as the first step does. */
  readonly carry: boolean;
  readonly useBias: boolean;
}

/** Options and sizes of a recurrent node. Throws NetworkError where they do not fit. */
export function recurrentSettings(node: NodeSpec, inputs: readonly Shape[]): RecurrentSettings {
  const shape = onlyInput(node, inputs);
  const [steps, features] = shape;
  if (steps === undefined || features === undefined || shape.length !== 2) {
    throw new NetworkError(node.id, `its input has the shape [${shape.join(', ')}]; it should be [steps, features]`);
  }
  const cell = nameOption(node, 'cell', 'rnn', CELL_NAMES);
  return {
    cell,
    steps,
    features,
    units: wholeOption(node, 'units', undefined, 1),
    gates: CELL_GATES[cell].length,
    every: node.options['every'] !== false,
    reversed: node.options['reversed'] === true,
    start: nameOption(node, 'start', 'zeros', ['zeros', 'learned']),
    truncate: node.options['truncate'] === undefined ? 0 : wholeOption(node, 'truncate', undefined, 1),
    carry: node.options['carry'] !== false,
    useBias: node.options['useBias'] !== false,
  };
}

/** What a gate's bias begins with, by its name: the option that says so, and the number where it is not said. */
const BIASES: Readonly<Partial<Record<string, { readonly option: string; readonly usual: number }>>> = {
  input: { option: 'inputBias', usual: 0 },
  forget: { option: 'forgetBias', usual: 1 },
  update: { option: 'updateBias', usual: 0 },
};

/** What the biases of a cell's gates begin with, in the order of the gates. Throws NetworkError where one is no number. */
export function gateBiases(node: NodeSpec, cell: CellName): readonly number[] {
  return CELL_GATES[cell].map((gate) => {
    const known = BIASES[gate];
    return known === undefined ? 0 : numberOption(node, known.option, known.usual, -Infinity);
  });
}

/** The steps with which pieces begin, but for the first, in the order of reading. */
export function pieceStarts({ steps, truncate }: Pick<RecurrentSettings, 'steps' | 'truncate'>): readonly number[] {
  if (truncate === 0) return [];
  const first = steps % truncate === 0 ? truncate : steps % truncate;
  return Array.from({ length: Math.max(0, Math.ceil((steps - first) / truncate)) }, (_, i) => first + i * truncate);
}

/** Each gate is drawn as if it were a cell's only kernel, so that an LSTM begins with the weights of four small layers. */
function variables(node: NodeSpec, inputs: readonly Shape[]): readonly VariableDescription[] {
  const { cell, features, units, gates, start, useBias } = recurrentSettings(node, inputs);
  const trained = node.options['trained'] !== false;
  const initialiser = nameOption(node, 'initialiser', 'xavierUniform', INITIALISER_NAMES);
  const recurrent = nameOption(node, 'recurrentInitialiser', 'orthogonal', INITIALISER_NAMES);
  const scale = numberOption(node, 'initialScale', 1, initialiser === 'constant' ? -Infinity : 0);
  const recurrentScale = numberOption(node, 'recurrentScale', 1, recurrent === 'constant' ? -Infinity : 0);
  const biases = gateBiases(node, cell);
  const each = <T>(of: (gate: string) => T): T[] => CELL_GATES[cell].map(of);
  const started = ['startState', ...(cell === 'lstm' ? ['startCell'] : [])];
  return [
    ...(start === 'learned' ? started.map((role) => ({ role, shape: [units], initialiser: 'zeros' as const, trained })) : []),
    {
      role: 'kernel',
      shape: [features, gates * units],
      initialiser,
      initialiserOptions: { scale },
      blocks: each(() => ({ scale })),
      trained,
    },
    {
      role: 'recurrentKernel',
      shape: [units, gates * units],
      initialiser: recurrent,
      initialiserOptions: { scale: recurrentScale },
      blocks: each(() => ({ scale: recurrentScale })),
      trained,
    },
    ...(useBias
      ? [
          {
            role: 'bias',
            shape: [gates * units],
            initialiser: 'constant' as const,
            blocks: biases.map((one) => ({ scale: one })),
            trained,
          },
        ]
      : []),
  ];
}

/** The columns of a unit in all gates. */
function own({ node, inputs }: LayerPlace, unit: number): readonly OwnPart[] {
  const { units } = recurrentSettings(node, inputs);
  return variables(node, inputs).map(({ role, shape }) => ({
    role,
    indices: elementsWhere(shape, (places) => (places.at(-1) ?? 0) % units === unit),
  }));
}

const FORMULAS: Readonly<Record<CellName, string>> = {
  rnn: 'tanh(x·W + h₋₁·U + b)',
  lstm: 'o · tanh(c), c = f · c₋₁ + i · g',
  gru: 'z · h₋₁ + (1 − z) · n, n = tanh(x·W + (r · h₋₁)·U + b)',
};

/**
 * [steps, features] -> [steps, units], or [units] of the last step with `every: false`. Options: cell (rnn, lstm, gru), units, every
 * (default true), reversed (default false: reads from the last step to the first; outputs stand at the place of their input), start
 * (zeros or learned), truncate (steps of a piece, across whose beginning no gradient goes back; the last piece is whole, the first what
 * is left; default: no pieces) and carry (default true: a piece takes over the numbers of the state before it; false: it begins anew),
 * forgetBias and inputBias (of an lstm, default 1, Jozefowicz et al. 2015, and 0), updateBias (of a gru, default 0:
 * a large one keeps), initialiser and initialScale of the kernel, recurrentInitialiser (default orthogonal) and recurrentScale, useBias, trained.
 */
export const recurrent: LayerDescription = {
  inputs: { least: 1, most: 1 },
  shape(node, inputs) {
    const { steps, units, every } = recurrentSettings(node, inputs);
    return every ? [steps, units] : [units];
  },
  variables,
  multiplyAdds(node, inputs) {
    const { cell, steps, features, units, gates } = recurrentSettings(node, inputs);
    // Products of both kernels, and the two by which gates mix the old and the new.
    return steps * (gates * units * (features + units) + (cell === 'rnn' ? 0 : 2 * units));
  },
  units: 'mixed',
  hears({ node, inputs }, _source, heard) {
    const { features, units, gates } = recurrentSettings(node, inputs);
    return [{ role: 'kernel', indices: along([features, gates * units], 0, heard) }];
  },
  hearsItself({ node, inputs }, heard) {
    const { units, gates } = recurrentSettings(node, inputs);
    return [{ role: 'recurrentKernel', indices: along([units, gates * units], 0, heard) }];
  },
  own,
  group: 'leads',
  drawing: 'units',
  label: (node) => String(node.options['cell'] ?? 'rnn'),
  width: 'units',
  formula: (node) => FORMULAS[nameOption(node, 'cell', 'rnn', CELL_NAMES)],
  inner(node, inputs) {
    const { cell, steps, units, gates } = recurrentSettings(node, inputs);
    // Without its weights a gate stands at sigmoid(0), half open; a candidate, at tanh(0), adds nothing.
    const gate = (column: number): readonly OwnPart[] =>
      ['kernel', 'recurrentKernel', 'bias'].flatMap((role) => {
        const shape = variables(node, inputs).find((one) => one.role === role)?.shape;
        return shape === undefined ? [] : [{ role, indices: along(shape, shape.length - 1, [column]) }];
      });
    const all = { gates: { shape: [steps, gates * units], parts: gates * units, off: gate } };
    if (cell !== 'lstm') return all;
    // What adds to a unit's state is its candidate, and what it begins with.
    const started = recurrentSettings(node, inputs).start === 'learned';
    const off = (unit: number): readonly OwnPart[] => [
      ...gate(CELL_GATES.lstm.indexOf('candidate') * units + unit),
      ...(started ? [{ role: 'startCell', indices: [unit] }] : []),
    ];
    return { ...all, state: { shape: [steps, units], parts: units, off } };
  },
  // Keras has no layer that turns a sequence round, but one that reads it both ways and adds what it has read; and one for each piece.
  savedUnder(node, name) {
    const every = node.options['every'] !== false;
    const anew = node.options['truncate'] !== undefined && node.options['carry'] === false;
    const outer = every && anew ? `${name}_pieces` : name;
    const turned = every && node.options['reversed'] === true;
    return turned ? { weights: `${outer}/backward_${name}`, silent: `${outer}/forward_${name}` } : { weights: outer };
  },
  savedAs: { recurrentKernel: 'recurrent_kernel', startState: 'start_state', startCell: 'start_state' },
  examples: [
    { inputs: [[5, 3]], options: { units: 4 } },
    { inputs: [[4, 3]], options: { cell: 'lstm', units: 3 } },
    { inputs: [[4, 3]], options: { cell: 'gru', units: 3 } },
    { inputs: [[4, 2]], options: { cell: 'lstm', units: 2, every: false, forgetBias: 0, recurrentInitialiser: 'xavierNormal' } },
    { inputs: [[4, 2]], options: { cell: 'gru', units: 3, every: false, reversed: true, useBias: false } },
    { inputs: [[4, 2]], options: { cell: 'lstm', units: 2, reversed: true, start: 'learned', forgetBias: 2 } },
    { inputs: [[4, 2]], options: { cell: 'lstm', units: 2, forgetBias: 3, inputBias: -3 } },
    { inputs: [[4, 2]], options: { cell: 'gru', units: 2, updateBias: 2 } },
    { inputs: [[4, 2]], options: { cell: 'rnn', units: 2, every: false, start: 'learned', initialiser: 'heNormal' } },
    { inputs: [[7, 2]], options: { units: 3, truncate: 3 } },
    { inputs: [[6, 2]], options: { cell: 'lstm', units: 2, truncate: 4, reversed: true, start: 'learned' } },
    { inputs: [[5, 2]], options: { cell: 'gru', units: 2, truncate: 2, carry: false, start: 'learned' } },
    { inputs: [[4, 2]], options: { cell: 'lstm', units: 2, truncate: 2, carry: false, reversed: true } },
    { inputs: [[5, 2]], options: { cell: 'gru', units: 2, truncate: 2, carry: false } },
    { inputs: [[6, 2]], options: { units: 2, truncate: 3, carry: false, useBias: false } },
    { inputs: [[5, 2]], options: { cell: 'lstm', units: 2, truncate: 3, carry: false, every: false } },
    { inputs: [[5, 2]], options: { units: 2, truncate: 2, carry: false, every: false, reversed: true } },
  ],
};

import { ANSWER_CHARACTERS, GIVEN_LENGTH } from '../../ml/data-kinds/sequences/dates';
import { inputSymbols, type SequencesData } from '../../ml/data-kinds/sequences/program';
import type { NodeSpec } from '../../ml/blueprint/network-spec';
import { program, type Program } from '../../ml/blueprint/program';
import type { ValuesOf } from '../declaration';
import type demo from './demo';

type Settings = ValuesOf<typeof demo>;

/** Symbols, and places of the longest sequence and of the shortest. */
const SYMBOLS = { symbols: 12, length: 10, shortest: 4 } as const;
const DATES = { symbols: ANSWER_CHARACTERS.length, length: GIVEN_LENGTH } as const;
/** Numbers of a symbol as a vector, of a state, and of a query. */
const UNITS = 32;
/** Vectors begin short: scores of long ones saturate before anything is learned, and a dot product stays on the wrong place. */
const SHORT = { initialiser: 'normal', initialScale: 0.3 } as const;

function node(id: string, layer: string, from: readonly string[], options: NodeSpec['options'] = {}): NodeSpec {
  return { id, layer, from, options };
}

const gru = { cell: 'gru', units: UNITS } as const;

/** What stands at each place of the source (`memory`), and the one vector that is made of the whole of it (`summary`). */
function encoder({ encoder: kind, score }: Settings): readonly NodeSpec[] {
  switch (kind) {
    case 'positions':
      return [node('memory', 'positions', ['source'], SHORT), node('summary', 'averageSteps', ['memory'])];
    case 'forward':
      return [node('memory', 'recurrent', ['source'], gru), node('summary', 'lastStep', ['memory'])];
    case 'both':
      return [
        node('forward', 'recurrent', ['source'], gru),
        node('backward', 'recurrent', ['source'], { ...gru, reversed: true }),
        // What reads from the right ends at the first place.
        node('turned', 'reverse', ['backward']),
        // With attention the decoder begins with that end alone, as in Bahdanau et al. 2015; without, it has nothing but both ends.
        ...(score === 'none'
          ? [
              node('lastForward', 'lastStep', ['forward']),
              node('lastBackward', 'lastStep', ['turned']),
              node('summary', 'concat', ['lastForward', 'lastBackward']),
            ]
          : [node('memory', 'concat', ['forward', 'backward']), node('summary', 'lastStep', ['turned'])]),
      ];
  }
}

/** Encoder and decoder: at each step the decoder's state asks the places of the source, and answers from itself and what it is told. */
export default function alignmentProgram(values: Settings): Program<SequencesData> {
  const { task, score, learningRate } = values;
  const data: SequencesData = {
    kind: 'sequences',
    task,
    ...(task === 'dates' ? DATES : SYMBOLS),
    train: 4000,
    test: 200,
  };
  const { length, symbols } = data;
  const size = inputSymbols(data);
  const looks = score !== 'none';
  return program({
    network: {
      name: 'encoder-decoder',
      inputs: { x: { shape: [length], kind: 'indices', size }, previous: { shape: [length], kind: 'indices', size } },
      nodes: [
        node('source', 'embedding', ['x'], { size, units: UNITS, ...SHORT }),
        ...encoder(values),
        node('said', 'embedding', ['previous'], { size, units: UNITS, ...SHORT }),
        node('told', 'repeat', ['summary'], { count: length }),
        node('heard', 'concat', ['said', 'told']),
        node('state', 'recurrent', ['heard'], gru),
        ...(looks
          ? [
              node('attention', 'attention', ['state', 'memory'], { score, useBias: false }),
              node('joined', 'concat', ['state', 'attention']),
            ]
          : []),
        node('hidden', 'dense', [looks ? 'joined' : 'state'], { units: UNITS }),
        node('activation', 'activation', ['hidden'], { activation: 'tanh' }),
        node('output', 'dense', ['activation'], { units: symbols }),
      ],
      outputs: ['output'],
    },
    loss: 'crossEntropy',
    optimiser: { name: 'adam' },
    learningRate,
    schedule: 'step',
    batchSize: 64,
    steps: 1200,
    data,
  });
}

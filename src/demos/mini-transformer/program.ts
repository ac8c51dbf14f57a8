import type { OwnText } from '../../ml/data-kinds/text/own';
import { CORPORA, type TextData } from '../../ml/data-kinds/text/program';
import { symbolCount } from '../../ml/data-kinds/text/symbol-count';
import { program, type Program } from '../../ml/blueprint/program';
import { transformer, type TransformerSettings } from '../../ml/blueprint/transformer';
import type { ValuesOf } from '../declaration';
import type demo from './demo';

/** Share of a text that is held out: its end, or every tenth line. */
const HELD_OUT = 0.1;

type MiniValues = ValuesOf<(typeof demo)['parameters']>;

const SIZES = {
  one: { blocks: 1, width: 32, length: 32, batchSize: 32 },
  two: { blocks: 2, width: 64, length: 64, batchSize: 16 },
} as const;

/** Heads of a block. */
export const HEADS = 4;

/** How many symbols there are. */
function classesOf({ corpus, symbols }: MiniValues, own: OwnText | undefined): number {
  return symbolCount({ unit: 'character', symbols }, corpus, own);
}

/** The transformer at these values. @param own the reader's text in place of the book's. */
export function settingsOf(values: MiniValues, own?: OwnText): TransformerSettings {
  const { positions, norm, residual, mask } = values;
  const { blocks, width, length } = SIZES[values.size];
  const classes = classesOf(values, own);
  return { name: 'mini-transformer', classes, length, blocks, width, heads: HEADS, positions, norm, residual, causal: mask };
}

/** Reads a window of a text, and says at every place what comes next. @param own the reader's text in place of the book's. */
export default function miniTransformerProgram(values: MiniValues, own?: OwnText): Program<TextData> {
  const { corpus, symbols, learningRate, warmUp, size } = values;
  const settings = settingsOf(values, own);
  return program({
    network: transformer(settings),
    loss: 'crossEntropy',
    optimiser: { name: 'adam', beta2: 0.99 },
    learningRate,
    schedule: warmUp ? 'warmupCosine' : 'constant',
    batchSize: SIZES[size].batchSize,
    steps: 1500,
    clipNorm: 1,
    data: {
      kind: 'text',
      corpus,
      unit: 'character',
      symbols,
      length: settings.length,
      rows: own === undefined ? CORPORA[corpus].rows : 'running',
      heldOut: HELD_OUT,
      classes: settings.classes,
      ...(own === undefined ? {} : { own: own.characters }),
    },
  });
}

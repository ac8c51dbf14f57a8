import type { OwnText } from '../../ml/data-kinds/text/own';
import { CORPORA, type TextData } from '../../ml/data-kinds/text/program';
import { symbolCount } from '../../ml/data-kinds/text/symbol-count';
import { program, type Program } from '../../ml/blueprint/program';
import type { ValuesOf } from '../declaration';
import type demo from './demo';

/** Share of a text that is held out: its end, or every tenth line. */
const HELD_OUT = 0.1;
/** Numbers that a symbol becomes. */
export const EMBEDDING = 32;

/** Reads a text symbol by symbol, and says at every place what comes next. @param own the reader's text in place of the book's. */
export default function charModelProgram(values: ValuesOf<(typeof demo)['parameters']>, own?: OwnText): Program<TextData> {
  const { corpus, unit, symbols, length, cell, units, learningRate } = values;
  const classes = symbolCount({ unit, symbols }, corpus, own);
  const data: TextData = {
    kind: 'text',
    corpus,
    unit,
    symbols,
    length,
    rows: own === undefined ? CORPORA[corpus].rows : 'running',
    heldOut: HELD_OUT,
    classes,
    ...(own === undefined ? {} : { own: own.characters }),
  };
  return program({
    network: {
      name: 'char-model',
      inputs: { x: { shape: [length], kind: 'indices', size: classes } },
      nodes: [
        { id: 'embedding', layer: 'embedding', from: ['x'], options: { size: classes, units: EMBEDDING } },
        { id: 'state', layer: 'recurrent', from: ['embedding'], options: { cell, units } },
        { id: 'output', layer: 'dense', from: ['state'], options: { units: classes } },
      ],
      outputs: ['output'],
    },
    loss: 'crossEntropy',
    optimiser: { name: 'adam' },
    learningRate,
    batchSize: 32,
    steps: 500,
    clipNorm: 1,
    data,
  });
}

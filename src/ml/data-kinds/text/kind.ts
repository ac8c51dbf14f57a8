import { noSigns, type DataKind } from '../data-kind';
import { jsText, pythonText } from './code';
import { CORPORA, type TextData } from './program';

/** Symbols learned from, rounded: what is held out is not. */
function learned({ corpus, own, heldOut }: TextData): number {
  return Math.round((own ?? CORPORA[corpus].characters) * (1 - heldOut));
}

/** A text: at every place the next symbol. A sample is a window of `length` symbols; one that is cut short at the end counts too. */
export const textKind: DataKind<TextData> = {
  classes: ({ classes }) => classes,
  trainCount: (data) => Math.max(1, Math.ceil((learned(data) - 1) / data.length)),
  target: () => 'symbols',
  signs: noSigns,
  js: jsText,
  python: pythonText,
};

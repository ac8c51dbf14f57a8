import { noSigns, type DataKind } from '../data-kind';
import { jsStrokes, pythonStrokes } from './code';
import type { StrokesData } from './program';

/** Images of strokes: classes by direction. */
export const strokesKind: DataKind<StrokesData> = {
  classes: ({ classes }) => classes,
  trainCount: ({ samples, trainShare }) => Math.round(samples * trainShare),
  target: () => 'label',
  signs: noSigns,
  js: jsStrokes,
  python: pythonStrokes,
};

import type { DataKind } from '../data-kind';
import { jsPoints, pythonPoints } from './code';
import { REGRESSION_DATASETS, type PlanarData } from './program';

/** A share of a number of samples: never none, and never all where there are two. */
function partOf(count: number, share: number): number {
  return Math.max(1, Math.min(count - 1, Math.round(count * share)));
}

/** Points of the plane: classes, signs or values. */
export const planarKind: DataKind<PlanarData> = {
  classes: ({ classes }) => classes,
  trainCount: ({ rows, samples, trainShare }) => partOf(rows?.length ?? samples, trainShare),
  target: () => 'label',
  signs: ({ rows, dataset, values }) => (rows === undefined ? !REGRESSION_DATASETS.some((name) => name === dataset) : values !== true),
  js: jsPoints,
  python: pythonPoints,
};

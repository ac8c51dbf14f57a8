import { mlp } from '../../ml/spec/mlp';
import { labelKind } from '../../ml/spec/own-labels';
import { program, type DataProgram, type LossName, type Program } from '../../ml/spec/program';
import type { ValuesOf } from '../spec';
import type demo from './demo';

type PlaygroundValues = ValuesOf<(typeof demo)['parameters']>;

/** What the reader's own labels make of the network's output: one score for signs and values, one a class. */
export function classesOfRows(rows: Float32Array): { readonly classes: number; readonly regression: boolean } {
  const kind = labelKind(rows.filter((_, i) => i % 3 === 2));
  return { classes: kind.kind === 'classes' ? kind.classes : 1, regression: kind.kind === 'values' };
}

function lossOf(chosen: PlaygroundValues['loss'], classes: number, regression: boolean): LossName {
  if (regression || chosen === 'squared') return 'meanSquaredError';
  if (chosen === 'hinge') return 'hinge';
  return classes === 1 ? 'binaryCrossEntropy' : 'crossEntropy';
}

/** The playground's run at its present values: an MLP over the chosen features of points of the plane. */
export default function playgroundProgram(values: PlaygroundValues, rows?: Float32Array): Program {
  const own = rows === undefined ? undefined : classesOfRows(rows);
  const classes = own?.classes ?? (values.dataset === 'multiGauss' ? 4 : 1);
  const regression = own?.regression ?? (values.dataset === 'plane' || values.dataset === 'gaussRegression');
  const { dataset, samples, noise, trainShare, features } = values;
  const points =
    rows === undefined ? undefined : Array.from({ length: rows.length / 3 }, (_, i) => Array.from(rows.slice(3 * i, 3 * i + 3)));
  const data: DataProgram = {
    kind: 'planar',
    dataset,
    samples,
    noise,
    trainShare,
    features,
    classes,
    ...(points === undefined ? {} : { rows: points, values: regression }),
  };
  return program({
    network: mlp({
      name: 'playground',
      inputs: features.length,
      hidden: values.hidden,
      outputs: classes,
      activations: values.activations,
      initialiser: values.initialiser,
      dropout: values.dropout,
      batchNorm: values.batchNorm,
    }),
    loss: lossOf(values.loss, classes, regression),
    optimiser: { name: values.optimiser },
    learningRate: values.learningRate,
    schedule: values.schedule,
    l1: values.l1,
    l2: values.l2,
    weightDecay: values.weightDecay,
    clipNorm: values.clipNorm >= 100 ? Infinity : values.clipNorm,
    batchSize: values.batchSize,
    steps: 1500,
    data,
  });
}

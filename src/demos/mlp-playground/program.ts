import type { PlanarData } from '../../ml/data-kinds/planar/program';
import { mlp } from '../../ml/blueprint/mlp';
import { labelKind } from '../../ml/data-kinds/rows/own-labels';
import { program, type Program } from '../../ml/blueprint/program';
import { rowLists, type OwnRows } from '../../ml/data-kinds/rows/own';
import type { LossName } from '../../ml/blueprint/loss-names';
import type { ValuesOf } from '../declaration';
import type demo from './demo';

type PlaygroundValues = ValuesOf<typeof demo>;

/** What the reader's own labels make of the network's output: one score for signs and values, one a class. */
function classesOfRows(rows: Float32Array): { readonly classes: number; readonly regression: boolean } {
  const kind = labelKind(rows.filter((_, i) => i % 3 === 2));
  return { classes: kind.kind === 'classes' ? kind.classes : 1, regression: kind.kind === 'values' };
}

function lossOf(chosen: PlaygroundValues['loss'], classes: number, regression: boolean): LossName {
  if (regression || chosen === 'squared') return 'meanSquaredError';
  if (chosen === 'hinge') return 'hinge';
  return classes === 1 ? 'binaryCrossEntropy' : 'crossEntropy';
}

/** The playground's run at its present values: an MLP over the chosen features of points of the plane. */
export default function playgroundProgram(values: PlaygroundValues, ownData?: OwnRows): Program<PlanarData> {
  const own = ownData === undefined ? undefined : classesOfRows(ownData.rows);
  const classes = own?.classes ?? (values.dataset === 'multiGauss' ? 4 : 1);
  const regression = own?.regression ?? (values.dataset === 'plane' || values.dataset === 'gaussRegression');
  const { dataset, samples, noise, trainShare, features } = values;
  const data: PlanarData = {
    kind: 'planar',
    dataset,
    samples,
    noise,
    trainShare,
    features,
    classes,
    ...(ownData === undefined ? {} : { rows: rowLists(ownData), values: regression }),
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

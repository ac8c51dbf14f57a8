import type { PlanarData } from '../../ml/data-kinds/planar/program';
import type { NetworkSpec } from '../../ml/blueprint/network-spec';
import { program, type Program } from '../../ml/blueprint/program';
import { sequential, type ChainLayer } from '../../ml/blueprint/sequential';
import { sideBySide } from '../../ml/blueprint/side-by-side';
import type { ValuesOf } from '../declaration';
import type demo from './demo';
import { BATCH, HELD_OUT } from './setting';

/** Two hidden layers of ReLUs; each is followed by dropout where there is a rate, be it 0. */
function chain(name: string, units: number, rate?: number): NetworkSpec {
  const hidden = [1, 2].flatMap((i): ChainLayer[] => [
    { id: `hidden${i}`, layer: 'dense', options: { units, initialiser: 'heNormal' } },
    { id: `hidden${i}-activation`, layer: 'activation', options: { activation: 'relu' } },
    ...(rate === undefined ? [] : [{ id: `hidden${i}-dropout`, layer: 'dropout', options: { rate } }]),
  ]);
  return sequential(name, [2], [...hidden, { id: 'output', layer: 'dense', options: { units: 1, initialiser: 'xavierUniform' } }]);
}

/** One network twice, from the same first weights and on the same batches: without dropout, and with dropout after both hidden layers. */
export default function dropoutProgram(values: ValuesOf<typeof demo>): Program<PlanarData> {
  const { dataset, noise, samples, units, rate, learningRate } = values;
  const all = samples + HELD_OUT;
  return program({
    network: sideBySide('dropout', { plain: chain('plain', units), dropped: chain('dropped', units, rate) }),
    loss: 'binaryCrossEntropy',
    optimiser: { name: 'adam' },
    learningRate,
    batchSize: BATCH,
    steps: 1000,
    data: { kind: 'planar', dataset, samples: all, noise, trainShare: samples / all, features: ['x1', 'x2'], classes: 1 },
  });
}

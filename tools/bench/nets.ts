/** The networks that are timed: the TF Playground's own sizes and larger ones, as the demos build theirs. */
import { createRandom } from '../../src/ml/random';
import type { Model, ModelDefinition } from '../../src/ml/model';
import { planarPoints } from '../../src/ml/data-kinds/planar/points';
import { buildNetwork } from '../../src/ml/network';
import { program } from '../../src/ml/blueprint/program';
import { mlp } from '../../src/ml/blueprint/mlp';
import { supervisedModel } from '../../src/ml/tasks/supervised';
import type { Timed } from './overhead';

/** Hidden layers by name. */
export const NETS: Readonly<Record<string, readonly number[]>> = {
  '2-4-2-1': [4, 2],
  '2-8-8-1': [8, 8],
  '2-8x6-1': [8, 8, 8, 8, 8, 8],
  '2-64-64-1': [64, 64],
};

export interface NetOptions {
  readonly hidden: readonly number[];
  readonly batch: number;
}

/** A tanh network on the spiral under plain SGD. Nothing is evaluated and no picture is made: what is timed is the step. */
function netDefinition({ hidden, batch }: NetOptions): ModelDefinition<unknown> {
  return {
    create({ random }): Model {
      const network = mlp({ name: 'bench', inputs: 2, hidden, outputs: 1, activations: ['tanh'] });
      const points = planarPoints('spiral', batch, 0, random.fork('data'));
      const x = { shape: [points.length, 2], data: Float32Array.from(points.flatMap(({ x1, x2 }) => [x1, x2])) };
      const t = { shape: [points.length, 1], data: Float32Array.from(points.map(({ label }) => label)) };
      const trained = program({
        network,
        loss: 'meanSquaredError',
        learningRate: 0.01,
        batchSize: points.length,
        data: { kind: 'planar', dataset: 'spiral', samples: batch, noise: 0, trainShare: 1, features: ['x1', 'x2'], classes: 1 },
      });
      return supervisedModel({
        program: () => trained,
        network: buildNetwork(network, random.fork('weights')),
        random,
        batch: () => ({ x, t }),
        evaluateEvery: Infinity,
        evaluate: () => ({}),
        frame: () => ({}),
        dispose: () => undefined,
      });
    },
  };
}

/** A run of a network through the engine. */
export function timedNet(options: NetOptions): Timed {
  return { definition: netDefinition(options), recipe: { demo: 'bench', values: {}, seed: 1, interventions: [] } };
}

/** The model of a network, to be stepped by hand. */
export async function buildNet(options: NetOptions): Promise<Model> {
  return netDefinition(options).create({ values: {}, random: createRandom(1) });
}

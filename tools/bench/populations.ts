/** Many small networks trained as one population: how much faster that is than one after the other. */
import { planarPoints } from '../../src/ml/data-kinds/planar/points';
import { mlp } from '../../src/ml/blueprint/mlp';
import { program, type Program } from '../../src/ml/blueprint/program';
import type { PlanarData } from '../../src/ml/data-kinds/planar/program';
import type { Model } from '../../src/ml/model';
import { buildPopulation } from '../../src/ml/population';
import { createRandom } from '../../src/ml/random';
import { populationModel } from '../../src/ml/tasks/population';
import { NETS } from './nets';
import type { Speed } from './step-speed';

/** The subject's name, and the network that its members are. */
export const POPULATION = '256x2-8-8-1';
const MEMBER = '2-8-8-1';
export const MEMBERS = 256;

function memberProgram(member: number, batch: number): Program<PlanarData> {
  return program({
    network: mlp({ name: 'bench', inputs: 2, hidden: NETS[MEMBER] ?? [], outputs: 1, activations: ['tanh'] }),
    loss: 'meanSquaredError',
    learningRate: 1e-3 * 1.02 ** member,
    batchSize: batch,
    data: { kind: 'planar', dataset: 'spiral', samples: batch, noise: 0, trainShare: 1, features: ['x1', 'x2'], classes: 1 },
  });
}

/** 256 tanh networks on the spiral under plain SGD, each with a rate of its own; nothing is evaluated. */
export function buildPopulationNet(batch: number): Model {
  const random = createRandom(1);
  const points = planarPoints('spiral', batch, 0, random.fork('data'));
  const samples = {
    x: { shape: [points.length, 2], data: Float32Array.from(points.flatMap(({ x1, x2 }) => [x1, x2])) },
    t: { shape: [points.length, 1], data: Float32Array.from(points.map(({ label }) => label)) },
  };
  const programs = Array.from({ length: MEMBERS }, (_, member) => memberProgram(member, batch));
  return populationModel({
    programs,
    population: buildPopulation(programs.map(({ network }, i) => ({ spec: network, random: random.fork(i) }))),
    batch: () => samples,
    evaluateEvery: Infinity,
    frame: () => ({}),
    dispose: () => undefined,
  });
}

/**
 * What a population gains, in a sentence a batch size, where both it and its member have been timed compiled.
 * @param peak multiply-adds a second that the machine can do.
 */
export function populationGains(speeds: readonly Speed[], peak: number): string[] {
  const compiled = (name: string, batch: number): Speed | undefined =>
    speeds.find((one) => one.name === name && one.batch === batch && one.backend === 'compiled');
  return speeds.flatMap(({ name, batch, backend, stepsPerSecond = 0, multiplyAdds = 0 }) => {
    const alone = compiled(MEMBER, batch)?.stepsPerSecond;
    if (name !== POPULATION || backend !== 'compiled' || alone === undefined) return [];
    const together = MEMBERS * stepsPerSecond;
    const share = ((100 * stepsPerSecond * multiplyAdds) / peak).toFixed(1);
    return [
      `${MEMBERS} networks ${MEMBER}, batch ${batch}: ${Math.round(together).toLocaleString('en')} members x steps/s, ${(together / alone).toFixed(2)}x one after another, ${share} % of the peak; 1,000 steps of all in ${(1000 / stepsPerSecond).toFixed(2)} s`,
    ];
  });
}

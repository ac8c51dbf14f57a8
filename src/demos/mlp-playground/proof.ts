import { require, type Claim, type ProofRun } from '../proof';
import { openingOf } from '../resolve';
import type { Values } from '../declaration';
import demo from './demo';

/** Reaches an accuracy on held-out points from three seeds, not one lucky one. */
function learns(what: string, values: Values, steps: number): Claim {
  return {
    claim: `${what}: test accuracy >= 97 % from seeds 1, 2 and 3`,
    async check(lab) {
      for (const seed of [1, 2, 3]) {
        const { metrics } = await lab.run({ values, seed, steps });
        require((metrics['testAccuracy'] ?? 0) >= 0.97, `seed ${seed}: test accuracy ${metrics['testAccuracy']}`);
      }
    },
  };
}

/** How many of a run's points are of the inner class. */
function innerOf({ arrays }: ProofRun, name: 'points' | 'testPoints'): number {
  return Array.from(arrays[name]?.data ?? []).filter((value, i) => i % 3 === 2 && value > 0).length;
}

/** Where the middles of the four clouds of `corners` lie in a hidden layer of two ReLUs, each with its label. */
function foldedCorners({ arrays }: ProofRun): readonly { readonly label: number; readonly place: readonly [number, number] }[] {
  const of = (role: string): ArrayLike<number> => arrays[`weights/hidden1/${role}`]?.data ?? [];
  const [kernel, bias] = [of('kernel'), of('bias')];
  const unit = (x1: number, x2: number, j: number): number =>
    Math.max(0, x1 * (kernel[j] ?? NaN) + x2 * (kernel[2 + j] ?? NaN) + (bias[j] ?? NaN));
  return [-3, 3].flatMap((x1) =>
    [-3, 3].map((x2) => ({ label: x1 * x2 < 0 ? 1 : -1, place: [unit(x1, x2, 0), unit(x1, x2, 1)] as const })),
  );
}

const claims: readonly Claim[] = [
  learns('circle', { dataset: 'circle', hidden: [4, 2] }, 600),
  // Four tanh units end at 94 to 95 % on seed 1 within 1,000 steps; eight reach 99 %.
  learns('xor', { dataset: 'xor', hidden: [8] }, 900),
  {
    claim:
      'two ReLUs fold the corners of the exclusive or, so that one cut parts them (test accuracy >= 97 %, from seeds 1, 4 and 5), or lay ' +
      'clouds of different classes on one another (<= 80 %, from seeds 2 and 3)',
    async check(lab) {
      for (const seed of [1, 2, 3, 4, 5]) {
        const run = await lab.run({ values: { dataset: 'corners', hidden: [2], activations: ['relu'] }, seed, steps: 500 });
        const { testAccuracy = NaN } = run.metrics;
        const corners = foldedCorners(run);
        const reach = Math.max(...corners.map(({ place }) => Math.hypot(...place)));
        const nearest = (same: boolean): number =>
          Math.min(
            ...corners.flatMap((one, i) =>
              corners
                .slice(i + 1)
                .filter(({ label }) => (label === one.label) === same)
                .map(({ place: [a, b] }) => Math.hypot(a - one.place[0], b - one.place[1])),
            ),
          );
        // Measured: 0.003 of the reach at most between what lies on one another, 0.75 at least between classes that are parted.
        const [parted, together] = [nearest(false) / reach, nearest(true) / reach];
        if (seed === 2 || seed === 3) require(parted < 0.02, `seed ${seed}: classes ${parted} of the reach apart`);
        else require(together < 0.02 && parted > 0.5, `seed ${seed}: clouds of a class ${together}, of two ${parted} of the reach apart`);
        require(seed === 2 || seed === 3 ? testAccuracy <= 0.8 : testAccuracy >= 0.97, `seed ${seed}: test accuracy ${testAccuracy}`);
      }
    },
  },
  learns('gauss, without a hidden layer', { dataset: 'gauss', hidden: [] }, 300),
  {
    // Both classes have 250 points of 500, so the test half has what the training half lacks.
    claim:
      'without a hidden layer the circle stays at the loss of guessing, and accuracy is below one half where fewer of the training points are ' +
      'inner ones (122, 121 and 118 of 250 from seeds 1 to 3), above it where more are (132 from seed 5)',
    async check(lab) {
      for (const [seed, inner, above] of [
        [1, 122, false],
        [2, 121, false],
        [3, 118, false],
        [5, 132, true],
      ] as const) {
        const run = await lab.run({ values: { dataset: 'circle', hidden: [] }, seed, steps: 500 });
        require(innerOf(run, 'points') === inner &&
          innerOf(run, 'testPoints') === 250 - inner, `seed ${seed}: ${innerOf(run, 'points')} inner points`);
        const { trainLoss = NaN, testAccuracy = NaN } = run.metrics;
        require(Math.abs(trainLoss - Math.LN2) < 0.01, `seed ${seed}: a loss of ${trainLoss}`);
        require(above ? testAccuracy > 0.55 : testAccuracy < 0.45, `seed ${seed}: test accuracy ${testAccuracy}`);
      }
    },
  },
  // Measured on seeds 1 and 2 after 2,000 steps: SiLU 98 to 99 %, ELU 92 to 98 %, tanh 82 to 87 %, so the preset uses SiLU.
  learns('the spiral from raw x1 and x2, as the demo opens', openingOf(demo), 1500),
  learns('four classes', { dataset: 'multiGauss', hidden: [6], activations: ['relu'] }, 400),
];
export default claims;

import type { Values } from '../declaration';
import { require, type Claim, type Lab, type ProofRun } from '../proof';

const SEEDS = [1, 2, 3] as const;
const STEPS = 150;

async function metricsOf(lab: Lab, values: Values, seed: number) {
  const { metrics, loss } = await lab.run({ values, seed, steps: STEPS });
  const of = (name: string): number => metrics[name] ?? NaN;
  return {
    average: of('averageError'),
    chosen: of('chosenError'),
    learned: of('learnedError'),
    width: of('learnedWidth'),
    own: of('own'),
    loss: loss.at(-1) ?? NaN,
  };
}

function numbers({ arrays }: ProofRun, name: string): number[] {
  return Array.from(arrays[name]?.data ?? []);
}

/** Nadaraya's and Watson's estimate in double arithmetic: the mean of y under exp(-(x - x')² / 2σ²). */
function estimate(points: readonly (readonly [number, number])[], width: number, x: number): number {
  const nearest = Math.min(...points.map(([other]) => (x - other) ** 2));
  const powers = points.map(([other]) => Math.exp((nearest - (x - other) ** 2) / (2 * width * width)));
  return powers.reduce((sum, power, i) => sum + power * (points[i]?.[1] ?? NaN), 0) / powers.reduce((sum, power) => sum + power, 0);
}

const claims: readonly Claim[] = [
  {
    // Measured, seeds 1 to 3: learned 0.112, 0.143, 0.128 (of which 0.09 is the noise of the held-out points themselves); mean 0.54 to
    // 0.64; chosen 0.6: 0.27 to 0.35; 2: 0.50 to 0.59; 0.03: 0.15 to 0.21.
    claim: 'on held-out points the learned width does better than the plain mean and than widths of 2, 0.6 and 0.03, wherever it sets out',
    async check(lab) {
      for (const seed of SEEDS) {
        for (const width of [2, 0.6, 0.03]) {
          const { average, chosen, learned } = await metricsOf(lab, { width }, seed);
          const where = `from ${width}, seed ${seed}: ${learned}`;
          require(learned < 0.16, where);
          require(learned < 0.8 * chosen, `${where} against ${chosen} of the chosen width`);
          require(learned < 0.3 * average, `${where} against ${average} of the plain mean`);
        }
      }
    },
  },
  {
    // Measured: widths 0.021, 0.020, 0.019 and weights of 87, 94, 89 % on themselves; masked 0.127, 0.092, 0.116.
    claim:
      'points that see themselves copy themselves: the width shrinks to under a quarter, the loss to under a tenth, and the test error grows',
    async check(lab) {
      for (const seed of SEEDS) {
        const masked = await metricsOf(lab, {}, seed);
        const seen = await metricsOf(lab, { mask: false }, seed);
        require(masked.own === 0, `seed ${seed}: a masked point weighs ${masked.own} for itself`);
        require(seen.own > 0.8, `seed ${seed}: a point that sees itself has ${seen.own} of its weight`);
        require(seen.width < 0.25 * masked.width, `seed ${seed}: widths ${seen.width} and ${masked.width}`);
        require(seen.loss < 0.1 * masked.loss, `seed ${seed}: losses ${seen.loss} and ${masked.loss}`);
        require(seen.learned > 1.2 * masked.learned, `seed ${seed}: test errors ${seen.learned} and ${masked.learned}`);
      }
    },
  },
  {
    claim: 'the curve is the estimate of Nadaraya and Watson, worked out by hand, to 1e-4; each row of weights sums to 1',
    async check(lab) {
      for (const seed of SEEDS) {
        const run = await lab.run({ seed, steps: 40 });
        const flat = numbers(run, 'points');
        const points = Array.from({ length: flat.length / 2 }, (_, i) => [flat[2 * i] ?? NaN, flat[2 * i + 1] ?? NaN] as const);
        const width = Math.exp(numbers(run, 'weights/width/logarithm')[0] ?? NaN);
        const learned = numbers(run, 'learned');
        require(learned.length === 81, `a curve of ${learned.length} places`);
        numbers(run, 'grid').forEach((x, i) => {
          const expected = estimate(points, width, x);
          require(Math.abs((learned[i] ?? NaN) - expected) < 1e-4, `seed ${seed}, x = ${x}: ${learned[i]} against ${expected}`);
        });
        for (const name of ['looks', 'seen']) {
          const weights = numbers(run, name);
          for (let row = 0; row < weights.length; row += points.length) {
            const sum = weights.slice(row, row + points.length).reduce((total, weight) => total + weight, 0);
            require(Math.abs(sum - 1) < 1e-5, `seed ${seed}, ${name}: a row sums to ${sum}`);
          }
        }
      }
    },
  },
];
export default claims;

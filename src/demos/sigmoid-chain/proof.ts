import { at } from '../../base/at';
import { require, type Claim, type ProofRun } from '../proof';

function list({ arrays }: ProofRun, name: string): number[] {
  return Array.from(arrays[name]?.data ?? []);
}

const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));

/** The chain's last value in plain double arithmetic. */
function through(x: number, weights: readonly number[], biases: readonly number[]): number {
  return weights.reduce((value, weight, i) => sigmoid(weight * value + at(biases, i)), x);
}

const claims: readonly Claim[] = [
  {
    claim: 'the product of the factors equals ∂d/∂x by a central difference to 1e-4, before and after training',
    async check(lab) {
      for (const length of [1, 4, 8, 12]) {
        for (const steps of [0, 100]) {
          const run = await lab.run({ values: { length, weight: 1.5, bias: -0.5 }, steps });
          const weights = list(run, 'weights');
          const biases = weights.map((_, i) => run.arrays[`weights/link${i + 1}/bias`]?.data[0] ?? NaN);
          const h = 1e-4;
          const difference = (through(1 + h, weights, biases) - through(1 - h, weights, biases)) / (2 * h);
          const [product = NaN] = list(run, 'products');
          require(Math.abs(product - difference) <=
            1e-4 * Math.abs(difference), `${length} links, ${steps} steps: ${product} for ${difference}`);
        }
      }
    },
  },
  {
    claim: 'no sigmoid has a slope above 0.25, so with weights of 1 every link leaves at most a quarter: the product is at most (1/4)^n',
    async check(lab) {
      for (const length of [2, 4, 8, 12]) {
        const run = await lab.run({ values: { length }, steps: 0 });
        for (const slope of list(run, 'slopes')) require(slope > 0 && slope <= 0.25 + 1e-7, `a slope is ${slope}`);
        const [product = NaN] = list(run, 'products');
        require(product <= 0.25 ** length, `${length} links: the product is ${product}`);
      }
    },
  },
  {
    // Measured: the first moves by 0.0070, the last by 0.859, a factor of 120.
    claim: 'in 200 steps on four links the first weight moves at most a fiftieth as far as the last',
    async check(lab) {
      const run = await lab.run({ values: { length: 4 }, steps: 200 });
      const weights = list(run, 'weights');
      const [first, last] = [Math.abs(at(weights, 0) - 1), Math.abs(at(weights, -1) - 1)];
      require(first <= last / 50, `the first moved by ${first}, the last by ${last}`);
    },
  },
  {
    claim: 'w = 4 and b = -2 at x = 1/2 make every factor 1, and the product of 12 is 1',
    async check(lab) {
      const run = await lab.run({ values: { length: 12, weight: 4, bias: -2, input: 0.5 }, steps: 0 });
      const [product = NaN] = list(run, 'products');
      require(Math.abs(product - 1) < 1e-4, `the product is ${product}`);
    },
  },
];
export default claims;

import { require, type Claim, type Lab, type ProofRun } from '../proof';
import type { Values } from '../declaration';

const SEEDS = [1, 2, 3] as const;

/** |gradient of the first hidden layer| / |gradient of the last|, both by pre-activations. */
function ratioOf({ arrays }: ProofRun): number {
  const sizes = arrays['gradients']?.data ?? [];
  return (sizes[0] ?? NaN) / (sizes.at(-1) ?? NaN);
}

async function ratios(lab: Lab, values: Values): Promise<number[]> {
  const found: number[] = [];
  for (const seed of SEEDS) found.push(ratioOf(await lab.run({ values: { depth: 12, ...values }, seed, steps: 0 })));
  return found;
}

const claims: readonly Claim[] = [
  {
    // Measured on seeds 1 to 3: 2.6e-8, 3.3e-8, 1.1e-7.
    claim: '12 layers of sigmoid whose weighted sums have unit-variance weights (variance 1/n): first / last <= 1e-4',
    async check(lab) {
      for (const ratio of await ratios(lab, { activation: 'sigmoid', initialiser: 'lecunNormal' })) {
        require(ratio > 0 && ratio <= 1e-4, `the ratio is ${ratio}`);
      }
    },
  },
  {
    // Measured: 4.6e-6, 8.7e-7, 2.9e-5 at 4 units. Weights of variance 1 grow with the width in effect, and make up for part of the
    // slopes: at 8 units 8.0e-5, 2.1e-4, 2.8e-4, at 16 units 2.8e-3, 4.8e-3, 2.4e-3. So the claim is about 4 units.
    claim: 'the same with each weight of variance 1 and 4 units a layer: first / last <= 1e-4',
    async check(lab) {
      for (const ratio of await ratios(lab, { activation: 'sigmoid', initialiser: 'normal', width: 4 })) {
        require(ratio > 0 && ratio <= 1e-4, `the ratio is ${ratio}`);
      }
    },
  },
  {
    // Measured: 0.89, 0.87, 0.36.
    claim: '12 layers of ReLU with He’s initialisation: first / last within [0.1, 10]',
    async check(lab) {
      for (const ratio of await ratios(lab, { activation: 'relu', initialiser: 'heNormal' })) {
        require(ratio >= 0.1 && ratio <= 10, `the ratio is ${ratio}`);
      }
    },
  },
  {
    // Measured after 400 steps: sigmoid 48, 47 and 49 %, ReLU 100 % on all three.
    claim: 'in 400 steps sigmoid learns nothing (test accuracy <= 60 %), and ReLU with He >= 97 %',
    async check(lab) {
      for (const seed of SEEDS) {
        const flat = await lab.run({ values: { activation: 'sigmoid', initialiser: 'lecunNormal' }, seed, steps: 400 });
        const learned = await lab.run({ values: { activation: 'relu', initialiser: 'heNormal' }, seed, steps: 400 });
        require((flat.metrics['testAccuracy'] ?? 1) <= 0.6, `seed ${seed}: sigmoid ${flat.metrics['testAccuracy']}`);
        require((learned.metrics['testAccuracy'] ?? 0) >= 0.97, `seed ${seed}: ReLU ${learned.metrics['testAccuracy']}`);
      }
    },
  },
  {
    // Measured after 400 steps: 100 % on seeds 1 to 3; without the shortcuts Adam stays at 47 to 49 %.
    claim: 'with residual connections 12 layers of sigmoid learn (test accuracy >= 97 %), and without them the same run does not',
    async check(lab) {
      const values = { activation: 'sigmoid', initialiser: 'lecunNormal', optimiser: 'adam', learningRate: 0.01 };
      for (const seed of SEEDS) {
        const plain = await lab.run({ values, seed, steps: 400 });
        const shortcuts = await lab.run({ values: { ...values, residual: true }, seed, steps: 400 });
        require((plain.metrics['testAccuracy'] ?? 1) <= 0.6, `seed ${seed}, plain: ${plain.metrics['testAccuracy']}`);
        require((shortcuts.metrics['testAccuracy'] ?? 0) >= 0.97, `seed ${seed}, with shortcuts: ${shortcuts.metrics['testAccuracy']}`);
      }
    },
  },
];
export default claims;

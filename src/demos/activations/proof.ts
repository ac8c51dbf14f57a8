import { ACTIVATION_NAMES, activations } from '../../ml/blueprint/activations';
import { require, type Claim } from '../proof';

const STEP = 1e-5;

const claims: readonly Claim[] = [
  {
    claim: 'every derivative drawn equals a central difference to 1e-4',
    check() {
      for (const name of ACTIVATION_NAMES) {
        const { value, slope } = activations[name];
        for (let x = -7.97; x < 8; x += 0.05) {
          // The kinks of ReLU and leaky ReLU have no derivative at 0.
          if (Math.abs(x) < 2 * STEP) continue;
          const difference = (value(x + STEP) - value(x - STEP)) / (2 * STEP);
          require(Math.abs(slope(x) - difference) <= 1e-4, `${name} at ${x}: ${slope(x)} against ${difference}`);
        }
      }
      return Promise.resolve();
    },
  },
  {
    claim: 'sigmoid’s largest slope is 0.25, at 0',
    check() {
      require(activations.sigmoid.slope(0) === 0.25, `slope at 0 is ${activations.sigmoid.slope(0)}`);
      for (let x = -8; x <= 8; x += 0.01) require(activations.sigmoid.slope(x) <= 0.25, `slope at ${x} is ${activations.sigmoid.slope(x)}`);
      return Promise.resolve();
    },
  },
  {
    claim: 'from z = 5, after 200 steps sigmoid has hardly moved and ReLU has arrived',
    async check(lab) {
      const { arrays } = await lab.run({ values: { start: 5, goal: 0.5 }, steps: 200 });
      const z = arrays['z']?.data ?? [];
      const at = (name: (typeof ACTIVATION_NAMES)[number]): number => z[ACTIVATION_NAMES.indexOf(name)] ?? NaN;
      require(Math.abs(at('sigmoid') - 5) < 0.3, `sigmoid stands at ${at('sigmoid')}`);
      require(Math.abs(at('relu') - 0.5) < 0.01, `ReLU stands at ${at('relu')}`);
    },
  },
  {
    // Measured after 200 steps: GELU -3.19, SiLU -4.42.
    claim: 'from z = -3 ReLU does not move at all, and GELU and SiLU, which fall there, walk away from the goal',
    async check(lab) {
      const { arrays } = await lab.run({ values: { start: -3, goal: 0.5 }, steps: 200 });
      const at = (name: (typeof ACTIVATION_NAMES)[number]): number => arrays['z']?.data[ACTIVATION_NAMES.indexOf(name)] ?? NaN;
      require(at('relu') === -3, `ReLU stands at ${at('relu')}`);
      require(at('gelu') < -3.1 && at('silu') < -4, `GELU stands at ${at('gelu')}, SiLU at ${at('silu')}`);
    },
  },
];
export default claims;

/** How many features and which strengths are drawn, and what the samples are. Pure data. */
import type { FeaturesData } from '../../ml/data-kinds/features/program';
import type { ValuesOf } from '../declaration';
import type demo from './demo';

export type Values = ValuesOf<typeof demo>;

/** Samples that nothing is learned from. */
const HELD_OUT = 200;
/** The fewest and the most features. */
export const FEWEST = 5;
export const MOST = 800;

/** Numbers of features at which errors are drawn, in shares of the samples: closest where there are as many features as samples. */
const SHARES = [0.125, 0.25, 0.5, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 2, 3, 5, 10, 20];

/** Numbers of features at which errors are drawn, the present one among them, from the fewest. */
export function sizesOf({ samples, features }: Pick<Values, 'samples' | 'features'>): readonly number[] {
  const shares = SHARES.map((share) => Math.round(share * samples)).filter((size) => size >= FEWEST && size <= MOST);
  return [...new Set([FEWEST, ...shares, features, MOST])].sort((a, b) => a - b);
}

/** The ends of the strengths of a penalty. */
export const LEAST_STRENGTH = 1e-5;
export const MOST_STRENGTH = 1;

/** Strengths of a penalty at which errors are drawn and the best is looked for, from the least: four a decade. */
export const STRENGTHS: readonly number[] = Array.from({ length: 21 }, (_, i) => LEAST_STRENGTH * 10 ** (i / 4));

/** What is learned from, with so many features. */
export function dataOf({ data, samples, noise }: Values, count: number): FeaturesData {
  return { kind: 'features', features: data, count, samples, heldOut: HELD_OUT, noise };
}

/** True where the weights' squares are punished: then there is a closed form. */
export function isSquared(penalty: Values['penalty']): boolean {
  return penalty === 'l2' || penalty === 'decay';
}

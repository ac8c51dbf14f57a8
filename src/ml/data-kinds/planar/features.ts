import { FEATURE_NAMES, type FeatureName } from './program';

const features: Readonly<Record<FeatureName, (x1: number, x2: number) => number>> = {
  x1: (x1) => x1,
  x2: (_, x2) => x2,
  x1Squared: (x1) => x1 * x1,
  x2Squared: (_, x2) => x2 * x2,
  x1x2: (x1, x2) => x1 * x2,
  sinX1: (x1) => Math.sin(x1),
  sinX2: (_, x2) => Math.sin(x2),
};

/** The chosen input features of points: [count, names.length], row by row. */
export function featureRows(names: readonly FeatureName[], points: readonly { readonly x1: number; readonly x2: number }[]): Float32Array {
  return Float32Array.from(points.flatMap(({ x1, x2 }) => names.map((name) => features[name](x1, x2))));
}

/** A list of values as the names of features, in its own order; the raw coordinates where there is no list. */
export function featuresOf(chosen: unknown): readonly FeatureName[] {
  const all: readonly unknown[] = Array.isArray(chosen) ? chosen : ['x1', 'x2'];
  return all.flatMap((one) => FEATURE_NAMES.filter((name) => name === one));
}

/** The points of a square grid over [-extent, extent]^2, row 0 at the smallest x2. */
export function gridPoints(side: number, extent: number): { readonly x1: number; readonly x2: number }[] {
  const at = (i: number): number => -extent + (2 * extent * (i + 0.5)) / side;
  return Array.from({ length: side * side }, (_, i) => ({ x1: at(i % side), x2: at(Math.floor(i / side)) }));
}

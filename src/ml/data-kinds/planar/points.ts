/**
 * Points of the plane with labels. The first six follow the definitions of TensorFlow Playground's data sets (Smilkov et al. 2017),
 * so that results can be compared; coordinates lie in about [-6, 6]. `noise` runs from 0 to 0.5.
 */
import type { Random } from '../../random';
import type { PlanarDataset } from './program';

export interface PlanarPoint {
  readonly x1: number;
  readonly x2: number;
  /** -1 or +1 for two classes, 0 … k-1 for more, a value of about [-1, 1] for regression. */
  readonly label: number;
}

type Generator = (count: number, noise: number, random: Random) => PlanarPoint[];

const between = (random: Random, low: number, high: number): number => low + (high - low) * random.uniform();
const list = (count: number, make: (i: number) => PlanarPoint): PlanarPoint[] => Array.from({ length: count }, (_, i) => make(i));
const signed = (positive: boolean): number => (positive ? 1 : -1);

/** A disc inside a ring; the label of a noisy point is that of where it would be with its noise. */
const circle: Generator = (count, noise, random) =>
  list(count, (i) => {
    const radius = i < count / 2 ? between(random, 0, 2.5) : between(random, 3.5, 5);
    const angle = between(random, 0, 2 * Math.PI);
    const x1 = radius * Math.sin(angle);
    const x2 = radius * Math.cos(angle);
    const jolt = [between(random, -5, 5) * noise, between(random, -5, 5) * noise] as const;
    return { x1, x2, label: signed(Math.hypot(x1 + jolt[0], x2 + jolt[1]) < 2.5) };
  });

/** Four quadrants, labelled by the sign of x1 x2, with a gap of 0.3 along the axes. */
const xor: Generator = (count, noise, random) =>
  list(count, () => {
    const apart = (value: number): number => value + (value > 0 ? 0.3 : -0.3);
    const x1 = apart(between(random, -5, 5));
    const x2 = apart(between(random, -5, 5));
    const jolt = [between(random, -5, 5) * noise, between(random, -5, 5) * noise] as const;
    return { x1, x2, label: signed((x1 + jolt[0]) * (x2 + jolt[1]) >= 0) };
  });

/** Exclusive or at the corners of a square: a normal cloud around each of (-3, -3), (-3, 3), (3, -3), (3, 3), positive where the signs differ. */
const corners: Generator = (count, noise, random) =>
  list(count, (i) => {
    const deviation = 0.4 + 2 * noise;
    const [right, upper] = [i % 4 >= 2, i % 2 === 1];
    const near = (positive: boolean): number => 3 * signed(positive) + deviation * random.normal();
    return { x1: near(right), x2: near(upper), label: signed(right !== upper) };
  });

/** Two normal clouds at (2, 2) and (-2, -2); noise widens them from variance 0.5 to 4. */
const gauss: Generator = (count, noise, random) =>
  list(count, (i) => {
    const side = i < count / 2 ? 1 : -1;
    const deviation = Math.sqrt(0.5 + 7 * noise);
    return { x1: 2 * side + deviation * random.normal(), x2: 2 * side + deviation * random.normal(), label: side };
  });

/** Two arms of 1.75 turns each. */
const spiral: Generator = (count, noise, random) => {
  const half = Math.ceil(count / 2);
  return list(count, (i) => {
    const place = (i % half) / half;
    const radius = 5 * place;
    const angle = 1.75 * place * 2 * Math.PI + (i < half ? 0 : Math.PI);
    const x1 = radius * Math.sin(angle) + between(random, -1, 1) * noise;
    const x2 = radius * Math.cos(angle) + between(random, -1, 1) * noise;
    return { x1, x2, label: i < half ? 1 : -1 };
  });
};

/** Two half moons, one hung into the other. */
const moons: Generator = (count, noise, random) =>
  list(count, (i) => {
    const upper = i < count / 2;
    const angle = between(random, 0, Math.PI);
    const x1 = 3 * Math.cos(angle) + (upper ? -1.5 : 1.5);
    const x2 = upper ? 3 * Math.sin(angle) - 0.75 : 0.75 - 3 * Math.sin(angle);
    return { x1: x1 + 2 * noise * random.normal(), x2: x2 + 2 * noise * random.normal(), label: signed(upper) };
  });

/** Three rings, the middle one of the other class. */
const rings: Generator = (count, noise, random) =>
  list(count, (i) => {
    const ring = i % 4 === 0 ? 0 : i % 2 === 0 ? 2 : 1;
    const radius = between(random, 2 * ring, 2 * ring + 1.1) + noise * random.normal();
    const angle = between(random, 0, 2 * Math.PI);
    return { x1: radius * Math.sin(angle), x2: radius * Math.cos(angle), label: signed(ring !== 1) };
  });

/** Fields of side 2.5, black and white in turn. */
const checkerboard: Generator = (count, noise, random) =>
  list(count, () => {
    const x1 = between(random, -5, 5);
    const x2 = between(random, -5, 5);
    const even = (Math.floor(x1 / 2.5) + Math.floor(x2 / 2.5)) % 2 === 0;
    return { x1: x1 + noise * random.normal(), x2: x2 + noise * random.normal(), label: signed(even) };
  });

/** Number of classes of `multiGauss`. */
export const CLOUDS = 4;

/** Four normal clouds around the origin, one class each. */
const multiGauss: Generator = (count, noise, random) =>
  list(count, (i) => {
    const label = i % CLOUDS;
    const angle = (label / CLOUDS) * 2 * Math.PI + Math.PI / 4;
    const deviation = 0.7 + 2 * noise;
    return { x1: 3.2 * Math.cos(angle) + deviation * random.normal(), x2: 3.2 * Math.sin(angle) + deviation * random.normal(), label };
  });

/** Regression: the label is (x1 + x2) / 10, so one neuron without activation fits it exactly where there is no noise. */
const plane: Generator = (count, noise, random) =>
  list(count, () => {
    const x1 = between(random, -6, 6);
    const x2 = between(random, -6, 6);
    return { x1, x2, label: (x1 + between(random, -6, 6) * noise + x2 + between(random, -6, 6) * noise) / 10 };
  });

const HILLS: readonly (readonly [number, number, number])[] = [
  [-4, 2.5, 1],
  [0, 2.5, -1],
  [4, 2.5, 1],
  [-4, -2.5, -1],
  [0, -2.5, 1],
  [4, -2.5, -1],
];

/** Regression: six cones, three up and three down, each falling linearly to 0 at distance 2. */
const gaussRegression: Generator = (count, noise, random) =>
  list(count, () => {
    const x1 = between(random, -6, 6);
    const x2 = between(random, -6, 6);
    const jolt = [between(random, -6, 6) * noise, between(random, -6, 6) * noise] as const;
    let label = 0;
    for (const [a, b, sign] of HILLS) {
      const value = sign * Math.max(0, 1 - Math.hypot(x1 + jolt[0] - a, x2 + jolt[1] - b) / 2);
      if (Math.abs(value) > Math.abs(label)) label = value;
    }
    return { x1, x2, label };
  });

const generators: Readonly<Record<PlanarDataset, Generator>> = {
  circle,
  xor,
  corners,
  gauss,
  spiral,
  moons,
  rings,
  checkerboard,
  multiGauss,
  plane,
  gaussRegression,
};

/**
 * Draws a data set, shuffled.
 * @param count points; @param noise 0 (none) to 0.5.
 */
export function planarPoints(dataset: PlanarDataset, count: number, noise: number, random: Random): PlanarPoint[] {
  const points = generators[dataset](count, noise, random.fork('points'));
  return Array.from(random.fork('shuffle').permutation(points.length), (i) => points[i]).filter((point) => point !== undefined);
}

/** Classes of a data set's labels: 1 = a signed score or a value, k > 1 = class indices. */
export function classesOf(dataset: PlanarDataset): number {
  return dataset === 'multiGauss' ? CLOUDS : 1;
}

import { describe, expect, it } from 'vitest';
import { classesOf, CLOUDS, planarPoints, type PlanarPoint } from '../../../src/ml/data-kinds/planar/points';
import { createRandom } from '../../../src/ml/random';
import { CLASS_DATASETS, REGRESSION_DATASETS, type PlanarDataset } from '../../../src/ml/data-kinds/planar/program';
import { momentsOf } from './support';

const ALL: readonly PlanarDataset[] = [...CLASS_DATASETS, ...REGRESSION_DATASETS];
const TWO_CLASSES = CLASS_DATASETS.filter((name) => classesOf(name) === 1);
const drawn = (name: PlanarDataset, noise = 0, count = 2000, seed = 1): PlanarPoint[] =>
  planarPoints(name, count, noise, createRandom(seed));
const radius = ({ x1, x2 }: PlanarPoint): number => Math.hypot(x1, x2);

/** Share of points whose label a rule gives. */
function agreement(points: readonly PlanarPoint[], rule: (point: PlanarPoint) => number): number {
  return points.filter((point) => rule(point) === point.label).length / points.length;
}

describe('points of the plane', () => {
  it.each(ALL)('%s: as many as asked for, inside the picture, the same for a seed, shuffled', (name) => {
    for (const count of [1, 2, 7, 500]) expect(drawn(name, 0.1, count)).toHaveLength(count);
    expect(drawn(name, 0.3)).toEqual(drawn(name, 0.3));
    expect(drawn(name, 0.3, 2000, 2)).not.toEqual(drawn(name, 0.3));
    for (const { x1, x2, label } of drawn(name)) {
      expect(Math.max(Math.abs(x1), Math.abs(x2))).toBeLessThanOrEqual(6);
      expect(Number.isFinite(label)).toBe(true);
    }
    // In order, all of one class would come first: the halves of a shuffled set are alike.
    const labels = drawn(name).map(({ label }) => label);
    const [first, second] = [momentsOf(labels.slice(0, 1000)), momentsOf(labels.slice(1000))];
    expect(Math.abs(first.mean - second.mean)).toBeLessThan(0.25);
  });

  it.each(TWO_CLASSES)('%s: labels -1 and +1, about half of each', (name) => {
    const labels = drawn(name).map(({ label }) => label);
    expect(new Set(labels)).toEqual(new Set([-1, 1]));
    expect(Math.abs(momentsOf(labels).mean)).toBeLessThan(0.1);
  });

  it('circle: a disc of radius 2.5 within a ring from 3.5 to 5, with nothing between', () => {
    const points = drawn('circle');
    expect(agreement(points, (point) => (radius(point) < 2.5 ? 1 : -1))).toBe(1);
    expect(points.some((point) => radius(point) > 2.5 && radius(point) < 3.5)).toBe(false);
    expect(Math.max(...points.map(radius))).toBeLessThanOrEqual(5);
  });

  it('xor: the sign of the product, with a gap of 0.3 along the axes', () => {
    const points = drawn('xor');
    expect(agreement(points, ({ x1, x2 }) => (x1 * x2 >= 0 ? 1 : -1))).toBe(1);
    expect(points.every(({ x1, x2 }) => Math.min(Math.abs(x1), Math.abs(x2)) >= 0.3)).toBe(true);
  });

  it('corners: as many points around each of four corners, positive at the two whose signs differ', () => {
    for (const [noise, deviation] of [
      [0, 0.4],
      [0.5, 1.4],
    ] as const) {
      for (const [right, upper] of [
        [-3, -3],
        [-3, 3],
        [3, -3],
        [3, 3],
      ] as const) {
        // Noise may carry a point over an axis: where it belongs is told by the nearest corner of its label.
        const label = right === upper ? -1 : 1;
        const cloud = drawn('corners', noise).filter((point) => point.label === label && point.x1 * right + point.x2 * upper > 0);
        for (const [values, middle] of [
          [cloud.map(({ x1 }) => x1), right],
          [cloud.map(({ x2 }) => x2), upper],
        ] as const) {
          const moments = momentsOf(values);
          expect(Math.abs(moments.mean - middle)).toBeLessThan(0.35);
          expect(Math.abs(Math.sqrt(moments.variance) / deviation - 1)).toBeLessThan(0.2);
        }
      }
    }
  });

  it('gauss: clouds at (2, 2) and (-2, -2) of variance 0.5 without noise and 4 with all of it', () => {
    for (const [noise, variance] of [
      [0, 0.5],
      [0.5, 4],
    ] as const) {
      for (const side of [1, -1]) {
        const cloud = drawn('gauss', noise).filter(({ label }) => label === side);
        for (const values of [cloud.map(({ x1 }) => x1), cloud.map(({ x2 }) => x2)]) {
          const moments = momentsOf(values);
          expect(Math.abs(moments.mean - 2 * side)).toBeLessThan(0.35);
          expect(Math.abs(moments.variance / variance - 1)).toBeLessThan(0.2);
        }
      }
    }
  });

  it('spiral: each arm turns 1.75 times about the origin, one half a turn ahead', () => {
    for (const point of drawn('spiral')) {
      const place = radius(point) / 5;
      const angle = 1.75 * place * 2 * Math.PI + (point.label === 1 ? 0 : Math.PI);
      expect(point.x1).toBeCloseTo(radius(point) * Math.sin(angle), 9);
      expect(point.x2).toBeCloseTo(radius(point) * Math.cos(angle), 9);
      expect(radius(point)).toBeLessThan(5);
    }
  });

  it('moons: two half circles that no straight line parts', () => {
    for (const { x1, x2, label } of drawn('moons')) {
      const [centre, up] = label === 1 ? [[-1.5, -0.75], 1] : [[1.5, 0.75], -1];
      expect(Math.hypot(x1 - (centre[0] ?? 0), x2 - (centre[1] ?? 0))).toBeCloseTo(3, 9);
      expect((x2 - (centre[1] ?? 0)) * up).toBeGreaterThanOrEqual(0);
    }
    const points = drawn('moons', 0, 400);
    for (let turn = 0; turn < 180; turn += 3) {
      const angle = (turn * Math.PI) / 180;
      for (let offset = -6; offset <= 6; offset += 0.25) {
        const side = agreement(points, ({ x1, x2 }) => (x1 * Math.cos(angle) + x2 * Math.sin(angle) > offset ? 1 : -1));
        expect(Math.max(side, 1 - side)).toBeLessThan(0.97);
      }
    }
  });

  it('rings: the class of the middle one differs', () => {
    const ring = (point: PlanarPoint): number => Math.floor(radius(point) / 2);
    const points = drawn('rings');
    expect(new Set(points.map(ring))).toEqual(new Set([0, 1, 2]));
    expect(agreement(points, (point) => (ring(point) === 1 ? -1 : 1))).toBe(1);
  });

  it('checkerboard: sixteen fields, neighbours of the other class', () => {
    const points = drawn('checkerboard');
    const field = ({ x1, x2 }: PlanarPoint): [number, number] => [Math.floor(x1 / 2.5), Math.floor(x2 / 2.5)];
    expect(new Set(points.map((point) => field(point).join())).size).toBe(16);
    expect(agreement(points, (point) => ((field(point)[0] + field(point)[1]) % 2 === 0 ? 1 : -1))).toBe(1);
  });

  it('multiGauss: four clouds, one a quadrant, one class each', () => {
    const points = drawn('multiGauss');
    expect(classesOf('multiGauss')).toBe(CLOUDS);
    const counts = Array.from({ length: CLOUDS }, (_, label) => points.filter((point) => point.label === label).length);
    expect(counts).toEqual([500, 500, 500, 500]);
    const quadrant = ({ x1, x2 }: PlanarPoint): number => (x2 > 0 ? (x1 > 0 ? 0 : 1) : x1 > 0 ? 3 : 2);
    expect(agreement(points, quadrant)).toBeGreaterThan(0.99);
  });

  it('plane: a tenth of the sum, to the corners', () => {
    const points = drawn('plane');
    for (const { x1, x2, label } of points) expect(label).toBeCloseTo((x1 + x2) / 10, 12);
    expect(points.some(({ label }) => Math.abs(label) > 1)).toBe(true);
  });

  it('gaussRegression: six cones of height 1 and radius 2, signs in turn, flat between', () => {
    const points = drawn('gaussRegression', 0, 4000);
    const near = (a: number, b: number): PlanarPoint[] => points.filter(({ x1, x2 }) => Math.hypot(x1 - a, x2 - b) < 0.4);
    for (const [a, b, sign] of [
      [-4, 2.5, 1],
      [0, 2.5, -1],
      [4, 2.5, 1],
      [-4, -2.5, -1],
      [0, -2.5, 1],
      [4, -2.5, -1],
    ] as const) {
      expect(near(a, b).length).toBeGreaterThan(0);
      for (const point of near(a, b)) expect(point.label).toBeCloseTo(sign * (1 - Math.hypot(point.x1 - a, point.x2 - b) / 2), 9);
    }
    expect(near(2, 0).every(({ label }) => label === 0)).toBe(true);
  });

  it('noise mixes classes up, more of it more', () => {
    const rule = (point: PlanarPoint): number => (radius(point) < 3 ? 1 : -1);
    const shares = [0, 0.1, 0.3, 0.5].map((noise) => agreement(drawn('circle', noise), rule));
    expect([...shares].sort((a, b) => b - a)).toEqual(shares);
    expect(shares.at(-1)).toBeLessThan(0.9);
  });
});

import { describe, expect, it } from 'vitest';
import { createRandom, type Random } from '../../../src/ml/random';
import { momentsOf } from './support';

const SEEDS = [0, 1, 2, 3, 42, 2 ** 31, 2 ** 32 - 1];
const draws = (random: Random, count: number): number[] => Array.from({ length: count }, () => random.uniform());

/** Chi-square of counts against equal expectations. */
function chiSquare(counts: readonly number[]): number {
  const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

/** About six deviations either side of the mean of a chi-square with so many degrees of freedom. */
function expectChiSquare(value: number, freedom: number): void {
  expect(Math.abs(value - freedom)).toBeLessThan(6 * Math.sqrt(2 * freedom));
}

function countIn(values: readonly number[], cells: number): number[] {
  const counts = new Array<number>(cells).fill(0);
  for (const value of values) counts[Math.floor(value * cells)] = (counts[Math.floor(value * cells)] ?? 0) + 1;
  return counts;
}

function correlation(a: readonly number[], b: readonly number[]): number {
  const [one, other] = [momentsOf(a), momentsOf(b)];
  const together = a.reduce((sum, value, i) => sum + (value - one.mean) * ((b[i] ?? 0) - other.mean), 0) / a.length;
  return together / Math.sqrt(one.variance * other.variance);
}

describe('random streams', () => {
  it('are the same for the same seed and differ between seeds, 0 among them', () => {
    for (const seed of SEEDS) expect(draws(createRandom(seed), 20)).toEqual(draws(createRandom(seed), 20));
    const firsts = SEEDS.map((seed) => draws(createRandom(seed), 4).join());
    expect(new Set(firsts).size).toBe(SEEDS.length);
  });

  it('keep their numbers from version to version, since links and recordings rely on them', () => {
    const random = createRandom(7);
    expect({ uniform: draws(random, 3), normal: random.normal(), forked: draws(random.fork('weights').fork(3), 2) }).toMatchInlineSnapshot(`
      {
        "forked": [
          0.33070827671326697,
          0.4927055733278394,
        ],
        "normal": 0.21314758298012848,
        "uniform": [
          0.874093204503879,
          0.9824214670807123,
          0.8855469964910299,
        ],
      }
    `);
  });

  it.each(SEEDS)('are uniform over [0, 1) from seed %s', (seed) => {
    const values = draws(createRandom(seed), 100_000);
    expect(values.every((value) => value >= 0 && value < 1)).toBe(true);
    expectChiSquare(chiSquare(countIn(values, 256)), 255);
    // Low bits as well as high ones.
    const low = values.map((value) => (value * 2 ** 24) % 1);
    expectChiSquare(chiSquare(countIn(low, 256)), 255);
  });

  it('fill the square: one number says nothing of the next', () => {
    const values = draws(createRandom(0), 200_000);
    const cells = new Array<number>(1024).fill(0);
    for (let i = 0; i + 1 < values.length; i += 2) {
      const cell = Math.floor((values[i] ?? 0) * 32) * 32 + Math.floor((values[i + 1] ?? 0) * 32);
      cells[cell] = (cells[cell] ?? 0) + 1;
    }
    expectChiSquare(chiSquare(cells), 1023);
    for (const lag of [1, 2, 5]) expect(Math.abs(correlation(values.slice(lag), values.slice(0, -lag)))).toBeLessThan(0.012);
  });

  it('give normal numbers of mean 0, variance 1 and kurtosis 3, successive ones unrelated', () => {
    const random = createRandom(0);
    const values = Array.from({ length: 200_000 }, () => random.normal());
    const { mean, variance, kurtosis } = momentsOf(values);
    expect(Math.abs(mean)).toBeLessThan(0.012);
    expect(Math.abs(variance - 1)).toBeLessThan(0.02);
    expect(Math.abs(kurtosis - 3)).toBeLessThan(0.07);
    expect(Math.abs(correlation(values.slice(1), values.slice(0, -1)))).toBeLessThan(0.012);
    const beyond = values.filter((value) => Math.abs(value) > 1.959964).length / values.length;
    expect(Math.abs(beyond - 0.05)).toBeLessThan(0.003);
  });

  it('give whole numbers evenly', () => {
    const random = createRandom(5);
    const counts = new Array<number>(7).fill(0);
    for (let i = 0; i < 70_000; i++) {
      const drawn = random.integer(7);
      counts[drawn] = (counts[drawn] ?? 0) + 1;
    }
    expect(counts.length).toBe(7);
    expectChiSquare(chiSquare(counts), 6);
  });

  it('order things fairly: every one of the 24 orders of four things comes as often', () => {
    const random = createRandom(1);
    const counts = new Map<string, number>();
    for (let i = 0; i < 48_000; i++) {
      const order = random.permutation(4).join();
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(24);
    expectChiSquare(chiSquare([...counts.values()]), 23);
    expect(createRandom(1).permutation(0)).toHaveLength(0);
    expect([...createRandom(1).permutation(100)].sort((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, i) => i));
  });
});

describe('forked streams', () => {
  it('depend on seed and names alone, not on what was drawn, and leave their parent as it was', () => {
    const fresh = createRandom(3);
    const used = createRandom(3);
    draws(used, 11);
    used.normal();
    expect(draws(used.fork('order'), 10)).toEqual(draws(fresh.fork('order'), 10));
    const plain = createRandom(3);
    const forking = createRandom(3);
    forking.fork('a').uniform();
    expect(draws(forking, 10)).toEqual(draws(plain, 10));
  });

  it('differ between names, places in the tree and near seeds', () => {
    const root = createRandom(0);
    const streams = [
      root,
      root.fork(''),
      root.fork('a'),
      root.fork('b'),
      root.fork('ab'),
      root.fork('ba'),
      root.fork('a').fork('b'),
      root.fork('b').fork('a'),
      root.fork(0),
      root.fork(1),
      root.fork('权重'),
      createRandom(1).fork('a'),
    ];
    expect(new Set(streams.map((stream) => draws(stream, 3).join())).size).toBe(streams.length);
    expect(draws(root.fork(12), 3)).toEqual(draws(root.fork('12'), 3));
  });

  it('do not meet among a hundred thousand numbered ones', () => {
    const root = createRandom(0).fork('mask');
    const firsts = new Set<string>();
    for (let step = 0; step < 100_000; step++) firsts.add(draws(root.fork(step), 2).join());
    expect(firsts.size).toBe(100_000);
  });

  it('are uniform across neighbours: the first numbers of numbered streams', () => {
    for (const seed of SEEDS) {
      const root = createRandom(seed);
      const values = Array.from({ length: 50_000 }, (_, step) => root.fork(step).uniform());
      expectChiSquare(chiSquare(countIn(values, 128)), 127);
      expect(Math.abs(correlation(values.slice(1), values.slice(0, -1)))).toBeLessThan(0.025);
    }
  });

  it('are unrelated to their parent, their sisters and the streams of the next seed', () => {
    const count = 50_000;
    const root = createRandom(9);
    const parent = draws(createRandom(9), count);
    const child = draws(root.fork('child'), count);
    for (const other of [draws(root.fork('sister'), count), draws(createRandom(10).fork('child'), count), parent]) {
      expect(Math.abs(correlation(child, other))).toBeLessThan(0.025);
    }
  });
});

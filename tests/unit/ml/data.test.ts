import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { epochBatches, epochRows } from '../../../src/ml/data/batches';
import { featureRows, gridPoints } from '../../../src/ml/data-kinds/planar/features';
import { functionSamples, functionValue, interpolate } from '../../../src/ml/data-kinds/function/samples';
import { oneHotRows, scalarArray, takeRows } from '../../../src/ml/data/rows';
import { createRandom } from '../../../src/ml/random';
import { FEATURE_NAMES } from '../../../src/ml/data-kinds/planar/program';
import { FUNCTION_NAMES } from '../../../src/ml/data-kinds/function/program';
import { momentsOf } from './support';

describe('batches', () => {
  it('go through every sample once an epoch, whatever the sizes; only the last batch of an epoch repeats some', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 80 }),
        fc.integer({ min: 0, max: 5 }),
        (count, batchSize, epoch) => {
          const batch = epochBatches({ count, batchSize, random: createRandom(1) });
          const size = Math.min(batchSize, count);
          const perEpoch = Math.ceil(count / size);
          const taken = Array.from({ length: perEpoch }, (_, i) => [...batch(epoch * perEpoch + i)]);
          for (const one of taken) {
            expect(one).toHaveLength(size);
            expect(new Set(one).size).toBe(size);
          }
          const first = taken.flat().slice(0, count);
          expect([...first].sort((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, i) => i));
        },
      ),
    );
  });

  it('are a function of the step alone, asked for in any order', () => {
    const options = { count: 23, batchSize: 5 };
    const forwards = epochBatches({ ...options, random: createRandom(4) });
    const curve = Array.from({ length: 40 }, (_, step) => forwards(step));
    const anyhow = epochBatches({ ...options, random: createRandom(4) });
    for (const step of [39, 0, 17, 17, 3, 38, 4, 5]) expect(anyhow(step)).toEqual(curve[step]);
    expect(curve[0]).not.toEqual(curve[5]);
    expect(epochBatches({ ...options, random: createRandom(5) })(0)).not.toEqual(curve[0]);
  });

  it('as rows laid out for an epoch are the samples picked, at any step and in any order of asking', () => {
    const whole = fc.integer({ min: 1, max: 40 });
    fc.assert(
      fc.property(whole, whole, fc.array(fc.nat(200), { maxLength: 20 }), (count, batchSize, steps) => {
        const options = { count, batchSize };
        const x = Float32Array.from({ length: 2 * count }, (_, i) => i);
        const t = Float32Array.from({ length: count }, (_, i) => -i);
        const rows = epochRows({ ...options, random: createRandom(4) }, { data: x, columns: 2 }, { data: t, columns: 1 });
        const picks = epochBatches({ ...options, random: createRandom(4) });
        const asked = steps.map((step) => ({ step, batch: rows(step) }));
        for (const { step, batch } of asked) {
          const indices = picks(step);
          expect(batch).toEqual({ x: takeRows(x, 2, indices), t: takeRows(t, 1, indices) });
        }
      }),
    );
  });

  it('never hold fewer than one sample', () => {
    expect(epochBatches({ count: 3, batchSize: 0, random: createRandom(0) })(7)).toHaveLength(1);
  });
});

describe('rows', () => {
  it('are taken by index, repeated where an index is', () => {
    const { shape, data } = takeRows(Float32Array.of(1, 2, 3, 4, 5, 6), 2, Uint32Array.of(2, 0, 2));
    expect(shape).toEqual([3, 2]);
    expect([...data]).toEqual([5, 6, 1, 2, 5, 6]);
  });

  it('stand for classes, with ones or with signs', () => {
    expect([...oneHotRows([2, 0], 3)]).toEqual([0, 0, 1, 1, 0, 0]);
    expect([...oneHotRows([1], 2, 1, -1)]).toEqual([-1, 1]);
    expect(scalarArray(0.5)).toEqual({ shape: [], data: Float32Array.of(0.5) });
  });
});

describe('features', () => {
  it('are the seven of the plane, in the order asked for', () => {
    const point = { x1: 2, x2: -3 };
    expect([...featureRows(FEATURE_NAMES, [point])]).toEqual([2, -3, 4, 9, -6, Math.fround(Math.sin(2)), Math.fround(Math.sin(-3))]);
    expect([...featureRows(['x2', 'x1'], [point, { x1: 0, x2: 1 }])]).toEqual([-3, 2, 1, 0]);
  });

  it('are looked at over the middles of a grid’s cells, row 0 lowest', () => {
    expect(gridPoints(2, 6)).toEqual([
      { x1: -3, x2: -3 },
      { x1: 3, x2: -3 },
      { x1: -3, x2: 3 },
      { x1: 3, x2: 3 },
    ]);
  });
});

describe('functions of one variable', () => {
  it('have the values one expects', () => {
    expect(functionValue('sine', 0.5)).toBeCloseTo(1, 12);
    expect(functionValue('sine', -1)).toBeCloseTo(0, 12);
    expect([functionValue('step', -0.001), functionValue('step', 0.001)]).toEqual([-0.8, 0.8]);
    expect(functionValue('abs', -0.5)).toBe(0);
    expect(functionValue('bump', 0)).toBeCloseTo(0.8, 12);
    expect(functionValue('sawtooth', 0.1) - functionValue('sawtooth', 0)).toBeCloseTo(0.3, 12);
    for (const name of FUNCTION_NAMES) for (let x = -1; x <= 1; x += 0.01) expect(Math.abs(functionValue(name, x))).toBeLessThanOrEqual(1);
  });

  it('are sampled over all of [-1, 1], with noise of the deviation asked for', () => {
    const exact = functionSamples('sine', 50, 0, createRandom(1));
    exact.forEach(({ x, y }, i) => {
      expect(y).toBe(functionValue('sine', x));
      expect(x).toBeGreaterThanOrEqual(-1 + i / 25);
      expect(x).toBeLessThanOrEqual(-1 + (i + 1) / 25);
    });
    const noisy = functionSamples('bump', 5000, 0.2, createRandom(1)).map(({ x, y }) => y - functionValue('bump', x));
    expect(Math.abs(momentsOf(noisy).mean)).toBeLessThan(0.015);
    expect(Math.sqrt(momentsOf(noisy).variance)).toBeCloseTo(0.2, 1);
    expect(functionSamples('abs', 20, 0.1, createRandom(2))).toEqual(functionSamples('abs', 20, 0.1, createRandom(2)));
  });

  it('drawn by hand go straight from point to point, level beyond them, whatever the order', () => {
    const points = [
      { x: 0.5, y: 1 },
      { x: -0.5, y: -1 },
      { x: 0.5, y: 3 },
    ];
    expect([-1, -0.5, 0, 0.25, 0.5001, 1].map((x) => interpolate(points, x))).toEqual([-1, -1, 0, 0.5, 3, 3]);
    expect(interpolate([{ x: 0, y: 7 }], -3)).toBe(7);
    expect(interpolate([], 0)).toBe(0);
  });
});

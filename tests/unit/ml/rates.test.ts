import { scalar, tensor1d, tensor2d, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { clipByGlobalNorm, globalNorm } from '../../../src/ml/optimisers/clip';
import { scheduledRate, WARMUP_SHARE } from '../../../src/ml/optimisers/schedule';
import { SCHEDULE_NAMES } from '../../../src/ml/blueprint/schedule-names';
import { expectClose, NODE_BACKENDS, on, read } from './support';

const BASE = 0.3;
const TOTAL = 1000;
const at = (schedule: (typeof SCHEDULE_NAMES)[number]) => (step: number) => scheduledRate(schedule, BASE, step, TOTAL);

describe('schedules', () => {
  it('constant stays', () => {
    for (const step of [0, 1, 999, 5000]) expect(at('constant')(step)).toBe(BASE);
  });

  it('step halves at each quarter', () => {
    expect([0, 249, 250, 499, 500, 749, 750, 999, 1000, 4000].map(at('step'))).toEqual(
      [1, 1, 1 / 2, 1 / 2, 1 / 4, 1 / 4, 1 / 8, 1 / 8, 1 / 8, 1 / 8].map((share) => BASE * share),
    );
  });

  it('exponential falls by the same factor over equal spans, to a hundredth', () => {
    const rate = at('exponential');
    expect(rate(0)).toBe(BASE);
    expect(rate(300) / rate(200)).toBeCloseTo(rate(800) / rate(700), 12);
    expect(rate(TOTAL)).toBeCloseTo(BASE / 100, 12);
  });

  it('cosine passes the half at the middle and ends at nothing', () => {
    const rate = at('cosine');
    expectClose([0, 250, 500, 1000].map(rate), [BASE, BASE * (0.5 + Math.SQRT1_2 / 2), BASE / 2, 0], 1e-12);
  });

  it('warm-up rises in equal parts to the base and then follows a cosine without a jump', () => {
    const rate = at('warmupCosine');
    const end = WARMUP_SHARE * TOTAL;
    expect(rate(0)).toBeGreaterThan(0);
    expect(rate(20) - rate(10)).toBeCloseTo(rate(90) - rate(80), 12);
    expect(rate(end)).toBeCloseTo(BASE, 12);
    expect(rate(end - 1)).toBeLessThan(rate(end));
    expect(rate(end) - rate(end - 1)).toBeLessThan(BASE / 50);
    expect(rate((end + TOTAL) / 2)).toBeCloseTo(BASE / 2, 12);
    expect(rate(TOTAL)).toBeCloseTo(0, 12);
  });

  it.each(SCHEDULE_NAMES)(
    '%s is finite, never negative, never above the base, and level past the end, also for runs of no length',
    (schedule) => {
      for (const total of [0, 1, 3, TOTAL]) {
        for (const step of [0, 1, 2, 50, 999, 1000, 1001, 1e9]) {
          const rate = scheduledRate(schedule, BASE, step, total);
          expect(rate).toBeGreaterThanOrEqual(0);
          expect(rate).toBeLessThanOrEqual(BASE);
        }
        expect(scheduledRate(schedule, BASE, total + 7, total)).toBe(scheduledRate(schedule, BASE, total, total));
      }
    },
  );
});

describe.each(NODE_BACKENDS)('clipping on %s', (backend) => {
  beforeAll(() => on(backend));

  const gradients = () => ({ a: tensor1d([3, 0]), b: tensor2d([0, 4, 12, 0], [2, 2]) });

  it('the norm is that of all gradients together', () => {
    expectClose(read(tidy(() => globalNorm(Object.values(gradients())))), [13], 1e-6);
  });

  it('scales a gradient that is too long to the largest norm and keeps its direction', () => {
    const clipped = tidy(() => clipByGlobalNorm(gradients(), scalar(6.5)));
    expectClose(read(clipped['a'] ?? scalar(NaN)), [1.5, 0], 1e-6);
    expectClose(read(clipped['b'] ?? scalar(NaN)), [0, 2, 6, 0], 1e-6);
  });

  it('leaves shorter ones and zeros exactly as they are', () => {
    const clipped = tidy(() => clipByGlobalNorm(gradients(), scalar(13.5)));
    expect(read(clipped['a'] ?? scalar(NaN))).toEqual([3, 0]);
    expect(read(clipped['b'] ?? scalar(NaN))).toEqual([0, 4, 12, 0]);
    const still = tidy(() => clipByGlobalNorm({ a: tensor1d([0, 0]) }, scalar(0.1)));
    expect(read(still['a'] ?? scalar(NaN))).toEqual([0, 0]);
  });

  it('keeps what is not finite visible, so that it is found and explained', () => {
    const clipped = tidy(() => clipByGlobalNorm({ a: tensor1d([NaN, 1]) }, scalar(1)));
    expect(read(clipped['a'] ?? scalar(0)).some((value) => !Number.isFinite(value))).toBe(true);
  });
});

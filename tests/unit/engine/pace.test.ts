/** The pace at which a run can be watched: as long as it is said to take, more and more steps a second, and no leap after a delay. */
import { describe, expect, it } from 'vitest';
import { endOf, PaceClock, secondsAt, stepsAt, type Pace } from '../../../src/engine/pace';

/** Steps that a run takes in so many seconds where the clock is looked at every few milliseconds and the machine is never behind. */
function played(pace: Pace, seconds: number, from = 0, every = 4): number[] {
  const clock = new PaceClock(pace, from, 0);
  const steps = [from];
  for (let now = every; now <= 1000 * seconds; now += every) {
    const here = steps.at(-1) ?? from;
    steps.push(here + clock.due(here, now));
  }
  return steps;
}

describe('the pace of eyes', () => {
  it.each([60, 150, 1500, 20_000])('takes 10 to 15 seconds over %i steps', (steps) => {
    const taken = played({ steps }, 16);
    const arrived = (taken.findIndex((step) => step >= steps) * 4) / 1000;
    expect(arrived).toBeGreaterThan(10);
    expect(arrived).toBeLessThan(15);
  });

  it('shows at least ten different steps in the first two seconds of a run of 1,500, and at most a tenth of it', () => {
    const first = new Set(played({ steps: 1500 }, 2));
    expect(first.size).toBeGreaterThan(10);
    expect(Math.max(...first)).toBeLessThan(150);
  });

  it('grows: every second takes more steps than the one before', () => {
    const taken = played({ steps: 1500 }, 12);
    const seconds = Array.from({ length: 11 }, (_, i) => (taken[250 * (i + 1)] ?? NaN) - (taken[250 * i] ?? NaN));
    for (const [i, count] of seconds.entries()) if (i > 0) expect(count).toBeGreaterThanOrEqual(seconds[i - 1] ?? Infinity);
  });

  it('has a time for every step, which is the inverse', () => {
    for (const step of [0, 1, 17, 1499, 1500, 4000])
      expect(stepsAt(secondsAt(step, { steps: 1500 }), { steps: 1500 })).toBeCloseTo(step, 6);
  });

  it('goes on from where the run stands: at the declared length no faster than it came there, and without an end', () => {
    expect(endOf({ steps: 1500 }, 1499)).toBe(1500);
    expect(endOf({ steps: 1500 }, 1500)).toBe(Infinity);
    const last = 1500 - (played({ steps: 1500 }, 11).at(-1) ?? NaN);
    const next = (played({ steps: 1500 }, 1, 1500).at(-1) ?? NaN) - 1500;
    expect(next / last).toBeGreaterThan(0.8);
    expect(next / last).toBeLessThan(1.5);
  });

  it('leaps over nothing when it was held up, once or at every step', () => {
    const once = new PaceClock({ steps: 1500 }, 0, 0);
    expect(once.due(0, 4)).toBe(1);
    expect(once.due(1, 10_000)).toBeLessThan(5);
    // Steps of 90 ms, where the pace would have more: it is never more than a moment ahead.
    const slow = new PaceClock({ steps: 1500 }, 0, 0);
    let [step, most] = [0, 0];
    for (let now = 90; now < 5000; now += 90) {
      const due = slow.due(step, now);
      most = Math.max(most, due);
      step += Math.min(1, due);
    }
    expect(most).toBeLessThan(6);
  });
});

it('a number of steps a second is kept, the first at once; as fast as it goes is never held', () => {
  expect(played(5, 2).at(-1)).toBe(11);
  expect(played(5, 0.02).at(-1)).toBe(1);
  // Steps that take longer than a look at the clock do not make it slower.
  for (const every of [50, 150, 190]) expect(played(5, 20, 0, every).at(-1)).toBeGreaterThanOrEqual(99);
  expect(new PaceClock(Infinity, 0, 0).due(1e9, 1)).toBe(Infinity);
});

import { expect, it } from 'vitest';
import { atMoment, nearestMoment, type Film } from '../../../src/demos/film';
import type { Recording } from '../../../src/demos/recording';
import { createRandom } from '../../../src/ml/random';
import { filmed } from '../../../tools/record/film-array';
import { momentsOf, withStops } from '../../../tools/record/film';

const RECORDING: Recording = {
  values: {},
  seed: 1,
  steps: 100,
  lossAt: [10, 50, 100],
  loss: [3, 2, 1],
  evaluatedAt: [20, 100],
  evaluated: { accuracy: [0.5, 0.9] },
  frame: { step: 100, arrays: { points: { shape: [1], data: [7] }, surface: { shape: [2], data: [5, 6] } } },
  golden: { steps: [], loss: [] },
};

/** What the film of one array shows at each of its moments but the last, which is the recording's own frame. */
function shown(moments: readonly (readonly number[])[], shape: readonly number[]): (readonly number[])[] {
  const array = filmed([...moments, moments[0] ?? []].map((data) => ({ shape, data })));
  const film: Film = { steps: [...moments.keys(), 100], arrays: { surface: array }, same: [] };
  return moments.map((_, i) => atMoment(RECORDING, film, i).frame.arrays['surface']?.data ?? []);
}

it.each([[[8, 8]], [[3, 5, 7]], [[1, 10, 11, 2]]])('a long array of shape %j comes back to half a level, at every moment', (shape) => {
  const random = createRandom(1);
  const size = shape.reduce((a, b) => a * b, 1);
  const moments = Array.from({ length: 5 }, (_, moment) => Array.from({ length: size }, () => random.normal() * 10 ** (moment - 2)));
  shown(moments, shape).forEach((data, m) => {
    const given = moments[m] ?? [];
    const range = Math.max(...given) - Math.min(...given);
    // 128 levels: half of one is a 256th of the range; a thousandth of that for the grid's own rounding.
    data.forEach((value, i) => expect(Math.abs(value - (given[i] ?? NaN))).toBeLessThanOrEqual((1.01 * range) / 256));
  });
});

it('signs, zeros and whole numbers are what they were', () => {
  const grid = Array.from({ length: 100 }, (_, i) => (i % 3 === 0 ? 0 : (i - 50) / 7));
  const [data = []] = shown([grid], [100]);
  data.forEach((value, i) => expect(value === 0, String(i)).toBe(grid[i] === 0));
  const labels = Array.from({ length: 90 }, (_, i) => i % 10);
  const flat = Array.from({ length: 90 }, () => 0.25);
  expect(shown([labels], [90])).toEqual([labels]);
  expect(shown([flat], [90])).toEqual([flat]);
});

it('short arrays are kept as they are', () => {
  expect(
    shown(
      [
        [1, 2.5],
        [1e-9, -3],
      ],
      [2],
    ),
  ).toEqual([
    [1, 2.5],
    [1e-9, -3],
  ]);
});

it('an array whose size changes on the way is refused', () => {
  expect(() =>
    filmed([
      { shape: [2], data: [1, 2] },
      { shape: [1], data: [1] },
    ]),
  ).toThrow('shape [2]');
});

it('before the end there is nothing of what comes after: neither numbers nor curves; what stays the same is the frame’s own', () => {
  const film: Film = {
    steps: [0, 40, 100],
    arrays: {
      surface: {
        shape: [2],
        numbers: [
          [1, 1],
          [2, 2],
        ],
      },
    },
    same: ['points'],
  };
  const middle = atMoment(RECORDING, film, 1);
  expect(middle.frame).toEqual({ step: 40, arrays: { points: { shape: [1], data: [7] }, surface: { shape: [2], data: [2, 2] } } });
  expect([middle.lossAt, middle.loss, middle.evaluatedAt, middle.evaluated]).toEqual([[10], [3], [20], { accuracy: [0.5] }]);
  expect(atMoment(RECORDING, film, 2)).toBe(RECORDING);
  // What was recorded once and is in no film would be of another step.
  expect(Object.keys(atMoment(RECORDING, { ...film, same: [] }, 1).frame.arrays)).toEqual(['surface']);
});

it('answers are those of the moment', () => {
  const recording = { ...RECORDING, answers: { read: { values: { digit: 'x' }, arrays: { scores: { shape: [1], data: [9] } } } } };
  const film: Film = { steps: [0, 100], arrays: { 'read?scores': { shape: [1], numbers: [[4]] } }, same: ['points', 'surface'] };
  const { answers, frame } = atMoment(recording, film, 0);
  expect(answers?.['read']).toEqual({ values: { digit: 'x' }, arrays: { scores: { shape: [1], data: [4] } } });
  expect(Object.keys(frame.arrays)).toEqual(['points', 'surface']);
});

it('moments lie close together where a run is young, from its first step to its last', () => {
  expect(momentsOf(5, 8)).toEqual([0, 1, 2, 3, 4, 5]);
  expect(momentsOf(400, 5)).toEqual([0, 25, 100, 225, 400]);
  // Steps that pictures lead to take the places of the moments nearest to them; those past the end are none.
  expect(withStops([0, 25, 100, 225, 400], [0, 50, 200, 1000])).toEqual([0, 50, 100, 200, 400]);
  expect(withStops([0, 400], [50])).toEqual([0, 400]);
  expect(nearestMoment({ steps: [0, 25, 100, 225, 400] }, 170)).toBe(3);
});

import { expect, it } from 'vitest';
import { drawTent, foldedHeights, MOST_TIMES, tent, tentCounts, tentTimes } from '../../../src/site/drawings/tent';
import { splitAtDrawings } from '../../../src/site/markdown/drawing-place';

it('is the triangle wave: T put into itself k times is the distance of 2^k x to the nearest even number', () => {
  expect([0, 0.25, 0.5, 0.75, 1].map(tent)).toEqual([0, 0.5, 1, 0.5, 0]);
  for (let times = 1; times <= MOST_TIMES; times++) {
    for (let i = 0; i <= 700; i++) {
      const scaled = (2 ** times * i) / 700;
      expect(tentTimes(i / 700, times)).toBeCloseTo(Math.abs(scaled - 2 * Math.round(scaled / 2)), 9);
    }
  }
});

it.each(Array.from({ length: MOST_TIMES }, (_, i) => i + 1))('has 2^%i pieces, drawn one by one and counted by its kinks', (times) => {
  const { pieces, deep, wide } = tentCounts(times);
  // Kinks found by slopes between places that are finer than they.
  const fine = 4 * 2 ** times;
  const slopes = Array.from({ length: fine }, (_, i) => Math.sign(tentTimes((i + 1) / fine, times) - tentTimes(i / fine, times)));
  const kinks = slopes.filter((slope, i) => i > 0 && slope !== slopes[i - 1]).length;
  expect(pieces).toBe(kinks + 1);
  // A layer of m ReLUs has at most m kinks; a layer of two at each fold.
  expect(wide).toBe(kinks);
  expect(deep).toBe(2 * times);
  const { graph, rows } = drawTent(times, 'en');
  expect(graph.split('L')).toHaveLength(pieces + 1);
  expect(rows.map(({ words }) => Number.parseInt(words))).toEqual(Array.from({ length: times + 1 }, (_, i) => 2 ** i));
});

it('draws no piece outside its picture and no two rows on one another', () => {
  for (const times of [1, 3, MOST_TIMES]) {
    const { graph, strip, rows } = drawTent(times, 'zh');
    for (const [, x, y] of graph.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)) {
      for (const one of [Number(x), Number(y)]) expect(one).toBeGreaterThanOrEqual(0);
      expect(Number(x)).toBeLessThanOrEqual(300);
      expect(Number(y)).toBeLessThanOrEqual(236);
    }
    const levels = strip
      .split('M')
      .slice(1)
      .map((row) => [...row.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const));
    for (const [x] of levels.flat()) {
      // Words stand at the left.
      expect(x).toBeGreaterThan(70);
      expect(x).toBeLessThanOrEqual(300);
    }
    const heights = levels.map((row) => row.map(([, y]) => y));
    heights.forEach((row, i) => expect(Math.max(...row)).toBeLessThan(Math.min(...(heights[i + 1] ?? [236]))));
    rows.forEach(({ y }, i) => expect(y - (rows[i - 1]?.y ?? 0)).toBeGreaterThan(11));
  }
});

it('folds as paper does: the right half over the left each time, and no ply through another', () => {
  // A strip of paper, folded by hand.
  expect(foldedHeights(1)).toEqual([0, 1]);
  expect(foldedHeights(2)).toEqual([0, 3, 2, 1]);
  expect(foldedHeights(3)).toEqual([0, 7, 4, 3, 2, 5, 6, 1]);
  for (let folds = 1; folds <= 7; folds++) {
    const heights = foldedHeights(folds);
    expect([...heights].sort((a, b) => a - b)).toEqual(Array.from({ length: 2 ** folds }, (_, i) => i));
    // Of two turns at one end the one lies within the other, or beside it (the condition for strips of stamps).
    for (const end of [0, 1]) {
      const turns = heights
        .slice(0, -1)
        .flatMap((height, i) => (i % 2 === end ? [[height, heights[i + 1] ?? NaN].sort((a, b) => a - b)] : []));
      for (const [low = NaN, high = NaN] of turns)
        for (const [from = NaN, to = NaN] of turns) expect(from > low && from < high && to > high).toBe(false);
    }
  }
});

it('says what it shows in both languages', () => {
  expect(drawTent(10, 'en').counts).toBe(
    '1024 pieces. Deep: 10 hidden layers of 2, 20 neurons in all. Shallow: one hidden layer of at least 1023.',
  );
  expect(drawTent(10, 'zh').counts).toContain('共 20 个神经元');
  expect(drawTent(2, 'zh').folds).toContain('1、2、4');
  expect(drawTent(2, 'en').folds).toContain('1, 2, 4');
});

it('has its place in a chapter’s HTML', () => {
  expect(splitAtDrawings('<p>a</p><glassbox-drawing-place data-drawing="tent"></glassbox-drawing-place><p>b</p>')).toEqual([
    { html: '<p>a</p>' },
    { drawing: 'tent' },
    { html: '<p>b</p>' },
  ]);
});

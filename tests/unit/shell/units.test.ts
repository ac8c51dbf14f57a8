/** Curves read in another unit than the one that they were measured in. */
import { describe, expect, it } from 'vitest';
import type { MetricSpec } from '../../../src/demos/declaration';
import { inUnit, seriesInUnit, unitsOf } from '../../../src/shell/pictures/units';

const same = (text: string) => ({ zh: text, en: text });
const nats = { unit: same('nats'), times: Math.LN2 };
const perplexity = { unit: same('perplexity'), base: 2 };
const metric = (also?: MetricSpec['also'], unit = 'bits'): MetricSpec => ({
  label: same('bits'),
  role: 'test',
  chart: 'loss',
  unit: same(unit),
  format: 'number',
  ...(also === undefined ? {} : { also }),
});

describe('further units', () => {
  it('are those of a chart whose metrics all have the same, and none else', () => {
    expect(unitsOf([metric([nats, perplexity]), metric([nats, perplexity])])).toEqual([nats, perplexity]);
    expect(unitsOf([metric([nats]), metric()])).toEqual([]);
    expect(unitsOf([metric([nats]), metric([nats], 'metres')])).toEqual([]);
    expect([unitsOf([metric()]), unitsOf([])]).toEqual([[], []]);
  });

  it('say of three bits that they are 2.08 nats and one in eight', () => {
    expect(inUnit(3, nats)).toBeCloseTo(2.0794, 4);
    expect(inUnit(3, perplexity)).toBe(8);
    expect(inUnit(3, undefined)).toBe(3);
  });

  it('turn curves, horizontal lines and bands alike, and nothing but their heights', () => {
    const curve = { name: 'a', colour: 'c', x: [0, 25], y: [1, NaN], band: { low: [0, 1], high: [2, 3] } };
    const level = { name: 'n', colour: 'c', x: [0, 25], y: [2, 2], level: 'n=1' };
    const [turned, line] = seriesInUnit([curve, level], perplexity).map((one) => ({ ...one, y: Array.from(one.y) }));
    expect(turned).toMatchObject({ name: 'a', x: [0, 25], y: [2, NaN] });
    expect([turned?.band?.low, turned?.band?.high].map((one) => Array.from(one ?? []))).toEqual([
      [1, 2],
      [4, 8],
    ]);
    expect(line).toMatchObject({ level: 'n=1', y: [4, 4] });
    expect(seriesInUnit([curve], undefined)).toEqual([curve]);
  });
});

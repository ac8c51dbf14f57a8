import { describe, expect, it } from 'vitest';
import { demos } from '../../../src/demos/registry';
import { onGrid } from '../../../src/demos/resolve';
import type { RangeParameter } from '../../../src/demos/declaration';
import { sliderOf } from '../../../src/shell/fields/slider';

const ranges = [...demos].flatMap(([id, demo]) =>
  Object.entries(demo.parameters).flatMap(([name, parameter]): [string, RangeParameter][] =>
    parameter.kind === 'range' ? [[`${id}.${name}`, parameter]] : [],
  ),
);

/** What a reader gets who presses an arrow key until the slider's end. */
function walk(parameter: RangeParameter, from: number, direction: 1 | -1): number[] {
  const slider = sliderOf(parameter);
  const values = [from];
  let value = from;
  while (slider.at(value) !== (direction === 1 ? slider.positions : 0)) {
    const next = slider.value(slider.at(value) + direction, value);
    if (Math.sign(next - value) !== direction || values.length > 3000) throw new Error(`stuck at ${value}`);
    values.push((value = next));
  }
  return values;
}

describe.each(ranges)('the slider of %s', (_, parameter) => {
  it('goes from one end to the other by arrow keys, on the grid, and back', () => {
    const up = walk(parameter, parameter.min, 1);
    expect(up.at(-1)).toBe(parameter.max);
    expect(walk(parameter, parameter.max, -1).at(-1)).toBe(parameter.min);
    for (const value of up) expect(onGrid(parameter, value)).toBe(value);
  });

  it('moves either way from the declared value', () => {
    const slider = sliderOf(parameter);
    const position = slider.at(parameter.value);
    if (position < slider.positions) expect(walk(parameter, parameter.value, 1)[1]).toBeGreaterThan(parameter.value);
    if (position > 0) expect(walk(parameter, parameter.value, -1)[1]).toBeLessThan(parameter.value);
  });

  it('has its ends at its ends, and rests where it stands', () => {
    const slider = sliderOf(parameter);
    expect([slider.at(parameter.min), slider.at(parameter.max)]).toEqual([0, slider.positions]);
    expect([slider.value(0, parameter.value), slider.value(slider.positions, parameter.value)]).toEqual([parameter.min, parameter.max]);
    expect(slider.value(slider.at(parameter.value), parameter.value)).toBe(parameter.value);
  });
});

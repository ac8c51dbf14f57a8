/** A number on a slider: where a value stands, and which value a position means. Every value can be reached by arrow keys. */
import { onGrid } from '../../demos/resolve';
import type { RangeParameter } from '../../demos/declaration';

/** Positions of a slider whose values have no grid of their own. */
const POSITIONS = 200;
/** Significant digits that a position's value is rounded to: the fewest that tell it from the present one. */
const DIGITS = [2, 3, 4, 6, 12] as const;

export interface Slider {
  /** Positions are 0 … positions. */
  readonly positions: number;
  /** The position nearest to a value. */
  at(value: number): number;
  /**
   * The value that is meant by moving to a position.
   * @param from the present value: moving away from its position changes it, however near the two values are.
   */
  value(position: number, from: number): number;
}

interface Scale {
  readonly positions: number;
  readonly toPosition: (value: number) => number;
  readonly toValue: (position: number) => number;
}

function scaleOf({ min, max, step, scale }: RangeParameter): Scale {
  if (scale === 'log' && min > 0) {
    const span = Math.log(max / min);
    return {
      positions: POSITIONS,
      toPosition: (value) => (POSITIONS * Math.log(value / min)) / span,
      toValue: (position) => min * Math.exp((span * position) / POSITIONS),
    };
  }
  // On a grid each of its values has a position, so that one press of a key is one step.
  const positions = step === undefined ? POSITIONS : Math.max(1, Math.round((max - min) / step));
  return {
    positions,
    toPosition: (value) => (positions * (value - min)) / (max - min),
    toValue: (position) => min + ((max - min) * position) / positions,
  };
}

/** The slider of a parameter; logarithmic where the quantity is. */
export function sliderOf(parameter: RangeParameter): Slider {
  const { min, max, step } = parameter;
  const { positions, toPosition, toValue } = scaleOf(parameter);
  const within = (value: number): number => Math.min(max, Math.max(min, value));
  const at = (value: number): number => Math.round(toPosition(within(value)));
  return {
    positions,
    at,
    value(position, from) {
      if (position <= 0) return min;
      if (position >= positions) return max;
      const direction = Math.sign(position - at(from));
      if (direction === 0) return from;
      const exact = toValue(position);
      const candidates = DIGITS.map((digits) => within(onGrid(parameter, Number(exact.toPrecision(digits)))));
      const moved = candidates.find((value) => Math.sign(value - from) === direction);
      // Cells of the grid that are wider than a position of a logarithmic slider: the next one.
      return moved ?? (step === undefined ? within(exact) : onGrid(parameter, within(from + direction * step)));
    },
  };
}

/** Frames that no run made, for the picture to be tried on. */
import { CELL_GATES, type CellName } from '../../../ml/blueprint/layers/recurrent';
import { lineNumbers, lineSymbols } from '../../../ml/data-kinds/line/program';
import type { ViewArray } from '../../../views/view';
import { lineView, type LineView } from './line-data';

/** An array of numbers that go up and down; or of one and the same, where that is no number. */
function wave(shape: readonly number[], size: number, shift = 0): ViewArray {
  const count = shape.reduce((a, b) => a * b, 1);
  return { shape, data: Float32Array.from({ length: count }, (_, i) => size * Math.sin(i * 0.7 + shift)) };
}

/** A line as it stands in the picture after some steps. @param size of weights and states; NaN for a run that has broken. */
export function sampleLine(
  cell: CellName,
  text: string,
  units: number,
  place: number,
  resets: readonly number[] = [0],
  size = 0.9,
): LineView {
  const numbers = lineNumbers(text);
  const symbols = lineSymbols(text);
  const steps = numbers.length - 1;
  const columns = units * CELL_GATES[cell].length;
  const list = (of: readonly number[]): ViewArray => ({ shape: [of.length], data: of });
  const found = lineView({
    step: 200,
    metrics: {},
    values: { place: place + 1, unit: units, given: 2 },
    arrays: {
      codes: list(symbols.map((symbol) => symbol.codePointAt(0) ?? 0)),
      line: list([...numbers]),
      resets: list(resets),
      bySymbol: wave([symbols.length, columns], size),
      recurrent: wave([units, columns], size, 1),
      bias: wave([columns], size, 2),
      state: wave([steps, units], size),
      ...(cell === 'lstm' ? { memory: wave([steps, units], 2 * size, 3) } : {}),
      answers: {
        shape: [steps, symbols.length],
        data: Float32Array.from({ length: steps * symbols.length }, (_, i) => (size * (1 + Math.sin(i))) / symbols.length),
      },
      alone: {
        shape: [steps, steps],
        data: Float32Array.from({ length: steps * steps }, (_, i) => numbers[(i % steps) + (i % 7 === 0 ? 0 : 1)] ?? 0),
      },
    },
  });
  if (found === undefined) throw new Error('a sample has all arrays');
  return found;
}

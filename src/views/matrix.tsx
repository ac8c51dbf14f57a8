/** A small matrix as coloured cells with their numbers. Options: `matrix` (array name [rows, columns]), `rows` (names of the rows). */
import { atOr } from '../base/at';
import { fill } from '../i18n/text';
import { viewText } from '../i18n/views';
import { diverging, short } from './parts/ramp';
import { defineView, type ViewProps } from './view';

interface MatrixData {
  readonly rows: readonly string[];
  readonly columns: number;
  readonly cells: readonly number[];
}

function largestOf({ cells }: MatrixData): number {
  return cells.reduce((most, cell) => (Number.isFinite(cell) ? Math.max(most, Math.abs(cell)) : most), 0);
}

function Picture({ data, width, height }: ViewProps<MatrixData>) {
  const { rows, columns, cells } = data;
  const left = 34;
  const cell = Math.min(64, (width - left) / Math.max(1, columns), height / Math.max(1, rows.length));
  const largest = largestOf(data) || 1;
  return (
    <g class="gb-matrix">
      {rows.map((name, row) => (
        <g key={name}>
          <text x={left - 8} y={(row + 0.5) * cell} dy="0.32em" text-anchor="end" class="gb-label">
            {name}
          </text>
          {Array.from({ length: columns }, (_, column) => {
            const value = cells[row * columns + column] ?? NaN;
            return (
              <g transform={`translate(${left + column * cell},${row * cell})`} key={column}>
                <rect width={cell - 2} height={cell - 2} rx={3} fill={diverging((0.75 * value) / largest)} />
                {cell >= 28 && (
                  <text
                    x={cell / 2 - 1}
                    y={cell / 2 - 1}
                    dy="0.32em"
                    text-anchor="middle"
                    class={Number.isFinite(value) ? 'gb-cell' : 'gb-cell gb-cell-broken'}
                  >
                    {short(value)}
                  </text>
                )}
              </g>
            );
          })}
        </g>
      ))}
    </g>
  );
}

export default defineView<MatrixData>({
  title: viewText.matrix,
  aspect: { wide: 0.4, narrow: 0.6 },
  read({ arrays }, options) {
    const array = arrays[String(options['matrix'])];
    if (array === undefined) return undefined;
    const [count, columns] = [atOr(array.shape, 0, 1), atOr(array.shape, 1, 1)];
    const names = Array.isArray(options['rows']) ? options['rows'].map(String) : [];
    return { rows: Array.from({ length: count }, (_, i) => names[i] ?? String(i + 1)), columns, cells: Array.from(array.data) };
  },
  Picture,
  describe: (data, lang) =>
    fill(viewText.matrixNow[lang], { rows: data.rows.length, columns: data.columns, largest: short(largestOf(data)) }),
  table: (data) => ({
    head: ['', ...Array.from({ length: data.columns }, (_, i) => String(i + 1))],
    rows: data.rows.map((name, row) => [
      name,
      ...Array.from({ length: data.columns }, (_, i) => short(data.cells[row * data.columns + i] ?? NaN)),
    ]),
  }),
  samples: {
    small: { rows: ['x₁', 'x₂', 'b'], columns: 1, cells: [0.5, -1.25, 0.001] },
    wide: { rows: ['a', 'b'], columns: 12, cells: Array.from({ length: 24 }, (_, i) => i - 12) },
    broken: { rows: ['a'], columns: 2, cells: [NaN, Infinity] },
    empty: { rows: [], columns: 0, cells: [] },
  },
});

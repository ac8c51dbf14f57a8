/** The runs kept, as a table: its columns, its order, and as CSV. */
import type { Demo } from '../../demos/declaration';
import { formatValue } from '../../demos/resolve';
import type { KeptRun } from './kept-run';
import { differing } from './settings';

/** A column to sort by: one of these, or a metric's name. */
export interface Order {
  readonly column: string;
  readonly descending: boolean;
}

function cellOf(run: KeptRun, column: string): string | number {
  if (column === 'name') return run.name;
  if (column === 'seed') return run.state.seed;
  if (column === 'steps') return run.steps;
  return run.metrics[column] ?? NaN;
}

/** Runs in order; those without a number come last either way. */
export function sorted(runs: readonly KeptRun[], { column, descending }: Order): KeptRun[] {
  const sign = descending ? -1 : 1;
  return [...runs].sort((one, other) => {
    const [a, b] = [cellOf(one, column), cellOf(other, column)];
    if (typeof a === 'string' || typeof b === 'string') return sign * String(a).localeCompare(String(b), undefined, { numeric: true });
    if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
    return sign * (a - b);
  });
}

/** A cell of CSV, quoted where it must be; what a spreadsheet would take for a formula is not one. */
function csvCell(value: string | number): string {
  const text = typeof value === 'string' && /^[=+@\t\r-]/.test(value) ? `'${value}` : String(value);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The runs as CSV: name, seed, steps, every knob that differs in any of them, every metric. */
export function runsCsv(demo: Demo, runs: readonly KeptRun[]): string {
  const knobs = Object.keys(demo.parameters).filter((name) => runs.some(({ state }) => differing(demo, state.values).includes(name)));
  const metrics = Object.keys(demo.metrics);
  const lines = [
    ['name', 'seed', 'steps', 'changes', ...knobs, ...metrics],
    ...runs.map(({ name, state, steps, metrics: at }) => [
      name,
      state.seed,
      steps,
      state.interventions.length,
      ...knobs.map((knob) => formatValue(state.values[knob] ?? '')),
      ...metrics.map((metric) => at[metric] ?? ''),
    ]),
  ];
  return `${lines.map((line) => line.map(csvCell).join(',')).join('\n')}\n`;
}

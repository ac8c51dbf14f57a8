import { MARGIN } from './axes';
import { textWidth } from './words';

/** A run in the curves: all its curves have the same dashes, and the colours of what they are of. */
export interface RunKey {
  readonly name: string;
  /** As SVG writes dashes; undefined where its curves are drawn through. */
  readonly dash?: string | undefined;
  /** Pale: a run that is past. */
  readonly faint?: boolean;
  /** Drawn as a band of several runs. */
  readonly band?: boolean;
}

/** Height of one row, in user units. */
export const RUN_ROW = 18;
const SAMPLE = 26;
const GAP = 16;

interface Placed extends RunKey {
  readonly at: number;
}

/** The runs in rows that are no wider than the picture. */
export function runRows(runs: readonly RunKey[], width: number): readonly (readonly Placed[])[] {
  const room = width - MARGIN.left - MARGIN.right;
  const rows: Placed[][] = [];
  let at = 0;
  for (const run of runs) {
    const wide = SAMPLE + 6 + textWidth(run.name);
    if (rows.length === 0 || at + wide > room) {
      rows.push([]);
      at = 0;
    }
    rows.at(-1)?.push({ ...run, at });
    at += wide + GAP;
  }
  return rows;
}

/** Which run has which dashes, below a plot. */
export function RunLegend({ rows, y }: { readonly rows: ReturnType<typeof runRows>; readonly y: number }) {
  return (
    <g class="gb-legend gb-run-legend">
      {rows.map((row, i) => (
        <g transform={`translate(${MARGIN.left},${y + i * RUN_ROW + RUN_ROW / 2 + 3})`} key={i}>
          {row.map(({ name, dash, faint, band, at }) => (
            <g transform={`translate(${at},0)`} key={name}>
              {band === true && <rect y={-5} width={SAMPLE} height={10} fill="var(--gb-ink-soft)" class="gb-band" />}
              <line
                x2={SAMPLE}
                stroke="var(--gb-ink-soft)"
                stroke-dasharray={dash}
                class={faint === true ? 'gb-line gb-line-faint' : 'gb-line'}
              />
              <text x={SAMPLE + 6} dy="0.32em">
                {name}
              </text>
            </g>
          ))}
        </g>
      ))}
    </g>
  );
}

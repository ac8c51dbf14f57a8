import type { Series } from './paths';
import { textWidth } from './words';

/** Names of the curves with their colours, in a row under the plot's top. */
export function Legend({ series, x, y }: { readonly series: readonly Series[]; readonly x: number; readonly y: number }) {
  let offset = 0;
  return (
    <g class="gb-legend" transform={`translate(${x},${y})`} aria-hidden="true">
      {series.map((one) => {
        const at = offset;
        offset += 28 + textWidth(one.name);
        return (
          <g transform={`translate(${at},0)`} key={one.name}>
            <line
              x2={14}
              stroke={one.colour}
              class={one.faint === true ? 'gb-line gb-line-faint' : 'gb-line'}
              stroke-dasharray={one.dashed === true ? '5 4' : undefined}
            />
            <text x={18} dy="0.32em">
              {one.name}
            </text>
          </g>
        );
      })}
    </g>
  );
}

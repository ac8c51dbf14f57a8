/** The graph itself: nodes with values, edges with what travels back along them. */
import { passText } from '../../i18n/gradients';
import { fill } from '../../i18n/text';
import type { BackwardStep, Graph } from '../../ml/expression/graph';
import { Handle } from './handle';
import { coordinate, short } from './ramp';
import type { ViewProps } from '../view';
import { layoutOf } from './expression-layout';

/** An expression at the variables' present values, with both passes over it. */
export interface PassData {
  readonly step: number;
  readonly expression: string;
  readonly graph: Graph;
  readonly values: readonly number[];
  readonly steps: readonly BackwardStep[];
}

/** How much is shown: the first so many operations' values, then the first so many backward steps. */
export interface Stage {
  readonly forward: number;
  readonly backward: number;
}

/** A node's radius, and how far its variable's handle stands to its left. */
const RADIUS = 13;
const REACH = 26;
/** A variable changes by this much a unit that its handle is moved, relative to its size where that is over 1. */
const PER_UNIT = 0.02;

/** Draws the graph as far as `stage` says; variables can be moved where there is a run behind it. */
export function ExpressionGraph({ data, stage, lang, width, height, act }: ViewProps<PassData> & { readonly stage: Stage }) {
  const { graph, values, steps } = data;
  const { places, columns, rows } = layoutOf(graph);
  const x = (i: number): number => coordinate(56 + ((places[i]?.column ?? 0) * (width - 96)) / Math.max(1, columns - 1));
  const y = (i: number): number => coordinate(26 + (((places[i]?.row ?? 0) + 0.5) * (height - 50)) / rows);
  const operations = graph.nodes.flatMap(({ kind }, i) => (kind === 'operation' ? [i] : []));
  const known = (i: number): boolean => graph.nodes[i]?.kind !== 'operation' || operations.indexOf(i) < stage.forward;
  const done = steps.slice(0, stage.backward);
  const gradients = new Map(done.map(({ node, gradient }) => [node, gradient]));
  const latest = done.at(-1)?.node;
  return (
    <g class="gb-graph">
      {graph.nodes.flatMap(({ inputs }, to) =>
        inputs.map((from, position) => (
          <line x1={x(from)} y1={y(from)} x2={x(to)} y2={y(to)} class="gb-axis" opacity={0.5} key={`${from}-${to}-${position}`} />
        )),
      )}
      {done.flatMap(({ edges }) =>
        edges.map(({ from, to, position, upstream, local }) => {
          // The second of two edges between the same nodes bends its label away.
          const shift = graph.nodes[from]?.inputs.indexOf(to) === position ? -5 : 14;
          const [middleX, middleY] = [(x(from) + x(to)) / 2, (y(from) + y(to)) / 2];
          return (
            <g key={`${from}-${to}-${position}`}>
              <line x1={x(from)} y1={y(from)} x2={x(to)} y2={y(to)} class={from === latest ? 'gb-passed gb-passed-now' : 'gb-passed'} />
              <text x={coordinate(middleX)} y={coordinate(middleY + shift)} text-anchor="middle" class="gb-reading-text">
                {`${short(upstream)} × ${short(local)}`}
              </text>
            </g>
          );
        }),
      )}
      {graph.nodes.map(({ kind, label }, i) => {
        const gradient = gradients.get(i);
        return (
          <g key={i}>
            <circle cx={x(i)} cy={y(i)} r={RADIUS} class={`gb-node gb-node-${kind}`} />
            <text x={x(i)} y={y(i)} dy="0.35em" text-anchor="middle" class="gb-label">
              {label}
            </text>
            {kind !== 'constant' && known(i) && (
              <text x={x(i)} y={y(i) + RADIUS + 12} text-anchor="middle" class="gb-node-value">
                {short(values[i] ?? NaN)}
              </text>
            )}
            {gradient !== undefined && (
              <text x={x(i)} y={y(i) - RADIUS - 4} text-anchor="middle" class="gb-node-gradient">
                {short(gradient)}
              </text>
            )}
            {kind === 'variable' && act !== undefined && (
              <Handle
                x={x(i) - REACH}
                y={y(i)}
                label={fill(passText.drag[lang], { name: label, value: short(values[i] ?? NaN) })}
                enabled
                value={values[i] ?? 0}
                onMove={(value, dx, dy) => {
                  const next = value + (dx - dy) * PER_UNIT * Math.max(1, Math.abs(value));
                  act({ kind: 'edit', variable: `${label}/value`, index: 0, value: Number(next.toPrecision(6)) });
                }}
              />
            )}
          </g>
        );
      })}
    </g>
  );
}

/** What a unit responds to: over the plane where the picture has it, else along or among the samples looked at. */
import { at } from '../../base/at';
import type { Probe } from '../../engine/protocol';
import { fill, type Lang } from '../../i18n/text';
import { inspectorText } from '../../i18n/inspector';
import { MARGIN, plotScale } from '../../views/parts/axes';
import { Plot } from '../../views/parts/plot';
import { diverging, short } from '../../views/parts/ramp';
import { SignedSurface } from '../../views/parts/surface';
import type { ViewArray } from '../../views/view';
import { Figure } from './figure';
import { Pixels } from './pixels';
import { ranked, rowOf } from './unit';
import { surfaceScale } from './unit-choice';

/** So many samples are listed at each end. */
const MOST_LISTED = 5;

interface ResponsesProps {
  readonly lang: Lang;
  readonly probe: Probe;
  /** The network's first input. */
  readonly input: ViewArray | undefined;
  readonly names: readonly string[];
  readonly responses: readonly number[];
  readonly surfaces: ViewArray | undefined;
  readonly unit: number;
}

/** Output along the only input. */
function Curve({ lang, input, names, responses }: ResponsesProps) {
  const order = ranked(responses.map((_, i) => -(input?.data[i] ?? 0)));
  const series = {
    name: inspectorText.response[lang],
    colour: 'var(--gb-activation)',
    x: order.map((i) => input?.data[i] ?? NaN),
    y: order.map((i) => responses[i] ?? NaN),
  };
  const label = fill(inspectorText.respondsCurve[lang], { input: names[0] ?? 'x' });
  return (
    <Figure title={inspectorText.responds[lang]} label={label} aspect={0.5}>
      {(width, height) => (
        <Plot
          series={[series]}
          x={plotScale(series.x, [MARGIN.left, width - MARGIN.right])}
          y={plotScale([0, ...series.y], [height - MARGIN.bottom, MARGIN.top + 12])}
          width={width}
          height={height}
          xLabel={names[0] ?? 'x'}
          yLabel={inspectorText.response[lang]}
          label={label}
          interactive
        />
      )}
    </Figure>
  );
}

/** A dot a sample, where samples are points of a plane. */
function Dots({ lang, input, responses, names }: ResponsesProps) {
  const most = responses.reduce((largest, value) => (Number.isFinite(value) ? Math.max(largest, Math.abs(value)) : largest), 1e-6);
  const at = (axis: 0 | 1): number[] => responses.map((_, i) => input?.data[2 * i + axis] ?? NaN);
  return (
    <Figure title={inspectorText.responds[lang]} label={inspectorText.respondsPoints[lang]} aspect={0.8}>
      {(width, height) => {
        const x = plotScale(at(0), [MARGIN.left, width - MARGIN.right]);
        const y = plotScale(at(1), [height - MARGIN.bottom, MARGIN.top + 12]);
        return (
          <Plot
            series={[]}
            {...{ x, y, width, height }}
            xLabel={names[0] ?? ''}
            yLabel={names[1] ?? ''}
            label={inspectorText.respondsPoints[lang]}
            interactive={false}
          >
            <g class="gb-dots gb-dots-test">
              {responses.map((value, i) => (
                <circle cx={x(at(0)[i] ?? 0)} cy={y(at(1)[i] ?? 0)} r={4.5} fill={diverging(value / most)} key={i} />
              ))}
            </g>
          </Plot>
        );
      }}
    </Figure>
  );
}

/** The samples at one end, as pictures where they are pictures, else as numbers. */
function Samples({ title, order, props }: { readonly title: string; readonly order: readonly number[]; readonly props: ResponsesProps }) {
  const { input, responses, names } = props;
  const seen = new Set<string>();
  const rows = order.map((i) => ({ i, row: rowOf(input, i) })).filter(({ row }) => !seen.has(row.join()) && seen.add(row.join()));
  return (
    <div class="gb-samples">
      <p class="gb-picture-title">{title}</p>
      <ol>
        {rows.slice(0, MOST_LISTED).map(({ i, row }) => (
          <li key={i}>
            {input !== undefined && input.shape.length === 4 ? (
              <Pixels images={input} index={i} label={fill(inspectorText.sampleOf[props.lang], { index: i + 1 })} />
            ) : (
              <span>
                {row
                  .slice(0, 6)
                  .map((value, k) => `${names[k] ?? ''} ${short(value)}`)
                  .join(', ')}
              </span>
            )}
            <span> → {short(responses[i] ?? NaN)}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}

export function Responses(props: ResponsesProps) {
  const { lang, surfaces, unit, input, responses } = props;
  if (surfaces !== undefined && unit < at(surfaces.shape, 0)) {
    return (
      <Figure title={inspectorText.responds[lang]} label={inspectorText.respondsPlane[lang]} aspect={0.6}>
        {(width, height) => (
          <g class="gb-units">
            <SignedSurface
              array={surfaces}
              index={unit}
              x={(width - height) / 2}
              y={0}
              size={height}
              detail="fine"
              scale={surfaceScale(surfaces, unit)}
            />
            <rect x={(width - height) / 2} y={0} width={height} height={height} class="gb-unit-frame" />
          </g>
        )}
      </Figure>
    );
  }
  // Several places a sample (a channel of an image): which of them is meant, samples alone cannot say.
  if (input === undefined || responses.length === 0 || input.shape[0] !== responses.length) return null;
  if (input.shape.length === 2 && input.shape[1] === 1) return <Curve {...props} />;
  if (input.shape.length === 2 && input.shape[1] === 2) return <Dots {...props} />;
  const order = ranked(responses);
  return (
    <div class="gb-row gb-samples-both">
      <Samples title={inspectorText.respondsMost[lang]} order={order} props={props} />
      <Samples title={inspectorText.respondsLeast[lang]} order={[...order].reverse()} props={props} />
    </div>
  );
}

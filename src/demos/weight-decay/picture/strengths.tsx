/** Errors and the size of the weights at every strength of the penalty, solved, and the present strength, which can be dragged. */
import { fill, type Lang } from '../../../i18n/text';
import { MARGIN, plotScale } from '../../../views/parts/axes';
import { Handle } from '../../../views/parts/handle';
import { Legends, placedLegend } from '../../../views/parts/legend';
import { within, type Series } from '../../../views/parts/paths';
import { Plot } from '../../../views/parts/plot';
import { coordinate, short } from '../../../views/parts/ramp';
import { cut } from '../../../views/parts/words';
import type { ViewProps, ViewTable } from '../../../views/view';
import { LEAST_STRENGTH, MOST_STRENGTH } from '../setting';
import { decayText, said } from '../words';

export interface StrengthsData {
  readonly part: 'strengths';
  readonly step: number;
  readonly strengths: readonly number[];
  readonly trainError: readonly number[];
  readonly testError: readonly number[];
  readonly weightSize: readonly number[];
  /** Absolute values are punished, and not squares. */
  readonly absolute: boolean;
  /** 0 where nothing is punished. */
  readonly strength: number;
  /** Of the model that is trained. */
  readonly run: number;
  readonly size: number;
}

/** Room under the plot for one line of words. */
const FOOT = 18;
/** What is smaller than this is not drawn: an error of no size to speak of. */
const LEAST = 1e-3;

function shown(value: number): number {
  return value >= LEAST ? value : NaN;
}

function seriesOf({ strengths: x, trainError, testError, weightSize }: StrengthsData, lang: Lang): Series[] {
  return [
    { name: decayText.trainError[lang], colour: 'var(--gb-train)', x, y: trainError.map(shown) },
    { name: decayText.testError[lang], colour: 'var(--gb-test)', x, y: testError.map(shown) },
    { name: decayText.weightSize[lang], colour: 'var(--gb-weight)', x, y: weightSize.map(shown), dashed: true },
  ];
}

function kindOf({ absolute }: StrengthsData, lang: Lang): string {
  return absolute ? decayText.ofAbsolutes[lang] : decayText.ofSquares[lang];
}

function nowOf({ strength }: StrengthsData, lang: Lang): string {
  return strength > 0 ? fill(decayText.presentStrength[lang], { strength: short(strength) }) : decayText.noStrength[lang];
}

export function StrengthsPicture({ data, lang, width, height, act }: ViewProps<StrengthsData>) {
  const { strength, run } = data;
  const series = seriesOf(data, lang);
  const x = plotScale([LEAST_STRENGTH, MOST_STRENGTH], [MARGIN.left, width - MARGIN.right], 'log');
  const legend = placedLegend(series, decayText.amount[lang], width);
  const values = series.flatMap((one) => Array.from(one.y)).filter(Number.isFinite);
  const bottom = height - FOOT - MARGIN.bottom;
  const y = plotScale(values, [bottom, legend.bottom + 6], 'log');
  const here = strength > 0 ? within(x, strength) : undefined;
  const error = within(y, run) ?? bottom;
  const [from = 0, to = 1] = x.domain();
  return (
    <>
      <Plot
        series={series}
        x={x}
        y={y}
        width={width}
        height={height - FOOT}
        xLabel={decayText.strength[lang]}
        yLabel={decayText.amount[lang]}
        label={`${decayText.strengthsTitle[lang]}: ${kindOf(data, lang)}`}
        interactive={act !== undefined}
      >
        {here !== undefined && (
          <line x1={coordinate(here)} x2={coordinate(here)} y1={legend.bottom + 6} y2={bottom} class="gb-decay-strength" />
        )}
        {here === undefined && <circle cx={MARGIN.left} cy={coordinate(error)} r={6} class="gb-decay-run" />}
      </Plot>
      <Legends rows={legend.rows} />
      {here !== undefined && (
        <Handle
          x={coordinate(here)}
          y={coordinate(error)}
          label={`${decayText.drag[lang]}: λ = ${short(strength)}`}
          enabled={act !== undefined}
          value={strength}
          onMove={(begun, dx) => {
            const moved = x.invert(x(begun) + dx);
            const kept = Number(Math.max(from, Math.min(to, moved)).toPrecision(3));
            act?.({ kind: 'set', values: { strength: dx === 0 ? begun : kept } });
          }}
        />
      )}
      <text x={width / 2} y={height - 5} text-anchor="middle" class="gb-label">
        {cut(`${kindOf(data, lang)} · ${nowOf(data, lang)}`, width)}
      </text>
    </>
  );
}

export function sayStrengths(data: StrengthsData, lang: Lang): string {
  const { step, strengths, testError, run, size } = data;
  const best = testError.reduce(
    (least, error, i) => (error < (testError[least] ?? Infinity) || !Number.isFinite(testError[least]) ? i : least),
    0,
  );
  return fill(decayText.strengthsNow[lang], {
    step,
    kind: kindOf(data, lang),
    best: said(strengths[best] ?? NaN, short),
    least: said(testError[best] ?? NaN, short),
    now: nowOf(data, lang),
    run: said(run, short),
    size: said(size, short),
  });
}

export function strengthsTable({ strengths, trainError, testError, weightSize }: StrengthsData, lang: Lang): ViewTable {
  const cell = (value: number | undefined): string => said(value ?? NaN, short);
  return {
    head: [decayText.strength[lang], decayText.trainError[lang], decayText.testError[lang], decayText.weightSize[lang]],
    rows: strengths.map((one, i) => [short(one), cell(trainError[i]), cell(testError[i]), cell(weightSize[i])]),
  };
}

/** How the answers to one and the same point spread when it is asked again and again. */
import { fill, type Lang } from '../../i18n/text';
import { MARGIN, plotScale } from '../../views/parts/axes';
import { within } from '../../views/parts/paths';
import { Plot } from '../../views/parts/plot';
import { coordinate, short } from '../../views/parts/ramp';
import { linesOf } from '../../views/parts/words';
import type { ViewProps, ViewTable } from '../../views/view';
import { dropoutText } from './words';

export interface AnswersData {
  readonly part: 'answers';
  readonly place: readonly [number, number];
  readonly answers: readonly number[];
  /** The answer with nothing dropped. */
  readonly usual: number;
}

/** Probabilities are counted in so many steps. */
const BINS = 25;

function countsOf(answers: readonly number[]): number[] {
  const counts = Array.from({ length: BINS }, () => 0);
  for (const one of answers) {
    if (!Number.isFinite(one)) continue;
    const bin = Math.max(0, Math.min(BINS - 1, Math.floor(one * BINS)));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts;
}

/** A number as it is read, a dash for what is none. */
const said = (value: number): string => (Number.isFinite(value) ? short(value) : '—');

/** Everything that is said of the answers, as it is written. */
function saidOf({ place: [x1, x2], answers, usual }: AnswersData) {
  const count = answers.length;
  const mean = answers.reduce((sum, one) => sum + one, 0) / count;
  // Equal answers spread by nothing, whatever rounding makes of their mean.
  const equal = answers.every((one) => one === answers[0]);
  const deviation = count > 0 && equal ? 0 : Math.sqrt(answers.reduce((sum, one) => sum + (one - mean) ** 2, 0) / count);
  return {
    x1: said(x1),
    x2: said(x2),
    draws: answers.length,
    mean: said(mean),
    deviation: said(deviation),
    low: said(answers.reduce((least, one) => Math.min(least, one), Infinity)),
    high: said(answers.reduce((most, one) => Math.max(most, one), -Infinity)),
    usual: said(usual),
  };
}

export function AnswersPicture({ data, lang, width, height, act }: ViewProps<AnswersData>) {
  const counts = countsOf(data.answers);
  const now = saidOf(data);
  const words = linesOf(
    [dropoutText.asked, dropoutText.spread, dropoutText.usual].map((text) => fill(text[lang], now)),
    width - MARGIN.left,
  );
  const top = MARGIN.top + 16 + 15 * words.length;
  const x = plotScale([0, 1], [MARGIN.left, width - MARGIN.right]);
  const y = plotScale([0, 1, ...counts], [height - MARGIN.bottom, top]);
  const series = {
    name: dropoutText.count[lang],
    colour: 'var(--gb-second)',
    x: counts.map((_, bin) => (bin + 0.5) / BINS),
    y: counts,
    bare: true,
  };
  const usual = within(x, data.usual);
  return (
    <>
      <Plot
        series={[series]}
        x={x}
        y={y}
        width={width}
        height={height}
        xLabel={dropoutText.probability[lang]}
        yLabel={dropoutText.count[lang]}
        label={dropoutText.answersTitle[lang]}
        interactive={act !== undefined}
      >
        <g class="gb-dropout-bars">
          {counts.map((count, bin) => {
            const [left, right] = [x(bin / BINS), x((bin + 1) / BINS)];
            return (
              count > 0 && (
                <rect
                  x={coordinate(left + 0.5)}
                  y={coordinate(y(count))}
                  width={coordinate(Math.max(0.5, right - left - 1))}
                  height={coordinate(y(0) - y(count))}
                  key={bin}
                />
              )
            );
          })}
        </g>
        {usual !== undefined && (
          <line x1={coordinate(usual)} x2={coordinate(usual)} y1={coordinate(top)} y2={height - MARGIN.bottom} class="gb-goal" />
        )}
      </Plot>
      {words.map((line, i) => (
        <text x={MARGIN.left} y={MARGIN.top + 18 + 15 * i} class="gb-label" key={line}>
          {line}
        </text>
      ))}
    </>
  );
}

export function sayAnswers(data: AnswersData, lang: Lang): string {
  return fill(dropoutText.answersNow[lang], saidOf(data));
}

export function answersTable(data: AnswersData, lang: Lang): ViewTable {
  return {
    head: [dropoutText.from[lang], dropoutText.to[lang], dropoutText.count[lang]],
    rows: countsOf(data.answers).map((count, bin) => [short(bin / BINS), short((bin + 1) / BINS), count]),
  };
}

/** The sum behind an answer, a row a colleague: score, weight, note and their product; under it the answer on a line of days. */
import { fill, type Lang } from '../../../i18n/text';
import { Handle } from '../../../views/parts/handle';
import { coordinate, percentShort, short } from '../../../views/parts/ramp';
import { keptBetween } from '../../../views/parts/words';
import type { ViewProps } from '../../../views/view';
import { keptWithin, nameOf, type LookUp } from './look-up';
import { colleaguesText } from '../words';

/** From one row to the next. */
const ROW = 24;
/** Days at the right end of the line. */
const END = 15;

/** How high the account of so many colleagues is. */
export function accountHeight(count: number): number {
  return ROW * (count + 2) + 74;
}

interface AccountProps extends Pick<ViewProps<LookUp>, 'lang' | 'act'> {
  readonly data: LookUp;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** Two decimals: products that are added up must be seen to add up. */
function toHundredths(value: number): string {
  if (!Number.isFinite(value)) return '—';
  return Math.abs(value) < 1000 ? value.toFixed(2).replace('-', '−') : short(value);
}

/** Notes as ticks between the least and the largest, the answer among them, and the goal to be dragged. */
function Days({ data, lang, act, width, y }: Pick<AccountProps, 'data' | 'lang' | 'act' | 'width' | 'y'>) {
  const { colleagues, answer, goal } = data;
  const edge = 10;
  const at = (days: number): number => coordinate(edge + (keptWithin(days, -0.2, END + 0.2) / END) * (width - 2 * edge));
  const notes = colleagues.map(({ note }) => note).filter(Number.isFinite);
  const [low, high] = [Math.min(...notes), Math.max(...notes)];
  const said = fill(colleaguesText.answerIs[lang], { answer: toHundredths(answer) });
  const wished = fill(colleaguesText.goalIs[lang], { goal: short(goal) });
  return (
    <g transform={`translate(0,${y})`}>
      {notes.length > 0 && <rect x={at(low)} y={-4} width={Math.max(1, at(high) - at(low))} height={8} class="gb-look-up-hull" />}
      <line x1={edge} x2={width - edge} y1={0} y2={0} class="gb-axis" />
      {colleagues.map(({ note }, i) => (
        <line x1={at(note)} x2={at(note)} y1={-6} y2={6} class="gb-tick gb-look-up-tick" key={i} />
      ))}
      {[0, 5, 10, END].map((days) => {
        const words = days === END ? `${days} ${colleaguesText.days[lang]}` : String(days);
        return (
          <text x={coordinate(keptBetween(at(days), words, 0, width))} y={30} text-anchor="middle" class="gb-axis-name" key={days}>
            {words}
          </text>
        );
      })}
      {Number.isFinite(answer) && <path d={`M${at(answer)},-3l-6,-11h12Z`} fill="var(--gb-activation)" />}
      <text x={coordinate(keptBetween(at(answer), said, 0, width))} y={-19} text-anchor="middle" class="gb-label">
        {said}
      </text>
      <Handle
        x={at(goal)}
        y={0}
        label={`${colleaguesText.dragGoal[lang]}: ${short(goal)}`}
        enabled={act !== undefined}
        value={goal}
        onMove={(from, dx) => {
          const days = keptWithin(from + (dx / (width - 2 * edge)) * END, 0, END);
          act?.({ kind: 'set', values: { goal: Math.round(10 * days) / 10 } });
        }}
      />
      <text x={coordinate(keptBetween(at(goal), wished, 0, width))} y={46} text-anchor="middle" class="gb-label">
        {wished}
      </text>
    </g>
  );
}

export function Account({ data, lang, act, x, y, width }: AccountProps) {
  const { colleagues } = data;
  // Right edges of the numbers; the bar has what is left between the second and the third.
  const columns = { name: 4, score: 64, weight: 118, bar: 126, note: width - 62, share: width - 2 };
  const room = Math.max(10, columns.note - columns.bar - 46);
  const cell = (right: number, line: number, words: string, look = 'gb-cell') => (
    <text x={right} y={line} text-anchor="end" class={look}>
      {words}
    </text>
  );
  return (
    <g transform={`translate(${coordinate(x)},${coordinate(y)})`}>
      {cell(columns.score, 12, colleaguesText.score[lang], 'gb-label')}
      {cell(columns.weight, 12, colleaguesText.weight[lang], 'gb-label')}
      {cell(columns.share, 12, colleaguesText.share[lang], 'gb-label')}
      {colleagues.map(({ score, weight, note }, i) => {
        const line = ROW * (i + 1) + 12;
        return (
          <g key={i}>
            <text x={columns.name} y={line} class="gb-cell">
              {nameOf(i, lang)}
            </text>
            {cell(columns.score, line, toHundredths(score))}
            {cell(columns.weight, line, Number.isFinite(weight) ? percentShort(weight) : '—')}
            <rect
              x={columns.bar}
              y={line - 11}
              width={Number.isFinite(weight) ? coordinate(Math.max(0.5, room * weight)) : 0}
              height={14}
              rx={2}
              fill="var(--gb-attention)"
            />
            {cell(columns.note, line, `× ${short(note)}`)}
            {cell(columns.share, line, toHundredths(weight * note))}
          </g>
        );
      })}
      <line x1={0} x2={width} y1={ROW * (colleagues.length + 1) - 4} y2={ROW * (colleagues.length + 1) - 4} class="gb-axis" />
      <Sum data={data} lang={lang} columns={columns} line={ROW * (colleagues.length + 1) + 12} />
      <Days data={data} lang={lang} act={act} width={width} y={ROW * (colleagues.length + 1) + 52} />
    </g>
  );
}

interface SumProps {
  readonly data: LookUp;
  readonly lang: Lang;
  readonly columns: { readonly name: number; readonly weight: number; readonly share: number };
  readonly line: number;
}

/** The last line: all weights, and all products. */
function Sum({ data: { colleagues, answer }, lang, columns, line }: SumProps) {
  const whole = colleagues.reduce((sum, { weight }) => sum + weight, 0);
  return (
    <>
      <text x={columns.name} y={line} class="gb-label">
        {colleaguesText.sum[lang]}
      </text>
      <text x={columns.weight} y={line} text-anchor="end" class="gb-cell">
        {Number.isFinite(whole) ? percentShort(whole) : '—'}
      </text>
      <text x={columns.share} y={line} text-anchor="end" class="gb-cell">
        {toHundredths(answer)}
      </text>
    </>
  );
}

/** Rows that differ in one symbol; what each network has read when it comes to the gap, what it answers there, and what moves its answer. */
import { at } from '../../base/at';
import { fill, type Lang } from '../../i18n/text';
import { askedRowsOf, rowAnswer, Rows, rowsLayout, rowsTable, saidOfRows, type AskedRows } from '../../views/parts/asked-rows';
import { likeliestOf } from '../../views/parts/likeliest';
import { PlaceStrip } from '../../views/parts/place-strip';
import { coordinate, percent } from '../../views/parts/ramp';
import { wrappedText } from '../../views/parts/words';
import { defineView, type ViewProps } from '../../views/view';
import { bidirectionalText } from './words';

const LANES = ['forward', 'backward', 'both'] as const;
type Lane = (typeof LANES)[number];

const COLOURS: Readonly<Record<Lane, string>> = { forward: 'var(--gb-first)', backward: 'var(--gb-neutral)', both: 'var(--gb-second)' };
const SIGNS: Readonly<Record<Lane, string>> = { forward: '→', backward: '←', both: '⇄' };

interface GapData extends AskedRows {
  readonly step: number;
  /** Place at which the answer is due. */
  readonly asked: number;
  /** By network and place: total variation. */
  readonly moved: readonly (readonly number[])[];
}

/** What is drawn of one network under the rows: a line for what it has read, and a strip of what moves its answer. */
const LANE = 36;
const HEAD = 4;
const LINE = 15;

interface ReadProps {
  readonly from: number;
  readonly to: number;
  readonly y: number;
  readonly colour: string;
}

/** A line from where a network begins to read to where it stands. */
function Read({ from, to, y, colour }: ReadProps) {
  const back = from < to ? -HEAD : HEAD;
  const [start, end] = [coordinate(from), coordinate(to)];
  return (
    <path
      d={`M${start},${y - HEAD}V${y + HEAD}M${start},${y}H${end}m${back},${-HEAD}L${end},${y}l${back},${HEAD}`}
      fill="none"
      stroke={colour}
      stroke-width={2}
    />
  );
}

const nameOf = (lane: Lane, lang: Lang): string => bidirectionalText[lane][lang];

function Picture({ data, lang, width }: ViewProps<GapData>) {
  const layout = rowsLayout(data, width);
  const { cell, across, bottom } = layout;
  const { asked, rows, moved } = data;
  const length = rows[0]?.length ?? 0;
  const here = (asked + 0.5) * cell - 1;
  const shares = (values: readonly number[]) => values.map((value, place) => (place === asked ? undefined : value));
  const end = bottom + LANES.length * LANE;
  return (
    <g class="gb-gap">
      <Rows data={data} layout={layout} title={bidirectionalText.row[lang]} names={LANES.map((lane) => SIGNS[lane])} asked={asked} />
      {rows.length > 0 &&
        LANES.map((lane, i) => {
          const [left, right] = [lane !== 'backward', lane !== 'forward'];
          const count = (left ? asked : 0) + 1 + (right ? length - 1 - asked : 0);
          return (
            <g transform={`translate(0,${bottom + i * LANE})`} key={lane}>
              {left && <Read from={2} to={here - (right ? 2 : 0)} y={8} colour={COLOURS[lane]} />}
              {right && <Read from={across - 4} to={here + (left ? 2 : 0)} y={8} colour={COLOURS[lane]} />}
              <text x={coordinate(across + 6)} y={12}>
                {fill(bidirectionalText.seen[lang], { sign: SIGNS[lane], name: nameOf(lane, lang), count })}
              </text>
              <g transform="translate(0,15)">
                <PlaceStrip shares={shares(moved[i] ?? [])} cell={cell} colour={COLOURS[lane]} />
              </g>
            </g>
          );
        })}
      {rows.length > 0 &&
        wrappedText(bidirectionalText.shade[lang], width).map((line, i) => (
          <text x={0} y={end + 14 + i * LINE} class="gb-label" key={i}>
            {line}
          </text>
        ))}
    </g>
  );
}

function sample(shares: readonly number[], moved: number, texts: readonly string[] = ['ABA?ABBA', 'ABA?BBBA']): GapData {
  const letters = ['A', 'B'];
  const of = (given: readonly number[]) => texts.map((_, row) => rowAnswer(likeliestOf(given), letters, row));
  const both = texts.map((_, row) => rowAnswer(likeliestOf(row === 0 ? [0.99, 0.01] : [0.01, 0.99]), letters, row));
  return {
    step: 200,
    rows: texts.map((text) => [...text]),
    truths: letters.slice(0, texts.length),
    answers: [of(shares), of([0.5, 0.5]), both],
    asked: 3,
    moved: [
      [0.1, 0.2, 0.1, 0, 0, 0, 0, 0],
      [0, 0, 0, 0, moved, 0.1, 0, 0],
      [1e-9, 0.01, 1, 0, moved, 0.1, 0.1, 0],
    ],
  };
}

export default defineView<GapData>({
  title: bidirectionalText.title,
  aspect: { wide: 0.44, narrow: 0.85 },
  wide: 600,
  read({ step, arrays }) {
    const { codes, letters, answers, truths, asked, moved } = arrays;
    if (codes === undefined || letters === undefined || answers === undefined || truths === undefined || moved === undefined) {
      return undefined;
    }
    const length = at(moved.shape, 1);
    return {
      step,
      ...askedRowsOf(codes, letters, answers, Array.from(truths.data)),
      asked: asked?.data[0] ?? 0,
      moved: LANES.map((_, lane) => Array.from(moved.data).slice(lane * length, (lane + 1) * length)),
    };
  },
  Picture,
  describe: (data, lang) => saidOfRows(bidirectionalText.answered[lang], data.step, data, LANES),
  table(data, lang) {
    const { head, rows } = rowsTable(
      data,
      [bidirectionalText.row[lang], bidirectionalText.answer[lang]],
      LANES.map((lane) => nameOf(lane, lang)),
    );
    const exchanged = (data.rows[0] ?? []).flatMap((symbol, place) =>
      place === data.asked
        ? []
        : [
            [
              fill(bidirectionalText.exchanged[lang], { place: place + 1, symbol }),
              '',
              ...data.moved.map((moved) => percent(moved[place] ?? NaN)),
            ],
          ],
    );
    return { head, rows: [...rows, ...exchanged] };
  },
  samples: {
    usual: sample([0.55, 0.45], 0.9),
    wrong: sample([0.2, 0.8], 1),
    broken: sample([NaN, NaN], NaN),
    empty: sample([], 0, []),
  },
});

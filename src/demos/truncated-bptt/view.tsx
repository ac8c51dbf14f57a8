/** Rows that differ in the cue alone; how far each network's state and gradient go, and what it answers. */
import { at } from '../../base/at';
import { fill, type Lang } from '../../i18n/text';
import { askedRowsOf, rowAnswer, Rows, rowsLayout, rowsTable, saidOfRows, type AskedRows } from '../../views/parts/asked-rows';
import { likeliestOf } from '../../views/parts/likeliest';
import { PlaceStrip } from '../../views/parts/place-strip';
import { coordinate, short } from '../../views/parts/ramp';
import { wrappedText } from '../../views/parts/words';
import { defineView, type ViewProps } from '../../views/view';
import { truncatedText } from './words';

const LANES = ['reset', 'carried', 'whole'] as const;
type Lane = (typeof LANES)[number];

const COLOURS: Readonly<Record<Lane, string>> = { reset: 'var(--gb-first)', carried: 'var(--gb-second)', whole: 'var(--gb-neutral)' };

interface CutData extends AskedRows {
  readonly step: number;
  /** Steps that the gradient goes back, where it is cut. */
  readonly back: number;
  /** By network and place: size of the gradient by what is read there. */
  readonly reached: readonly (readonly number[])[];
}

/** What is drawn of one network under the rows: a line for its state, and a strip for its gradient. */
const LANE = 36;
const HEAD = 4;
const LINE = 15;
/** The least colour of what is there at all. */
const LEAST = 0.15;

interface StateProps {
  /** The first place that the state is made of, the last, and those with which pieces begin. */
  readonly from: number;
  readonly length: number;
  readonly cuts: readonly number[];
  readonly cell: number;
  readonly colour: string;
}

/** A line over all places that the state at the question mark is made of. */
function State({ from, length, cuts, cell, colour }: StateProps) {
  const end = length * cell - 3;
  const bars = cuts.map((place) => `M${coordinate(place * cell - 1)},2V14`).join('');
  return (
    <>
      <path
        d={`M${coordinate(from * cell + 1)},8H${coordinate(end)}m${-HEAD},${-HEAD}l${HEAD},${HEAD}l${-HEAD},${HEAD}`}
        fill="none"
        stroke={colour}
        stroke-width={2}
      />
      {bars !== '' && <path d={bars} fill="none" stroke="var(--gb-attention)" stroke-width={2} />}
    </>
  );
}

const nameOf = (lane: Lane, lang: Lang): string => truncatedText[lane][lang];

/** Against the largest of them, by the square root: gradients get small fast on their way back. */
function sharesOf(reached: readonly number[]): number[] {
  const largest = Math.max(0, ...reached.filter(Number.isFinite));
  return reached.map((size) => (size === 0 ? 0 : LEAST + (1 - LEAST) * Math.sqrt(size / largest)));
}

function Picture({ data, lang, width }: ViewProps<CutData>) {
  const layout = rowsLayout(data, width);
  const { cell, across, bottom } = layout;
  const { rows, reached, back } = data;
  const length = rows[0]?.length ?? 0;
  const piece = Math.min(length, back + 1);
  const cuts = Array.from({ length: Math.ceil(length / piece) - 1 }, (_, i) => length - (i + 1) * piece);
  const end = bottom + LANES.length * LANE;
  return (
    <g class="gb-cut">
      <Rows data={data} layout={layout} title={truncatedText.row[lang]} names={LANES.map((lane) => nameOf(lane, lang))} />
      {rows.length > 0 &&
        LANES.map((lane, i) => (
          <g transform={`translate(0,${bottom + i * LANE})`} key={lane}>
            <State
              from={lane === 'reset' ? length - piece : 0}
              length={length}
              cuts={lane === 'carried' ? cuts : []}
              cell={cell}
              colour={COLOURS[lane]}
            />
            <text x={coordinate(across + 6)} y={12}>
              {fill(truncatedText.back[lang], { name: nameOf(lane, lang), count: lane === 'whole' ? length - 1 : piece - 1 })}
            </text>
            <g transform="translate(0,15)">
              <PlaceStrip shares={sharesOf(reached[i] ?? [])} cell={cell} colour="var(--gb-gradient)" />
            </g>
          </g>
        ))}
      {rows.length > 0 &&
        wrappedText(truncatedText.shade[lang], width).map((line, i) => (
          <text x={0} y={end + 14 + i * LINE} class="gb-label" key={i}>
            {line}
          </text>
        ))}
    </g>
  );
}

function sample(back: number, shares: readonly number[], size: number, texts: readonly string[] = ['abAcdba?', 'abBcdba?']): CutData {
  const letters = ['A', 'B'];
  const of = (given: readonly number[]) => texts.map((_, row) => rowAnswer(likeliestOf(given), letters, row));
  const whole = texts.map((_, row) => rowAnswer(likeliestOf(row === 0 ? [0.99, 0.01] : [0.01, 0.99]), letters, row));
  return {
    step: 200,
    rows: texts.map((text) => [...text]),
    truths: letters.slice(0, texts.length),
    answers: [of([0.5, 0.5]), of(shares), whole],
    back,
    reached: [
      [0, 0, 0, 0, size, size, 0.1, 0.5],
      [0, 0, 0, 0, 1e-3, 0.1, 0.2, size],
      [1e-9, 1e-6, 0.2, 0.1, 0.1, 0.2, 0.3, 0.1],
    ],
  };
}

export default defineView<CutData>({
  title: truncatedText.title,
  aspect: { wide: 0.44, narrow: 0.9 },
  wide: 640,
  reads: ['back'],
  read({ step, arrays, values }) {
    const { codes, letters, answers, reached } = arrays;
    if (codes === undefined || letters === undefined || answers === undefined || reached === undefined) return undefined;
    const [count, length] = [at(codes.shape, 0), at(codes.shape, 1)];
    // Each row has the cue of its number.
    const truths = Array.from({ length: count }, (_, row) => row);
    return {
      step,
      ...askedRowsOf(codes, letters, answers, truths),
      back: Number(values['back'] ?? 1),
      reached: LANES.map((_, lane) => Array.from(reached.data).slice(lane * length, (lane + 1) * length)),
    };
  },
  Picture,
  describe: (data, lang) => saidOfRows(truncatedText.answered[lang], data.step, data, LANES),
  table(data, lang) {
    const { head, rows } = rowsTable(
      data,
      [truncatedText.row[lang], truncatedText.answer[lang]],
      LANES.map((lane) => nameOf(lane, lang)),
    );
    const sizes = (data.rows[0] ?? []).map((symbol, place) => [
      fill(truncatedText.gradient[lang], { place: place + 1, symbol }),
      '',
      ...data.reached.map((sizesOfLane) => short(sizesOfLane[place] ?? NaN)),
    ]);
    return { head, rows: [...rows, ...sizes] };
  },
  samples: {
    usual: sample(3, [0.55, 0.45], 0.4),
    none: sample(0, [0.2, 0.8], 0),
    broken: sample(3, [NaN, NaN], NaN),
    empty: sample(3, [], 0, []),
  },
});

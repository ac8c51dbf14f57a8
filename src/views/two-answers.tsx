/**
 * What two networks answer on a few pictures, under each the likeliest class of both. Arrays `pictures` [n, rows, columns, 3],
 * `pictureLabels` [n] and `answers` [2, n, classes], probabilities. Classes are those of shapes and textures.
 */
import { raceText, shapeClassText } from '../i18n/races';
import { fill, type Lang } from '../i18n/text';
import { ColourImage } from './parts/colour-image';
import { likeliestIn, type Likeliest } from './parts/likeliest';
import { percent } from './parts/ramp';
import { textWidth } from './parts/words';
import { defineView, type ViewArray, type ViewProps } from './view';

interface AnswersData {
  readonly step: number;
  readonly pictures: ViewArray;
  readonly labels: readonly number[];
  /** A row a network. */
  readonly answers: readonly (readonly Likeliest[])[];
}

const LANES = ['first', 'second'] as const;
const GAP = 12;
const LINE = 17;
/** Between two names. */
const APART = 2;
const CAPTION = 2 * LINE + 8;

function nameOf(label: number, lang: Lang): string {
  return shapeClassText[label]?.[lang] ?? String(label);
}

/** Left of a name, the dot of its network, or a cross of that colour where the answer is wrong. */
const DOT = 14;
/** What the longest name takes, whatever is answered at present. */
function namesWidth(lang: Lang): number {
  return DOT + Math.max(...shapeClassText.map((name) => textWidth(name[lang])));
}

interface Grid {
  readonly across: number;
  readonly size: number;
  /** From one picture to the next. */
  readonly pitch: number;
}

/** Rows and columns that make the pictures largest and leave their names room. */
function gridOf(count: number, width: number, height: number, names: number): Grid {
  let best = { across: 1, size: 1, pitch: 1 + GAP };
  for (let across = 1; across <= count; across++) {
    const down = Math.ceil(count / across);
    // The last name ends where the pictures do.
    const room = across === 1 ? width + GAP : Math.min((width + GAP) / across, (width - names) / (across - 1));
    const size = Math.min(room - GAP, (height + GAP) / down - GAP - CAPTION);
    if (size > best.size && room >= names + APART) best = { across, size, pitch: Math.max(size + GAP, names + APART) };
  }
  return best;
}

function Picture({ data, lang, width, height }: ViewProps<AnswersData>) {
  const { across, size, pitch } = gridOf(data.labels.length, width, height, namesWidth(lang));
  return (
    <g class="gb-two-answers">
      {data.labels.map((truth, i) => {
        const [x, y] = [(i % across) * pitch, Math.floor(i / across) * (size + GAP + CAPTION)];
        return (
          <g transform={`translate(${x},${y})`} key={i}>
            <title>{nameOf(truth, lang)}</title>
            <ColourImage images={data.pictures} index={i} x={0} y={0} size={size} />
            {data.answers.map((lane, k) => {
              const answer = lane[i] ?? { label: -1, share: NaN };
              const right = answer.label === truth;
              return (
                <g transform={`translate(0,${size + (k + 1) * LINE})`} class={right ? 'gb-right' : 'gb-wrong'} key={LANES[k]}>
                  {right ? (
                    <circle cx={5} cy={-4} r={4} fill={`var(--gb-${LANES[k] ?? 'first'})`} />
                  ) : (
                    <path d="M1.5-7.5l7 7m0-7l-7 7" stroke={`var(--gb-${LANES[k] ?? 'first'})`} stroke-width={2.2} />
                  )}
                  <text x={DOT}>{nameOf(answer.label, lang)}</text>
                </g>
              );
            })}
          </g>
        );
      })}
    </g>
  );
}

const sample = (answers: readonly (readonly Likeliest[])[]): AnswersData => ({
  step: 40,
  pictures: { shape: [2, 2, 2, 3], data: Array.from({ length: 24 }, (_, i) => (i % 7) / 7) },
  labels: [0, 7],
  answers,
});

export default defineView<AnswersData>({
  title: raceText.answers,
  aspect: { wide: 0.52, narrow: 1.2 },
  read({ step, arrays }) {
    const { pictures, pictureLabels, answers } = arrays;
    if (pictures === undefined || pictureLabels === undefined || answers === undefined) return undefined;
    const labels = Array.from(pictureLabels.data);
    return { step, pictures, labels, answers: LANES.map((_, lane) => labels.map((_, i) => likeliestIn(answers, lane, i))) };
  },
  Picture,
  describe({ step, labels, answers }, lang) {
    const right = answers.map((lane) => lane.filter(({ label }, i) => label === labels[i]).length);
    return fill(raceText.answersNow[lang], { step, count: labels.length, first: right[0] ?? 0, second: right[1] ?? 0 });
  },
  table: ({ labels, answers }, lang) => ({
    head: [raceText.picture[lang], raceText.truth[lang], ...LANES.map((lane) => raceText[lane][lang])],
    rows: labels.map((truth, i) => [
      i + 1,
      nameOf(truth, lang),
      ...answers.map((lane) =>
        fill(raceText.sure[lang], { name: nameOf(lane[i]?.label ?? -1, lang), share: percent(lane[i]?.share ?? NaN) }),
      ),
    ]),
  }),
  samples: {
    usual: sample([
      [
        { label: 0, share: 0.9 },
        { label: 7, share: 0.6 },
      ],
      [
        { label: 1, share: 0.4 },
        { label: 7, share: 0.99 },
      ],
    ]),
    broken: sample([
      [
        { label: -1, share: NaN },
        { label: 0, share: 0 },
      ],
      [],
    ]),
    // Ten pictures, each answered wrong with every name there is: the longest must fit, too.
    ten: {
      ...sample([]),
      pictures: { shape: [10, 2, 2, 3], data: Array.from({ length: 120 }, (_, i) => (i % 7) / 7) },
      labels: Array.from({ length: 10 }, (_, i) => i),
      answers: [1, 2].map((by) => Array.from({ length: 10 }, (_, i) => ({ label: (i + by) % shapeClassText.length, share: 0.5 }))),
    },
    none: { step: 0, pictures: { shape: [0, 16, 16, 3], data: [] }, labels: [], answers: [[], []] },
  },
});

/**
 * What two networks answer on a few pictures, under each the likeliest class of both. Arrays `pictures` [n, rows, columns, 3],
 * `pictureLabels` [n] and `answers` [2, n, classes], probabilities. Classes are those of shapes and textures.
 */
import { raceText, shapeClassText } from '../i18n/races';
import { fill, type Lang } from '../i18n/text';
import { ColourImage } from './parts/colour-image';
import { likeliestIn, type Likeliest } from './parts/likeliest';
import { percent } from './parts/ramp';
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
const CAPTION = 2 * LINE + 8;

function nameOf(label: number, lang: Lang): string {
  return shapeClassText[label]?.[lang] ?? String(label);
}

/** Rows and columns that make the pictures largest. */
function gridOf(count: number, width: number, height: number): { readonly across: number; readonly size: number } {
  let best = { across: 1, size: 1 };
  for (let across = 1; across <= count; across++) {
    const down = Math.ceil(count / across);
    const size = Math.min((width + GAP) / across - GAP, (height + GAP) / down - GAP - CAPTION);
    if (size > best.size) best = { across, size };
  }
  return best;
}

function Picture({ data, lang, width, height }: ViewProps<AnswersData>) {
  const { across, size } = gridOf(data.labels.length, width, height);
  return (
    <g class="gb-two-answers">
      {data.labels.map((truth, i) => {
        const [x, y] = [(i % across) * (size + GAP), Math.floor(i / across) * (size + GAP + CAPTION)];
        return (
          <g transform={`translate(${x},${y})`} key={i}>
            <title>{nameOf(truth, lang)}</title>
            <ColourImage images={data.pictures} index={i} x={0} y={0} size={size} />
            {data.answers.map((lane, k) => {
              const answer = lane[i] ?? { label: -1, share: NaN };
              const right = answer.label === truth;
              return (
                <g transform={`translate(0,${size + (k + 1) * LINE})`} class={right ? 'gb-right' : 'gb-wrong'} key={LANES[k]}>
                  <circle cx={5} cy={-4} r={4} fill={`var(--gb-${LANES[k] ?? 'first'})`} />
                  <text x={14}>{`${right ? '' : '✗ '}${nameOf(answer.label, lang)}`}</text>
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
    none: { step: 0, pictures: { shape: [0, 16, 16, 3], data: [] }, labels: [], answers: [[], []] },
  },
});

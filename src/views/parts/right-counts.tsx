/** How many points of each class lie on the right side, of those trained on and of those held out: one quiet line under a plane. */
import { viewText } from '../../i18n/views';
import { fill, type Lang } from '../../i18n/text';
import { likeliestOf } from './likeliest';
import { Dots, type Point } from './points';
import { short } from './ramp';
import { textWidth } from './words';

/**
 * Whether scores put a point on the side of its label, as the metrics count it: by sign, of which a score of 0 has the positive one, or
 * by the largest of several. No number is right of nothing.
 */
export function isRightSide(scores: readonly number[], label: number): boolean {
  const [score = NaN] = scores;
  return scores.length === 1 ? (score >= 0 ? label > 0 : score < 0 && label < 0) : likeliestOf(scores).label === label;
}

/** Points of one label: how many there are, and how many are on the right side. */
interface OfLabel {
  readonly label: number;
  readonly right: number;
  readonly count: number;
}

export interface RightCount {
  readonly set: 'training' | 'heldOut';
  /** By label, positive first; of more than two classes all together, without one. */
  readonly labels: readonly OfLabel[];
}

/** Counts a set of points. @param parted whether labels are counted apart. */
export function countRight(
  set: RightCount['set'],
  points: readonly Point[],
  isRight: (point: Point) => boolean,
  parted: boolean,
): RightCount {
  const labels = parted ? [1, -1] : [NaN];
  return {
    set,
    labels: labels.map((label) => {
      const ofLabel = parted ? points.filter((point) => point[2] === label) : points;
      return { label, right: ofLabel.filter(isRight).length, count: ofLabel.length };
    }),
  };
}

/** All points of a set that are on the right side. */
function rightOf({ labels }: RightCount): number {
  return labels.reduce((sum, { right }) => sum + right, 0);
}

/** The same as a sentence. */
export function countInWords(one: RightCount, lang: Lang): string {
  const parted = one.labels.filter(({ label }) => !Number.isNaN(label));
  const list = parted.map(({ label, right, count }) => fill(viewText.ofLabel[lang], { label: short(label), right, count }));
  const [open, close, comma] = lang === 'zh' ? ['（', '）', '，'] : [' (', ')', ', '];
  return fill(viewText[one.set === 'training' ? 'trainingNow' : 'heldOutNow'][lang], {
    right: rightOf(one),
    count: one.labels.reduce((sum, { count }) => sum + count, 0),
    labels: list.length === 0 ? '' : `${open}${list.join(comma)}${close}`,
  });
}

/** From one set to the next, from a mark to its number, and after a number. */
const [BETWEEN, AFTER_MARK, AFTER_NUMBER] = [3, 8, 4];
const RADIUS = 3.2;

interface Line {
  readonly words: readonly { readonly x: number; readonly text: string }[];
  /** Places of the marks, with their labels. */
  readonly marks: readonly { readonly x: number; readonly label: number }[];
  readonly width: number;
}

function lineOf(counts: readonly RightCount[], lang: Lang): Line {
  const words: { readonly x: number; readonly text: string }[] = [];
  const marks: { readonly x: number; readonly label: number }[] = [];
  let width = 0;
  const say = (text: string): void => {
    words.push({ x: width, text });
    width += textWidth(text) + AFTER_NUMBER;
  };
  counts.forEach(({ set, labels }, i) => {
    say(`${i === 0 ? '✓ ' : ''}${viewText[set === 'training' ? 'ofTraining' : 'ofHeldOut'][lang]}`);
    for (const { label, right, count } of labels) {
      if (!Number.isNaN(label)) {
        marks.push({ x: width + RADIUS, label });
        width += AFTER_MARK;
      }
      say(`${right}/${count}`);
    }
    width += BETWEEN;
  });
  return { words, marks, width: width - BETWEEN - AFTER_NUMBER };
}

/** All labels of a set together. */
function merged(one: RightCount): RightCount {
  return { ...one, labels: [{ label: NaN, right: rightOf(one), count: one.labels.reduce((sum, { count }) => sum + count, 0) }] };
}

interface RightCountsProps {
  readonly counts: readonly RightCount[];
  readonly x: number;
  /** The words' baseline. */
  readonly y: number;
  readonly width: number;
  readonly lang: Lang;
}

/** "✓ train ● 34/122 ■ 80/128", each mark in the shape and the colour of its label; without them where there is no room. */
export function RightCounts({ counts, x, y, width, lang }: RightCountsProps) {
  // Whether there is room is decided by all of them being right, so that the line does not change its form as a run goes on.
  const widest = counts.map((one) => ({ ...one, labels: one.labels.map((of) => ({ ...of, right: of.count })) }));
  const { words, marks } = lineOf(lineOf(widest, lang).width <= width ? counts : counts.map(merged), lang);
  return (
    <g class="gb-right-counts" aria-hidden="true">
      <Dots
        points={marks.map(({ x: left, label }) => [x + left, y - 4, label])}
        at={(px, py) => [px, py]}
        radius={RADIUS}
        hollow={false}
        classes={1}
        legend
      />
      {words.map(({ x: left, text }, i) => (
        <text x={Math.round(x + left)} y={y} key={i}>
          {text}
        </text>
      ))}
    </g>
  );
}

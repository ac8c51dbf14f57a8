/** How often each class is read as each other. Array `confusion` [classes, classes]: rows are the classes, columns what they are read as. */
import { at } from '../base/at';
import { fill } from '../i18n/text';
import { imageText } from '../i18n/images';
import { shadeOf } from './parts/raster';
import { defineView, type ViewProps } from './view';

interface ConfusionData {
  readonly classes: number;
  readonly counts: readonly number[];
}

const LEFT = 24;
const TOP = 38;

function countAt({ counts, classes }: ConfusionData, truth: number, read: number): number {
  return counts[truth * classes + read] ?? 0;
}

function rowTotal(data: ConfusionData, truth: number): number {
  let total = 0;
  for (let read = 0; read < data.classes; read++) total += countAt(data, truth, read);
  return total;
}

/** The largest count off the diagonal. */
function worstOf(data: ConfusionData): { readonly truth: number; readonly read: number; readonly count: number } {
  let worst = { truth: 0, read: 0, count: 0 };
  for (let truth = 0; truth < data.classes; truth++) {
    for (let read = 0; read < data.classes; read++) {
      const count = countAt(data, truth, read);
      if (truth !== read && count > worst.count) worst = { truth, read, count };
    }
  }
  return worst;
}

function Picture({ data, lang, width, height }: ViewProps<ConfusionData>) {
  const { classes } = data;
  const cell = Math.min((width - LEFT) / Math.max(1, classes), (height - TOP) / Math.max(1, classes));
  const names = Array.from({ length: classes }, (_, i) => i);
  const wrongest = Math.max(1, worstOf(data).count);
  return (
    <g class="gb-confusion">
      <text x={0} y={12} class="gb-axis-name">
        {`${imageText.truth[lang]} ↓`}
      </text>
      <text x={width} y={12} text-anchor="end" class="gb-axis-name">
        {`${imageText.read[lang]} →`}
      </text>
      {names.map((truth) => (
        <g key={truth}>
          <text x={LEFT + (truth + 0.5) * cell} y={TOP - 6} text-anchor="middle">
            {truth}
          </text>
          <text x={LEFT - 7} y={TOP + (truth + 0.5) * cell} dy="0.35em" text-anchor="end">
            {truth}
          </text>
          {names.map((read) => {
            const count = countAt(data, truth, read);
            const right = truth === read;
            const share = right ? (0.7 * count) / Math.max(1, rowTotal(data, truth)) : -(0.15 + (0.75 * count) / wrongest);
            return (
              <g transform={`translate(${LEFT + read * cell},${TOP + truth * cell})`} key={read}>
                <rect
                  width={Math.max(0, cell - 1.5)}
                  height={Math.max(0, cell - 1.5)}
                  rx={2}
                  fill={shadeOf(count === 0 ? 0 : share, 'signed')}
                />
                {count !== 0 && cell >= 16 && (
                  <text x={cell / 2 - 0.75} y={cell / 2 - 0.75} dy="0.35em" text-anchor="middle" class="gb-cell">
                    {Number.isFinite(count) ? count : '?'}
                  </text>
                )}
              </g>
            );
          })}
        </g>
      ))}
    </g>
  );
}

export default defineView<ConfusionData>({
  title: imageText.confusion,
  aspect: { wide: 0.98, narrow: 1 },
  read({ arrays }) {
    const { confusion } = arrays;
    return confusion === undefined ? undefined : { classes: at(confusion.shape, 0), counts: Array.from(confusion.data) };
  },
  Picture,
  describe(data, lang) {
    let [total, right] = [0, 0];
    for (let truth = 0; truth < data.classes; truth++) {
      total += rowTotal(data, truth);
      right += countAt(data, truth, truth);
    }
    const words = fill(imageText.confusionNow[lang], { total, right, share: `${((100 * right) / Math.max(1, total)).toFixed(1)}%` });
    const worst = worstOf(data);
    return worst.count === 0 ? words : `${words} ${fill(imageText.confusionWorst[lang], worst)}`;
  },
  table: (data, lang) => ({
    head: [`${imageText.truth[lang]} \\ ${imageText.read[lang]}`, ...Array.from({ length: data.classes }, (_, i) => String(i))],
    rows: Array.from({ length: data.classes }, (_, truth) => [
      truth,
      ...Array.from({ length: data.classes }, (_, read) => countAt(data, truth, read)),
    ]),
  }),
  samples: {
    usual: { classes: 3, counts: [10, 1, 0, 0, 12, 0, 3, 0, 9] },
    ten: { classes: 10, counts: Array.from({ length: 100 }, (_, i) => (i % 11 === 0 ? 38 : i % 7 === 0 ? 2 : 0)) },
    blind: { classes: 2, counts: [0, 0, 0, 0] },
    broken: { classes: 2, counts: [NaN, 1, 2, NaN] },
    empty: { classes: 0, counts: [] },
  },
});

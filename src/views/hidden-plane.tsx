/**
 * Where the points lie in a hidden layer of two or three units: the plane of its units, coloured by what the rest of the network answers
 * there, and on it the sheet of the input plane, which a slider lays down from where it was flat. Arrays: `points`, `testPoints` [m, 3],
 * the weights of a chain of dense layers (`weights/<node>/<role>`) and, for batch norm, its running statistics (`state/<node>/<role>`).
 * Values: features (names of the inputs), loss, showTest, discretise, ownPoints.
 */
import { useMemo, useState } from 'preact/hooks';
import { at } from '../base/at';
import { hiddenPlaneText } from '../i18n/hidden-plane';
import { fill, type Lang } from '../i18n/text';
import { viewText } from '../i18n/views';
import { mlp } from '../ml/blueprint/mlp';
import { FoldedPlane } from './parts/folded-plane';
import { averagePlaces, hiddenPlaneData, rightPoints, type Given, type HiddenPlaneData } from './parts/hidden-plane-data';
import { specOf } from './parts/network-layout';
import { EXTENT } from './parts/plane';
import { short } from './parts/ramp';
import { SHEET_SIDE } from './parts/sheet';
import { wrappedText } from './parts/words';
import { defineView, type ViewArray, type ViewProps } from './view';

/** Why nothing is drawn, and what would help. */
function unshownWords({ widths, broken }: HiddenPlaneData, lang: Lang): readonly string[] {
  if (broken) return [hiddenPlaneText.broken[lang]];
  const why =
    widths.length === 0
      ? hiddenPlaneText.noLayer[lang]
      : fill(hiddenPlaneText.unshown[lang], { widths: widths.join(lang === 'zh' ? '、' : ', ') });
  return [why, hiddenPlaneText.remedy[lang]];
}

function isShown({ stops, broken }: HiddenPlaneData): boolean {
  return stops.length > 1 && !broken;
}

function Picture(props: ViewProps<HiddenPlaneData>) {
  const { data, lang, width, height, act } = props;
  const [wanted, setWanted] = useState<number | undefined>(undefined);
  const last = data.stops.length - 1;
  const value = Math.min(wanted ?? last, last);
  // The lattice of a stop is the same while weights are.
  const sheets = useMemo(() => {
    const known = new Map<number, readonly (readonly number[])[]>();
    const coordinate = (i: number): number => (2 * EXTENT * i) / (SHEET_SIDE - 1) - EXTENT;
    return (stop: number): readonly (readonly number[])[] => {
      const made =
        known.get(stop) ??
        Array.from({ length: SHEET_SIDE * SHEET_SIDE }, (_, i) =>
          at(data.stops, stop).values(coordinate(i % SHEET_SIDE), coordinate(Math.floor(i / SHEET_SIDE))),
        );
      known.set(stop, made);
      return made;
    };
  }, data.made);
  if (!isShown(data)) {
    const lines = unshownWords(data, lang).flatMap((sentence) => wrappedText(sentence, width - 48));
    return (
      <>
        {lines.map((line, i) => (
          <text x={24} y={height / 2 + 20 * (i - (lines.length - 1) / 2)} class="gb-label" key={i}>
            {line}
          </text>
        ))}
      </>
    );
  }
  return <FoldedPlane {...{ ...data, sheets, value, lang, width, height }} live={act !== undefined} onValue={setWanted} />;
}

/** The network written by hand in the chapter: ReLU(x₁ + x₂), ReLU(x₁ + x₂ − 1), the first less twice the second, less one half. */
function handWritten(units: 2 | 3): Given {
  const array = (shape: readonly number[], data: readonly number[]): ViewArray => ({ shape, data });
  const third = units === 3;
  return {
    step: 7,
    spec: mlp({ name: 'xor', inputs: 2, hidden: [units], outputs: 1, activations: ['relu'] }),
    arrays: {
      points: array([4, 3], [0, 0, -1, 0, 1, 1, 1, 0, 1, 1, 1, -1]),
      testPoints: array([1, 3], [2, 2, -1]),
      'weights/hidden1/kernel': array([2, units], third ? [1, 1, 1, 1, 1, -1] : [1, 1, 1, 1]),
      'weights/hidden1/bias': array([units], third ? [0, -1, 0] : [0, -1]),
      'weights/output/kernel': array([units, 1], third ? [1, -2, 0.5] : [1, -2]),
      'weights/output/bias': array([1], [-0.5]),
    },
    values: { showTest: true },
  };
}

/** A sample's data; what is given is complete. */
function sample(given: Given): HiddenPlaneData {
  const data = hiddenPlaneData(given);
  if (data === undefined) throw new Error('a sample lacks what the picture needs');
  return data;
}

const folded = handWritten(2);

export default defineView<HiddenPlaneData>({
  title: hiddenPlaneText.title,
  aspect: { wide: 0.9, narrow: 1.1 },
  reads: ['features', 'loss', 'showTest', 'discretise', 'ownPoints'],
  read({ step, arrays, values, spec }) {
    return spec === undefined ? undefined : hiddenPlaneData({ step, spec: specOf(spec), arrays, values });
  },
  Picture,
  describe(data, lang) {
    if (!isShown(data)) return unshownWords(data, lang).join(lang === 'zh' ? '' : ' ');
    const stop = at(data.stops, -1);
    const now = fill(hiddenPlaneText.now[lang], {
      step: data.step,
      layer: (stop.layer ?? 0) + 1,
      units: stop.names.length,
      places: averagePlaces(data, stop, lang),
    });
    if (data.classes === 1 && !data.signs) return now;
    return `${now}${lang === 'zh' ? '' : ' '}${fill(hiddenPlaneText.right[lang], { right: rightPoints(data), count: data.points.length })}`;
  },
  table(data, lang) {
    const input = data.stops[0];
    const layers = isShown(data) ? data.stops.slice(1) : [];
    return {
      head: [
        'x₁',
        'x₂',
        viewText.label[lang],
        ...layers.flatMap(({ layer = 0, names }) =>
          names.map((name) => `${name} (${fill(hiddenPlaneText.layer[lang], { layer: layer + 1 })})`),
        ),
        viewText.output[lang],
      ],
      rows: data.points
        .slice(0, 200)
        .map(([x1, x2, label]) => [
          short(x1),
          short(x2),
          short(label),
          ...layers.flatMap((stop) => stop.values(x1, x2).map(short)),
          input === undefined ? '—' : input.scores([x1, x2]).map(short).join(' / '),
        ]),
    };
  },
  samples: {
    folded: sample(folded),
    turned: sample(handWritten(3)),
    tooWide: sample({ ...folded, spec: mlp({ name: 'none', inputs: 2, hidden: [], outputs: 1, activations: [] }) }),
    broken: sample({ ...folded, arrays: { ...folded.arrays, 'weights/output/bias': { shape: [1], data: [NaN] } } }),
    dead: sample({ ...folded, arrays: { ...folded.arrays, 'weights/hidden1/bias': { shape: [2], data: [-99, -99] } } }),
    noPoints: sample({ ...folded, values: { ownPoints: 0 } }),
  },
});

/** The thinned network of a step; with the option `part`, the answers to one point (`answers`) or the means of the units (`means`). */
import { at } from '../../base/at';
import { defineView, type ViewProps, type ViewSource } from '../../views/view';
import { AnswersPicture, answersTable, sayAnswers, type AnswersData } from './answers';
import { MeansPicture, meansTable, sayMeans, type LayerMeans, type MeansData } from './means';
import { sayThinned, ThinnedPicture, thinnedTable, type ThinnedData } from './thinned';
import { dropoutText } from './words';

type DropoutData = ThinnedData | AnswersData | MeansData;

function Picture(props: ViewProps<DropoutData>) {
  const { data } = props;
  if (data.part === 'thinned') return <ThinnedPicture {...props} data={data} />;
  return data.part === 'answers' ? <AnswersPicture {...props} data={data} /> : <MeansPicture {...props} data={data} />;
}

function thinnedFrom({ step, arrays, values }: ViewSource): ThinnedData | undefined {
  const { thinned } = arrays;
  if (thinned === undefined) return undefined;
  const [count, both] = [at(thinned.shape, 0), at(thinned.shape, 1)];
  return {
    part: 'thinned',
    step,
    sample: Math.max(0, Math.min(count - 1, Number(values['sample']) - 1)),
    units: both / 2,
    masks: Array.from({ length: count }, (_, row) => Array.from({ length: both }, (_, i) => thinned.data[row * both + i] === 1)),
  };
}

function answersFrom({ answers, values }: ViewSource): AnswersData {
  const { place, answers: given, usual } = answers?.['again']?.arrays ?? {};
  // Nothing has been asked yet where the answers are not there: an empty plot for the point that will be.
  return {
    part: 'answers',
    place: place === undefined ? [Number(values['x1']), Number(values['x2'])] : [place.data[0] ?? NaN, place.data[1] ?? NaN],
    answers: Array.from(given?.data ?? []),
    usual: usual?.data[0] ?? NaN,
  };
}

function meansFrom({ answers }: ViewSource): MeansData {
  const { answers: given, whole, averaged } = answers?.['again']?.arrays ?? {};
  if (given === undefined || whole === undefined || averaged === undefined) return { part: 'means', draws: 0, layers: [] };
  const units = at(whole.shape, 1);
  const row = ({ data }: typeof whole, stop: number): number[] => Array.from({ length: units }, (_, i) => data[stop * units + i] ?? NaN);
  const layer = (name: LayerMeans['layer'], stop: number): LayerMeans => ({
    layer: name,
    whole: row(whole, stop),
    averaged: row(averaged, stop),
  });
  return { part: 'means', draws: given.data.length, layers: [layer('afterDropout', 0), layer('afterRelu', 2)] };
}

const spread = (i: number): number => 0.5 + 0.45 * Math.sin(7 * i);

const masks = (samples: number, both: number, keep: (i: number) => boolean): ThinnedData['masks'] =>
  Array.from({ length: samples }, (_, row) => Array.from({ length: both }, (_, i) => keep(row * both + i)));

export default defineView<DropoutData>({
  title: dropoutText.title,
  aspect: { wide: 0.62, narrow: 0.95 },
  reads: (options) => (options['part'] === undefined ? ['sample'] : options['part'] === 'answers' ? ['x1', 'x2'] : []),
  read(source, options) {
    if (options['part'] === 'answers') return answersFrom(source);
    return options['part'] === 'means' ? meansFrom(source) : thinnedFrom(source);
  },
  Picture,
  describe(data, lang) {
    if (data.part === 'thinned') return sayThinned(data, lang);
    return data.part === 'answers' ? sayAnswers(data, lang) : sayMeans(data, lang);
  },
  table(data, lang) {
    if (data.part === 'thinned') return thinnedTable(data, lang);
    return data.part === 'answers' ? answersTable(data, lang) : meansTable(data, lang);
  },
  samples: {
    half: { part: 'thinned', step: 5, sample: 2, units: 32, masks: masks(20, 64, (i) => spread(i) > 0.5) },
    untouched: { part: 'thinned', step: 0, sample: 0, units: 128, masks: masks(20, 256, () => true) },
    empty: { part: 'thinned', step: 9, sample: 0, units: 4, masks: masks(20, 8, () => false) },
    spread: { part: 'answers', place: [1.5, 1], answers: Array.from({ length: 200 }, (_, i) => spread(i)), usual: 0.7 },
    same: { part: 'answers', place: [1.5, 1], answers: [0.7, 0.7, 0.7], usual: 0.7 },
    broken: { part: 'answers', place: [-6, 6], answers: [NaN, NaN], usual: NaN },
    unasked: { part: 'answers', place: [0, 0], answers: [], usual: NaN },
    means: {
      part: 'means',
      draws: 200,
      layers: [
        { layer: 'afterDropout', whole: [0, 0.5, 1, 2], averaged: [0, 0.52, 0.97, 2.1] },
        { layer: 'afterRelu', whole: [0, 0.1, 0.8], averaged: [0.2, 0.4, 0.9] },
      ],
    },
    dead: {
      part: 'means',
      draws: 1,
      layers: [
        { layer: 'afterDropout', whole: [0, 0], averaged: [0, 0] },
        { layer: 'afterRelu', whole: [NaN, 1e9], averaged: [NaN, Infinity] },
      ],
    },
  },
});

/** Test error against features, errors against the penalty's strength (option `part`: strengths), or the weights by size (weights). */
import { defineView, type ViewProps, type ViewSource } from '../../views/view';
import { saySizes, SizesPicture, sizesTable, type SizesData } from './picture/sizes';
import { SortedPicture, saySorted, sortedTable, type SortedData } from './picture/sorted';
import { sayStrengths, StrengthsPicture, strengthsTable, type StrengthsData } from './picture/strengths';
import { decayText } from './words';

type DecayData = SizesData | StrengthsData | SortedData;

function Picture(props: ViewProps<DecayData>) {
  const { data } = props;
  if (data.part === 'sizes') return <SizesPicture {...props} data={data} />;
  return data.part === 'strengths' ? <StrengthsPicture {...props} data={data} /> : <SortedPicture {...props} data={data} />;
}

function list({ arrays }: ViewSource, name: string): number[] | undefined {
  const array = arrays[name];
  return array === undefined ? undefined : Array.from(array.data);
}

function sizesFrom(source: ViewSource): SizesData | undefined {
  const [sizes, none, best, setting, run] = ['sizes', 'none', 'best', 'setting', 'run'].map((name) => list(source, name));
  if (!sizes || !none || !best || !setting || !run) return undefined;
  const [samples = NaN, features = NaN, , solved = NaN] = setting;
  const now = list(source, 'now') ?? [];
  return { part: 'sizes', step: source.step, sizes, none, best, now, samples, features, solved, run: run[0] ?? NaN };
}

function strengthsFrom(source: ViewSource): StrengthsData | undefined {
  const [strengths, trainError, testError, weightSize] = ['strengths', 'trainError', 'testError', 'weightSize'].map((name) =>
    list(source, name),
  );
  const [run, size] = list(source, 'run') ?? [];
  if (!strengths || !trainError || !testError || !weightSize || run === undefined || size === undefined) return undefined;
  const penalty = String(source.values['penalty']);
  return {
    part: 'strengths',
    step: source.step,
    strengths,
    trainError,
    testError,
    weightSize,
    absolute: penalty === 'subgradient' || penalty === 'proximal',
    strength: penalty === 'none' ? 0 : Number(source.values['strength']),
    run,
    size,
  };
}

function sortedFrom(source: ViewSource): SortedData | undefined {
  const weights = list(source, 'weights');
  if (weights === undefined) return undefined;
  return { part: 'weights', step: source.step, sizes: weights.map(Math.abs).sort((a, b) => b - a) };
}

const sizes = [5, 20, 40, 44, 80, 800];
const sizesSample: SizesData = {
  part: 'sizes',
  step: 30,
  sizes,
  none: [0.9, 1.1, 190, 4, 0.6, 0.25],
  best: [0.85, 0.6, 0.5, 0.45, 0.4, 0.22],
  now: [0.9, 0.7, 0.6, 0.5, 0.42, 0.23],
  samples: 40,
  features: 40,
  run: 0.8,
  solved: 0.6,
};
const strengths = Array.from({ length: 9 }, (_, i) => 10 ** (i / 2 - 4));
const strengthsSample: StrengthsData = {
  part: 'strengths',
  step: 30,
  strengths,
  trainError: strengths.map((one) => one / (one + 0.02)),
  testError: strengths.map((one) => 0.4 + Math.log10(one / 0.01) ** 2),
  weightSize: strengths.map((one) => 1 / (one + 0.001)),
  absolute: false,
  strength: 0.02,
  run: 0.9,
  size: 31,
};

export default defineView<DecayData>({
  title: decayText.sizesTitle,
  aspect: { wide: 0.62, narrow: 0.86 },
  reads: ({ part }) => (part === 'strengths' ? ['penalty', 'strength'] : part === 'weights' ? [] : ['features']),
  read: (source, { part }) => (part === 'strengths' ? strengthsFrom(source) : part === 'weights' ? sortedFrom(source) : sizesFrom(source)),
  Picture,
  describe: (data, lang) =>
    data.part === 'sizes' ? saySizes(data, lang) : data.part === 'strengths' ? sayStrengths(data, lang) : saySorted(data, lang),
  table: (data, lang) =>
    data.part === 'sizes' ? sizesTable(data, lang) : data.part === 'strengths' ? strengthsTable(data, lang) : sortedTable(data, lang),
  samples: {
    peak: sizesSample,
    absolute: { ...sizesSample, now: [], run: 1e30 },
    broken: { ...sizesSample, none: sizes.map(() => NaN), best: sizes.map(() => NaN), now: [], run: NaN, solved: NaN },
    strengths: strengthsSample,
    unpunished: { ...strengthsSample, strength: 0, run: NaN },
    lasso: {
      ...strengthsSample,
      absolute: true,
      strengths: strengths.slice(3),
      trainError: strengths.slice(3),
      testError: strengths.slice(3),
      weightSize: [2, 1, 0.5, 0, 0, 0],
      strength: 1e-4,
    },
    weights: { part: 'weights', step: 9, sizes: [3, 2, 1e-4, 0, 0] },
    many: { part: 'weights', step: 9, sizes: Array.from({ length: 200 }, (_, i) => (i < 150 ? Math.exp(-i / 9) : 0)) },
    start: { part: 'weights', step: 0, sizes: [0, 0, 0] },
    huge: { part: 'weights', step: 0, sizes: [1e300, NaN, 1] },
  },
});

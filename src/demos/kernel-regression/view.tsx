/** What the points say at each place, and (option `part`: widths) how wrong that is at each width. */
import { at } from '../../base/at';
import { defineView, type ViewProps, type ViewSource } from '../../views/view';
import { FitPicture, fitTable, sayFit, type FitData } from './fit';
import { placesOf, widthsOf } from './setting';
import { sayWidths, WidthsPicture, widthsTable, type WidthsData } from './widths';
import { kernelText } from './words';

type KernelData = FitData | WidthsData;

function Picture(props: ViewProps<KernelData>) {
  const { data } = props;
  return data.part === 'fit' ? <FitPicture {...props} data={data} /> : <WidthsPicture {...props} data={data} />;
}

function list(source: ViewSource, name: string): number[] | undefined {
  const array = source.arrays[name];
  return array === undefined ? undefined : Array.from(array.data);
}

function widthsFrom(source: ViewSource): WidthsData | undefined {
  const [widths, trainError, testError, width] = ['widths', 'trainError', 'testError', 'width'].map((name) => list(source, name));
  if (!widths || !trainError || !testError || !width) return undefined;
  return { part: 'widths', step: source.step, width: width[0] ?? NaN, widths, trainError, testError };
}

function fitFrom(source: ViewSource): FitData | undefined {
  const [grid, target, average, chosen, learned, flat, width] = ['grid', 'target', 'average', 'chosen', 'learned', 'points', 'width'].map(
    (name) => list(source, name),
  );
  const { looks } = source.arrays;
  if (!grid || !target || !average || !chosen || !learned || !flat || !width || looks === undefined) return undefined;
  const query = Number(source.values['query']);
  const [queries, count] = [at(looks.shape, 0), at(looks.shape, 1)];
  const row = Math.round(((query + 1) / 2) * (queries - 1));
  return {
    part: 'fit',
    step: source.step,
    width: width[0] ?? NaN,
    grid,
    target,
    average,
    chosen,
    learned,
    points: Array.from({ length: count }, (_, i) => [flat[2 * i] ?? NaN, flat[2 * i + 1] ?? NaN] as const),
    query,
    weights: Array.from({ length: count }, (_, i) => looks.data[row * count + i] ?? NaN),
  };
}

const grid = Array.from(placesOf(81));
const widths = Array.from(widthsOf());

function sample(learned: (x: number) => number, query = 0.2): FitData {
  const points = [-0.9, -0.3, 0.1, 0.25, 0.8].map((x) => [x, Math.sin(3 * x)] as const);
  const powers = points.map(([x]) => Math.exp(-8 * (x - query) ** 2));
  const whole = powers.reduce((sum, one) => sum + one, 0);
  return {
    part: 'fit',
    step: 3,
    width: 0.25,
    grid,
    target: grid.map((x) => Math.sin(3 * x)),
    average: grid.map(() => 0.1),
    chosen: grid.map((x) => 0.5 * x),
    learned: grid.map(learned),
    points,
    query,
    weights: powers.map((one) => one / whole),
  };
}

export default defineView<KernelData>({
  title: kernelText.title,
  aspect: { wide: 0.62, narrow: 0.95 },
  reads: (options) => (options['part'] === 'widths' ? [] : ['query']),
  read: (source, options) => (options['part'] === 'widths' ? widthsFrom(source) : fitFrom(source)),
  Picture,
  describe: (data, lang) => (data.part === 'fit' ? sayFit(data, lang) : sayWidths(data, lang)),
  table: (data, lang) => (data.part === 'fit' ? fitTable(data, lang) : widthsTable(data, lang)),
  samples: {
    close: sample((x) => Math.sin(3 * x) + 0.1),
    edge: sample((x) => 3 * x, 1),
    broken: sample(() => NaN),
    widths: {
      part: 'widths',
      step: 3,
      width: 0.12,
      widths,
      trainError: widths.map((one) => 0.1 + Math.log(one / 0.12) ** 2 / 10),
      testError: widths.map((one) => 0.12 + Math.log(one / 0.1) ** 2 / 10),
    },
    falling: { part: 'widths', step: 9, width: 1e-9, widths, trainError: widths.map((one) => one), testError: widths.map(() => NaN) },
    none: { part: 'widths', step: 0, width: NaN, widths: [], trainError: [], testError: [] },
  },
});

/** A chain of units, column by column: each one's slope and factor, and the product of the factors from the end back to it. */
import { fill } from '../../i18n/text';
import { scaleLog } from 'd3';
import { plotScale } from '../../views/parts/axes';
import { within } from '../../views/parts/paths';
import { coordinate, raised, short } from '../../views/parts/ramp';
import { defineView, type ViewProps } from '../../views/view';
import { chainText } from './words';

interface ChainData {
  readonly step: number;
  readonly outputs: readonly number[];
  readonly weights: readonly number[];
  readonly slopes: readonly number[];
  readonly factors: readonly number[];
  readonly products: readonly number[];
  /** The largest slope that the activation has. */
  readonly steepest: number;
}

const LETTERS = 'abcdefghijkl';
/** A column narrower than this has no room for its number. */
const ROOM = 46;
/** Room at the left for what levels are called. */
const LEFT = 36;
/** The powers of ten of the axis of products: the same for every run, so that runs can be compared. */
const DECADES = { least: -12, most: 2, apart: 4 } as const;

/** Powers of ten that are written at the axis: every fourth; the others have a tick. */
function isNamed(exponent: number): boolean {
  return exponent < 0 && exponent % DECADES.apart === 0;
}

interface RowProps {
  readonly values: readonly number[];
  readonly name: string;
  readonly colour: string;
  readonly top: number;
  readonly height: number;
  readonly width: number;
  /** A level that is marked by a dashed line, with its name. */
  readonly mark: number;
  readonly logarithmic?: boolean;
  /** The most that a value can be, drawn beside it. */
  readonly bounds?: readonly number[];
  /** What is to be known of the row, at the end of its head. */
  readonly remark?: string;
}

/** One row of bars, a column a link, with its numbers and a marked level. */
function Row({ values, name, colour, top, height, width, mark, logarithmic, bounds = [], remark }: RowProps) {
  const column = (width - LEFT) / Math.max(1, values.length);
  const sizes = values.map((value) => (logarithmic === true ? Math.abs(value) : value));
  const range = [top + height, top + 24] as const;
  const y =
    logarithmic === true
      ? scaleLog()
          .domain([10 ** DECADES.least, 10 ** DECADES.most])
          .range(range)
          .clamp(true)
      : plotScale([mark, 0, ...sizes], range);
  const level = within(y, mark) ?? top;
  // A product hangs from 1, as far down as it has decades; other bars stand on zero.
  const floor = logarithmic === true ? level : (within(y, 0) ?? top + height);
  const decades = Array.from({ length: DECADES.most - DECADES.least + 1 }, (_, i) => DECADES.least + i);
  return (
    <g class="gb-chain-row">
      <text x={2} y={top + 12} class="gb-label">
        {name}
      </text>
      {remark !== undefined && (
        <text x={width - 2} y={top + 12} text-anchor="end">
          {remark}
        </text>
      )}
      {logarithmic === true && (
        <path
          d={decades.map((exponent) => `M${LEFT - 3},${coordinate(y(10 ** exponent))}H${isNamed(exponent) ? width : LEFT}`).join('')}
          class="gb-grid"
        />
      )}
      {logarithmic === true &&
        decades.filter(isNamed).map((exponent) => (
          <text x={LEFT - 6} y={coordinate(y(10 ** exponent) + 4)} text-anchor="end" key={exponent}>
            {raised(exponent)}
          </text>
        ))}
      <line x1={LEFT} x2={width} y1={level} y2={level} class="gb-goal" />
      <text x={LEFT - 6} y={coordinate(level + 4)} text-anchor="end">
        {short(mark)}
      </text>
      {values.map((value, i) => {
        const size = sizes[i] ?? NaN;
        const at = within(y, size) ?? floor;
        const middle = coordinate(LEFT + (i + 0.5) * column);
        // No bar is as long as what has no logarithm, or is no number: it is said.
        const drawn = Number.isFinite(size) && !(logarithmic === true && size === 0);
        const bound = bounds[i];
        const beyond = drawn && logarithmic === true && (size < 10 ** DECADES.least ? '↓' : size > 10 ** DECADES.most ? '↑' : '');
        const onAxis = (one: number): boolean => one >= 10 ** DECADES.least && one <= 10 ** DECADES.most;
        return (
          <g key={i}>
            {bound !== undefined && onAxis(bound) && (
              <line
                x1={coordinate(LEFT + (i + 0.05) * column)}
                x2={coordinate(LEFT + (i + 0.95) * column)}
                y1={coordinate(y(bound))}
                y2={coordinate(y(bound))}
                class="gb-chain-bound"
              />
            )}
            {drawn && size !== 0 && (
              <rect
                x={coordinate(LEFT + (i + 0.2) * column)}
                y={coordinate(Math.min(at, floor))}
                width={coordinate(column * 0.6)}
                height={coordinate(Math.max(1, Math.abs(floor - at)))}
                fill={colour}
              />
            )}
            {(!drawn || (beyond !== false && beyond !== '')) && (
              <text
                x={middle}
                y={coordinate(drawn ? (beyond === '↑' ? top + 34 : top + height - 4) : floor + 14)}
                text-anchor="middle"
                class="gb-value gb-reading-text"
              >
                {drawn ? beyond : short(value)}
              </text>
            )}
            {column >= ROOM && drawn && (
              // Under the bars, where no level strikes it through.
              <text x={coordinate(LEFT + (i + 0.5) * column)} y={top + height + 13} text-anchor="middle" class="gb-value">
                {short(value)}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
}

/** The most that each product can be: from its link to the last, the sizes of the weights times the steepest slope, 0.25ⁿ for weights of 1. */
function boundsOf(weights: readonly number[], steepest: number): readonly number[] {
  return weights.map((_, i) => weights.slice(i).reduce((product, weight) => product * Math.abs(weight) * steepest, 1));
}

function Picture({ data, lang, width, height }: ViewProps<ChainData>) {
  const { outputs, weights, slopes, factors, products, steepest } = data;
  const bounds = boundsOf(weights, steepest);
  const column = (width - LEFT) / Math.max(1, outputs.length);
  const head = 40;
  const row = (height - head) / 3;
  const common = { width, height: row - 20 };
  return (
    <>
      {outputs.map((value, i) => {
        const middle = LEFT + (i + 0.5) * column;
        const name = LETTERS[i] ?? '';
        return (
          <g key={i}>
            {i > 0 && <line x1={middle - column + 14} x2={middle - 14} y1={16} y2={16} class="gb-axis" />}
            <circle cx={coordinate(middle)} cy={16} r={11} class="gb-unit-frame" />
            <text x={coordinate(middle)} y={20} text-anchor="middle" class="gb-label">
              {name}
            </text>
            {column >= ROOM && (
              <text x={coordinate(middle)} y={40} text-anchor="middle">
                {short(value)}
              </text>
            )}
          </g>
        );
      })}
      <Row {...common} values={slopes} name={chainText.slope[lang]} colour="var(--gb-activation)" top={head + 6} mark={0.25} />
      <Row {...common} values={factors} name={chainText.factor[lang]} colour="var(--gb-weight)" top={head + 6 + row} mark={1} />
      <Row
        {...common}
        values={products}
        name={chainText.product[lang]}
        colour="var(--gb-gradient)"
        top={head + 6 + 2 * row}
        mark={1}
        logarithmic
        bounds={bounds}
        remark={fill(chainText.bound[lang], { steepest: steepest === 0.25 ? '·¼' : '' })}
      />
    </>
  );
}

const sample = (step: number, factors: readonly number[]): ChainData => ({
  step,
  outputs: factors.map(() => 0.6),
  weights: factors.map(() => 1),
  slopes: factors,
  factors,
  steepest: 0.25,
  products: factors.map((_, i) => factors.slice(i).reduce((product, factor) => product * factor, 1)),
});

export default defineView<ChainData>({
  title: chainText.chain,
  aspect: { wide: 0.7, narrow: 1.1 },
  reads: ['activation'],
  read({ step, arrays, values }) {
    const list = (name: string): readonly number[] | undefined => {
      const array = arrays[name];
      return array === undefined ? undefined : Array.from(array.data);
    };
    const [outputs, weights, slopes, factors, products] = ['outputs', 'weights', 'slopes', 'factors', 'products'].map(list);
    if (!outputs || !weights || !slopes || !factors || !products) return undefined;
    // Of the four that the demo offers, sigmoid alone is flatter than 1 everywhere.
    return { step, outputs, weights, slopes, factors, products, steepest: values['activation'] === 'sigmoid' ? 0.25 : 1 };
  },
  Picture,
  describe: ({ step, weights, factors, products, steepest }, lang) =>
    fill(chainText.chainNow[lang], {
      step,
      count: factors.length,
      factors: factors.map(short).join(lang === 'zh' ? '、' : ', ') || '—',
      product: short(products[0] ?? 1),
      bound: short(boundsOf(weights, steepest)[0] ?? 1),
    }),
  table: ({ outputs, weights, slopes, factors, products }, lang) => ({
    head: [chainText.link, chainText.output, chainText.weight, chainText.slope, chainText.factor, chainText.product].map(
      (text) => text[lang],
    ),
    rows: outputs.map((output, i) => [
      LETTERS[i] ?? i,
      ...[output, weights[i], slopes[i], factors[i], products[i]].map((one = NaN) => short(one)),
    ]),
  }),
  samples: {
    four: sample(3, [0.2, 0.22, 0.24, 0.25]),
    one: sample(0, [-0.1]),
    closed: sample(9, [0, 0.5, -2]),
    broken: sample(9, [NaN, Infinity, 1e300]),
    empty: sample(0, []),
  },
});

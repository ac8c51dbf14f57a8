/** Input, chosen and learned kernel, and what each makes of the input; the window under one output pixel, its sum written out. */
import { useState } from 'preact/hooks';
import { cnnText } from '../../i18n/cnn';
import { fill } from '../../i18n/text';
import { printGrid } from '../../ml/expression/grid';
import { convolve, termsAt, type Pixels } from '../../ml/blueprint/convolve';
import type { WindowAxis } from '../../ml/blueprint/window-axes';
import type { Square } from '../../views/parts/grid-touch';
import { KernelWeights } from '../../views/parts/kernel-weights';
import { FeatureMap } from '../../views/parts/feature-map';
import { largestOf } from '../../views/parts/pixel-grid';
import { coordinate, short } from '../../views/parts/ramp';
import { sumLines } from '../../views/parts/sum-lines';
import { WindowedInput } from '../../views/parts/windowed-input';
import { defineView, type ViewProps } from '../../views/view';
import { layoutOf } from './layout';
import { axisOf, kernelOf, pictureOf, SIDE, weightsOf } from './setting';

type Rows = readonly (readonly number[])[];

interface ConvolutionData {
  readonly step: number;
  readonly picture: Rows;
  readonly axis: WindowAxis;
  readonly chosen: Rows;
  /** Undefined while the run at hand is of another size. */
  readonly learned: Rows | undefined;
}

const START: Square = [2, 2];

function imageOf(picture: Rows): Pixels {
  return { rows: SIDE, columns: SIDE, channels: 1, data: picture.flat() };
}

function outputOf({ picture, axis }: ConvolutionData, kernel: Rows): Pixels {
  return convolve(imageOf(picture), weightsOf(kernel), { rows: axis, columns: axis });
}

/** The output pixel that is looked at, kept inside an output that has become smaller. */
function keptInside([row, column]: Square, { output }: WindowAxis): Square {
  return [Math.max(0, Math.min(output - 1, row)), Math.max(0, Math.min(output - 1, column))];
}

function sumAt({ picture, axis }: ConvolutionData, kernel: Rows, [row, column]: Square) {
  const terms = termsAt(imageOf(picture), weightsOf(kernel), { rows: axis, columns: axis }, [row, column, 0]);
  return { terms, sum: terms.reduce((sum, { pixel, weight }) => sum + pixel * weight, 0) };
}

function differenceOf({ chosen, learned }: ConvolutionData): number {
  const other = learned?.flat();
  return other === undefined ? NaN : chosen.flat().reduce((most, weight, i) => Math.max(most, Math.abs(weight - (other[i] ?? 0))), 0);
}

function Picture({ data, lang, width, act }: ViewProps<ConvolutionData>) {
  const [square, setSquare] = useState<Square>(START);
  const [which, setWhich] = useState<'chosen' | 'learned'>('chosen');
  const { picture, axis, chosen, learned, step } = data;
  const at = keptInside(square, axis);
  const place = layoutOf(width);
  const shown = which === 'learned' && learned !== undefined ? learned : chosen;
  const names = { chosen: cnnText.chosenKernel[lang], learned: cnnText.learnedKernel[lang] };
  const output = outputOf(data, chosen);
  const largest = largestOf(output.data);
  const { terms, sum } = sumAt(data, shown, at);
  const look = (kernel: 'chosen' | 'learned') =>
    act === undefined
      ? undefined
      : (there: Square): void => {
          setSquare(there);
          setWhich(kernel);
        };
  const paint = (squares: readonly Square[]): void => {
    const [first = START] = squares;
    const value = (picture[first[0]]?.[first[1]] ?? 0) < 0.5 ? 1 : 0;
    const painted = picture.map((row, r) => row.map((pixel, c) => (squares.some(([a, b]) => a === r && b === c) ? value : pixel)));
    act?.({ kind: 'set', values: { picture: 'own', pixels: printGrid(painted) } });
  };
  const choose = (row: number, column: number, value: number): void => {
    const weights = chosen.map((one, r) => one.map((weight, c) => (r === row && c === column ? value : weight)));
    act?.({ kind: 'set', values: { kernel: 'own', weights: printGrid(weights) } });
  };
  const edit = (row: number, column: number, value: number): void =>
    act?.({ kind: 'edit', variable: 'kernel/kernel', index: row * axis.size + column, value });
  const cell = coordinate(place.kernel / Math.max(3, axis.size));
  const label = (text: string, [x, y]: Square) => (
    <text x={x} y={y - 8} class="gb-label">
      {text}
    </text>
  );
  return (
    <>
      {label(fill(cnnText.input[lang], { rows: SIDE, columns: SIDE }), place.inputAt)}
      <WindowedInput
        picture={picture.flat()}
        axis={axis}
        at={at}
        lang={lang}
        x={place.inputAt[0]}
        y={place.inputAt[1]}
        size={place.input}
        onPaint={act === undefined ? undefined : paint}
      />
      {label(names.chosen, place.chosenAt)}
      <KernelWeights
        x={place.chosenAt[0]}
        y={place.chosenAt[1]}
        cell={cell}
        kernel={chosen}
        lang={lang}
        name={names.chosen}
        onChange={act === undefined ? undefined : choose}
      />
      {label(`${cnnText.chosenOutput[lang]} ${output.rows}×${output.columns}`, place.outputAt)}
      <FeatureMap
        output={output}
        at={at}
        x={place.outputAt[0]}
        y={place.outputAt[1]}
        size={place.output}
        largest={largest}
        label={fill(cnnText.outputKeys[lang], { name: cnnText.chosenOutput[lang] })}
        onPoint={look('chosen')}
      />
      {learned !== undefined && (
        <>
          {label(fill(cnnText.learnedAt[lang], { step }), place.learnedAt)}
          <KernelWeights
            x={place.learnedAt[0]}
            y={place.learnedAt[1]}
            cell={cell}
            kernel={learned}
            lang={lang}
            name={names.learned}
            onChange={act === undefined ? undefined : edit}
          />
          {label(cnnText.learnedOutput[lang], place.otherAt)}
          <FeatureMap
            output={outputOf(data, learned)}
            at={at}
            x={place.otherAt[0]}
            y={place.otherAt[1]}
            size={place.output}
            largest={largest}
            label={fill(cnnText.outputKeys[lang], { name: cnnText.learnedOutput[lang] })}
            onPoint={look('learned')}
          />
        </>
      )}
      <g aria-live="polite">
        {[
          fill(cnnText.sumOf[lang], {
            row: at[0],
            column: at[1],
            name: (shown === learned ? cnnText.learned : cnnText.chosen)[lang],
          }),
          ...sumLines(terms, axis.size, place.sum, (count) => fill(cnnText.restZero[lang], { count })),
          `= ${short(sum)}`,
        ].map((line, i, lines) => (
          <text x={place.sumAt[0]} y={place.sumAt[1] + 17 * i} class={i === lines.length - 1 ? 'gb-sum' : 'gb-term'} key={i}>
            {line}
          </text>
        ))}
      </g>
      <text x={0} y={place.formula} class="gb-label">
        {fill(cnnText.sizeFormula[lang], {
          n: SIDE,
          p: axis.before,
          d: axis.dilation,
          k: axis.size,
          s: axis.stride,
          output: axis.output,
        })}
      </text>
    </>
  );
}

function sample(values: Readonly<Record<string, unknown>>, learned: Rows | undefined): ConvolutionData {
  return { step: 40, picture: pictureOf(values), axis: axisOf(values), chosen: kernelOf(values), learned };
}

export default defineView<ConvolutionData>({
  title: cnnText.convolution,
  aspect: { wide: 0.645, narrow: 1.56 },
  wide: 640,
  reads: ['picture', 'pixels', 'kernel', 'weights', 'size', 'stride', 'padding', 'dilation'],
  read({ step, arrays, values }) {
    if (values['picture'] === undefined) return undefined;
    const chosen = kernelOf(values);
    const weights = arrays['weights/kernel/kernel'];
    const size = chosen.length;
    const fits = weights !== undefined && weights.data.length === size * size;
    const learned = fits ? chosen.map((row, r) => row.map((_, c) => weights.data[r * size + c] ?? NaN)) : undefined;
    return { step, picture: pictureOf(values), axis: axisOf(values), chosen, learned };
  },
  Picture,
  describe(data, lang) {
    const at = keptInside(START, data.axis);
    const error = differenceOf(data);
    return fill(cnnText.convolutionNow[lang], {
      step: data.step,
      k: data.axis.size,
      n: SIDE,
      output: data.axis.output,
      row: at[0],
      column: at[1],
      sum: short(sumAt(data, data.chosen, at).sum),
      error: Number.isFinite(error) ? short(error) : '—',
    });
  },
  table(data, lang) {
    const { chosen, learned } = data;
    const [given, found] = [outputOf(data, chosen), learned === undefined ? undefined : outputOf(data, learned)];
    const cell = (value: number | undefined): string => (value === undefined ? '—' : short(value));
    return {
      head: [cnnText.what, cnnText.row, cnnText.column, cnnText.chosen, cnnText.learned].map((text) => text[lang]),
      rows: [
        ...chosen.flatMap((row, r) => row.map((weight, c) => [cnnText.kernel[lang], r, c, short(weight), cell(learned?.[r]?.[c])])),
        ...Array.from({ length: given.rows * given.columns }, (_, i) => [
          cnnText.output[lang],
          Math.floor(i / given.columns),
          i % given.columns,
          short(given.data[i] ?? NaN),
          cell(found?.data[i]),
        ]),
      ],
    };
  },
  samples: {
    usual: sample({ picture: 'digit', kernel: 'sobelX' }, [
      [-0.5, 0.25, 1],
      [-1, 0, 1.5],
      [-0.75, 0.125, 1],
    ]),
    padded: sample({ picture: 'frame', kernel: 'gauss', size: 5, stride: 3, padding: 4, dilation: 2 }, undefined),
    broken: sample({ picture: 'own', pixels: 'x', kernel: 'own', weights: '1' }, [
      [NaN, 0, 0],
      [0, Infinity, 0],
      [0, 0, 1e30],
    ]),
  },
});

/** A 1x1 convolution at the pixel chosen: the channels there, the one matrix that all pixels share, and what comes out. */
import { useState } from 'preact/hooks';
import { oneByOneText as words } from './words';
import { fill, type Lang } from '../../i18n/text';
import { PixelMap } from '../../views/parts/pixel-map';
import { shareOf } from '../../views/parts/pointing';
import { short } from '../../views/parts/ramp';
import { defineView, type ViewProps } from '../../views/view';
import { Arithmetic } from './arithmetic';
import { layoutOf, type Block } from './layout';
import { brightestPixel, countsOf, pixelData, type PixelData } from './pixel';

const DIRECTIONS = ['—', '|', '╲', '╱'] as const;

function largest(maps: readonly (readonly number[])[]): number {
  return maps.flat().reduce((most, value) => (Number.isFinite(value) ? Math.max(most, Math.abs(value)) : most), 1e-6);
}

interface MapsProps {
  readonly maps: readonly (readonly number[])[];
  readonly side: number;
  readonly block: Block;
  readonly title: string;
  readonly pixel: number;
  readonly choose: ((pixel: number) => void) | undefined;
}

/** Some channels side by side under a title, the chosen pixel framed in each. */
function Maps({ maps, side, block, title, pixel, choose }: MapsProps) {
  const scale = largest(maps);
  const cell = block.map / Math.max(1, side);
  return (
    <g>
      <text x={block.x} y={block.y - 7} class="gb-label">
        {title}
      </text>
      {maps.map((values, i) => {
        const [x, y] = [
          block.x + (i % block.perRow) * (block.map + block.gap),
          block.y + Math.floor(i / block.perRow) * (block.map + block.gap),
        ];
        return (
          <g key={i}>
            <PixelMap values={values} columns={side} x={x} y={y} width={block.map} scale={scale} />
            <rect
              x={x + (pixel % side) * cell}
              y={y + Math.floor(pixel / side) * cell}
              width={cell}
              height={cell}
              class="gb-pixel-chosen"
            />
            {choose !== undefined && (
              <rect
                x={x}
                y={y}
                width={block.map}
                height={block.map}
                fill="transparent"
                class="gb-pixel-touch"
                onClick={(event) => {
                  const share = shareOf(event);
                  const inside = (one: number): number => Math.min(side - 1, Math.floor(one * side));
                  if (share !== undefined) choose(inside(share[1]) * side + inside(share[0]));
                }}
              />
            )}
          </g>
        );
      })}
    </g>
  );
}

/** Both endings, counted: bars as long as their numbers of parameters. */
function Counts({
  data,
  x,
  y,
  width,
  lang,
}: {
  readonly data: PixelData;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly lang: Lang;
}) {
  const counts = countsOf(data);
  const most = Math.max(...Object.values(counts).map(({ count }) => count));
  return (
    <g>
      <text x={x} y={y} class="gb-label">
        {words.counts[lang]}
      </text>
      {(['point', 'averageHead', 'denseHead'] as const).map((name, i) => (
        <g transform={`translate(${x},${y + 12 + 32 * i})`} class="gb-bars" key={name}>
          <text y={10}>{fill(words[name][lang], { formula: counts[name].formula })}</text>
          <rect y={15} width={Math.max(1, (width * counts[name].count) / most)} height={7} />
        </g>
      ))}
    </g>
  );
}

function Picture({ data, lang, width, act }: ViewProps<PixelData>) {
  const { side } = data;
  const [chosen, setChosen] = useState<number | undefined>(undefined);
  const pixel = Math.min(side * side - 1, chosen ?? brightestPixel(data));
  const [row, column] = [Math.floor(pixel / side), pixel % side];
  const layout = layoutOf(width);
  const choose = act === undefined ? undefined : setChosen;
  const onKeyDown = (event: KeyboardEvent): void => {
    const [down, across] = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[event.key] ?? [];
    if (down === undefined || across === undefined) return;
    const inside = (value: number): number => Math.max(0, Math.min(side - 1, value));
    setChosen(inside(row + down) * side + inside(column + across));
    event.preventDefault();
    event.stopPropagation();
  };
  const place = fill(words.pixel[lang], { row, column });
  const touch =
    act === undefined ? {} : { tabindex: 0, role: 'application' as const, 'aria-label': `${place}: ${words.keys[lang]}`, onKeyDown };
  const common = { side, pixel, choose };
  const heading = data.maps.length > 0 ? words.maps[lang] : words.scores[lang];
  return (
    <g class="gb-touch gb-one-by-one" {...touch}>
      <Maps {...common} maps={[data.image]} block={layout.image} title={words.image[lang]} />
      <Maps {...common} maps={data.before} block={layout.before} title={fill(words.before[lang], { count: data.before.length })} />
      <Maps {...common} maps={data.after} block={layout.after} title={fill(words.after[lang], { count: data.after.length })} />
      <text x={0} y={layout.arithmetic.y - 12} class="gb-label" aria-live="polite">
        {place}
      </text>
      <Arithmetic data={data} pixel={pixel} y={layout.arithmetic.y} width={layout.arithmetic.width} lang={lang} />
      <Maps {...common} maps={data.maps} block={layout.maps} title={heading} />
      {data.scores.map((score, k) => (
        <text
          x={layout.maps.x + k * (layout.maps.map + layout.maps.gap)}
          y={layout.maps.y + (data.maps.length > 0 ? layout.maps.map : 0) + 14}
          key={k}
        >
          {`${DIRECTIONS[k] ?? ''} ${short(score)}`}
        </text>
      ))}
      <Counts data={data} {...layout.counts} lang={lang} />
    </g>
  );
}

/** A made-up run whose convolution is the dense layer. */
function sample(inputs: number, outputs: number, averaged: boolean, broken = false): PixelData {
  const side = 4;
  const before = Array.from({ length: inputs }, (_, c) =>
    Array.from({ length: side * side }, (_, p) => (broken && p === 5 ? NaN : Math.max(0, Math.sin(p + c)))),
  );
  const kernel = Array.from({ length: inputs }, (_, i) => Array.from({ length: outputs }, (_, o) => Math.cos(i - o)));
  const bias = Array.from({ length: outputs }, (_, o) => 0.1 * o);
  const after = bias.map((b, o) =>
    (before[0] ?? []).map((_, p) => before.reduce((sum, channel, i) => sum + (channel[p] ?? 0) * (kernel[i]?.[o] ?? 0), b)),
  );
  const maps = averaged ? [0, 1, 2, 3].map((k) => (after[0] ?? []).map((value) => value * (k - 1.5))) : [];
  return {
    step: 7,
    side,
    image: before[0] ?? [],
    before,
    after,
    dense: after,
    difference: broken ? NaN : 2e-7,
    maps,
    scores: [0.5, -1, 2, -0.25],
    kernel,
    bias,
  };
}

export default defineView<PixelData>({
  title: words.title,
  aspect: { wide: 0.645, narrow: 2.42 },
  wide: 640,
  reads: ['example'],
  read: pixelData,
  Picture,
  describe(data, lang) {
    const pixel = brightestPixel(data);
    const { averageHead, denseHead } = countsOf(data);
    return fill(words.now[lang], {
      step: data.step,
      row: Math.floor(pixel / data.side),
      column: pixel % data.side,
      difference: short(data.difference),
      best: DIRECTIONS[data.scores.indexOf(Math.max(...data.scores))] ?? '?',
      average: averageHead.count,
      dense: denseHead.count,
    });
  },
  table: ({ kernel, bias }, lang) => ({
    head: [words.channel[lang], ...bias.map((_, o) => String(o + 1))],
    rows: [...kernel.map((weights, i) => [i + 1, ...weights.map(short)]), [words.bias[lang], ...bias.map(short)]],
  }),
  samples: {
    usual: sample(6, 6, true),
    dense: sample(3, 2, false),
    one: sample(1, 1, true),
    most: sample(8, 8, true),
    broken: sample(2, 2, true, true),
  },
});

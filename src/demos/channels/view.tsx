/** One output channel taken apart: for every colour its picture, its slice of the kernel and their sum; the sums added up beside the target. */
import { fill, type Lang } from '../../i18n/text';
import type { Pixels } from '../../ml/blueprint/convolve';
import { channelOf } from '../../ml/blueprint/pool';
import { ColourPicture, LIGHTS } from '../../views/parts/colour-picture';
import { largestOf, PixelGrid } from '../../views/parts/pixel-grid';
import { coordinate, short } from '../../views/parts/ramp';
import { defineView, type ViewProps } from '../../views/view';
import { bankData, partialSum, sliceOf, type BankData } from './bank';
import { COLOURS, FILTERS, shownPicture, SIDE } from './setting';
import { channelText } from './words';

const COLOUR_NAMES = [channelText.red, channelText.green, channelText.blue] as const;

function nameOf(index: number, lang: Lang): string {
  return (channelText[FILTERS[index] ?? 'brightness'] ?? channelText.brightness)[lang];
}

interface MapProps {
  readonly map: Pixels;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly largest: number;
}

function Map({ map, x, y, size, largest }: MapProps) {
  const cell = coordinate(size / SIDE);
  return <PixelGrid x={x} y={y} cell={cell} rows={map.rows} columns={map.columns} values={map.data} shade="signed" largest={largest} />;
}

/** The rows of colours: picture, slice, sum. */
function Slices({
  data,
  lang,
  side,
  apart,
}: {
  readonly data: BankData;
  readonly lang: Lang;
  readonly side: number;
  readonly apart: number;
}) {
  const size = data.kernel.shape[0];
  const whole = Array.from({ length: COLOURS }, (_, colour) => sliceOf(data, colour)).flat();
  const largest = largestOf(data.output.data);
  return (
    <g>
      {[channelText.picture, channelText.slice, channelText.partial].map((text, i) => (
        <text x={i * apart} y={13} class="gb-label" key={i}>
          {text[lang]}
        </text>
      ))}
      {COLOUR_NAMES.map((name, colour) => {
        const y = 36 + colour * (side + 20);
        return (
          <g key={colour}>
            <text x={0} y={y - 5}>
              {name[lang]}
            </text>
            <PixelGrid
              x={0}
              y={y}
              cell={side / SIDE}
              rows={SIDE}
              columns={SIDE}
              values={channelOf(data.picture, colour).data}
              shade={LIGHTS[colour] ?? 'ink'}
              largest={1}
            />
            <PixelGrid
              x={apart}
              y={y}
              cell={size === 1 ? side / 3 : side / size}
              rows={size}
              columns={size}
              values={sliceOf(data, colour)}
              shade="signed"
              largest={largestOf(whole)}
              numbers
            />
            <Map map={partialSum(data, colour)} x={2 * apart} y={y} size={side} largest={largest} />
          </g>
        );
      })}
    </g>
  );
}

function Picture({ data, lang, width, act }: ViewProps<BankData>) {
  const narrow = width < 480;
  const [side, apart] = [96, narrow ? 118 : 116];
  const at = narrow ? { x: 0, y: 404, apart: 118, side: 96 } : { x: 366, y: 36, apart: 96, side: 84 };
  const largest = Math.max(largestOf(data.output.data), largestOf(data.target.data));
  const [size, , , outputs] = data.kernel.shape;
  const words = [
    fill(channelText.bias[lang], { bias: short(Number(data.bias.toFixed(2))) }),
    fill(channelText.count[lang], { k: size, outputs, count: outputs * (size * size * COLOURS + 1) }),
    channelText.bank[lang],
  ];
  const below = at.y + at.side + 24;
  const thumb = narrow ? 72 : 60;
  return (
    <>
      <Slices data={data} lang={lang} side={side} apart={apart} />
      {[channelText.picture[lang], fill(channelText.result[lang], { index: data.shown + 1 }), channelText.target[lang]].map((text, i) => (
        <text x={at.x + i * at.apart} y={at.y - 8} class="gb-label" key={i}>
          {text}
        </text>
      ))}
      <ColourPicture x={at.x} y={at.y} cell={at.side / SIDE} rows={SIDE} columns={SIDE} values={data.picture.data} />
      <Map map={data.output} x={at.x + at.apart} y={at.y} size={at.side} largest={largest} />
      <Map map={data.target} x={at.x + 2 * at.apart} y={at.y} size={at.side} largest={largest} />
      {words.map((text, i) => (
        <text x={at.x} y={below + 20 * i} class={i === 2 ? 'gb-label' : ''} key={i}>
          {text}
        </text>
      ))}
      {Array.from({ length: outputs }, (_, i) => {
        const [x, y] = [at.x + i * (thumb + 8), below + 50];
        const map = channelOf(data.all, i);
        const choose = (): void => act?.({ kind: 'set', values: { shown: i + 1 } });
        const touch =
          act === undefined
            ? {}
            : {
                tabindex: 0,
                role: 'button' as const,
                'aria-label': fill(channelText.choose[lang], { index: i + 1, name: nameOf(i, lang) }),
                onClick: choose,
                onKeyDown: (event: KeyboardEvent) => {
                  if (event.key !== 'Enter' && event.key !== ' ') return;
                  choose();
                  event.preventDefault();
                  event.stopPropagation();
                },
              };
        return (
          <g class="gb-touch gb-map-choice" {...touch} key={i}>
            <Map map={map} x={x} y={y} size={thumb} largest={largestOf(map.data)} />
            {i === data.shown && <rect x={x} y={y} width={thumb - 1} height={thumb - 1} class="gb-window" />}
          </g>
        );
      })}
      <text x={at.x} y={below + 50 + thumb + 18}>
        {`${data.shown + 1}${lang === 'zh' ? '：' : ': '}${nameOf(data.shown, lang)}`}
      </text>
    </>
  );
}

function sample(size: number, outputs: number, shown: number, weight: (i: number) => number): BankData {
  const data = Array.from({ length: size * size * COLOURS * outputs }, (_, i) => weight(i));
  return bankData(12, { shape: [size, size, COLOURS, outputs], data }, [0.1, 0.2, 0, 0], shown, shownPicture('landscape'));
}

export default defineView<BankData>({
  title: channelText.channels,
  aspect: { wide: 0.6, narrow: 1.98 },
  wide: 640,
  reads: ['shown', 'picture'],
  read({ step, arrays, values }) {
    const kernel = arrays['weights/kernels/kernel'];
    const bias = arrays['weights/kernels/bias'];
    const [rows, columns, inputs, outputs] = kernel?.shape ?? [];
    if (kernel === undefined || bias === undefined) return undefined;
    if (rows === undefined || columns === undefined || inputs === undefined || outputs === undefined) return undefined;
    const shown = Number(values['shown'] ?? 1) - 1;
    const picture = shownPicture(String(values['picture']));
    return bankData(step, { shape: [rows, columns, inputs, outputs], data: kernel.data }, bias.data, shown, picture);
  },
  Picture,
  describe(data, lang) {
    const [size, , , outputs] = data.kernel.shape;
    const squares = Array.from(data.target.data, (value, i) => (value - (data.output.data[i] ?? NaN)) ** 2);
    const error = Math.sqrt(squares.reduce((sum, one) => sum + one, 0) / squares.length);
    return fill(channelText.now[lang], {
      step: data.step,
      outputs,
      k: size,
      count: outputs * (size * size * COLOURS + 1),
      index: data.shown + 1,
      error: Number.isFinite(error) ? short(error) : '—',
    });
  },
  table: (data, lang) => ({
    head: [
      channelText.channel[lang],
      ...Array.from({ length: data.kernel.shape[0] ** 2 }, (_, i) => `${channelText.weight[lang]} ${i + 1}`),
    ],
    rows: COLOUR_NAMES.map((name, colour) => [name[lang], ...sliceOf(data, colour).map(short)]),
  }),
  samples: {
    usual: sample(3, 4, 1, (i) => Math.sin(i)),
    one: sample(1, 1, 5, (i) => i - 1),
    broken: sample(3, 2, 0, (i) => (i % 7 === 0 ? NaN : 1e6)),
  },
});

/**
 * Small images side by side. Options: `images` (array name [n, rows, columns, channels], of which the first channel is shown, or, with
 * `layout: 'kernel'`, a kernel [rows, columns, depth, filters], of which the first slice of each filter is shown) and `captions` (array
 * name [n, 3]: the class, the class read, the probability of the class).
 */
import { at, atOr } from '../base/at';
import { fill } from '../i18n/text';
import { imageText } from '../i18n/images';
import { Raster } from './parts/raster';
import { short } from './parts/ramp';
import { defineView, type ViewProps } from './view';

interface Caption {
  readonly truth: number;
  readonly read: number;
  readonly sure: number;
}

interface GridData {
  readonly values: ArrayLike<number>;
  readonly rows: number;
  readonly columns: number;
  /** Where each image begins, and how far apart its pixels are. */
  readonly offsets: readonly number[];
  readonly stride: number;
  readonly signed: boolean;
  readonly captions: readonly Caption[];
}

const GAP = 8;
const CAPTION = 18;
/** Kernels are drawn no larger than this, so that a few of them do not fill the page. */
const LARGEST = 110;

/** The numbers of one image. */
function pixels({ values, rows, columns, stride }: GridData, offset: number): number[] {
  return Array.from({ length: rows * columns }, (_, i) => values[offset + i * stride] ?? 0);
}

/** Goes over the finite numbers of all images, without copies: this is done at every frame. */
function eachPixel({ values, rows, columns, offsets, stride }: GridData, visit: (value: number) => void): void {
  for (const offset of offsets) {
    for (let i = 0; i < rows * columns; i++) {
      const value = values[offset + i * stride] ?? 0;
      if (Number.isFinite(value)) visit(value);
    }
  }
}

function largest(data: GridData): number {
  let most = 0;
  eachPixel(data, (value) => (most = Math.max(most, Math.abs(value))));
  return most;
}

/** How many columns make the images largest in a place. */
function layout(count: number, width: number, height: number): { readonly across: number; readonly size: number } {
  let best = { across: 1, size: 0 };
  for (let across = 1; across <= count; across++) {
    const down = Math.ceil(count / across);
    const size = Math.min(LARGEST, width / across - GAP, height / down - GAP - CAPTION);
    if (size > best.size) best = { across, size };
  }
  return best;
}

function Picture({ data, lang, width, height }: ViewProps<GridData>) {
  const { across, size } = layout(data.offsets.length, width, height);
  const scale = data.signed ? largest(data) : 1;
  return (
    <g class="gb-image-grid">
      {data.offsets.map((offset, i) => {
        const [x, y] = [(i % across) * (size + GAP), Math.floor(i / across) * (size + GAP + CAPTION)];
        const caption = data.captions[i];
        return (
          <g key={offset}>
            {caption !== undefined && (
              <title>{`${fill(imageText.readAs[lang], { truth: caption.truth, read: caption.read })}, ${short(caption.sure)}`}</title>
            )}
            <Raster
              values={data.values}
              rows={data.rows}
              columns={data.columns}
              offset={offset}
              stride={data.stride}
              x={x}
              y={y}
              size={size}
              scale={scale}
              colours={data.signed ? 'signed' : 'ink'}
            />
            <text
              x={x + size / 2}
              y={y + size + 14}
              text-anchor="middle"
              class={caption !== undefined && caption.truth !== caption.read ? 'gb-wrong' : undefined}
            >
              {caption === undefined ? i + 1 : `${caption.truth} → ${caption.read}`}
            </text>
          </g>
        );
      })}
    </g>
  );
}

const numbers = (count: number, of: (i: number) => number): Float32Array => Float32Array.from({ length: count }, (_, i) => of(i));

export default defineView<GridData>({
  title: imageText.grid,
  aspect: { wide: 0.62, narrow: 0.9 },
  read({ arrays }, options) {
    const array = arrays[String(options['images'])];
    if (array === undefined) return undefined;
    const [a, b, c, d] = [at(array.shape, 0), at(array.shape, 1), atOr(array.shape, 2, 0), atOr(array.shape, 3, 1)];
    const kernel = options['layout'] === 'kernel';
    const readings = arrays[String(options['captions'])]?.data ?? [];
    const captions = Array.from({ length: Math.floor(readings.length / 3) }, (_, i) => ({
      truth: readings[3 * i] ?? 0,
      read: readings[3 * i + 1] ?? 0,
      sure: readings[3 * i + 2] ?? 0,
    }));
    return {
      values: array.data,
      rows: kernel ? a : b,
      columns: kernel ? b : c,
      offsets: Array.from({ length: kernel ? d : a }, (_, i) => (kernel ? i : i * b * c * d)),
      stride: kernel ? c * d : d,
      signed: kernel,
      captions,
    };
  },
  Picture,
  describe(data, lang) {
    let [low, high] = [Infinity, -Infinity];
    eachPixel(data, (value) => {
      low = Math.min(low, value);
      high = Math.max(high, value);
    });
    const worst = data.captions.find(({ truth, read }) => truth !== read);
    const words = fill(imageText.gridNow[lang], {
      count: data.offsets.length,
      rows: data.rows,
      columns: data.columns,
      low: short(Number.isFinite(low) ? low : 0),
      high: short(Number.isFinite(high) ? high : 0),
    });
    return worst === undefined ? words : `${words} ${fill(imageText.gridWorst[lang], { ...worst, sure: short(worst.sure) })}`;
  },
  table: (data, lang) => ({
    head: [
      imageText.image[lang],
      imageText.truth[lang],
      imageText.read[lang],
      imageText.mean[lang],
      imageText.least[lang],
      imageText.most[lang],
    ],
    rows: data.offsets.map((offset, i) => {
      const values = pixels(data, offset);
      const caption = data.captions[i];
      return [
        i + 1,
        caption?.truth ?? '',
        caption?.read ?? '',
        short(values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)),
        short(Math.min(...values)),
        short(Math.max(...values)),
      ];
    }),
  }),
  samples: {
    kernels: {
      values: numbers(54, (i) => Math.sin(i)),
      rows: 3,
      columns: 3,
      offsets: [0, 1, 2, 3, 4, 5],
      stride: 6,
      signed: true,
      captions: [],
    },
    read: {
      values: numbers(32, (i) => (i % 5) / 4),
      rows: 4,
      columns: 4,
      offsets: [0, 16],
      stride: 1,
      signed: false,
      captions: [
        { truth: 7, read: 1, sure: 0.02 },
        { truth: 3, read: 3, sure: 0.4 },
      ],
    },
    broken: { values: [NaN, 1, Infinity, 0], rows: 2, columns: 2, offsets: [0], stride: 1, signed: true, captions: [] },
    empty: { values: [], rows: 0, columns: 0, offsets: [], stride: 1, signed: false, captions: [] },
  },
});

/** A mark before and after a shift: the picture, one of its feature maps, what pooling leaves of it, and how it is read. */
import { fill, type Lang } from '../../i18n/text';
import { channelOf } from '../../ml/blueprint/pool';
import { GridTouch } from '../../views/parts/grid-touch';
import { largestOf, PixelGrid } from '../../views/parts/pixel-grid';
import { coordinate, percent } from '../../views/parts/ramp';
import { defineView, type ViewProps } from '../../views/view';
import { changeOf, readPicture, type DetectorWeights, type Reading } from './detector';
import { FILTERS, MAP_SIDE, shownPicture, SIDE, windowOf } from './setting';
import { poolingText } from './words';

interface PoolingData {
  readonly step: number;
  readonly before: Reading;
  readonly after: Reading;
  readonly filter: number;
  readonly size: number;
  readonly down: number;
  readonly right: number;
}

const LEAST_SHIFT = -3;
const MOST_SHIFT = 3;

interface RowProps {
  readonly reading: Reading;
  readonly data: PoolingData;
  readonly name: string;
  readonly lang: Lang;
  readonly y: number;
  readonly side: number;
  readonly apart: number;
  readonly act: ViewProps<PoolingData>['act'];
}

/** Picture, map and pooled map side by side. */
function Row({ reading, data, name, lang, y, side, apart, act }: RowProps) {
  const [map, pooled] = [channelOf(reading.map, data.filter), channelOf(reading.pooled, data.filter)];
  const largest = Math.max(largestOf(channelOf(data.before.map, data.filter).data), largestOf(map.data));
  const cell = coordinate(side / SIDE);
  const names = [
    name,
    fill(poolingText.map[lang], { side: MAP_SIDE }),
    data.size === 1 ? poolingText.notPooled[lang] : fill(poolingText.pooled[lang], { side: pooled.rows }),
  ];
  return (
    <g>
      {names.map((text, i) => (
        <text x={i * apart} y={y - 8} class="gb-label" key={i}>
          {text}
        </text>
      ))}
      <PixelGrid x={0} y={y} cell={cell} rows={SIDE} columns={SIDE} values={reading.picture} shade="ink" largest={1} />
      <PixelGrid
        x={apart}
        y={y}
        cell={coordinate(side / MAP_SIDE)}
        rows={MAP_SIDE}
        columns={MAP_SIDE}
        values={map.data}
        shade="var(--gb-activation)"
        largest={largest}
      />
      <PixelGrid
        x={2 * apart}
        y={y}
        cell={coordinate(side / pooled.rows)}
        rows={pooled.rows}
        columns={pooled.columns}
        values={pooled.data}
        shade="var(--gb-activation)"
        largest={largest}
      />
      {act !== undefined && (
        <GridTouch
          x={0}
          y={y}
          cell={cell}
          rows={SIDE}
          columns={SIDE}
          label={poolingText.shiftKeys[lang]}
          start={[5 + data.down, 5 + data.right]}
          onMove={([row, column]) => {
            const kept = (shift: number): number => Math.max(LEAST_SHIFT, Math.min(MOST_SHIFT, shift));
            act({ kind: 'set', values: { down: kept(row - 5), right: kept(column - 5) } });
          }}
        />
      )}
    </g>
  );
}

function Picture({ data, lang, width, act }: ViewProps<PoolingData>) {
  const narrow = width < 480;
  const side = narrow ? 100 : 150;
  const apart = narrow ? 118 : 170;
  const rows = narrow ? { before: 22, after: 176 } : { before: 22, after: 214 };
  const words = (reading: Reading): string => fill(poolingText.reads[lang], { share: percent(reading.plus) });
  const saysAt = (y: number): readonly [number, number] => (narrow ? [0, y + side + 18] : [3 * apart, y + 20]);
  const changes = [
    fill(poolingText.mapChange[lang], { share: percent(changeOf(data.before.map, data.after.map)) }),
    fill(poolingText.pooledChange[lang], { share: percent(changeOf(data.before.pooled, data.after.pooled)) }),
  ];
  const [beforeAt, afterAt] = [saysAt(rows.before), saysAt(rows.after)];
  return (
    <>
      <Row
        reading={data.before}
        data={data}
        name={poolingText.before[lang]}
        lang={lang}
        y={rows.before}
        side={side}
        apart={apart}
        act={undefined}
      />
      <Row reading={data.after} data={data} name={poolingText.after[lang]} lang={lang} y={rows.after} side={side} apart={apart} act={act} />
      <text x={beforeAt[0]} y={beforeAt[1]} class="gb-sum">
        {words(data.before)}
      </text>
      <text x={afterAt[0]} y={afterAt[1]} class="gb-sum">
        {words(data.after)}
      </text>
      <g aria-live="polite">
        {changes.map((text, i) => (
          <text x={narrow ? 0 : i * 250} y={narrow ? rows.after + side + 38 + 18 * i : rows.after + side + 24} key={i}>
            {text}
          </text>
        ))}
      </g>
    </>
  );
}

function dataOf(step: number, values: Readonly<Record<string, unknown>>, weights: DetectorWeights): PoolingData {
  const number = (name: string, fallback: number): number => {
    const value = values[name];
    return typeof value === 'number' ? value : fallback;
  };
  const pooling = String(values['pooling']);
  const size = windowOf(pooling, String(values['window']));
  const [down, right] = [number('down', 0), number('right', 0)];
  const read = (picture: readonly number[]): Reading => readPicture(picture, weights, size, pooling === 'average' ? 'average' : 'max');
  const mark = String(values['mark']);
  return {
    step,
    before: read(shownPicture(mark, 0, 0)),
    after: read(shownPicture(mark, down, right)),
    filter: Math.max(0, Math.min(FILTERS - 1, number('filter', 1) - 1)),
    size,
    down,
    right,
  };
}

const weightsOf = (value: (i: number) => number, scores: number): DetectorWeights => ({
  kernel: Array.from({ length: 9 * FILTERS }, (_, i) => value(i)),
  bias: [0.1, 0, -0.1, 0.2],
  score: Array.from({ length: scores }, (_, i) => value(i)),
  scoreBias: 0,
});

export default defineView<PoolingData>({
  title: poolingText.pooling,
  aspect: { wide: 0.64, narrow: 1.02 },
  wide: 640,
  reads: ['pooling', 'window', 'down', 'right', 'mark', 'filter'],
  read({ step, arrays, values }) {
    const [kernel, bias, score] = ['kernels/kernel', 'kernels/bias', 'score/kernel'].map((name) => arrays[`weights/${name}`]?.data);
    if (kernel === undefined || bias === undefined || score === undefined) return undefined;
    return dataOf(step, values, { kernel, bias, score, scoreBias: arrays['weights/score/bias']?.data[0] ?? 0 });
  },
  Picture,
  describe: (data, lang) =>
    fill(poolingText.now[lang], {
      step: data.step,
      down: data.down,
      right: data.right,
      channels: FILTERS,
      side: data.after.pooled.rows,
      map: percent(changeOf(data.before.map, data.after.map)),
      pooled: percent(changeOf(data.before.pooled, data.after.pooled)),
      from: percent(data.before.plus),
      to: percent(data.after.plus),
    }),
  table: (data, lang) => ({
    head: [poolingText.stage, poolingText.change].map((text) => text[lang]),
    rows: [
      [fill(poolingText.map[lang], { side: MAP_SIDE }), percent(changeOf(data.before.map, data.after.map))],
      [fill(poolingText.pooled[lang], { side: data.after.pooled.rows }), percent(changeOf(data.before.pooled, data.after.pooled))],
      [fill(poolingText.reads[lang], { share: '' }).trim(), `${percent(data.before.plus)} → ${percent(data.after.plus)}`],
    ],
  }),
  samples: {
    usual: dataOf(
      300,
      { pooling: 'max', window: 'w2', mark: 'plus', right: 1, down: 0, filter: 1 },
      weightsOf((i) => Math.sin(i), 100),
    ),
    whole: dataOf(
      0,
      { pooling: 'average', window: 'w10', mark: 'times', right: -3, down: 3, filter: 4 },
      weightsOf((i) => Math.cos(i), 4),
    ),
    none: dataOf(
      0,
      { pooling: 'none' },
      weightsOf(() => 0, 4),
    ),
    broken: dataOf(
      7,
      { pooling: 'max', window: 'w5', mark: 'plus', right: 1 },
      weightsOf((i) => (i % 5 === 0 ? NaN : 1e9), 16),
    ),
  },
});

/** What readers see first: every picture and every chart of every demo's recorded run, and charts of runs that grow or shrink far. */
import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { loadDemo } from '../../src/demos/load';
import { demos } from '../../src/demos/registry';
import { resolveValues } from '../../src/demos/resolve';
import { LANGS } from '../../src/i18n/text';
import { chartTitle } from '../../src/shell/pictures/chart-title';
import { formsOf } from '../../src/shell/pictures/picture-form';
import { seriesOf, viewSource, type Recorded } from '../../src/shell/pictures/source';
import { Curves } from '../../src/views/parts/curves';
import lineChart from '../../src/views/line-chart';
import layerSizes from '../../src/views/layer-sizes';
import { drawnTexts, faultsOf } from './drawn-texts';

const CHARTS = ['loss', 'accuracy', 'other'] as const;
const [WIDTH, HEIGHT] = [340, 190];

/** The same values, each reading of which is told. */
function watched(values: Readonly<Record<string, unknown>>, tell: (name: string) => void): Readonly<Record<string, unknown>> {
  return new Proxy(values, {
    get(target, name): unknown {
      if (typeof name === 'string') tell(name);
      return Reflect.get(target, name);
    },
    ownKeys(target) {
      Object.keys(target).forEach(tell);
      return Reflect.ownKeys(target);
    },
  });
}

/** A record whose numbers are so many times as large, over so many times as many steps. */
function scaled(record: Recorded, size: number, steps: number): Recorded {
  return {
    lossAt: Array.from(record.lossAt, (step) => step * steps),
    loss: Array.from(record.loss, (value) => value * size),
    evaluatedAt: record.evaluatedAt.map((step) => step * steps),
    evaluated: Object.fromEntries(Object.entries(record.evaluated).map(([name, values]) => [name, values.map((value) => value * size)])),
  };
}

describe.each([...demos].map(([id, demo]) => ({ id, demo })))('$id', ({ id, demo }) => {
  it('cuts no word of its pictures off, and lays none on another', async () => {
    const { views, recording } = await loadDemo(id);
    const source = viewSource(undefined, recording, resolveValues(demo, {}).values);
    const isPair = demo.views.filter(({ place }) => place === 'main').length > 1;
    for (const [i, use] of demo.views.entries()) {
      const view = views[i];
      const data = source === undefined ? undefined : view?.read(source, use.options ?? {});
      if (view === undefined || data === undefined) continue;
      for (const lang of LANGS) {
        for (const { name, width, height } of [
          ...formsOf(view, 'full', undefined),
          ...(isPair && use.place === 'main' ? formsOf(view, 'pair', undefined) : []),
        ]) {
          const svg = render(
            <svg>
              <view.Picture data={data} lang={lang} width={width} height={height} id="t" act={() => undefined} />
            </svg>,
          );
          expect(faultsOf(svg, width, height), `${use.view} (${lang}, ${name})`).toEqual([]);
        }
      }
    }
  });

  it('has pictures that read no value but those they say', async () => {
    const { views, recording } = await loadDemo(id);
    for (const values of [{}, ...Object.values(demo.presets ?? {}).map((preset) => preset.values)]) {
      const source = viewSource(undefined, recording, { ...resolveValues(demo, {}).values, ...values });
      if (source === undefined) continue;
      for (const [i, { view: name, options = {} }] of demo.views.entries()) {
        const view = views[i];
        const { reads = [] } = view ?? {};
        const read = new Set<string>();
        view?.read({ ...source, values: watched(source.values, (value) => read.add(value)) }, options);
        const said = typeof reads === 'function' ? reads(options) : reads;
        expect(
          [...read].filter((value) => !said.includes(value)),
          `${name} reads`,
        ).toEqual([]);
      }
    }
  });

  it('cuts no word of its charts off and lays none on another, however large, small or long its run', async () => {
    const { recording } = await loadDemo(id);
    if (recording === undefined) return;
    for (const chart of CHARTS) {
      const metrics = Object.values(demo.metrics).filter((metric) => metric.chart === chart);
      if (metrics.length === 0) continue;
      const percent = metrics.every(({ format }) => format === 'percent');
      for (const [size, steps] of percent
        ? [
            [1, 1],
            [1, 777],
          ]
        : ([
            [1, 1],
            [3.7e6, 1234],
            [2e-7, 333_333],
          ] as const)) {
        for (const lang of LANGS) {
          for (const kind of chart === 'loss' ? (['linear', 'log'] as const) : (['linear'] as const)) {
            const svg = render(
              <Curves
                {...{ lang, kind }}
                percent={chart === 'accuracy'}
                share={percent}
                series={seriesOf(demo, chart, scaled(recording, size, steps), lang)}
                ghosts={[]}
                cursor={0}
                last={recording.steps * steps}
                title={chartTitle(metrics, lang)}
                width={WIDTH}
                height={HEIGHT}
                id="t"
                onSeek={() => undefined}
              />,
            );
            expect(faultsOf(svg, WIDTH, HEIGHT), `${chart} (${lang}, ${kind}, times ${size})`).toEqual([]);
          }
        }
      }
    }
  });

  it('heads each chart with what its curves are', () => {
    for (const chart of CHARTS) {
      const metrics = Object.values(demo.metrics).filter((metric) => metric.chart === chart);
      if (metrics.length === 0) continue;
      const [zh, en] = LANGS.map((lang) => chartTitle(metrics, lang));
      for (const [title, word] of [
        ['准确率', '准确率'],
        ['损失', '损失'],
        ['误差', '误差'],
      ] as const)
        if (zh === title) for (const { label } of metrics) expect(label.zh).toContain(word);
      for (const word of ['accuracy', 'loss', 'error'])
        if (en?.toLowerCase() === word) for (const { label } of metrics) expect(label.en).toContain(word);
    }
  });
});

it('has whole numbers at the ticks of an axis that counts', () => {
  const ticksIn = (svg: string): number[] =>
    drawnTexts(svg)
      .filter(({ baseline }) => Math.abs(baseline - (300 - 34 + 17)) < 1)
      .map(({ text }) => Number(text));
  const draw = (picture: unknown): number[] => ticksIn(render(<svg>{picture as never}</svg>));
  for (const count of [1, 2, 3, 4, 5, 9, 31]) {
    const x = Array.from({ length: count }, (_, i) => i + 1);
    const chart = {
      x,
      series: [{ key: 'trainError', y: x }],
      xScale: 'linear',
      yScale: 'linear',
      xLabel: 'blockNumber',
      yLabel: 'error',
    } as const;
    const layers = { step: 1, gradients: x, activations: x };
    for (const ticks of [
      draw(<lineChart.Picture data={chart} lang="en" width={640} height={300} id="t" />),
      draw(<layerSizes.Picture data={layers} lang="en" width={640} height={300} id="t" />),
    ]) {
      expect(ticks.length).toBeGreaterThan(0);
      expect(ticks.filter((tick) => !Number.isInteger(tick))).toEqual([]);
    }
  }
});

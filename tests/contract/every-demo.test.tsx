/** What every demo must keep to. A new folder in src/demos is tested by being there. */
import { gzipSync } from 'node:zlib';
import { memory } from '@tensorflow/tfjs-core';
import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { atMoment } from '../../src/demos/film';
import { loadDemo, loadFilm } from '../../src/demos/load';
import { loadOwnCode } from '../../src/demos/load-code';
import { declarationFaults } from '../../src/demos/declaration-faults';
import { defaultsOf } from '../../src/demos/resolve';
import { demoIdOf, demos, viewNames } from '../../src/demos/registry';
import type { Values } from '../../src/demos/declaration';
import { useBackend } from '../../src/engine/worker/backends/backends';
import { labTrainer } from '../../src/engine/worker/lab';
import type { Trainer } from '../../src/engine/worker/run/trainer';
import { LANGS } from '../../src/i18n/text';
import { printProgram } from '../../src/ml/blueprint/code';
import { describeNetwork } from '../../src/ml/blueprint/describe';
import type { NetworkSpec } from '../../src/ml/blueprint/network-spec';
import type { Program } from '../../src/ml/blueprint/program';
import glossary from '../../content/glossary.json';
import { plannedChapters } from '../../src/site/chapters';
import { pictureArrays } from '../../tools/record/arrays';
import { MOST_BYTES } from '../../tools/record/film';

const programs = new Map(
  Object.entries(import.meta.glob<{ default: (values: never) => Program }>('../../src/demos/*/program.ts', { eager: true })).map(
    ([path, module]) => [demoIdOf(path), module.default],
  ),
);

const ownViews = new Set(Object.keys(import.meta.glob('../../src/demos/*/view.tsx')).map(demoIdOf));
const chapters = [
  ...Object.keys(import.meta.glob('../../content/zh/*.md')).map((path) => path.replace(/^.*\/|\.md$/g, '')),
  ...plannedChapters.map((chapter) => chapter.id),
];

async function train(trainer: Trainer, steps: number): Promise<number[]> {
  await trainer.collect();
  for (let i = 0; i < steps; i++) trainer.advance();
  return [...(await trainer.collect()).loss];
}

/** True where a step multiplies images: on the eager backend it then takes a tenth of a second. */
function multipliesImages(spec: NetworkSpec | undefined): boolean {
  return spec !== undefined && describeNetwork(spec).multiplyAdds > 5_000;
}

/** Steps over which memory is watched: 5,000 as readers run them; eagerly fewer, since what leaks does so at every step. */
function stepsWatched(spec: NetworkSpec | undefined, backend: 'cpu' | 'compiled'): number {
  if (backend === 'compiled') return 5_000;
  return multipliesImages(spec) ? 20 : 150;
}

it('there are demos', () => {
  expect(demos.size).toBeGreaterThanOrEqual(6);
});

describe.each([...demos].map(([id, demo]) => ({ id, demo })))('$id', ({ id, demo }) => {
  const backend = demo.reference ?? 'cpu';

  it('declares, in both languages, what the house can use', () => {
    expect(declarationFaults(demo, { views: viewNames, ownView: ownViews.has(id), chapters, terms: Object.keys(glossary) })).toEqual([]);
  });

  it('gives the same losses bit for bit from the same seed, and goes on alike from a snapshot', async () => {
    const first = await labTrainer(backend, id, demo);
    const half = multipliesImages(first.model.spec) ? 5 : 25;
    const curve = await train(first, 2 * half);
    expect(curve.every(Number.isFinite)).toBe(true);
    const second = await labTrainer(backend, id, demo);
    expect(await train(second, half)).toEqual(curve.slice(0, half));
    const snapshot = await second.snapshot();
    await train(second, 5);
    second.restore(snapshot);
    expect(await train(second, half)).toEqual(curve.slice(half));
    first.dispose();
    second.dispose();
  });

  it('keeps its live parameters from changing shapes', async () => {
    const trainer = await labTrainer(backend, id, demo);
    const shapes = trainer.model.variables.map(({ name, variable }) => `${name} ${variable.shape.join()}`);
    for (const [name, parameter] of Object.entries(demo.parameters)) {
      if (parameter.effect === 'live' && parameter.kind === 'range')
        trainer.intervene([{ kind: 'set', values: { [name]: parameter.min } }]);
    }
    expect((await train(trainer, 3)).every(Number.isFinite)).toBe(true);
    expect(trainer.model.variables.map(({ name, variable }) => `${name} ${variable.shape.join()}`)).toEqual(shapes);
    trainer.dispose();
  });

  it.each(demo.reference === undefined ? (['cpu', 'compiled'] as const) : (['compiled'] as const))(
    'holds as many tensors after many steps as after 10, and none once disposed of (%s)',
    async (backend) => {
      await useBackend(backend);
      const before = memory().numTensors;
      const trainer = await labTrainer(backend, id, demo);
      await train(trainer, 10);
      await trainer.frame();
      const held = memory().numTensors;
      const steps = demo.reference === undefined ? stepsWatched(trainer.model.spec, backend) : 500;
      for (let done = 0; done < steps; done += 50) await train(trainer, Math.min(50, steps - done));
      await trainer.frame();
      expect(memory().numTensors).toBe(held);
      trainer.dispose();
      expect(memory().numTensors).toBe(before);
    },
  );

  it('evaluates every metric that it declares', async () => {
    let missing = Object.keys(demo.metrics).filter((name) => name !== 'loss');
    const given = new Set<string>();
    // What there is to measure may be a matter of the setting: a text has characters that are left out, or none.
    for (const { values } of [{ values: {} }, ...Object.values(demo.presets ?? {})]) {
      if (missing.length === 0) break;
      const trainer = await labTrainer(backend, id, demo, { values });
      const { evaluated } = await trainer.collect();
      trainer.dispose();
      for (const name of Object.keys(evaluated)) given.add(name);
      missing = missing.filter((name) => !given.has(name));
    }
    expect(missing, `evaluate() in model.ts lacks these; it gives: ${[...given].join(', ')}`).toEqual([]);
  });

  it('draws every picture from a real frame, in both languages', async () => {
    const { views } = await loadDemo(id);
    const trainer = await labTrainer(backend, id, demo);
    await train(trainer, 5);
    const frame = await trainer.frame();
    const { spec } = trainer.model;
    trainer.dispose();
    demo.views.forEach((use, i) => {
      const view = views[i];
      const data = view?.read({ step: 5, arrays: frame.arrays, metrics: {}, values: defaultsOf(demo), spec }, use.options ?? {});
      const arrays = Object.keys(frame.arrays).join(', ');
      expect(data, `view "${use.view}" finds nothing to draw (its docstring says what it reads); the frame has: ${arrays}`).toBeDefined();
      if (view === undefined || data === undefined) return;
      for (const lang of LANGS) {
        const svg = render(
          <svg>
            <view.Picture data={data} lang={lang} width={400} height={300} id="t" />
          </svg>,
        );
        expect(svg).not.toMatch(/NaN|undefined|Infinity/);
        expect(view.describe(data, lang)).not.toMatch(/NaN|undefined|\{/);
      }
    });
  });

  it('has a recorded run whose losses a fresh run repeats', async () => {
    const { recording } = await loadDemo(id);
    const remedy = `to make it: npm run record -- ${id}`;
    expect(recording, `src/demos/${id}/run.json is missing; ${remedy}`).toBeDefined();
    if (recording === undefined) return;
    expect(recording.values, `run.json was recorded with other defaults; ${remedy}`).toEqual(defaultsOf(demo));
    const trainer = await labTrainer(backend, id, demo);
    const curve = await train(trainer, Math.max(...recording.golden.steps));
    trainer.dispose();
    recording.golden.steps.forEach((step, i) => {
      const golden = recording.golden.loss[i] ?? NaN;
      const loss = curve[step - 1] ?? NaN;
      const sentence = `step ${step} has the loss ${loss}, run.json ${golden}; if that is meant, ${remedy}`;
      expect(Math.abs(loss - golden), sentence).toBeLessThanOrEqual(1e-5 * Math.max(1e-3, Math.abs(golden)));
    });
  });

  it('has a film of that run, small enough to be loaded beside others, that shows what a fresh run shows', async () => {
    const loaded = await loadDemo(id);
    const film = await loadFilm(loaded);
    const remedy = `to make it: npm run record -- ${id}`;
    expect(film, `src/demos/${id}/film.json is missing; ${remedy} --missing`).toBeDefined();
    if (film === undefined || loaded.recording === undefined) return;
    expect(gzipSync(JSON.stringify(film)).length).toBeLessThanOrEqual(MOST_BYTES);
    expect([film.steps[0], film.steps.at(-1)]).toEqual([0, loaded.recording.steps]);
    const trainer = await labTrainer(backend, id, demo);
    for (const moment of [0, 1]) {
      const step = film.steps[moment];
      if (step === undefined || moment === film.steps.length - 1) continue;
      await train(trainer, step);
      const { arrays } = await trainer.frame();
      const filmed = atMoment(loaded.recording, film, moment).frame.arrays;
      expect(Object.keys(filmed).sort(), remedy).toEqual(Object.keys(pictureArrays(arrays)).sort());
      for (const [name, { shape, data }] of Object.entries(filmed)) {
        expect(arrays[name]?.shape, name).toEqual(shape);
        const fresh = Array.from(arrays[name]?.data ?? [], (value) => (Number.isFinite(value) ? value : 0));
        const most = fresh.reduce((a, b) => Math.max(a, Math.abs(b)), 0);
        const worst = fresh.reduce((a, value, i) => Math.max(a, Math.abs(value - (data[i] ?? NaN))), 0);
        // Half a level; arrays that never change are the recording's, which keeps a tenth of the largest number where they are long.
        expect(worst, `${name} at step ${step}; ${remedy}`).toBeLessThanOrEqual(0.06 * most);
      }
    }
    trainer.dispose();
  });

  it('prints a program whose network is the one that it trains', async () => {
    const values: Values = defaultsOf(demo);
    const program = programs.get(id)?.(values as never);
    if (program === undefined) {
      // Only what trains no network has no program; it prints itself.
      const { model } = await labTrainer(backend, id, demo);
      expect(model.spec, 'a demo that trains a network has a program.ts, which is printed as code').toBeUndefined();
      const own = await loadOwnCode(id);
      for (const framework of ['tfjs', 'keras', 'pytorch'] as const)
        expect(own?.(values as never, framework, 'en').length, `code.ts prints nothing for ${framework}`).toBeGreaterThan(300);
      return;
    }
    for (const framework of ['tfjs', 'keras', 'pytorch'] as const)
      expect(printProgram(program, framework, 'en').length).toBeGreaterThan(300);
    expect(describeNetwork(program.network).parameters).toBeGreaterThan(0);
    const trainer = await labTrainer(backend, id, demo);
    const { spec } = trainer.model;
    trainer.dispose();
    if (spec !== undefined) expect(program.network, 'model.ts builds another network than program.ts describes').toEqual(spec);
  });
});

/**
 * `npm run record`: trains demos on their reference backend and keeps the runs beside their declarations, as pictures before and without
 * JavaScript: `run.json` for the declaration's settings, one more for each other setting that a chapter or the first page shows.
 */
import { globSync, rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Recording, RecordedArray } from '../src/demos/recording';
import { recordingName } from '../src/demos/recording-name';
import { askedValues, defaultsOf } from '../src/demos/resolve';
import { demos } from '../src/demos/registry';
import type { Demo, Values } from '../src/demos/declaration';
import { ask } from '../src/engine/worker/run/ask';
import { labTrainer, trainFor } from '../src/engine/worker/lab';
import { alwaysWanted } from '../src/engine/worker/still-wanted';
import type { Trainer } from '../src/engine/worker/run/trainer';
import type { HostArray } from '../src/ml/model';
import { readBook } from '../src/site/markdown/book';
import { figureSettings } from '../src/site/figure-settings';

/** Points kept of a curve. */
const CURVE = 120;
/** Weights recorded at most, all together. */
const WEIGHTS = 2000;
/** Losses kept in full for replaying. */
const GOLDEN = [1, 2, 3, 5, 10, 20, 30, 40, 50];

/** Numbers of an array that holds many images. */
const MANY = 4096;

/** Three significant digits: what a picture can show. */
function rounded(value: number): number {
  return Number.isFinite(value) ? Number(value.toPrecision(3)) : 0;
}

/**
 * Long arrays keep a hundredth of their largest value, finer than a picture shows, and those of many images a tenth, since images are
 * drawn in few shades: far fewer bytes to load.
 */
function recordedArray({ shape, data }: HostArray): RecordedArray {
  if (data.length < 64) return { shape, data: Array.from(data, rounded) };
  const largest = Array.from(data).reduce((most, value) => (Number.isFinite(value) ? Math.max(most, Math.abs(value)) : most), 0);
  const decimals = largest === 0 ? 0 : Math.min(20, Math.max(0, Math.ceil((data.length > MANY ? 0.9 : 1.9) - Math.log10(largest))));
  return { shape, data: Array.from(data, (value) => (Number.isFinite(value) ? Number(value.toFixed(decimals)) + 0 : 0)) };
}

function thinned(count: number, most: number): number[] {
  const stride = Math.max(1, Math.ceil(count / most));
  return Array.from({ length: Math.ceil(count / stride) }, (_, i) => Math.min(count - 1, (i + 1) * stride - 1));
}

/** The means over the steps that one kept point stands for: what the eye would see of a fluttering curve. */
function smoothed(loss: Float32Array, picks: readonly number[]): number[] {
  return picks.map((pick, i) => {
    const from = i === 0 ? 0 : (picks[i - 1] ?? 0) + 1;
    const part = loss.slice(from, pick + 1);
    return rounded(part.reduce((sum, value) => sum + value, 0) / Math.max(1, part.length));
  });
}

/**
 * How many steps are recorded: all, or, where the loss stops being a number on the way, as many as leave weights whose loss is one. The
 * loss of a step is that of the weights before it.
 */
async function wholeSteps(id: string, demo: Demo, values: Values, seed: number): Promise<number> {
  const trainer = await labTrainer(demo.reference ?? 'cpu', id, demo, { values, seed });
  let broken = Infinity;
  await trainFor(trainer, demo.steps, (block) => {
    const at = block.loss.findIndex((loss) => !Number.isFinite(loss));
    if (at >= 0) broken = Math.min(broken, block.from + at);
  });
  trainer.dispose();
  return Math.min(demo.steps, Math.max(0, broken - 1));
}

/** What the demo's pictures ask, answered with the settings that are recorded. */
async function answersOf(trainer: Trainer, demo: Demo, values: Values, seed: number): Promise<NonNullable<Recording['answers']>> {
  const asked = askedValues(demo, values);
  const answers: Record<string, NonNullable<Recording['answers']>[string]> = {};
  for (const question of demo.asks ?? []) {
    const arrays = await ask(trainer, { question, values: asked, seed }, alwaysWanted);
    answers[question] = {
      values: asked,
      arrays: Object.fromEntries(Object.entries(arrays).map(([name, array]) => [name, recordedArray(array)])),
    };
  }
  return answers;
}

async function record(id: string, demo: Demo, values: Values, seed: number): Promise<Recording> {
  const steps = await wholeSteps(id, demo, values, seed);
  const trainer = await labTrainer(demo.reference ?? 'cpu', id, demo, { values, seed });
  const loss = new Float32Array(steps);
  const evaluatedAt: number[] = [];
  const evaluated: Record<string, number[]> = {};
  await trainFor(trainer, steps, (block) => {
    loss.set(block.loss, block.from);
    evaluatedAt.push(...block.evaluatedAt);
    for (const [name, values] of Object.entries(block.evaluated)) (evaluated[name] ??= []).push(...values);
  });
  const frame = await trainer.frame();
  const weights = Object.entries(frame.arrays).filter(([name]) => name.startsWith('weights/'));
  const keepsWeights = weights.reduce((sum, [, { data }]) => sum + data.length, 0) <= WEIGHTS;
  const { spec } = trainer.model;
  const answers = await answersOf(trainer, demo, values, seed);
  trainer.dispose();
  const picks = thinned(steps, CURVE);
  const kept = thinned(evaluatedAt.length, CURVE);
  const golden = GOLDEN.filter((step) => step <= steps);
  return {
    values,
    seed,
    steps,
    ...(spec === undefined ? {} : { spec }),
    lossAt: picks.map((pick) => pick + 1),
    loss: smoothed(loss, picks),
    evaluatedAt: kept.map((i) => evaluatedAt[i] ?? 0),
    evaluated: Object.fromEntries(Object.entries(evaluated).map(([name, values]) => [name, kept.map((i) => rounded(values[i] ?? NaN))])),
    frame: {
      step: frame.step,
      // Weights by the thousand, which no picture shows, are not kept.
      arrays: Object.fromEntries(
        Object.entries(frame.arrays)
          .filter(([name]) => keepsWeights || !name.startsWith('weights/'))
          .map(([name, array]) => [name, recordedArray(array)]),
      ),
    },
    ...(Object.keys(answers).length === 0 ? {} : { answers }),
    golden: { steps: golden, loss: golden.map((step) => loss[step - 1] ?? NaN) },
  };
}

/** What a demo is shown with: its declaration's settings and those of the book's figures. */
async function settingsOf(id: string, demo: Demo): Promise<ReadonlyMap<string, { readonly values: Values; readonly seed: number }>> {
  const book = await readBook(process.cwd(), 'content', demos);
  const all = [{ values: defaultsOf(demo), seed: demo.seed }, ...figureSettings(book).filter((figure) => figure.demo === id)];
  return new Map(all.map(({ values, seed }) => [recordingName(demo, values, seed), { values, seed }]));
}

/** Runs the command; the result is the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  const ids = args.includes('--all') ? [...demos.keys()] : args.filter((arg) => !arg.startsWith('--'));
  if (ids.length === 0) {
    console.error(`npm run record -- <id> … | --all [--missing]\n\nDemos: ${[...demos.keys()].join(', ')}`);
    return 1;
  }
  for (const id of ids) {
    const demo = demos.get(id);
    if (demo === undefined) throw new Error(`there is no demo "${id}"; there are ${[...demos.keys()].join(', ')}`);
    const settings = await settingsOf(id, demo);
    const there = globSync(`src/demos/${id}/run*.json`).map((path) => basename(path));
    for (const file of there.filter((one) => !settings.has(one))) rmSync(`src/demos/${id}/${file}`);
    for (const [file, { values, seed }] of settings) {
      if (args.includes('--missing') && there.includes(file)) continue;
      const recorded = await record(id, demo, values, seed);
      const text = JSON.stringify(recorded);
      writeFileSync(`src/demos/${id}/${file}`, `${text}\n`);
      console.log(`${id}/${file}: ${recorded.steps} steps, ${(text.length / 1000).toFixed(1)} kB`);
    }
  }
  return 0;
}

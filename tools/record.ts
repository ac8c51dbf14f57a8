/**
 * `npm run record`: trains demos on their reference backend and keeps the runs beside their declarations, as pictures before and without
 * JavaScript: `run.json` for the declaration's settings, one more for each other setting that a chapter or the first page shows. Beside each
 * lies its film, `film.json`: some moments of the same run, which can be looked through before anything is trained.
 */
import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Recording } from '../src/demos/recording';
import { filmName, recordingName } from '../src/demos/recording-name';
import { defaultsOf } from '../src/demos/resolve';
import { demos } from '../src/demos/registry';
import type { Demo, Values } from '../src/demos/declaration';
import { labTrainer, trainFor } from '../src/engine/worker/lab';
import { readBook } from '../src/site/markdown/book';
import { figureSettings } from '../src/site/figure-settings';
import { recordAlong } from './record/along';
import { answersOf, pictureArrays, recordedArray, rounded } from './record/arrays';
import { recordFilm } from './record/film';

/** Points kept of a curve. */
const CURVE = 120;
/** Losses kept in full for replaying. */
const GOLDEN = [1, 2, 3, 5, 10, 20, 30, 40, 50];

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
  const { spec } = trainer.model;
  const answers = await answersOf(trainer, demo, values, seed);
  trainer.dispose();
  const along = await recordAlong(id, demo, { values, seed, steps });
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
      arrays: Object.fromEntries(Object.entries(pictureArrays(frame.arrays)).map(([name, array]) => [name, recordedArray(array)])),
    },
    ...(Object.keys(answers).length === 0 ? {} : { answers }),
    ...(along === undefined ? {} : { along }),
    golden: { steps: golden, loss: golden.map((step) => loss[step - 1] ?? NaN) },
  };
}

/** What a demo is shown with: its declaration's settings and those of the book's figures. */
async function settingsOf(id: string, demo: Demo): Promise<ReadonlyMap<string, { readonly values: Values; readonly seed: number }>> {
  const book = await readBook(process.cwd(), 'content', demos);
  const all = [{ values: defaultsOf(demo), seed: demo.seed }, ...figureSettings(book).filter((figure) => figure.demo === id)];
  return new Map(all.map(({ values, seed }) => [recordingName(demo, values, seed), { values, seed }]));
}

/** Writes a file into a demo's folder, and says so. */
function keep(file: string, text: string, what: string): void {
  writeFileSync(`src/demos/${file}`, `${text}\n`);
  console.log(`${file}: ${what}, ${(text.length / 1000).toFixed(1)} kB`);
}

/** A recording that was made before; the contract test checks it. */
function recordingThere(id: string, file: string): Recording {
  return JSON.parse(readFileSync(`src/demos/${id}/${file}`, 'utf8')) as Recording;
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
    const there = globSync(`src/demos/${id}/{run,film}*.json`).map((path) => basename(path));
    const files = new Set([...settings.keys()].flatMap((file) => [file, filmName(file)]));
    for (const file of there.filter((one) => !files.has(one))) rmSync(`src/demos/${id}/${file}`);
    for (const [file, { values, seed }] of settings) {
      const isThere = (one: string): boolean => args.includes('--missing') && there.includes(one);
      const recorded = isThere(file) ? recordingThere(id, file) : await record(id, demo, values, seed);
      if (!isThere(file)) keep(`${id}/${file}`, JSON.stringify(recorded), `${recorded.steps} steps`);
      const film = filmName(file);
      // A film is of its recording: with that it is made anew.
      if (!isThere(file) || !there.includes(film)) {
        const made = await recordFilm(id, demo, recorded);
        keep(`${id}/${film}`, JSON.stringify(made), `${made.steps.length} moments`);
      }
    }
  }
  return 0;
}

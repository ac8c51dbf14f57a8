/** `npm run record -- <id> | --all`: trains a demo from its declaration's values on the cpu backend and keeps the run as `run.json`. */
import { writeFileSync } from 'node:fs';
import type { Recording, RecordedArray } from '../src/demos/recording';
import { defaultsOf } from '../src/demos/resolve';
import { demos } from '../src/demos/registry';
import type { Demo } from '../src/demos/spec';
import { labTrainer, trainFor } from '../src/engine/worker/lab';
import type { HostArray } from '../src/ml/model';

/** Points kept of a curve. */
const CURVE = 120;
/** Losses kept in full for replaying. */
const GOLDEN = [1, 2, 3, 5, 10, 20, 30, 40, 50];

/** Three significant digits: what a picture can show. */
function rounded(value: number): number {
  return Number.isFinite(value) ? Number(value.toPrecision(3)) : 0;
}

function recordedArray({ shape, data }: HostArray): RecordedArray {
  return { shape, data: Array.from(data, rounded) };
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

async function record(id: string, demo: Demo): Promise<Recording> {
  const trainer = await labTrainer('cpu', id, demo);
  const loss = new Float32Array(demo.steps);
  const evaluatedAt: number[] = [];
  const evaluated: Record<string, number[]> = {};
  await trainFor(trainer, demo.steps, (block) => {
    loss.set(block.loss, block.from);
    evaluatedAt.push(...block.evaluatedAt);
    for (const [name, values] of Object.entries(block.evaluated)) (evaluated[name] ??= []).push(...values);
  });
  const frame = await trainer.frame();
  const { spec } = trainer.model;
  trainer.dispose();
  const picks = thinned(demo.steps, CURVE);
  const kept = thinned(evaluatedAt.length, CURVE);
  const golden = GOLDEN.filter((step) => step <= demo.steps);
  return {
    values: defaultsOf(demo),
    seed: demo.seed,
    steps: demo.steps,
    ...(spec === undefined ? {} : { spec }),
    lossAt: picks.map((pick) => pick + 1),
    loss: smoothed(loss, picks),
    evaluatedAt: kept.map((i) => evaluatedAt[i] ?? 0),
    evaluated: Object.fromEntries(Object.entries(evaluated).map(([name, values]) => [name, kept.map((i) => rounded(values[i] ?? NaN))])),
    frame: { step: frame.step, arrays: Object.fromEntries(Object.entries(frame.arrays).map(([name, array]) => [name, recordedArray(array)])) },
    golden: { steps: golden, loss: golden.map((step) => loss[step - 1] ?? NaN) },
  };
}

/** Runs the command; the result is the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  const ids = args.includes('--all') ? [...demos.keys()] : args.filter((arg) => !arg.startsWith('--'));
  if (ids.length === 0) {
    console.error(`npm run record -- <id> … | --all\n\nDemos: ${[...demos.keys()].join(', ')}`);
    return 1;
  }
  for (const id of ids) {
    const demo = demos.get(id);
    if (demo === undefined) throw new Error(`there is no demo "${id}"; there are ${[...demos.keys()].join(', ')}`);
    const text = JSON.stringify(await record(id, demo));
    writeFileSync(`src/demos/${id}/run.json`, `${text}\n`);
    console.log(`${id}: ${demo.steps} steps, ${(text.length / 1000).toFixed(1)} kB`);
  }
  return 0;
}

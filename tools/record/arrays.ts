/** What of a run's arrays is worth keeping for pictures. */
import type { RecordedArray, Recording } from '../../src/demos/recording';
import { askedValues } from '../../src/demos/resolve';
import type { Demo, Values } from '../../src/demos/declaration';
import { ask } from '../../src/engine/worker/run/ask';
import { alwaysWanted } from '../../src/engine/worker/still-wanted';
import type { Trainer } from '../../src/engine/worker/run/trainer';
import type { HostArray } from '../../src/ml/model';

/** Weights recorded at most, all together. */
const WEIGHTS = 2000;
/** Numbers of an array that holds many images. */
const MANY = 4096;

/** Three significant digits: what a picture can show. */
export function rounded(value: number): number {
  return Number.isFinite(value) ? Number(value.toPrecision(3)) : 0;
}

/**
 * Long arrays keep a hundredth of their largest value, finer than a picture shows, and those of many images a tenth, since images are
 * drawn in few shades: far fewer bytes to load.
 */
export function recordedArray({ shape, data }: HostArray): RecordedArray {
  if (data.length < 64) return { shape, data: Array.from(data, rounded) };
  const largest = Array.from(data).reduce((most, value) => (Number.isFinite(value) ? Math.max(most, Math.abs(value)) : most), 0);
  const decimals = largest === 0 ? 0 : Math.min(20, Math.max(0, Math.ceil((data.length > MANY ? 0.9 : 1.9) - Math.log10(largest))));
  return { shape, data: Array.from(data, (value) => (Number.isFinite(value) ? Number(value.toFixed(decimals)) + 0 : 0)) };
}

/** The arrays of a frame that pictures may show: weights by the thousand, which none does, are left out. */
export function pictureArrays(arrays: Readonly<Record<string, HostArray>>): Readonly<Record<string, HostArray>> {
  const isWeight = (name: string): boolean => name.startsWith('weights/');
  const weights = Object.entries(arrays).filter(([name]) => isWeight(name));
  const keepsWeights = weights.reduce((sum, [, { data }]) => sum + data.length, 0) <= WEIGHTS;
  return Object.fromEntries(Object.entries(arrays).filter(([name]) => keepsWeights || !isWeight(name)));
}

/** What the demo's pictures ask, answered at the trainer's step with the settings that are recorded. */
export async function answersOf(trainer: Trainer, demo: Demo, values: Values, seed: number): Promise<NonNullable<Recording['answers']>> {
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

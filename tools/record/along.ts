/** What a run answers on its way to the questions that are asked at fixed steps. */
import type { Demo } from '../../src/demos/declaration';
import type { Recording } from '../../src/demos/recording';
import { labTrainer, trainFor } from '../../src/engine/worker/lab';
import { ask } from '../../src/engine/worker/run/ask';
import { alwaysWanted } from '../../src/engine/worker/still-wanted';
import { recordedArray } from './arrays';

/** The same training again, stopped at the steps that are asked of; undefined where none are. */
export async function recordAlong(
  id: string,
  demo: Demo,
  { values, seed, steps }: Pick<Recording, 'values' | 'seed' | 'steps'>,
): Promise<Recording['along']> {
  if (demo.along === undefined) return undefined;
  const questions = Object.entries(demo.along);
  const stops = [...new Set(questions.flatMap(([, along]) => along.steps))].filter((step) => step <= steps).sort((a, b) => a - b);
  const trainer = await labTrainer(demo.reference ?? 'cpu', id, demo, { values, seed });
  const along: Record<string, NonNullable<Recording['along']>[string][number][]> = {};
  for (const step of stops) {
    await trainFor(trainer, step - trainer.step, () => undefined);
    for (const [question, asked] of questions) {
      if (!asked.steps.includes(step)) continue;
      const answer = await ask(trainer, { question, values: asked.values, seed }, alwaysWanted);
      const arrays = Object.entries(answer).filter(([name]) => asked.shown.includes(name));
      (along[question] ??= []).push({ step, arrays: Object.fromEntries(arrays.map(([name, array]) => [name, recordedArray(array)])) });
    }
  }
  trainer.dispose();
  return along;
}

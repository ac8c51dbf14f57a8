/** Taking a saved model on: all of it is checked before anything is changed. */
import { sameValue } from '../../demos/resolve';
import { Refused } from '../../engine/waiting';
import type { Text } from '../../i18n/text';
import { shellText } from '../../i18n/shell';
import { sessionOptionsOf } from '../choices';
import type { Controller } from '../controller';
import { settingsOf, type SavedModel } from './model-file';
import { weightsFor } from './model-fit';
import { modelProblem, refusedModel, type ModelProblem } from './model-problem';
import { readModelFiles, type ModelFile } from './read-model';

/** Settings, seed and weights of a file of ours: tried on a run of their own first, where they are not those of the run that is there. */
async function loadOwn(
  controller: Controller,
  { arrays, values: stored, seed = controller.seed }: SavedModel,
): Promise<ModelProblem | undefined> {
  const { demo } = controller.loaded;
  const settings = settingsOf(demo, stored);
  if ('problem' in settings) return settings;
  const { values } = settings;
  const present = controller.values;
  const same = seed === controller.seed && Object.entries(values).every(([name, value]) => sameValue(present[name], value));
  if (!same || controller.session === undefined) {
    const backend = controller.session?.status?.backend ?? controller.backend;
    const { own } = controller;
    const choices = { own, values: { ...present, ...values }, seed, backend, interventions: [], seekTo: undefined };
    const trial = controller.makeSession({ ...sessionOptionsOf(controller.loaded, choices), lean: true });
    try {
      await trial.prepare();
      if (trial.state.kind === 'failed') return { problem: trial.state.message };
      await trial.fits(arrays);
    } finally {
      trial.dispose();
    }
    await controller.set(values);
    // The seed makes the data: with another, test points would be some that the model was trained on.
    if (seed !== controller.seed) await controller.setSeed(seed);
  }
  await controller.need().load(arrays);
  return undefined;
}

/** Loads what the files hold into the run, and says in a sentence how that went. A model that does not fit changes nothing. */
export async function loadModel(controller: Controller, files: readonly ModelFile[]): Promise<Text> {
  try {
    const read = await readModelFiles(files, controller.loaded.id);
    if ('problem' in read) return refusedModel(read);
    if ('own' in read) {
      const problem = await loadOwn(controller, read.own);
      return problem === undefined ? shellText.modelLoaded : refusedModel(problem);
    }
    const session = controller.need();
    await session.prepare();
    const { spec } = session;
    const fitting = spec === undefined ? modelProblem('noNetwork') : weightsFor(spec, read.layers);
    if ('problem' in fitting) return refusedModel(fitting);
    await session.load(fitting.arrays);
    return shellText.modelLoaded;
  } catch (error) {
    if (error instanceof Refused) return refusedModel({ problem: error.text });
    throw error;
  }
}

/** The arrays of the pictures at the present weights: what a model shows, and its weights where they are few. */
import { tidy, type Tensor } from '@tensorflow/tfjs-core';
import type { HostArray, Model } from '../../../ml/model';
import type { CompiledRun } from '../compiled/compiled-run';
import { isHostArray, readAll } from '../model/tensors';
import type { Weights } from '../compiled/weights';

/** Weights up to this many elements travel with every frame, for pictures of weights. */
const WEIGHTS_IN_FRAME = 4096;

/** Made by tfjs on the active backend. */
async function eagerFrame(model: Model, step: number): Promise<Record<string, HostArray>> {
  const arrays: Record<string, HostArray> = {};
  const tensors = tidy(() => {
    const made: Record<string, Tensor> = {};
    for (const [name, value] of Object.entries(model.frame(step))) {
      if (isHostArray(value)) arrays[name] = { shape: value.shape, data: value.data.slice() };
      // A clone, for a model may show a variable itself, which must outlive the reading.
      else made[name] = value.clone();
    }
    for (const { name, variable } of model.variables) {
      if (variable.size <= WEIGHTS_IN_FRAME) made[`weights/${name}`] = variable.clone();
    }
    return made;
  });
  return { ...arrays, ...(await readAll(tensors)) };
}

/** Made by what was compiled; undefined where there is nothing of the kind. */
function compiledFrame(model: Model, run: CompiledRun | undefined): Record<string, HostArray> | undefined {
  const pictures = run?.frame();
  if (run === undefined || pictures === undefined) return undefined;
  const small = model.variables.filter(({ variable }) => variable.size <= WEIGHTS_IN_FRAME);
  return { ...pictures, ...Object.fromEntries(small.map(({ name }) => [`weights/${name}`, run.read(name)])) };
}

/** What the pictures are drawn from: compiled where that is possible. */
export async function frameArrays(model: Model, weights: Weights, step: number): Promise<Record<string, HostArray>> {
  return compiledFrame(model, weights.compiled(step)) ?? (await eagerFrame(weights.model, step));
}

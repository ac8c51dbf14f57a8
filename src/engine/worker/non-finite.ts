/** Where a run stopped being finite: the first tensor, its layer, what it was a step earlier, and what usually helps. */
import type { Tensor } from '@tensorflow/tfjs-core';
import type { Text } from '../../i18n/text';
import { engineText } from '../../i18n/engine';
import type { NonFinite } from '../protocol';
import { inspectStep } from './training-step';
import type { Trainer } from './trainer';

/** One look at everything a step computes: largest magnitude of each tensor, NaN or Infinity where it is not finite. */
type Sizes = ReadonlyMap<string, { readonly what: NonFinite['what']; readonly size: number }>;

async function largest(one: Tensor): Promise<number> {
  let size = 0;
  for (const value of await one.data()) {
    if (!Number.isFinite(value)) return value;
    size = Math.max(size, Math.abs(value));
  }
  return size;
}

/** Weights first, then activations in the order of the nodes, the loss, then gradients: the order in which values arise in a step. */
async function sizesAt(trainer: Trainer): Promise<Sizes> {
  const sizes = new Map<string, { what: NonFinite['what']; size: number }>();
  for (const { name, variable } of trainer.model.variables) sizes.set(name, { what: 'weight', size: await largest(variable) });
  const { activations, gradients, loss } = inspectStep(trainer.model, trainer.step);
  for (const [name, one] of Object.entries(activations)) sizes.set(name, { what: 'activation', size: await largest(one) });
  sizes.set('loss', { what: 'loss', size: await largest(loss) });
  for (const [name, one] of Object.entries(gradients)) sizes.set(`gradient of ${name}`, { what: 'gradient', size: await largest(one) });
  for (const one of [...Object.values(activations), ...Object.values(gradients), loss]) one.dispose();
  return sizes;
}

function explain(before: number, rate: number, hasUnbounded: boolean): { readonly causes: Text[]; readonly remedies: Text[] } {
  const causes: Text[] = [];
  if (before < 1e3) causes.push(engineText.causeSuddenJump);
  if (rate > 0.01) causes.push(engineText.causeRate);
  if (hasUnbounded) causes.push(engineText.causeUnbounded);
  causes.push(engineText.causeScale);
  return { causes, remedies: [engineText.remedyRate, engineText.remedyClip, engineText.remedyInit, engineText.remedyOptimiser] };
}

const BOUNDED = new Set(['sigmoid', 'tanh']);

/**
 * Examines the step at which the trainer stands and whose loss is not finite.
 * @param before the trainer brought to the step before, by `rewind`, to be compared with; the caller brings it back.
 */
export async function explainNonFinite(trainer: Trainer, rewind: (() => void) | undefined): Promise<NonFinite> {
  const step = trainer.step;
  const now = await sizesAt(trainer);
  const first = [...now].find(([, { size }]) => !Number.isFinite(size)) ?? (['loss', { what: 'loss', size: NaN }] as const);
  const [tensor, { what }] = first;
  rewind?.();
  const before = rewind === undefined ? NaN : ((await sizesAt(trainer)).get(tensor)?.size ?? NaN);
  const nodes = trainer.model.spec?.nodes ?? [];
  const unbounded = nodes.some((node) => node.layer === 'activation' && !BOUNDED.has(String(node.options['activation'])));
  const { learningRate } = trainer.model.hyperparameters(step);
  const layer = tensor.replace(/^gradient of /, '').split('/')[0] ?? tensor;
  return { step, tensor, what, layer, before, ...explain(before, learningRate, unbounded) };
}

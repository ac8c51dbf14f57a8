/** Where a run stopped being finite: the first tensor, its layer, what it was a step earlier, and what usually helps. */
import type { Tensor } from '@tensorflow/tfjs-core';
import { at } from '../../../base/at';
import type { Text } from '../../../i18n/text';
import { engineText } from '../../../i18n/engine';
import { placeOfValue } from '../../../ml/blueprint/inner-values';
import { activationNameOf } from '../../../ml/blueprint/layers';
import type { NonFinite } from '../../protocol';
import { inspectStep } from './training-step';
import type { Trainer } from './trainer';

/** A tensor that a step computes: its largest magnitude, or NaN or Infinity where it is not finite. */
interface Size {
  readonly tensor: string;
  readonly what: NonFinite['what'];
  readonly size: number;
}

async function largest(one: Tensor): Promise<number> {
  let size = 0;
  for (const value of await one.data()) {
    if (!Number.isFinite(value)) return value;
    size = Math.max(size, Math.abs(value));
  }
  return size;
}

/** In the order in which values arise in a step: weights, activations from input to output, the loss, gradients from output to input. */
async function sizesAt(trainer: Trainer): Promise<readonly Size[]> {
  const sizes: Size[] = [];
  const look = async (what: NonFinite['what'], named: readonly (readonly [string, Tensor])[]): Promise<void> => {
    for (const [tensor, value] of named) sizes.push({ tensor, what, size: await largest(value) });
  };
  await look(
    'weight',
    trainer.model.variables.map(({ name, variable }) => [name, variable]),
  );
  const { activations, gradients, loss } = inspectStep(trainer.model, trainer.step);
  await look('activation', Object.entries(activations));
  await look('loss', [['loss', loss]]);
  await look('gradient', Object.entries(gradients).reverse());
  for (const one of [...Object.values(activations), ...Object.values(gradients), loss]) one.dispose();
  return sizes;
}

/** A formula that has no value where its variables stand was never finite: no rate and no optimiser would help. */
const WITHOUT_VALUE = { causes: [engineText.causeNoValue], remedies: [engineText.remedyMove] };

function explain(before: number, rate: number, hasUnbounded: boolean): { readonly causes: Text[]; readonly remedies: Text[] } {
  const causes: Text[] = [];
  if (before < 1e3) causes.push(engineText.causeSuddenJump);
  if (rate > 0.01) causes.push(engineText.causeRate);
  if (hasUnbounded) causes.push(engineText.causeUnbounded);
  causes.push(engineText.causeScale);
  return { causes, remedies: [engineText.remedyRate, engineText.remedyClip, engineText.remedyInit, engineText.remedyOptimiser] };
}

const BOUNDED = new Set(['sigmoid', 'tanh']);

/** How far back a run is looked into for what broke first. */
const MOST_BACK = 20;

function firstBroken(sizes: readonly Size[]): Size | undefined {
  return sizes.find(({ size }) => !Number.isFinite(size));
}

/**
 * Finds what broke a run: the first tensor that is not finite, at the earliest step that has one. A gradient that overflows shows in
 * the loss only one step later, through the weights, so the steps before are looked into as far as states of them are kept.
 * @param trainer anywhere near; it is left anywhere near as well, to be brought to the finding's step.
 * @param broken steps trained before the first loss that is not finite.
 */
export async function explainNonFinite(trainer: Trainer, broken: number): Promise<NonFinite> {
  trainer.goBackTo(broken);
  let step = broken;
  let now = await sizesAt(trainer);
  let before: readonly Size[] | undefined;
  while (trainer.goBackTo(step - 1)) {
    before = await sizesAt(trainer);
    if (firstBroken(before) === undefined || broken - step >= MOST_BACK) break;
    now = before;
    before = undefined;
    step--;
  }
  const { tensor, what } = firstBroken(now) ?? { tensor: 'loss', what: 'loss' };
  const size = before?.find((one) => one.tensor === tensor && one.what === what)?.size ?? NaN;
  // A weight was broken by the update before: the run stands before that one.
  if (what === 'weight' && before !== undefined) step--;
  const nodes = trainer.model.spec?.nodes ?? [];
  const unbounded = nodes.map(activationNameOf).some((name) => name !== undefined && !BOUNDED.has(name));
  const { learningRate } = trainer.model.hyperparameters(step);
  const layer = placeOfValue(at(tensor.split('/'), 0)).id;
  const isFormula = trainer.model.spec === undefined && step === 0 && what !== 'gradient';
  return { step, tensor, what, layer, before: size, ...(isFormula ? WITHOUT_VALUE : explain(size, learningRate, unbounded)) };
}

/** Answers a question put to a run, where it stands, without training it. */
import { tidy } from '@tensorflow/tfjs-core';
import { engineText } from '../../../i18n/engine';
import type { HostArray, Model } from '../../../ml/model';
import { askedWith } from '../../../ml/question';
import type { Values } from '../../../demos/declaration';
import type { Snapshot } from '../../protocol';
import { ReaderError } from '../reader-error';
import type { StillWanted } from '../still-wanted';
import { readAll, toTensor } from '../model/tensors';
import type { Trainer } from './trainer';

type Arrays = Readonly<Record<string, HostArray>>;

/** What is asked of a run. */
export interface AskedOfRun {
  /** By its name among the model's. */
  readonly question: string;
  readonly values: Values;
  readonly seed: number;
}

/** One piece by tfjs on the active backend. */
async function answerEagerly({ questions }: Model, question: string, inputs: Arrays): Promise<Record<string, HostArray>> {
  const tensors = tidy(() => {
    const given = Object.fromEntries(Object.entries(inputs).map(([name, array]) => [name, toTensor(array)]));
    // A clone, for an answer may be a variable itself, which must outlive the reading.
    return Object.fromEntries(Object.entries(questions?.[question]?.answer(given) ?? {}).map(([name, one]) => [name, one.clone()]));
  });
  return readAll(tensors);
}

/**
 * The answer at the present weights: a function of them, the values and the seed.
 * @param stillWanted asked between its pieces.
 * @throws ReaderError where the model knows no such question; GivenUp.
 */
export async function ask(trainer: Trainer, { question, values, seed }: AskedOfRun, stillWanted: StillWanted): Promise<Arrays> {
  const one = trainer.model.questions?.[question];
  if (one === undefined) throw new ReaderError(engineText.noQuestion, { question });
  const asked = askedWith(values, seed);
  let inputs = one.inputs(asked);
  // Decided once: to go to and fro between tfjs's variables and the compiled memory is to copy all weights both ways.
  let compiled = true;
  for (let pieces = 1; ; pieces++) {
    await stillWanted();
    const quick: Arrays | undefined = compiled ? trainer.weights.compiled(trainer.step)?.ask(question, inputs, trainer.step) : undefined;
    compiled = quick !== undefined;
    const answer: Arrays = quick ?? (await answerEagerly(trainer.weights.model, question, inputs));
    const next = one.next?.(asked, answer, pieces);
    if (next === undefined) return answer;
    inputs = next;
  }
}

/** Steps on the way to where something is asked, between two looks whether it is still wanted. */
const STRETCH = 8;

/**
 * The answer of the run as it was at an earlier step: trained there again from a state kept before, beside the run, which is left as it
 * was, bit for bit.
 */
export async function askPast(
  trainer: Trainer,
  asked: AskedOfRun,
  { step, snapshot }: { readonly step: number; readonly snapshot: Snapshot },
  stillWanted: StillWanted,
): Promise<Arrays> {
  return trainer.aside(snapshot, async () => {
    while (trainer.step < step) {
      await stillWanted();
      trainer.advanceUpTo(Math.min(STRETCH, step - trainer.step));
    }
    return ask(trainer, asked, stillWanted);
  });
}

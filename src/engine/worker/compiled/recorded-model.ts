/** What is compiled of a model, recorded: its step, its evaluation, its pictures, and what is looked at. */
import { sameStructure, structureOf } from '../../compile/graph/text';
import { recordHead, sourceOfHeads, type Head } from '../../compile/heads';
import type { Pieces } from '../../compile/pieces';
import type { Source } from '../../compile/programs';
import { CannotRecord } from '../../compile/record/recorder';
import type { Hyperparameters, Model } from '../../../ml/model';
import { recordedInputs, recordLook, type LookHeads, type Wanted } from './compiled-look';
import { recordMembers, type MemberHeads } from './compiled-members';
import { recordMixed, type Mixed } from './mixed-head';
import { recordQuestions, type AskedShapes } from './compiled-questions';
import type { Variables } from './head-arrays';
import { assignUpdates, stepOperations } from '../run/training-step';

/** Scalars of the optimiser and the bound of the gradient come in under these names. */
export const SCALAR = 'scalar/';
export const CLIP = 'scalar/clipNorm';

/** True where gradients are bounded. */
export function clips({ clipNorm }: Hyperparameters): boolean {
  return clipNorm !== undefined && Number.isFinite(clipNorm);
}

function recordStep(model: Model, variables: Variables, clipping: boolean): Head {
  const inputs = model.inputs(0);
  const scalars = Object.keys(model.optimiser.scalars(0, model.hyperparameters(0)));
  return recordHead(variables, (collector) => {
    const { recorded } = collector;
    const tensors = recordedInputs(collector, inputs);
    const numbers = Object.fromEntries(scalars.map((name) => [name, recorded.scalar(SCALAR + name)]));
    const { loss, updates } = stepOperations(model, tensors, numbers, clipping ? recorded.scalar(CLIP) : undefined);
    assignUpdates(updates);
    collector.give('loss', loss);
    for (const [name, variable] of variables) collector.give(`state/${name}`, variable);
  });
}

function sameGiven(a: Mixed['given'], b: Mixed['given']): boolean {
  return Object.entries(a).every(([name, one]) => {
    const other = b[name];
    if (typeof one === 'number' || typeof other === 'number' || other === undefined) return one === other;
    return one.data.length === other.data.length && one.data.every((value, i) => Object.is(value, other.data[i]));
  });
}

/** All that is compiled of a model. */
export interface RecordedModel {
  readonly frame: Mixed | undefined;
  readonly evaluation: Mixed;
  readonly look: LookHeads | undefined;
  /** Where many networks are trained as one. */
  readonly members: MemberHeads | undefined;
  /** Heads of the questions that were asked. */
  readonly questions: Readonly<Record<string, Head>>;
  readonly source: Source;
}

/** Records a model's pictures; undefined where they depend on the step itself, since then no one recording holds for all. */
function recordFrame(model: Model, variables: Variables): Mixed | undefined {
  try {
    const first = recordMixed(variables, () => model.frame(0));
    const later = recordMixed(variables, () => model.frame(7919));
    const [one, other] = [first, later].map(({ head }) => structureOf({ frame: head.outputs }));
    const same = one !== undefined && other !== undefined && sameStructure(one, other) && sameGiven(first.given, later.given);
    return same ? first : undefined;
  } catch (error) {
    // A picture may read numbers as it is made; it is then made eagerly.
    if (error instanceof CannotRecord) return undefined;
    throw error;
  }
}

/**
 * Records, in pieces, all that is to be compiled of a model.
 * @param variables its state, by name.
 * @param wanted what is to be looked at beside the steps.
 * @param asked the questions that were asked, and the shapes of their inputs.
 * @throws CannotRecord naming the kernel that is not known.
 */
export function* recordModel(
  model: Model,
  variables: Variables,
  clipping: boolean,
  wanted: Wanted | undefined,
  asked: AskedShapes = new Map(),
): Pieces<RecordedModel> {
  const step = recordStep(model, variables, clipping);
  yield;
  const evaluation = recordMixed(variables, () => model.evaluate());
  yield;
  const frame = recordFrame(model, variables);
  yield;
  const members = recordMembers(model, variables);
  const look = wanted === undefined ? undefined : recordLook(model, variables, wanted);
  const questions = recordQuestions(model, variables, asked);
  const source = sourceOfHeads(variables, {
    step,
    evaluation: evaluation.head,
    ...(frame === undefined ? {} : { frame: frame.head }),
    ...members?.heads,
    ...look?.heads,
    ...questions,
  });
  return { frame, evaluation, look, members, questions, source };
}

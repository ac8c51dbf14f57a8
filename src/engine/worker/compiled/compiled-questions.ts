/** Questions compiled: heads of their own over the run's weights, so that the step stays what it is, bit for bit. */
import { recordHead, type Head } from '../../compile/heads';
import type { Compiled } from '../../compile/plan/compiled';
import { CannotRecord } from '../../compile/record/recorder';
import type { HostArray, Model } from '../../../ml/model';
import { askedWith } from '../../../ml/question';
import type { Recipe } from '../../protocol';
import { recordedInputs } from './compiled-look';
import { feed, feedsOf, readHead, type Variables } from './head-arrays';

type Arrays = Readonly<Record<string, HostArray>>;

/** Inputs of the shapes that a question is compiled for, by the question's name. */
export type AskedShapes = ReadonlyMap<string, Arrays>;

/** The name of a question's head. */
function headOf(question: string): string {
  return `ask/${question}`;
}

/** True where what is compiled for some inputs serves others; in which order they are named does not matter. */
export function sameShapes(some: Arrays | undefined, others: Arrays): boolean {
  const spelled = (arrays: Arrays): string =>
    JSON.stringify(
      Object.entries(arrays)
        .map(([name, { shape, data }]) => [name, shape.join(), data instanceof Int32Array] as const)
        .sort(([one], [other]) => (one < other ? -1 : 1)),
    );
  return some !== undefined && spelled(some) === spelled(others);
}

/** Inputs of the first pieces of all questions with a recipe's values: what will be asked first, so that it is compiled with the run. */
export function usualShapes({ questions = {} }: Model, { values, seed }: Pick<Recipe, 'values' | 'seed'>): AskedShapes {
  const asked = askedWith(values, seed);
  return new Map(Object.entries(questions).map(([name, question]) => [name, question.inputs(asked)]));
}

/** Records what was asked; a question that reads numbers while it is answered is left out, and answered eagerly. */
export function recordQuestions({ questions = {} }: Model, variables: Variables, asked: AskedShapes): Readonly<Record<string, Head>> {
  const heads: Record<string, Head> = {};
  for (const [name, inputs] of asked) {
    const question = questions[name];
    if (question === undefined) continue;
    try {
      heads[headOf(name)] = recordHead(variables, (collector) => {
        const answered = question.answer(recordedInputs(collector, inputs));
        for (const [id, tensor] of Object.entries(answered)) collector.give(id, tensor);
      });
    } catch (error) {
      if (!(error instanceof CannotRecord)) throw error;
    }
  }
  return heads;
}

/** One piece of a question, answered by what is compiled; undefined where that question is not. */
export function answerCompiled(
  compiled: Compiled,
  heads: Readonly<Record<string, Head>>,
  question: string,
  inputs: Arrays,
  step: number,
): Record<string, HostArray> | undefined {
  const name = headOf(question);
  const head = heads[name];
  if (head === undefined) return undefined;
  feed(feedsOf(compiled, name, Object.keys(inputs)), inputs, step);
  compiled.run(name);
  return readHead(compiled, name, head);
}

/** Answers of a run as it was at steps that are past, kept as long as the run has come by that way. */
import type { Values } from '../../demos/declaration';
import type { Answered } from '../session-api';
import { keyOf } from './answers';

export class AnswersAlong {
  private kept: readonly { readonly key: string; readonly answer: Answered }[] = [];
  /** Counts up whenever something is forgotten: an answer that was asked for before may be of the way left behind. */
  way = 0;

  of(question: string, values: Values, step: number): Answered | undefined {
    const key = keyOf(question, values);
    return this.kept.find((one) => one.key === key && one.answer.step === step)?.answer;
  }

  keep(question: string, values: Values, answer: Answered): void {
    if (this.of(question, values, answer.step) === undefined) this.kept = [...this.kept, { key: keyOf(question, values), answer }];
  }

  /** From this step on the run has other weights, or goes another way. */
  forgetFrom(step: number): void {
    this.way++;
    this.kept = this.kept.filter(({ answer }) => answer.step < step);
  }
}

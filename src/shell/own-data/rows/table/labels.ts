/** Labels of points: numbers, or words that become classes. */
import { truthValues } from './cell-fault';
import { MOST_CLASSES } from '../../../../ml/data-kinds/rows/own-labels';
import type { Place } from './decimal';

export type LabelFault = { readonly mixed: Place; readonly with: Place } | { readonly many: Place };

/** Gathers the labels of a file. */
export class Labels {
  private readonly words = new Set<string>();
  private firstWord: Place | undefined;
  private firstNumber: Place | undefined;

  /** Takes a label; says what is wrong with it beside those before. */
  add(word: string, isNumber: boolean, place: Place): LabelFault | undefined {
    if (isNumber) this.firstNumber ??= place;
    else this.firstWord ??= place;
    if (this.firstNumber !== undefined && this.firstWord !== undefined) return { mixed: this.firstWord, with: this.firstNumber };
    if (!isNumber) this.words.add(word);
    return this.words.size > MOST_CLASSES ? { many: place } : undefined;
  }

  /** The class of each word: 0 and 1 for no and yes, else in the order of the alphabet. Empty where labels are numbers. */
  classes(): ReadonlyMap<string, number> {
    return truthValues(this.words) ?? new Map([...this.words].sort().map((word, i) => [word, i]));
  }
}

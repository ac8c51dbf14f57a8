/** What several networks answer on several samples, as the pictures take it: the likeliest class, and how sure they are of it. */
import { at } from '../../base/at';
import type { ViewArray } from '../view';

export interface Likeliest {
  /** Number of the class, -1 where there are none. */
  readonly label: number;
  /** Its probability; NaN where one of them is no number. */
  readonly share: number;
}

/** The likeliest of classes by their probabilities; the first of equal ones. */
export function likeliestOf(shares: readonly number[]): Likeliest {
  const share = Math.max(...shares);
  return { label: Number.isNaN(share) ? 0 : shares.indexOf(share), share };
}

/** That of one network (`lane`) on one sample. @param answers [networks, samples, classes], probabilities. */
export function likeliestIn(answers: ViewArray, lane: number, sample: number): Likeliest {
  const [count, classes] = [at(answers.shape, 1), at(answers.shape, 2)];
  const from = (lane * count + sample) * classes;
  return likeliestOf(Array.from({ length: classes }, (_, k) => answers.data[from + k] ?? NaN));
}

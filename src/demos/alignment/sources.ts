/** Where in its source an answer comes from. */
import { at, atOr } from '../../base/at';
import { dateSources } from '../../ml/data-kinds/sequences/dates';
import { marksOf, symbolNames, type SequencesData } from '../../ml/data-kinds/sequences/program';

/**
 * The places that each answer is taken from, by answer: of a sequence said backwards its mirror image, of one put in order every place that
 * holds the symbol, since equal ones cannot be told apart, of a date as `dateSources` has it: none for a dash.
 * @param given the symbols of a source without its blanks.
 */
export function trueSources(data: Pick<SequencesData, 'task' | 'symbols'>, given: readonly number[]): readonly (readonly number[])[] {
  const { task } = data;
  const places = given.map((_, place) => place);
  if (task === 'dates') return dateSources(given.map((symbol) => at(symbolNames(data), symbol)).join(''));
  if (task === 'reverse') return places.map((place) => [given.length - 1 - place]);
  if (task !== 'sort') throw new Error(`where answers of "${task}" come from is not known`);
  return [...given].sort((a, b) => a - b).map((symbol) => places.filter((place) => at(given, place) === symbol));
}

export interface Truths {
  /** [rows, answers, places] in one row: 1 where an answer comes from. */
  readonly own: Float32Array;
  /** The same shape: 1 where the answer before it comes from, and itself does not. */
  readonly before: Float32Array;
}

/** The sources of all answers of many sequences. @param x [rows, places] in one row: numbers of symbols. */
export function truthsOf(data: SequencesData, x: ArrayLike<number>): Truths {
  const { length } = data;
  const { blank } = marksOf(data);
  const [own, before] = [new Float32Array(x.length * length), new Float32Array(x.length * length)];
  for (let row = 0; row < x.length / length; row++) {
    const given = Array.from({ length }, (_, place) => at(x, row * length + place)).filter((symbol) => symbol !== blank);
    const sources = trueSources(data, given);
    sources.forEach((places, answer) => {
      const first = (row * length + answer) * length;
      for (const place of places) own[first + place] = 1;
      for (const place of atOr(sources, answer - 1, [])) if (!places.includes(place)) before[first + place] = 1;
    });
  }
  return { own, before };
}

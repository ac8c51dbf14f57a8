/** Sequences drawn from a stream, and what is asked for at each place. */
import { at } from '../../../base/at';
import type { Random } from '../../random';
import { ANSWER_CHARACTERS, DATE_SHAPES, DATES, GIVEN_LENGTH, givenDate, isoDate } from './dates';
import { answersAPlace, cuePlace, gapAnswer, marksOf, symbolNames, type SequencesData } from './program';

/** Target of a place at which nothing is asked. */
export const NOTHING = -1;

export interface DrawnSequences {
  readonly count: number;
  /** [count, length] in one row: numbers of symbols. */
  readonly x: Int32Array;
  /** [count, length, answers] in one row: numbers of the answers, `NOTHING` where none is asked for. */
  readonly t: Int32Array;
}

/** A distractor, or a symbol like the answers where there are none. */
function meaningless({ symbols, distractors = 0 }: SequencesData, random: Random): number {
  return distractors === 0 ? random.integer(symbols) : symbols + 2 + random.integer(distractors);
}

function cued(data: SequencesData, random: Random, x: Int32Array, t: Int32Array): void {
  for (let i = 0; i < data.length; i++) x[i] = meaningless(data, random);
  const answer = random.integer(data.symbols);
  x[cuePlace(data)] = answer;
  x[data.length - 1] = marksOf(data).question;
  t[data.length - 1] = answer;
}

function gapped(data: SequencesData, random: Random, x: Int32Array, t: Int32Array): void {
  const { symbols, length } = data;
  for (let i = 0; i < length; i++) x[i] = random.integer(symbols);
  const gap = 1 + random.integer(length - 2);
  t[gap] = gapAnswer(data, at(x, gap - 1), at(x, gap + 1));
  x[gap] = marksOf({ symbols }).question;
}

function followed({ symbols, length }: SequencesData, random: Random, x: Int32Array, t: Int32Array): void {
  for (let i = 0; i < length; i++) x[i] = random.integer(symbols);
  t.set(x.subarray(1));
}

function placesBack({ symbols, length, back = [1] }: SequencesData, random: Random, x: Int32Array, t: Int32Array): void {
  for (let i = 0; i < length; i++) x[i] = random.integer(symbols);
  for (let i = 0; i < length; i++) back.forEach((by, k) => (t[i * back.length + k] = at(x, (i + length - (by % length)) % length)));
}

/** A ring of symbols, in a random order. */
function ringOf({ symbols, period = symbols }: SequencesData, random: Random): readonly number[] {
  const order = Array.from({ length: symbols }, (_, i) => i);
  for (let i = 0; i < period; i++) {
    const j = i + random.integer(symbols - i);
    [order[i], order[j]] = [at(order, j), at(order, i)];
  }
  return order.slice(0, period);
}

function walked(data: SequencesData, random: Random, x: Int32Array, t: Int32Array): void {
  const ring = ringOf(data, random);
  const [period, jumps] = [ring.length, data.jumps ?? 0];
  const seen = new Set<number>();
  let place = random.integer(period);
  for (let i = 0; i < data.length; i++) {
    if (i > 0) {
      const next = random.uniform() < jumps ? random.integer(period) : (place + 1) % period;
      if (next === (place + 1) % period) seen.add(place);
      place = next;
    }
    x[i] = at(ring, place);
    if (seen.has(place)) t[i] = at(ring, (place + 1) % period);
  }
}

function arranged({ task, symbols, length, shortest = length }: SequencesData, random: Random, x: Int32Array, t: Int32Array): void {
  const long = shortest + random.integer(length - shortest + 1);
  for (let i = 0; i < long; i++) x[i] = random.integer(symbols);
  const given = x.slice(0, long);
  t.set(task === 'sort' ? given.sort() : given.reverse());
  x.fill(marksOf({ symbols }).blank, long);
}

function dated(data: SequencesData, random: Random, x: Int32Array, t: Int32Array): void {
  const names = symbolNames(data);
  const numbers = (text: string): number[] => Array.from(text, (character) => names.indexOf(character));
  const iso = isoDate(random.integer(DATES));
  x.fill(marksOf(data).blank).set(numbers(givenDate(iso, at(DATE_SHAPES, random.integer(DATE_SHAPES.length)))));
  t.set(numbers(iso));
}

/** Places of the shortest sequence that has room for what is asked; 2 where nothing is said. */
const LEAST: Partial<Record<SequencesData['task'], number>> = { gap: 3, reverse: 1, sort: 1, dates: GIVEN_LENGTH };

const tasks = {
  memory: cued,
  recall: cued,
  gap: gapped,
  next: followed,
  back: placesBack,
  cycle: walked,
  reverse: arranged,
  sort: arranged,
  dates: dated,
} as const;

/** Draws `count` sequences; each from a stream of its own. @throws RangeError where a sequence has no room for what is asked, or dates no characters. */
export function drawSequences(data: SequencesData, count: number, random: Random): DrawnSequences {
  const { length, task } = data;
  const least = LEAST[task] ?? 2;
  if (task === 'dates' && data.symbols !== ANSWER_CHARACTERS.length)
    throw new RangeError(`dates have ${data.symbols} symbols to answer with; there should be ${ANSWER_CHARACTERS.length}`);
  if (length < least) throw new RangeError(`a sequence of "${task}" has ${length} places; it should have at least ${least}`);
  const x = new Int32Array(count * length);
  const asked = length * answersAPlace(data);
  const t = new Int32Array(count * asked).fill(NOTHING);
  for (let i = 0; i < count; i++) {
    const [from, to] = [i * length, (i + 1) * length];
    tasks[task](data, random.fork(i), x.subarray(from, to), t.subarray(i * asked, (i + 1) * asked));
  }
  return { count, x, t };
}

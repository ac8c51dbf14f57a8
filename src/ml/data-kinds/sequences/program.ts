/** Small tasks on sequences of symbols, as a program describes them: what is drawn (`draw.ts`) and what is printed (`code.ts`). */
import { ANSWER_CHARACTERS, GIVEN_CHARACTERS } from './dates';

export const SEQUENCE_TASKS = ['memory', 'recall', 'gap', 'next', 'back', 'cycle', 'reverse', 'sort', 'dates'] as const;
/**
 * - `memory`: among distractors one symbol, the cue, `distance` places before the last, which asks for it: the same last symbol, another answer.
 * - `recall`: the same with the cue at the very beginning.
 * - `gap`: symbols with one gap; asked for, at the gap, is what `answer` says of its two neighbours.
 * - `next`: symbols drawn one by one; asked for, at each but the last, is the one that follows: nothing before it says which.
 * - `back`: symbols drawn one by one; asked for, at each place, are those that stand `back` places before it, in that order; before the first comes the last.
 * - `cycle`: a walk around a ring of `period` symbols, drawn anew for each sequence, that leaps to any place of it now and then; asked for,
 *   wherever the sequence has shown it before, is the symbol that follows on the ring.
 * - `reverse`, `sort`: the symbols from the last to the first, or from the least to the greatest.
 * - `dates`: a date in one of several ways of writing it (`dates.ts`), character by character; asked for is the same date as ISO 8601 has it.
 */
export type SequenceTask = (typeof SEQUENCE_TASKS)[number];

/** What is asked for at a gap: a neighbour, or the sum of both modulo `symbols`, of which either alone says nothing. */
export type GapAnswer = 'sum' | 'left' | 'right';

export interface SequencesData {
  readonly kind: 'sequences';
  readonly task: SequenceTask;
  /** Symbols that can be answers: numbers 0 … symbols - 1. They are the classes of every answer. Of `dates` there are as many as characters. */
  readonly symbols: number;
  /** Places of a sequence, at most. */
  readonly length: number;
  /** Places of the shortest sequence, where lengths differ (`reverse`, `sort`); what follows is blank. Absent: all are of `length`. */
  readonly shortest?: number;
  /** `memory`: places from the cue to the last. */
  readonly distance?: number;
  /** `gap`: what is asked for; the sum unless told. */
  readonly answer?: GapAnswer;
  /** `back`: how many places before each its answers stand. */
  readonly back?: readonly number[];
  /** `cycle`: symbols on the ring (all unless told), and the share of steps that leap. */
  readonly period?: number;
  readonly jumps?: number;
  /** Different symbols that mean nothing (`memory`, `recall`), 1 or more; 0: they are drawn from those that can be answers. */
  readonly distractors?: number;
  /** Sequences to learn from, and sequences held out. */
  readonly train: number;
  readonly test: number;
}

/** Where answers are asked for: at the last place alone, or at places of which each has a target of its own. */
export function asksLast({ task }: Pick<SequencesData, 'task'>): boolean {
  return task === 'memory' || task === 'recall';
}

/** How many answers are asked for at a place, one behind the other. */
export function answersAPlace({ task, back = [1] }: Pick<SequencesData, 'task' | 'back'>): number {
  return task === 'back' ? back.length : 1;
}

/** The answer at a gap between two symbols. */
export function gapAnswer({ symbols, answer = 'sum' }: Pick<SequencesData, 'symbols' | 'answer'>, left: number, right: number): number {
  return answer === 'left' ? left : answer === 'right' ? right : (left + right) % symbols;
}

/** Numbers of the symbols that are no answers: nothing (padding), and the mark that asks or stands in the gap. */
export function marksOf({ symbols }: Pick<SequencesData, 'symbols'>): { readonly blank: number; readonly question: number } {
  return { blank: symbols, question: symbols + 1 };
}

/** What says which symbols there are; without a task, letters. */
type Alphabet = Pick<SequencesData, 'symbols' | 'distractors'> & Partial<Pick<SequencesData, 'task'>>;

/** How many symbols can stand in a sequence: those of the answers, two marks, and those that are no answers. */
export function inputSymbols({ symbols, distractors = 0, task }: Alphabet): number {
  return symbols + 2 + (task === 'dates' ? GIVEN_CHARACTERS.length : distractors);
}

/** Name of each symbol, by its number: A, B, C … can be answers, · is blank, ? asks, a, b, c … mean nothing. Of dates, their characters. */
export function symbolNames({ symbols, distractors = 0, task }: Alphabet): readonly string[] {
  const marks = ['·', '?'];
  if (task === 'dates') return [...ANSWER_CHARACTERS, ...marks, ...GIVEN_CHARACTERS];
  const letter = (from: string, i: number): string => (i < 26 ? String.fromCharCode(from.charCodeAt(0) + i) : `${from}${i}`);
  return [
    ...Array.from({ length: symbols }, (_, i) => letter('A', i)),
    ...marks,
    ...Array.from({ length: distractors }, (_, i) => letter('a', i)),
  ];
}

/** Code points of symbols by their numbers: how they reach pictures. */
export function symbolCodes(data: Alphabet, numbers: ArrayLike<number>): Int32Array {
  const names = symbolNames(data);
  return Int32Array.from(numbers, (number) => names[number]?.codePointAt(0) ?? 0);
}

/** Code points of all symbols, in the order of their numbers. */
export function letterCodes(data: Alphabet): Int32Array {
  return symbolCodes(
    data,
    Array.from({ length: data.symbols }, (_, i) => i),
  );
}

/** Place of the cue. */
export function cuePlace({ task, length, distance }: Pick<SequencesData, 'task' | 'length' | 'distance'>): number {
  return task === 'recall' ? 0 : Math.max(0, length - 1 - Math.max(1, distance ?? length - 1));
}

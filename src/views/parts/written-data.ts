/** What a network has written, from its answers, as text: three ways on from a prompt, or a line at each of some steps. */
import { at } from '../../base/at';
import { GREEDY, DRAWN, BEAM, logProbabilities, tempered } from '../../ml/data-kinds/text/writing';
import type { ViewArray, ViewSource } from '../view';
import { symbolsOf } from './symbols';

/** What comes next, by symbol. */
export interface Distribution {
  readonly symbols: readonly string[];
  readonly shares: readonly number[];
  readonly truth: number | undefined;
}

export interface Written {
  readonly text: string;
  /** Bits a symbol. */
  readonly bits: number;
}

export interface WritingData {
  readonly part: 'writing';
  readonly step: number;
  readonly prompt: string;
  readonly temperature: number;
  readonly ways: Readonly<Record<'greedy' | 'drawn' | 'beam', Written>> | undefined;
  readonly next: Distribution | undefined;
  /** Multiply-adds for one of the texts, where they were counted. */
  readonly work?: number | undefined;
}

export interface Sample {
  readonly step: number;
  readonly text: string;
  /** A character of the held-out text; NaN where they were not measured. */
  readonly bits: number;
}

export interface StripData {
  readonly part: 'strip';
  readonly step: number;
  /** In the order of their steps; none where nothing has been asked yet. */
  readonly samples: readonly Sample[];
}

/** The samples behind the run; undefined where the frame has no letters. */
export function stripOf({ step, arrays: { letters }, values, along }: ViewSource): StripData | undefined {
  if (letters === undefined) return undefined;
  const bytes = values['unit'] === 'byte';
  return {
    part: 'strip',
    step,
    samples: (along?.['sample'] ?? []).map(({ step: at, arrays: { text }, metrics }) => ({
      step: at,
      text: textOf(Array.from(text?.data ?? []), letters, bytes),
      bits: metrics['bits'] ?? NaN,
    })),
  };
}

/** Names of symbols: characters, or bytes, of which those that are no sign of ASCII are told by two digits. */
export function symbolNames(codes: ViewArray, bytes: boolean): string[] {
  const named = symbolsOf(codes);
  return bytes ? named.map((name, i) => byteName(Number(codes.data[i]), name)) : named;
}

function byteName(byte: number, name: string): string {
  return byte > 0x7e || name === '□' ? byte.toString(16).toUpperCase().padStart(2, '0') : name;
}

/** Numbers of symbols as text, a line end as a sign. */
function textOf(numbers: readonly number[], letters: ViewArray, bytes: boolean): string {
  const codes = numbers.map((number) => Number(letters.data[number] ?? 0));
  const text = bytes ? new TextDecoder().decode(Uint8Array.from(codes)) : codes.map((code) => String.fromCodePoint(code)).join('');
  return text.replaceAll('\n', '⏎');
}

/** What is shown of the writing; undefined where the frame has no letters. */
export function writingOf({ step, arrays, values, answers }: ViewSource): WritingData | undefined {
  const { letters } = arrays;
  if (letters === undefined) return undefined;
  const bytes = values['unit'] === 'byte';
  const temperature = Number(values['temperature'] ?? 1);
  const answer = answers?.['writing'];
  const { texts, bits, first, work } = answer?.arrays ?? {};
  const length = texts === undefined ? 1 : at(texts.shape, 1);
  const way = (row: number): Written => ({
    text: textOf(Array.from(texts?.data ?? []).slice(row * length, (row + 1) * length), letters, bytes),
    bits: Number(bits?.data[row] ?? NaN) / length,
  });
  // Of bytes all are told apart; of characters the first symbol is □.
  const logs = first === undefined ? undefined : logProbabilities(first.data, bytes ? undefined : 0);
  return {
    part: 'writing',
    step: answer?.step ?? step,
    prompt: typeof values['prompt'] === 'string' ? values['prompt'] : '',
    temperature,
    ways: texts === undefined ? undefined : { greedy: way(GREEDY), drawn: way(DRAWN), beam: way(BEAM) },
    work: work === undefined ? undefined : Number(work.data[0]),
    next:
      logs === undefined
        ? undefined
        : { symbols: symbolNames(letters, bytes), shares: Array.from(tempered(logs, temperature)), truth: undefined },
  };
}

/** What the two pictures are drawn from: arrays of the frame and the answers, as symbols and numbers. */
import { at } from '../../../base/at';
import { TRAITS, type Trait } from '../../../ml/data-kinds/text/traits';
import { GREEDY, DRAWN, BEAM, logProbabilities, tempered } from '../../../ml/data-kinds/text/writing';
import { symbolsOf } from '../../../views/parts/symbols';
import type { ViewArray, ViewSource } from '../../../views/view';

export type Colour = 'surprise' | 'moved' | Trait;

export interface Distribution {
  readonly symbols: readonly string[];
  readonly shares: readonly number[];
  readonly truth: number | undefined;
}

export interface PassageData {
  readonly part: 'passage';
  readonly step: number;
  /** Symbols in a row of the picture. */
  readonly across: number;
  readonly symbols: readonly string[];
  /** Bits. */
  readonly surprise: readonly number[];
  readonly colour: Colour;
  /** What the ground of each symbol shows. */
  readonly shown: readonly number[];
  /** The place looked at, from 0. */
  readonly place: number;
  readonly expected: Distribution | undefined;
  /** The unit that is shown, from 1, and its correlation. */
  readonly unit: { readonly number: number; readonly correlation: number } | undefined;
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
}

/** Symbols of a running text in a row. */
const ACROSS = 24;

/** Names of symbols: characters, or bytes, of which those that are no sign of ASCII are told by two digits. */
function namesOf(codes: ViewArray, bytes: boolean): string[] {
  const named = symbolsOf(codes);
  return bytes ? named.map((name, i) => byteName(Number(codes.data[i]), name)) : named;
}

function byteName(byte: number, name: string): string {
  return byte > 0x7e || name === '□' ? byte.toString(16).toUpperCase().padStart(2, '0') : name;
}

/** What is shown of the passage; undefined where the frame has none. */
export function passageOf({ step, arrays, values, answers }: ViewSource): PassageData | undefined {
  const { codes, surprise, letters, activity, best, correlation } = arrays;
  if (codes === undefined || surprise === undefined || letters === undefined) return undefined;
  const bytes = values['unit'] === 'byte';
  const symbols = namesOf(codes, bytes);
  const [rows, length] = [at(codes.shape, 0), at(codes.shape, 1)];
  const across = rows === 1 ? ACROSS : length;
  const bits = Array.from(surprise.data);
  const asked = answers?.['reading']?.arrays;
  const place = Math.max(0, Math.min(symbols.length, Number(asked?.['place']?.data[0] ?? Number(values['place'] ?? 1) - 1)));
  const colour = colourOf(values['colour']);
  const trait = TRAITS.findIndex((one) => one === colour);
  const moved = asked?.['moved'];
  const row = Math.floor(place / length);
  const inputs = Array.from(moved?.data ?? []);
  // A symbol is an input where the one behind it is the target: the first input of a row stands before what is shown.
  const effects = symbols.map((_, i) => (Math.floor(i / length) === row ? (inputs[(i % length) + 1] ?? 0) : 0));
  const units = Array.from(activity?.data ?? []).slice(trait * symbols.length, (trait + 1) * symbols.length);
  const probabilities = asked?.['probabilities'];
  const truth = Array.from(letters.data).indexOf(Number(codes.data[place]));
  return {
    part: 'passage',
    step,
    across,
    symbols,
    surprise: bits,
    colour,
    shown: colour === 'surprise' ? bits : colour === 'moved' ? effects : units,
    place,
    expected:
      probabilities === undefined
        ? undefined
        : { symbols: namesOf(letters, bytes), shares: Array.from(probabilities.data), truth: truth < 0 ? undefined : truth },
    unit:
      trait < 0 || best === undefined || correlation === undefined
        ? undefined
        : { number: Math.round(Number(best.data[trait])) + 1, correlation: Number(correlation.data[trait]) },
  };
}

function colourOf(value: unknown): Colour {
  return value === 'moved' ? value : (TRAITS.find((one) => one === value) ?? 'surprise');
}

/** Numbers of symbols as text, a line end as a sign. */
export function textOf(numbers: readonly number[], letters: ViewArray, bytes: boolean): string {
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
  const { texts, bits, first } = answer?.arrays ?? {};
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
    next:
      logs === undefined
        ? undefined
        : { symbols: namesOf(letters, bytes), shares: Array.from(tempered(logs, temperature)), truth: undefined },
  };
}

/** A text as sequences of symbols, those to learn from apart from those held out. */
import { atOr } from '../../../base/at';
import type { TextSettings } from './program';
import type { Vocabulary } from './vocabulary';

export interface TextParts {
  /** A running text is one sequence, lines are many. */
  readonly train: readonly Int32Array[];
  readonly test: readonly Int32Array[];
  /** Characters (code points) for each symbol of the held-out part: 1, or fewer where symbols are bytes. What is in bits per symbol is divided by it. */
  readonly charactersPerSymbol: number;
}

/** A text's lines without the empty ones, each between two line ends, so that a line's beginning and end are learned too. */
function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => `\n${line}\n`);
}

/**
 * Parts a text. What is held out is never seen in training, not even in part: the end of a running text, or whole lines, spread evenly.
 * Windows drawn at random would overlap.
 */
export function textParts(text: string, vocabulary: Vocabulary, { rows, heldOut }: Pick<TextSettings, 'rows' | 'heldOut'>): TextParts {
  const lines = rows === 'lines' ? linesOf(text) : [];
  // A text of a single line is divided by place all the same.
  const [train, test] = lines.length > 1 ? byLine(lines, heldOut) : byPlace(rows === 'lines' ? atOr(lines, 0, '') : text, heldOut);
  const encoded = (part: readonly string[]): readonly Int32Array[] => part.map((one) => vocabulary.encode(one));
  const held = encoded(test);
  const symbols = held.reduce((sum, { length }) => sum + length, 0);
  const characters = test.reduce((sum, one) => sum + Array.from(one).length, 0);
  return { train: encoded(train), test: held, charactersPerSymbol: symbols === 0 ? 1 : characters / symbols };
}

type Sides = readonly [train: readonly string[], test: readonly string[]];

function byPlace(text: string, heldOut: number): Sides {
  const characters = Array.from(text);
  const middle = Math.round(characters.length * (1 - heldOut));
  return [[characters.slice(0, middle).join('')], [characters.slice(middle).join('')]];
}

function byLine(lines: readonly string[], heldOut: number): Sides {
  // Line i is held out where i times the share comes past a whole number: every tenth for a tenth.
  const held = (i: number): boolean => Math.floor((i + 1) * heldOut + 1e-9) > Math.floor(i * heldOut + 1e-9);
  const sides = [lines.filter((_, i) => !held(i)), lines.filter((_, i) => held(i))] as const;
  return sides[1].length > 0 ? sides : [lines.slice(0, -1), lines.slice(-1)];
}

/** What the passage is drawn from: arrays of the frame and the answers, as symbols and numbers. */
import { at } from '../../../base/at';
import { TRAITS, type Trait } from '../../../ml/data-kinds/text/traits';
import { symbolNames, type Distribution } from '../../../views/parts/written-data';
import type { ViewSource } from '../../../views/view';

export type Colour = 'surprise' | 'moved' | Trait;

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

/** Symbols of a running text in a row. */
const ACROSS = 24;

/** What is shown of the passage; undefined where the frame has none. */
export function passageOf({ step, arrays, values, answers }: ViewSource): PassageData | undefined {
  const { codes, surprise, letters, activity, best, correlation } = arrays;
  if (codes === undefined || surprise === undefined || letters === undefined) return undefined;
  const bytes = values['unit'] === 'byte';
  const symbols = symbolNames(codes, bytes);
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
        : { symbols: symbolNames(letters, bytes), shares: Array.from(probabilities.data), truth: truth < 0 ? undefined : truth },
    unit:
      trait < 0 || best === undefined || correlation === undefined
        ? undefined
        : { number: Math.round(Number(best.data[trait])) + 1, correlation: Number(correlation.data[trait]) },
  };
}

function colourOf(value: unknown): Colour {
  return value === 'moved' ? value : (TRAITS.find((one) => one === value) ?? 'surprise');
}

/** What stands in a cell that holds no number. */
import type { tableText } from '../../../../i18n/table';

type Fault = Extract<keyof typeof tableText, 'number' | 'infinite' | 'error' | 'date' | 'hex' | 'truth' | 'unit'>;

/** Pairs of words for no and yes, as spreadsheets in several languages write truth values. */
const TRUTHS: readonly (readonly [string, string])[] = [
  ['false', 'true'],
  ['f', 't'],
  ['no', 'yes'],
  ['n', 'y'],
  ['falsch', 'wahr'],
  ['nein', 'ja'],
  ['faux', 'vrai'],
  ['non', 'oui'],
  ['falso', 'verdadero'],
  ['falso', 'vero'],
  ['falso', 'verdadeiro'],
  ['onwaar', 'waar'],
  ['ложь', 'истина'],
  ['假', '真'],
  ['否', '是'],
];

/** Longer cells are words, whatever they begin with. */
const LONGEST = 80;

const MONTHS =
  'jan|ene|feb|fév|mar|mär|mrz|apr|avr|abr|may|mai|mag|jun|jui|giu|jul|lug|aug|aoû|ago|sep|set|oct|okt|ott|nov|dec|dez|déc|dic';

const FAULTS: readonly (readonly [Fault, RegExp])[] = [
  // Excel's errors in every language, and what pandas, R, SQL, SAS, Stata and C write for nothing.
  [
    'error',
    /^(?:#.+|<?n\.?\/?a\.?>?|[+-]?nan(?:\(.*\))?|-?1\.#(?:ind|qnan|snan).*|\(?null\)?|none|nil|nat|\\n|\?+|[-−–—]+|\.|missing|undefined|k\.\s?a\.|s\/o|无|空|缺失)$/i,
  ],
  ['infinite', /^[+-]?(?:inf(?:inity)?|∞|1\.#inf\d*)$/i],
  ['hex', /^[+-]?(?:0x[\da-f]+|&h[\da-f]+|0b[01]+|0o[0-7]+)$/i],
  [
    'date',
    new RegExp(
      `^(?:\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{1,4}\\.?(?:[ T].*)?|\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d+)?)?(?: ?[ap]\\.?m\\.?)?|\\d{1,4}[年月].*|\\d{1,2}[-. /]+(?:${MONTHS}).*|(?:${MONTHS})\\p{L}*[-. /]+\\d.*)$`,
      'iu',
    ),
  ],
  ['unit', /^(?:(?:\p{L}{0,3}\p{Sc}|\p{Lu}{3}) ?[+-]?[\d.,]+|[+-]?\d[\d.,]* ?[^\d\s]{1,6}|\([\d.,]+\))$/u],
];

/** The value of a word that says yes or no beside the other words of its column: 1 or 0; undefined where they are no such pair. */
export function truthValues(words: ReadonlySet<string>): ReadonlyMap<string, number> | undefined {
  const pair = TRUTHS.find((one) => [...words].every((word) => one.includes(word.toLowerCase())));
  return pair === undefined ? undefined : new Map([...words].map((word) => [word, pair.indexOf(word.toLowerCase())]));
}

/** What is wrong with a cell, already unwrapped, that is no number. */
export function faultOf(cell: string): Fault {
  if (cell.length > LONGEST) return 'number';
  const found = FAULTS.find(([, pattern]) => pattern.test(cell));
  if (found !== undefined) return found[0];
  return TRUTHS.slice(0, 1)
    .concat(TRUTHS.slice(4))
    .some((pair) => pair.includes(cell.toLowerCase()))
    ? 'truth'
    : 'number';
}

/** True for what stands where a number should, even though it is none: such a line gives no names. */
export function standsForNumber(cell: string): boolean {
  const fault = faultOf(cell);
  return fault !== 'number' && fault !== 'truth' && fault !== 'unit';
}

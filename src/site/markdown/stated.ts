/** The numbers that stand in words: plain, per cent, with powers of ten, in a formula's TeX; each with the size of its last digit. */

export interface Stated {
  readonly value: number;
  /** One unit of the last digit written: of 99.2 %, 0.001. */
  readonly unit: number;
  /** Written per cent. */
  readonly percent: boolean;
}

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const GROUPED = String.raw`\d{1,3}(?:(?:,|\\,|\{,\}|[\u00a0\u2009\u202f])\d{3})+(?!\d)`;
const EXPONENT = String.raw`(?:\^\{?\s*([-\u2212]?\d+)\s*\}?|(\u207b?[${RAISED}]+))`;
const GAP = String.raw`(?:\s|\\,|\\;|\\ )*`;
/** Mantissa; its power of ten, or the exponent of a lone power of ten; a word for many; a sign of per cent. */
const NUMBER = new RegExp(
  [
    String.raw`(?<![\p{L}\d_.])([-\u2212]?)(${GROUPED}|\d+)(\.\d+)?`,
    String.raw`(?:${EXPONENT}|e([-+]?\d+)|${GAP}(?:×|·|\\times|\\cdot)${GAP}10${EXPONENT})?`,
    String.raw`(?:${GAP}(\\?%|％|thousand|million|billion|百万|万|亿))?`,
  ].join(''),
  'gu',
);
const MANY: Readonly<Record<string, number>> = { thousand: 3, million: 6, billion: 9, 百万: 6, 万: 4, 亿: 8 };

function exponentOf(usual: string | undefined, raised: string | undefined): number {
  if (usual !== undefined) return Number(usual.replace('\u2212', '-'));
  if (raised === undefined) return 0;
  return Number(raised.replace('\u207b', '-').replace(/[^-]/g, (digit) => String(RAISED.indexOf(digit))));
}

function readMatch(match: RegExpMatchArray): Stated {
  const [, sign = '', whole = '', fraction = '', lone, loneRaised, short, power, powerRaised, after = ''] = match;
  const percent = /[%％]$/.test(after);
  const scale = (MANY[after] ?? 0) - (percent ? 2 : 0);
  const alone = lone !== undefined || loneRaised !== undefined;
  const exponent = alone ? exponentOf(lone, loneRaised) : short === undefined ? exponentOf(power, powerRaised) : Number(short);
  const mantissa = alone ? '1' : `${whole.replace(/\D/g, '')}${fraction}`;
  const decimals = alone ? 0 : Math.max(0, fraction.length - 1);
  // Read as decimal text, so that 99.2 % is the number that 0.992 is.
  const digits = mantissa.replace('.', '');
  return {
    value: Number(`${sign === '' ? '' : '-'}${digits}e${exponent + scale - decimals}`),
    unit: Number(`1e${exponent + scale - decimals}`),
    percent,
  };
}

/**
 * The numbers in words, from left to right. A sign of per cent after the last counts for all before it: "92.0, 75.5 and 95.0 %". A power
 * must be one of ten.
 */
export function statedNumbers(words: string): readonly Stated[] {
  const found = [...words.matchAll(NUMBER)].map((match) => ({ ...readMatch(match), marked: (match[9] ?? '') !== '' }));
  const allPercent = found.at(-1)?.percent === true;
  return found.map(({ value, unit, percent, marked }) =>
    allPercent && !marked ? { value: value / 100, unit: unit / 100, percent: true } : { value, unit, percent },
  );
}

/** Words cut before and after each number, so that it stands alone, with its sign of per cent. */
export function cutAtNumbers(words: string): readonly { readonly text: string; readonly isNumber: boolean }[] {
  const ends = [...words.matchAll(NUMBER)].flatMap(({ index, 0: { length } }) => [index, index + length]);
  return [0, ...ends]
    .map((start, i) => ({ text: words.slice(start, ends[i] ?? words.length), isNumber: i % 2 === 1 }))
    .filter(({ text }) => text !== '');
}

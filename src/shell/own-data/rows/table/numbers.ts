/** How a number may be written in a cell, and what it then is: signs, decimal marks, groups of thousands, exponents, percent. */

export type Mark = '.' | ',';

/** A number as it is written: its value may still hang on which mark is the decimal one in this file. */
export interface Written {
  readonly negative: boolean;
  /** Digits and at most one kind of mark besides the groups, which are taken out where it is sure that they are groups. */
  readonly digits: string;
  /** The decimal mark that this number shows; undefined where it shows none. */
  readonly decimal: Mark | undefined;
  /** The mark between groups of thousands that it shows. */
  readonly groups: Mark | undefined;
  /** A single mark that may be either: one to three digits before it and three behind. */
  readonly either: Mark | undefined;
  readonly exponent: string;
  readonly percent: boolean;
}

/** Spaces and apostrophes between thousands; never a decimal mark. */
const GROUP = String.raw`['’ \u00A0\u2007\u2009\u202F]`;
const SPACED = new RegExp(`^\\d{1,3}(?:(${GROUP})\\d{3})(?:\\1\\d{3})*(?:[.,]\\d*)?$`);
const PARTS = new RegExp(`^([+-]?) ?((?=[.,]?\\d)(?:[\\d.,]|${GROUP}(?=\\d))+)(?:[eEdD]([+-]?\\d{1,3}))?[ \\u00A0\\u202F]?(%?)(-?)$`);
const OTHER: Readonly<Record<Mark, Mark>> = { '.': ',', ',': '.' };

/** What most cells are: taken as they stand, for the sake of files of a million cells. */
const PLAIN = /^[+-]?\d+(?:\.\d+)?$/;
/** Longer cells are no numbers. */
const LONGEST = 80;

/** True for a number without anything special. */
export function isPlain(cell: string): boolean {
  return cell.length < LONGEST && PLAIN.test(cell);
}

/** A cell without what programs wrap a number in: `="1"`, quotes, Excel's apostrophe; dashes that stand for a minus are made one. */
export function unwrapped(cell: string): string {
  if (cell.length > LONGEST || PLAIN.test(cell)) return cell.trim();
  const bare = cell
    .trim()
    .replace(/^="(.*)"$/, '$1')
    .replace(
      /^(?:'(.*)'|“(.*)”|„(.*)[“”]|«\s?(.*?)\s?»|‘(.*)’)$/,
      (_, ...inside: (string | undefined)[]) => inside.find((one) => one !== undefined) ?? '',
    )
    .replace(/^'(?=[\d.,+-])/, '');
  return bare
    .trim()
    .replace(/^[−–—‐‑‒﹣﹘](?=\s?[\d.,])/, '-')
    .replace(/([eE])[−–‐‑]/, '$1-');
}

/** Groups of thousands between marks, with or without decimals behind another mark. */
function grouped(digits: string, groups: Mark): boolean {
  const [mark, other] = groups === '.' ? ['\\.', ','] : [',', '\\.'];
  return new RegExp(`^\\d{1,3}(?:${mark}\\d{3})+(?:${other}\\d*)?$`).test(digits);
}

/** What the marks of a number say; undefined where they stand as in no number. */
function marksOf(digits: string): Pick<Written, 'digits' | 'decimal' | 'groups' | 'either'> | undefined {
  const points = digits.split('.').length - 1;
  const commas = digits.split(',').length - 1;
  const none = { digits, decimal: undefined, groups: undefined, either: undefined };
  if (points + commas === 0) return none;
  if (points > 0 && commas > 0) {
    const groups: Mark = digits.lastIndexOf('.') > digits.lastIndexOf(',') ? ',' : '.';
    return grouped(digits, groups) ? { ...none, digits: digits.replaceAll(groups, ''), decimal: OTHER[groups], groups } : undefined;
  }
  const mark: Mark = points > 0 ? '.' : ',';
  if (points + commas > 1)
    return grouped(digits, mark) ? { ...none, digits: digits.replaceAll(mark, ''), decimal: OTHER[mark], groups: mark } : undefined;
  return /^[1-9]\d{0,2}[.,]\d{3}$/.test(digits) ? { ...none, either: mark } : { ...none, decimal: mark };
}

/** Reads a cell that was unwrapped; undefined where it holds no number. */
export function writtenNumber(cell: string): Written | undefined {
  if (cell.length > LONGEST) return undefined;
  const [, sign = '', body = '', exponent = '', percent = '', behind = ''] = PARTS.exec(cell) ?? [];
  if (body === '' || (sign !== '' && behind !== '')) return undefined;
  const spaced = new RegExp(GROUP).test(body);
  if (spaced && !SPACED.test(body)) return undefined;
  const marks = marksOf(body.replace(new RegExp(GROUP, 'g'), ''));
  if (marks === undefined || (spaced && marks.groups !== undefined)) return undefined;
  // An exponent goes with decimals: nobody groups thousands before one.
  const sure = marks.either !== undefined && (spaced || exponent !== '') ? { ...marks, decimal: marks.either, either: undefined } : marks;
  return { ...sure, negative: sign === '-' || behind === '-', exponent, percent: percent !== '' };
}

/** The value, once it is known which mark is the file's decimal one. */
export function valueOf({ digits, either, negative, exponent, percent }: Written, decimal: Mark): number {
  const plain = either !== undefined && either !== decimal ? digits.replace(either, '') : digits.replace(',', '.');
  const value = Number(`${negative ? '-' : ''}${plain}${exponent === '' ? '' : `e${exponent}`}`);
  // As the decimal number that it is: 12.3 % is 0.123, not 12.3 / 100 rounded.
  return percent ? Number(`${value}e-2`) || value / 100 : value;
}

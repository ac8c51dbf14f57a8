/** Text in lines and cells: any line ends, mixed or not, quotes with line breaks within, and the true number of each line. */

export const SEPARATORS = ['\t', ';', '|', ',', ' '] as const;
/** `' '`: any run of spaces and tabs. */
export type Separator = (typeof SEPARATORS)[number];

export interface Line {
  /** Counted from 1; of several lines held together by quotes the first. */
  readonly line: number;
  readonly cells: readonly string[];
  /** Where the next one begins. */
  readonly end: number;
  /** A quotation mark is opened and never closed. */
  readonly open: boolean;
}

/** Cells of a line that are told apart: no table here has nearly so many columns. */
export const MOST_CELLS = 1000;
/** Characters after which a quotation mark counts as never closed. */
const LONGEST_QUOTE = 100_000;

const CARRIAGE_RETURN = 13;
const LINE_FEED = 10;

/** Where the line that begins at `from` ends. */
function endOf(text: string, from: number): number {
  let at = from;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === LINE_FEED || code === CARRIAGE_RETURN) break;
  }
  return at;
}

/** Behind the line end at `at`. */
function behind(text: string, at: number): number {
  return text.charCodeAt(at) === CARRIAGE_RETURN && text.charCodeAt(at + 1) === LINE_FEED ? at + 2 : at + 1;
}

function plainCells(line: string, separator: Separator): readonly string[] {
  return separator === ' ' ? line.trim().split(/[ \t]+/, MOST_CELLS) : line.split(separator, MOST_CELLS);
}

/** A line with quotes in it, cell by cell; lines that a quoted cell goes over are counted in `breaks`. */
function quotedCells(text: string, from: number, separator: Separator) {
  const cells: string[] = [];
  let at = from;
  let breaks = 0;
  const isSeparator = (code: string | undefined): boolean => code === separator || (separator === ' ' && code === '\t');
  const isBreak = (code: string | undefined): boolean => code === '\n' || code === '\r' || code === undefined;
  for (;;) {
    while (text[at] === ' ' || (separator !== '\t' && text[at] === '\t')) at++;
    if (separator === ' ' && isBreak(text[at])) return { cells, at, breaks, open: false };
    let cell = '';
    if (text[at] === '"') {
      at++;
      for (;;) {
        const close = text.indexOf('"', at);
        if (close < 0 || cell.length > LONGEST_QUOTE) return { cells, at: text.length, breaks, open: true };
        cell += text.slice(at, close);
        at = close + 1;
        if (text[at] !== '"') break;
        cell += '"';
        at++;
      }
      breaks += cell.match(/\r\n|\r|\n/g)?.length ?? 0;
    }
    const rest = at;
    while (!isBreak(text[at]) && !isSeparator(text[at])) at++;
    if (cells.length < MOST_CELLS) cells.push(cell + text.slice(rest, at).trimEnd());
    if (isBreak(text[at])) return { cells, at, breaks, open: false };
    at++;
  }
}

/** The lines that are not blank, one after the other. */
export function* linesOf(text: string, separator: Separator, from = 0, firstLine = 1): Generator<Line> {
  let at = from;
  let line = firstLine;
  while (at < text.length) {
    const end = endOf(text, at);
    const raw = text.slice(at, end);
    if (raw.includes('"')) {
      const { cells, at: stop, breaks, open } = quotedCells(text, at, separator);
      const next = behind(text, stop);
      yield { line, cells, end: next, open };
      at = next;
      line += breaks + 1;
    } else {
      const next = behind(text, end);
      if (raw.trim() !== '') yield { line, cells: plainCells(raw, separator), end: next, open: false };
      at = next;
      line++;
    }
  }
}

/** Rows of numbers out of text that somebody pasted or dropped. What is wrong is said with its line. */
import Papa from 'papaparse';
import { fill, type Text } from '../i18n/text';
import { shellText } from '../i18n/shell';
import { LARGEST_NUMBER } from './own-data';

export type CsvResult = { readonly rows: readonly (readonly number[])[]; readonly notice?: Text } | { readonly problem: Text };

/** Larger files are refused before they are read. */
export const MOST_BYTES = 10e6;

function say(key: keyof typeof shellText, values: Readonly<Record<string, string | number>> = {}): Text {
  return { zh: fill(shellText[key].zh, values), en: fill(shellText[key].en, values) };
}

/** The place of a byte that no text has, if there is one. */
function binaryAt(text: string): number | undefined {
  const found = /[\u0000-\u0008\u000E-\u001F\uFFFD]/.exec(text.slice(0, 100_000));
  return found?.index;
}

/**
 * Parses CSV: commas, semicolons, tabs or spaces, with or without a BOM and a line of names.
 * @param columns how many numbers a row has; @param most rows that are used at most (more are left out and said).
 */
export function parseCsv(text: string, columns: number, most: number): CsvResult {
  if (text.length > MOST_BYTES) return { problem: say('csvLarge', { size: (text.length / 1e6).toFixed(1), most: MOST_BYTES / 1e6 }) };
  const binary = binaryAt(text);
  if (binary !== undefined) return { problem: say('csvBinary', { byte: binary + 1 }) };
  const plain = text
    .replace(/^\uFEFF/, '')
    .replace(/\uFF0C/g, ',')
    .replace(/\uFF1B/g, ';');
  // Spaces as separators are not guessed by the library.
  const spaced = !/[,;\t|]/.test(plain) ? plain.replace(/[^\S\n\r]+/g, ' ').replace(/^ | $/gm, '') : plain;
  const parsed = Papa.parse<string[]>(spaced, {
    delimitersToGuess: [',', ';', '\t', '|', ' '],
    skipEmptyLines: false,
    ...(spaced === plain ? {} : { delimiter: ' ' }),
  });
  const rows: number[][] = [];
  let leftFrom: number | undefined;
  let count = 0;
  let first = true;
  for (const [index, cells] of parsed.data.entries()) {
    const line = index + 1;
    if (cells.every((cell) => cell.trim() === '')) continue;
    const numbers = cells.map((cell) => (cell.trim() === '' ? NaN : Number(cell.trim())));
    // The first line may name the columns: then none of its cells is a number.
    const names = first && numbers.every(Number.isNaN) && cells.every((cell) => cell.trim() !== '');
    first = false;
    if (names) continue;
    count++;
    if (cells.length !== columns) return { problem: say('csvCells', { line, count: cells.length, wanted: columns }) };
    const wrong = numbers.findIndex((value) => !Number.isFinite(value) || Math.abs(value) > LARGEST_NUMBER);
    if (wrong >= 0) {
      const cell = (cells[wrong] ?? '').trim();
      return {
        problem:
          cell === ''
            ? say('csvMissing', { line, column: wrong + 1 })
            : say('csvNumber', { line, column: wrong + 1, text: cell.slice(0, 30) }),
      };
    }
    if (rows.length < most) rows.push(numbers);
    else leftFrom ??= line;
  }
  if (rows.length === 0) return { problem: say('csvEmpty') };
  return leftFrom === undefined ? { rows } : { rows, notice: say('csvMany', { count, most, line: leftFrom }) };
}

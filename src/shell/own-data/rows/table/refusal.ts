/** Refusals of a table, each with its line and a way out. */
import { tableText } from '../../../../i18n/table';
import { fill, type Text } from '../../../../i18n/text';
import type { Place } from './decimal';

export type TableWord = keyof typeof tableText;
type Values = Readonly<Record<string, string | number>>;

/** A sentence of `i18n/table` in both languages. */
export function sayTable(key: TableWord, values: Values = {}): Text {
  return { zh: fill(tableText[key].zh, values), en: fill(tableText[key].en, values) };
}

/** A refusal on its way out of the loops that find it; it never leaves `readTable`. */
export class Refusal extends Error {
  constructor(readonly problem: Text) {
    super(problem.en);
  }
}

/** Refuses a table. */
export function refuse(key: TableWord, values: Values = {}): never {
  throw new Refusal(sayTable(key, values));
}

/** Characters of a cell that are repeated. */
const LONGEST = 30;

/** A cell as a sentence repeats it. */
export function quoted(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/** Refuses a table for one of its cells. */
export function refuseCell(key: TableWord, { line, column, text }: Place, values: Values = {}): never {
  const problem = sayTable(key, { text: quoted(text), ...values });
  throw new Refusal({
    zh: fill(tableText.atCell.zh, { line, column, problem: problem.zh }),
    en: fill(tableText.atCell.en, { line, column, problem: problem.en }),
  });
}

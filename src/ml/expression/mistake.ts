/** What is wrong with a text, at which column, in both languages. */
import { fill, LANGS, type Lang, type Text } from '../../i18n/text';
import { expressionText } from '../../i18n/expression';

export interface Problem {
  /** Says the column too. */
  readonly problem: Text;
  /** From 1, in units of a text field's selection. */
  readonly column: number;
}

type Words = Readonly<Record<string, string | number | Text>>;

function spoken(template: Text, words: Words, lang: Lang): string {
  return fill(
    template[lang],
    Object.fromEntries(Object.entries(words).map(([name, word]) => [name, typeof word === 'object' ? word[lang] : word])),
  );
}

/** Fills a template in both languages; a word may itself be a text. */
export function filled(template: Text, words: Words): Text {
  const [zh, en] = LANGS.map((lang) => spoken(template, words, lang));
  return { zh: zh ?? '', en: en ?? '' };
}

/** Thrown within the parser alone; `parseExpression` hands it out as a value. */
export class Mistake extends Error {
  override readonly name = 'Mistake';
  readonly found: Problem;
  constructor(key: keyof typeof expressionText, column: number, words: Words = {}) {
    const problem = filled(expressionText.at, { column, problem: filled(expressionText[key], words) });
    super(problem.en);
    this.found = { problem, column };
  }
}

/** How many letters have to be put in, left out, changed or exchanged with their neighbour to get from one word to another. */
function distance(one: string, other: string): number {
  let [beforeLast, last] = [[] as number[], Array.from({ length: other.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const changed = (last[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      const swapped = one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1] ? (beforeLast[j - 2] ?? Infinity) + 1 : Infinity;
      row.push(Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, changed, swapped));
    }
    [beforeLast, last] = [last, row];
  }
  return last[other.length] ?? Infinity;
}

/** The known word that was most likely meant, as the half-sentence "perhaps"; empty where none is near. */
export function perhaps(word: string, known: readonly string[]): Text {
  const near = known
    .map((name) => ({ name, far: distance(word.toLowerCase().slice(0, 40), name.toLowerCase()) }))
    .filter(({ name, far }) => far <= Math.max(1, Math.floor(name.length / 3)))
    .toSorted((a, b) => a.far - b.far)[0]?.name;
  return near === undefined ? { zh: '', en: '' } : filled(expressionText.perhaps, { name: near });
}

/**
 * The goals of challenges: comparisons over a run, joined by `and` and `or` (`and` binds closer), e.g.
 * `testAccuracy >= 0.97 and hiddenUnits <= 8`. Pure text work, so that the build checks what the page judges.
 */
import { fill, type Text } from '../i18n/text';
import { shellText } from '../i18n/shell';

export interface Comparison {
  readonly quantity: string;
  readonly operator: '<' | '<=' | '>' | '>=' | '==';
  readonly value: number;
}

/** True where every comparison of any one group holds. */
export type Goal = readonly (readonly Comparison[])[];

export type ParsedGoal = { readonly goal: Goal } | { readonly problem: Text; readonly column: number };

/** Quantities that every demo has besides its metrics and its numeric parameters. */
export const COMMON_QUANTITIES = ['step', 'parameters', 'hiddenUnits', 'hiddenLayers'] as const;

const COMPARISON = /^(\s*)([A-Za-z]\w*)\s*(<=|>=|==|<|>)\s*(-?\d+(?:\.\d+)?(?:e-?\d+)?)\s*$/i;

function problem(
  key: 'goalEmpty' | 'goalSyntax' | 'goalUnknown',
  column: number,
  words: Readonly<Record<string, string>> = {},
): ParsedGoal {
  return { column, problem: { zh: fill(shellText[key].zh, { column, ...words }), en: fill(shellText[key].en, { column, ...words }) } };
}

/** Splits at a word, keeping where each part begins. */
function splitAt(text: string, word: string, offset: number): { readonly text: string; readonly offset: number }[] {
  const parts: { text: string; offset: number }[] = [];
  let from = 0;
  for (const match of text.matchAll(new RegExp(`\\b${word}\\b`, 'gi'))) {
    parts.push({ text: text.slice(from, match.index), offset: offset + from });
    from = match.index + word.length;
  }
  return [...parts, { text: text.slice(from), offset: offset + from }];
}

/**
 * Reads a goal.
 * @param known the quantities that the demo has (see `quantitiesOf`); columns count from 1.
 */
export function parseGoal(text: string, known: readonly string[]): ParsedGoal {
  if (text.trim() === '') return problem('goalEmpty', 1);
  const goal: Comparison[][] = [];
  for (const group of splitAt(text, 'or', 0)) {
    const comparisons: Comparison[] = [];
    for (const part of splitAt(group.text, 'and', group.offset)) {
      const match = COMPARISON.exec(part.text);
      const column = part.offset + (/^\s*/.exec(part.text)?.[0].length ?? 0) + 1;
      const operator = (['<', '<=', '>', '>=', '=='] as const).find((one) => one === match?.[3]);
      if (match === null || operator === undefined) return problem('goalSyntax', column);
      const quantity = match[2] ?? '';
      if (!known.includes(quantity)) return problem('goalUnknown', column, { name: quantity, known: known.join(', ') });
      comparisons.push({ quantity, operator, value: Number(match[4]) });
    }
    goal.push(comparisons);
  }
  return { goal };
}

/** The quantities of a demo: what all have, its metrics, its numeric parameters. */
export function quantitiesOf(demo: {
  readonly metrics: Readonly<Record<string, unknown>>;
  readonly parameters: Readonly<Record<string, { readonly kind: string }>>;
}): string[] {
  const numeric = Object.entries(demo.parameters).filter(([, { kind }]) => kind === 'range');
  return [...new Set([...COMMON_QUANTITIES, 'loss', ...Object.keys(demo.metrics), ...numeric.map(([name]) => name)])];
}

function compare({ operator, value }: Comparison, actual: number): boolean {
  switch (operator) {
    case '<':
      return actual < value;
    case '<=':
      return actual <= value;
    case '>':
      return actual > value;
    case '>=':
      return actual >= value;
    case '==':
      return actual === value;
  }
}

/** True where the quantities reach the goal; one that is not there reaches nothing. */
export function reaches(goal: Goal, quantities: Readonly<Record<string, number>>): boolean {
  return goal.some((group) => group.every((comparison) => compare(comparison, quantities[comparison.quantity] ?? NaN)));
}

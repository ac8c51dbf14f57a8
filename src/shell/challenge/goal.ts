/**
 * The goals of challenges: conditions on a run, joined by `and` and `or` (`and` binds closer), e.g.
 * `testAccuracy >= 0.97 and hiddenUnits <= 8 and dataset is circle`. Pure text work, so that the build checks what the page judges.
 */
import { formatValue, parseValue } from '../../demos/resolve';
import type { Demo, Values } from '../../demos/declaration';
import { fill, type Text } from '../../i18n/text';
import { shellText } from '../../i18n/shell';

/** A number of the run, compared. */
export interface Comparison {
  readonly quantity: string;
  readonly operator: '<' | '<=' | '>' | '>=' | '==';
  readonly value: number;
}

/** What is chosen on a knob that has no number: `dataset is circle`, `batchNorm is not true`, `features is x1,x2`. */
export interface Setting {
  readonly parameter: string;
  readonly negated: boolean;
  /** As `formatValue` writes it. */
  readonly value: string;
}

export type Condition = Comparison | Setting;

/** True where every condition of any one group holds. */
export type Goal = readonly (readonly Condition[])[];

export type ParsedGoal = { readonly goal: Goal } | { readonly problem: Text; readonly column: number };

/** What a goal needs to know of a demo. */
export type Judging = Pick<Demo, 'metrics' | 'parameters'>;

/** Quantities that every demo has besides its metrics and its numeric parameters. */
const COMMON_QUANTITIES = ['step', 'parameters', 'hiddenUnits', 'hiddenLayers'] as const;

const COMPARISON = /^(\s*)([A-Za-z]\w*)\s*(<=|>=|==|<|>)\s*(-?\d+(?:\.\d+)?(?:e-?\d+)?)\s*$/i;

const SETTING = /^\s*([A-Za-z]\w*)\s+is\s+(not\s+)?(\S+)\s*$/i;
/** Kinds of parameters whose values are chosen from a few. */
const CHOSEN: readonly string[] = ['choice', 'toggle', 'set', 'sizes', 'choices'];

function problem(
  key: 'goalEmpty' | 'goalSyntax' | 'goalUnknown' | 'goalNoSetting' | 'goalBadSetting',
  column: number,
  words: Readonly<Record<string, string | Text>> = {},
): { readonly problem: Text; readonly column: number } {
  const inLang = (lang: 'zh' | 'en'): string =>
    fill(shellText[key][lang], {
      column,
      ...Object.fromEntries(Object.entries(words).map(([name, word]) => [name, typeof word === 'string' ? word : word[lang]])),
    });
  return { column, problem: { zh: inLang('zh'), en: inLang('en') } };
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

function readSetting([, name = '', not, text = '']: RegExpExecArray, { parameters }: Judging, column: number) {
  const parameter = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
  if (parameter === undefined || !CHOSEN.includes(parameter.kind)) {
    const known = Object.entries(parameters).flatMap(([other, { kind }]) => (CHOSEN.includes(kind) ? [other] : []));
    return problem('goalNoSetting', column, { name, known: known.join(', ') });
  }
  const parsed = parseValue(parameter, text);
  if ('problem' in parsed) return problem('goalBadSetting', column, { name, problem: parsed.problem });
  return { parameter: name, negated: not !== undefined, value: formatValue(parsed.value) };
}

function readCondition(text: string, demo: Judging, column: number): Condition | { readonly problem: Text; readonly column: number } {
  const setting = SETTING.exec(text);
  if (setting !== null) return readSetting(setting, demo, column);
  const match = COMPARISON.exec(text);
  const operator = (['<', '<=', '>', '>=', '=='] as const).find((one) => one === match?.[3]);
  if (match === null || operator === undefined) return problem('goalSyntax', column);
  const quantity = match[2] ?? '';
  const known = quantitiesOf(demo);
  if (!known.includes(quantity)) return problem('goalUnknown', column, { name: quantity, known: known.join(', ') });
  return { quantity, operator, value: Number(match[4]) };
}

/** Reads a goal over a demo; columns count from 1. */
export function parseGoal(text: string, demo: Judging): ParsedGoal {
  if (text.trim() === '') return problem('goalEmpty', 1);
  const goal: Condition[][] = [];
  for (const group of splitAt(text, 'or', 0)) {
    const conditions: Condition[] = [];
    for (const part of splitAt(group.text, 'and', group.offset)) {
      const column = part.offset + (/^\s*/.exec(part.text)?.[0].length ?? 0) + 1;
      const condition = readCondition(part.text, demo, column);
      if ('problem' in condition) return condition;
      conditions.push(condition);
    }
    goal.push(conditions);
  }
  return { goal };
}

/** The quantities of a demo: what all have, its metrics, its numeric parameters. */
export function quantitiesOf(demo: Judging): string[] {
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

/** A list whose last entry goes on has many spellings: `relu,relu` is `relu`. */
function shortest(value: string): string {
  const entries = value.split(',');
  while (entries.length > 1 && entries.at(-1) === entries.at(-2)) entries.pop();
  return entries.join(',');
}

/** True where a condition holds of a run; a number that is not there reaches nothing. */
export function holdsFor(
  condition: Condition,
  { quantities, params, parameters }: { quantities: Readonly<Record<string, number>>; params: Values; parameters: Judging['parameters'] },
): boolean {
  if ('quantity' in condition) return compare(condition, quantities[condition.quantity] ?? NaN);
  const chosen = params[condition.parameter];
  if (chosen === undefined) return false;
  const written = parameters[condition.parameter]?.kind === 'choices' ? shortest : (value: string) => value;
  return (written(formatValue(chosen)) === written(condition.value)) !== condition.negated;
}

/** True where a run reaches the goal. */
export function reaches(goal: Goal, run: Parameters<typeof holdsFor>[1]): boolean {
  return goal.some((group) => group.every((condition) => holdsFor(condition, run)));
}

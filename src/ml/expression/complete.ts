/** What fits where a reader is typing an expression. */
import { FUNCTION_NAMES, isComparing, type Vocabulary } from './expression';
import { narrowed, tokensOf, type Token } from './tokens';

export interface Completion {
  /** What takes the place of the text from `from` to the cursor. */
  readonly insert: string;
  readonly kind: 'name' | 'function' | 'layer' | 'operator';
}

export interface Completions {
  /** Where what is being typed begins, from 0. */
  readonly from: number;
  readonly options: readonly Completion[];
}

type Kind = Completion['kind'];

const of = (kind: Kind, words: readonly string[]): Completion[] => words.map((insert) => ({ insert, kind }));

function layersOf(name: string, { measures = {} }: Vocabulary): readonly string[] | undefined {
  const layers = Object.hasOwn(measures, name) ? measures[name] : undefined;
  return layers === 'any' ? [] : layers;
}

/** Where a bracket of a layer's quantity is open at the end, that quantity and where the layer's name begins. */
function openMeasure(
  tokens: readonly Token[],
  vocabulary: Vocabulary,
): { readonly layers: readonly string[]; readonly from: number } | undefined {
  const open = tokens.findLastIndex(({ text }) => text === '(' || text === ')');
  if (tokens[open]?.text !== '(') return undefined;
  const layers = layersOf(tokens[open - 1]?.text ?? '', vocabulary);
  return layers === undefined ? undefined : { layers, from: tokens[open]?.to ?? 0 };
}

/** True where a number or a condition has just ended, so that an operator comes next. */
function ended(last: Token | undefined): boolean {
  if (last === undefined) return false;
  const word = last.text.toLowerCase();
  if (last.kind === 'name') return !['and', 'or', 'not', 'is'].includes(word);
  return last.kind === 'number' || last.text === ')';
}

/** True where the part since the last `and`, `or` or open bracket compares already. */
function compares(tokens: readonly Token[]): boolean {
  const since = tokens.findLastIndex(({ text }) => ['and', 'or', '('].includes(text.toLowerCase()));
  return tokens.slice(since + 1).some(({ text }) => isComparing(text) || ['nan', 'finite'].includes(text.toLowerCase()));
}

function operatorsAfter(tokens: readonly Token[], conditions: boolean): Completion[] {
  const word = tokens.at(-1)?.text.toLowerCase() ?? '';
  const tested = word === 'nan' || word === 'finite';
  const compared = compares(tokens);
  return of('operator', [
    ...(!conditions || compared || tested ? [] : ['>', '<', '>=', '<=', '==', '!=', 'is NaN', 'is finite', 'is not finite']),
    ...(conditions && compared ? ['and', 'or'] : []),
    ...(tested ? [] : ['+', '-', '*', '/', '^']),
  ]);
}

function operandsFor({ names = [], functions = FUNCTION_NAMES, measures = {}, gives }: Vocabulary): Completion[] {
  return [
    ...of('name', names),
    ...of(
      'function',
      Object.entries(measures).flatMap(([name, layers]) => (layers.length > 0 ? [`${name}(`] : [])),
    ),
    ...(gives === 'condition' ? of('operator', ['not']) : []),
    ...of(
      'function',
      functions.map((name) => `${name}(`),
    ),
  ];
}

/** True for a word that could not grow: what is typed already is all of it. */
function whole(typed: string, { insert }: Completion): boolean {
  return insert.toLowerCase() === typed.toLowerCase();
}

/** Those that what is being typed could become, without a bracket that stands behind the cursor already. */
function fitting(options: readonly Completion[], typed: string, behind: string): readonly Completion[] {
  const begun = typed.toLowerCase();
  return options
    .map(({ insert, kind }) => ({ kind, insert: /[()]$/.test(insert) && behind === insert.at(-1) ? insert.slice(0, -1) : insert }))
    .filter((one) => one.insert.toLowerCase().startsWith(begun) && !whole(typed, one));
}

/**
 * What may stand at the cursor, given what stands before it; what is being typed there narrows it, in any case.
 * @param cursor from 0, as a text field's selection.
 */
export function completeExpression(text: string, cursor: number, vocabulary: Vocabulary = {}): Completions {
  const before = narrowed(text.slice(0, cursor));
  const behind = narrowed(text.slice(cursor)).trimStart()[0] ?? '';
  const all = tokensOf(before).slice(0, -1);
  const layer = openMeasure(all, vocabulary);
  if (layer !== undefined) {
    const from = layer.from + (/^\s*/.exec(before.slice(layer.from))?.[0].length ?? 0);
    const layers = layer.layers.map((name) => `${name})`);
    return { from, options: fitting(of('layer', layers), before.slice(from), behind) };
  }
  const last = all.at(-1);
  const typing = last !== undefined && last.to === before.length && last.kind === 'name' ? last : undefined;
  const tokens = typing === undefined ? all : all.slice(0, -1);
  const after = tokens.at(-1);
  const asked = after?.text.toLowerCase() === 'is';
  const options = asked
    ? of('operator', ['NaN', 'finite', 'not NaN', 'not finite'])
    : ended(after)
      ? operatorsAfter(tokens, vocabulary.gives === 'condition')
      : operandsFor(vocabulary);
  return { from: typing?.from ?? cursor, options: fitting(options, typing?.text ?? '', behind) };
}

/** What the texts of `TextParameter`s may be: a grammar is a row here, and what it refuses it says in a sentence. */
import { demoText } from '../i18n/demos';
import { fill, type Text } from '../i18n/text';
import { parseBindings } from '../ml/expression/bindings';
import { everyPart } from '../ml/expression/expression';
import { parseGrid } from '../ml/expression/grid';
import { parseExpression } from '../ml/expression/parse';
import { parseDrawing } from '../ml/pen/drawing';
import type { TextParameter } from './declaration';

export type ParsedText = { readonly value: string } | { readonly problem: Text };

/** Characters (code points) of a prompt, at most; twice as many halves still fit in a link. */
const LONGEST_PROMPT = 100;
/** Characters of a line that is learned symbol by symbol, at most: a picture shows them all. */
const LONGEST_LINE = 48;
/** Characters of a text that a sentence repeats. */
const LONGEST_SAID = 20;

/** A sentence of `i18n/demos` in both languages. */
function problem(key: keyof typeof demoText, values: Readonly<Record<string, string | number>>): ParsedText {
  return { problem: { zh: fill(demoText[key].zh, values), en: fill(demoText[key].en, values) } };
}

/** An expression with at least one variable. */
function expression(text: string): ParsedText {
  const parsed = parseExpression(text);
  if ('problem' in parsed) return parsed;
  return everyPart(parsed.expression).some(({ kind }) => kind === 'name') ? { value: text.trim() } : problem('noVariable', { text });
}

function bindings(text: string): ParsedText {
  const parsed = parseBindings(text);
  return 'problem' in parsed ? parsed : { value: text.trim() };
}

function grid(text: string): ParsedText {
  const rows = parseGrid(text);
  return 'problem' in rows ? rows : { value: text.trim() };
}

function drawing(text: string): ParsedText {
  return parseDrawing(text) === undefined ? problem('notADrawing', { text: text.slice(0, LONGEST_SAID) }) : { value: text };
}

/** A line in any script; spaces are kept, at its ends too: to a network that goes on writing they are symbols like others. */
function prompt(text: string): ParsedText {
  const characters = Array.from(text);
  if (characters.length > LONGEST_PROMPT) return problem('promptLong', { count: characters.length, most: LONGEST_PROMPT });
  const wrong = characters.find((character) => /[\p{Cc}\p{Surrogate}\u2028\u2029]/u.test(character));
  if (wrong === undefined) return { value: text };
  return problem('promptControl', { code: (wrong.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0') });
}

/** A line of which every symbol but the first is to be told from those before it: there must be something to tell apart. */
function line(text: string): ParsedText {
  const characters = Array.from(text);
  if (characters.length > LONGEST_LINE) return problem('promptLong', { count: characters.length, most: LONGEST_LINE });
  const read = prompt(text);
  return 'value' in read && new Set(characters).size < 2 ? problem('lineAlike', { text }) : read;
}

/** What a text is in a grammar: its value, mostly without the spaces around it, or what is wrong with it. */
export const grammars: Readonly<Record<TextParameter['grammar'], (text: string) => ParsedText>> = {
  expression,
  bindings,
  grid,
  drawing,
  prompt,
  line,
};

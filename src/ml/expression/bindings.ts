/** Numbers for names, as a reader writes them: `w = 0.5, b = -1`. */
import { bindingText } from '../../i18n/expression';
import { filled, type Problem } from './mistake';

export type ParsedBindings = { readonly bindings: Readonly<Record<string, number>> } | Problem;

/** More numbers than this are not taken. */
const MOST = 24;

/**
 * Reads `name = number` pairs between commas (or semicolons); an empty text gives none.
 * @returns the numbers by name, or what is wrong, at which column; never throws.
 */
export function parseBindings(text: string): ParsedBindings {
  const bindings: Record<string, number> = {};
  let column = 1;
  const wrong = (key: keyof typeof bindingText, words: Readonly<Record<string, string | number>>): Problem => ({
    problem: filled(bindingText[key], { column, ...words }),
    column,
  });
  if (text.trim() === '') return { bindings };
  const parts = text.split(/[,;，；]/);
  if (parts.length > MOST) return wrong('tooMany', { most: MOST });
  for (const part of parts) {
    const pair = /^\s*([A-Za-z_]\w*)\s*=\s*(\S+)\s*$/.exec(part);
    if (pair === null) return wrong('notAPair', { text: part.trim() });
    const [, name = '', digits = ''] = pair;
    const value = Number(digits);
    if (!Number.isFinite(value) || Math.abs(value) > 1e6) return wrong('notANumber', { text: digits });
    if (Object.hasOwn(bindings, name)) return wrong('twice', { name });
    bindings[name] = value;
    column += part.length + 1;
  }
  return { bindings };
}

/** A text cut into words: numbers, names, signs. What a Chinese keyboard gives for a sign is the same sign. */

export interface Token {
  readonly kind: 'number' | 'name' | 'sign' | 'unknown' | 'end';
  /** As the grammar knows it: `（` reads `(`. */
  readonly text: string;
  /** Where it begins and ends in the text, from 0. */
  readonly from: number;
  readonly to: number;
}

const SIGNS = ['<=', '>=', '==', '!=', '**', '&&', '||', '+', '-', '*', '/', '^', '<', '>', '(', ')', ',', '=', '!', '&', '|'] as const;
const NUMBER = /^(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?/i;
const NAME = /^[\p{L}_][\p{L}\p{N}_]*/u;

/** Signs outside ASCII, and what they mean. */
const WRITTEN: Readonly<Record<string, string>> = {
  '×': '*',
  '·': '*',
  '÷': '/',
  '−': '-',
  '≤': '<=',
  '≥': '>=',
  '≠': '!=',
  '、': ',',
  '　': ' ',
};

/** The same text with every sign of full width as its ASCII sign; as long as it was. */
export function narrowed(text: string): string {
  return text.replace(/[\uFF01-\uFF5E]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
}

/** Cuts a text into tokens, the last of them its end. Knows no mistakes: what it does not know is a token of its own. */
export function tokensOf(whole: string): readonly Token[] {
  const text = narrowed(whole);
  const tokens: Token[] = [];
  let at = 0;
  const take = (kind: Token['kind'], length: number, meaning = text.slice(at, at + length)): void => {
    tokens.push({ kind, text: meaning, from: at, to: at + length });
    at += length;
  };
  while (at < text.length) {
    const rest = text.slice(at);
    const written = WRITTEN[text[at] ?? ''];
    const number = NUMBER.exec(rest)?.[0];
    const name = NAME.exec(rest)?.[0];
    const sign = SIGNS.find((one) => rest.startsWith(one));
    if (/^\s/.test(rest) || written === ' ') at++;
    else if (number !== undefined) take('number', number.length);
    else if (name !== undefined) take('name', name.length);
    else if (sign !== undefined) take('sign', sign.length);
    else if (written !== undefined) take('sign', 1, written);
    else take('unknown', [...rest][0]?.length ?? 1);
  }
  return [...tokens, { kind: 'end', text: '', from: text.length, to: text.length }];
}

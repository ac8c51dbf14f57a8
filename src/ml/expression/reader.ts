/** A text's tokens, read one after the other: what both the parser's halves stand on. */
import { expressionText } from '../../i18n/expression';
import { same, type Text } from '../../i18n/text';
import { filled, Mistake } from './mistake';
import { narrowed, tokensOf, type Token } from './tokens';

/** Levels of brackets, signs and powers within each other. */
const DEEPEST = 40;

/** Signs of other languages, and what they are here. */
const OTHER_SIGNS: Readonly<Record<string, string>> = { '=': '==', '&': 'and', '&&': 'and', '|': 'or', '||': 'or', '!': 'not', '**': '^' };

/** What a token is called in a sentence. */
export function called({ kind, text }: Token): Text {
  return kind === 'end' ? expressionText.foundEnd : filled(expressionText.found, { text: same(text) });
}

export class Reader {
  private readonly tokens: readonly Token[];
  private readonly text: string;
  private at = 0;
  private depth = 0;

  constructor(text: string) {
    this.text = narrowed(text);
    this.tokens = tokensOf(text);
  }

  /** The token that comes next, or one further on. */
  peek(ahead = 0): Token {
    return this.tokens[Math.min(this.at + ahead, this.tokens.length - 1)] ?? { kind: 'end', text: '', from: 0, to: 0 };
  }

  take(): Token {
    const token = this.peek();
    this.at++;
    return token;
  }

  /** True where the next token is this word or sign, in any case. */
  isNext(word: string, ahead = 0): boolean {
    const { kind, text } = this.peek(ahead);
    return (kind === 'name' || kind === 'sign') && text.toLowerCase() === word.toLowerCase();
  }

  /** Takes the word or sign where it comes next. */
  takeIf(word: string): boolean {
    const there = this.isNext(word);
    if (there) this.at++;
    return there;
  }

  /** Where the next token begins; at the end, the place after the last one. */
  get column(): number {
    const token = this.peek();
    return (token.kind === 'end' ? (this.tokens.at(-2)?.to ?? 0) : token.from) + 1;
  }

  /** Reads something within something. */
  within<T>(read: () => T): T {
    if (this.depth >= DEEPEST) throw new Mistake('tooDeep', this.column, { most: DEEPEST });
    this.depth++;
    const result = read();
    this.depth--;
    return result;
  }

  /** Takes the bracket that closes the one of `opened`. */
  close(opened: number): void {
    if (this.takeIf(')')) return;
    this.refuseSign();
    if (this.peek().kind === 'end') throw new Mistake('unclosed', this.column, { opened });
    throw this.operatorMissing();
  }

  /** The text up to the next closing bracket, that bracket taken too. */
  upToClose(opened: number): { readonly text: string; readonly column: number } {
    const from = this.tokens[this.at - 1]?.to ?? 0;
    const close = this.tokens.findIndex(({ kind, text }, i) => i >= this.at && kind === 'sign' && text === ')');
    const to = this.tokens[close]?.from;
    if (to === undefined) throw new Mistake('unclosed', this.text.length + 1, { opened });
    this.at = close + 1;
    const inside = this.text.slice(from, to);
    return { text: inside.trim(), column: from + (inside.length - inside.trimStart().length) + 1 };
  }

  /** Throws where the next token is a sign that the grammar does not have. */
  refuseSign(): void {
    const { kind, text } = this.peek();
    const right = kind === 'sign' ? OTHER_SIGNS[text] : undefined;
    if (right !== undefined) throw new Mistake('otherSign', this.column, { sign: text, right });
    if (kind === 'unknown') throw new Mistake('unknownSign', this.column, { sign: text, known: '+ - * / ^' });
  }

  operatorMissing(): Mistake {
    if (this.isNext(')')) return new Mistake('unopened', this.column);
    return new Mistake('operator', this.column, { found: called(this.peek()), example: '2 * x' });
  }
}

/** One line of text to be learned by heart, symbol by symbol, as a program describes it. */

/** The only sequence there is: at each symbol but the last, the next one is asked for. */
export interface LineData {
  readonly kind: 'line';
  /** Of two different characters (code points) at least. */
  readonly text: string;
}

/** The different characters of a line, in the order of their code points: a symbol's number is its place. */
export function lineSymbols(text: string): readonly string[] {
  return [...new Set(text)].sort((a, b) => (a.codePointAt(0) ?? 0) - (b.codePointAt(0) ?? 0));
}

/** The line as numbers of symbols. */
export function lineNumbers(text: string): Int32Array {
  const numbers = new Map(lineSymbols(text).map((symbol, i) => [symbol, i]));
  return Int32Array.from(text, (symbol) => numbers.get(symbol) ?? 0);
}

/** How many symbols are read, each of which asks for the one that follows. */
export function lineSteps({ text }: Pick<LineData, 'text'>): number {
  return Array.from(text).length - 1;
}

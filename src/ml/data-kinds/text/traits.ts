/** What a unit of a network that reads a text may keep track of, said of every symbol of the text: where it stands, and in what. */

export const TRAITS = ['line', 'word', 'quotes'] as const;
export type Trait = (typeof TRAITS)[number];

/** Marks that open a quotation, each with the one that closes it. The straight one does both. */
const QUOTES: Readonly<Record<string, string>> = { '“': '”', '‘': '’', '「': '」', '『': '』', '«': '»', '"': '"' };

/**
 * Traits of each symbol.
 * @param symbols characters, one a symbol.
 * @returns `line`: symbols since the last line end; `word`: symbols since the last blank or punctuation mark; `quotes`: 1 within quotation
 * marks, which a line end closes, and 0 elsewhere. The mark, blank or line end itself counts 0 for its own count.
 */
export function traitsOf(symbols: readonly string[]): Readonly<Record<Trait, Float32Array>> {
  const traits = {
    line: new Float32Array(symbols.length),
    word: new Float32Array(symbols.length),
    quotes: new Float32Array(symbols.length),
  };
  let [line, word] = [0, 0];
  let closing: string | undefined;
  symbols.forEach((symbol, i) => {
    line = symbol === '\n' ? 0 : line + 1;
    word = /[\p{P}\p{Z}\s]/u.test(symbol) ? 0 : word + 1;
    if (symbol === '\n' || symbol === closing) closing = undefined;
    else closing ??= QUOTES[symbol];
    traits.line[i] = line;
    traits.word[i] = word;
    traits.quotes[i] = closing === undefined ? 0 : 1;
  });
  return traits;
}

/**
 * The same of each byte of UTF-8: every byte of a character has the character's own. Bytes with which none begins, where a text was cut in
 * the midst of a character, are one of their own.
 */
export function traitsOfBytes(bytes: Uint8Array): ReturnType<typeof traitsOf> {
  const starts = [0];
  for (let i = 1; i < bytes.length; i++) if (((bytes[i] ?? 0) & 0xc0) !== 0x80) starts.push(i);
  const decoder = new TextDecoder();
  const byCharacter = traitsOf(starts.map((start, i) => decoder.decode(bytes.subarray(start, starts[i + 1]))));
  const spread = (trait: Trait): Float32Array => {
    const along = new Float32Array(bytes.length);
    starts.forEach((start, i) => along.fill(byCharacter[trait][i] ?? 0, start, starts[i + 1]));
    return along;
  };
  return { line: spread('line'), word: spread('word'), quotes: spread('quotes') };
}

/**
 * A trait so scaled that its products with numbers, summed, are their covariance with it over the trait's own spread: weighted mean 0 and
 * weighted length 1. All zeros where the trait is the same everywhere.
 */
export function standardised(trait: ArrayLike<number>, weights: ArrayLike<number>): Float32Array {
  let [total, sum] = [0, 0];
  for (let i = 0; i < trait.length; i++) {
    total += weights[i] ?? 0;
    sum += (weights[i] ?? 0) * (trait[i] ?? 0);
  }
  const mean = total === 0 ? 0 : sum / total;
  let squares = 0;
  for (let i = 0; i < trait.length; i++) squares += (weights[i] ?? 0) * ((trait[i] ?? 0) - mean) ** 2;
  if (!(squares > 0)) return new Float32Array(trait.length);
  return Float32Array.from(trait, (value, i) => ((weights[i] ?? 0) * (value - mean)) / Math.sqrt(squares));
}

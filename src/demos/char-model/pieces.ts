/** One symbol for each writer. [writers, 1] */
export function symbolEach(symbols: ArrayLike<number>) {
  return { shape: [symbols.length, 1], data: Int32Array.from(symbols) };
}

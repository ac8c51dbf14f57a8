/** What the questions are asked and answered in: pieces of named arrays. */

/** An array that a piece was given or has given. @throws Error where it is not there. */
export function named<T>(arrays: Readonly<Record<string, T>>, name: string): T {
  const found = arrays[name];
  if (found === undefined) throw new Error(`a piece of writing needs "${name}"`);
  return found;
}

/** Numbers as an array of 32-bit floats. */
export function floats(data: ArrayLike<number>, shape: readonly number[]) {
  return { shape, data: Float32Array.from(data) };
}

/** One symbol for each writer. [writers, 1] */
export function symbolEach(symbols: ArrayLike<number>) {
  return { shape: [symbols.length, 1], data: Int32Array.from(symbols) };
}

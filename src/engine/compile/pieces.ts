/** Work in pieces: between two of them others may have their turn, or all may be given up. */

export type Pieces<T> = Generator<undefined, T>;

/** Gives others their turn. @throws what ends the work. */
export type Pause = () => Promise<void>;

/** Does it all at once. */
export function atOnce<T>(pieces: Pieces<T>): T {
  for (;;) {
    const { done, value } = pieces.next();
    if (done === true) return value;
  }
}

/** Pauses between two pieces. @throws what a pause throws: nothing more is done then. */
export async function withPauses<T>(pieces: Pieces<T>, pause: Pause): Promise<T> {
  for (;;) {
    const { done, value } = pieces.next();
    if (done === true) return value;
    await pause();
  }
}

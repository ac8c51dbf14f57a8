/** Places of a sequence at which a head of induction looks from `place`: those behind each earlier occurrence of the symbol there. */
export function inductionPlaces(symbols: ArrayLike<number | string>, place: number): readonly number[] {
  return Array.from({ length: place }, (_, earlier) => earlier + 1).filter((next) => symbols[next - 1] === symbols[place]);
}

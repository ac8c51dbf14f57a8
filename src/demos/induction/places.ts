/** Places of a sequence at which a head of induction looks from `place`: those behind each earlier occurrence of the symbol there. */
export function inductionPlaces(symbols: ArrayLike<number | string>, place: number): readonly number[] {
  return Array.from({ length: place }, (_, earlier) => earlier + 1).filter((next) => symbols[next - 1] === symbols[place]);
}

/**
 * How likely who counts is right at a place: that names what stood most often behind the earlier occurrences of its symbol, and draws lots
 * where several stood there as often.
 */
export function countedRight(symbols: ArrayLike<number>, place: number, truth: number): number {
  const counts = new Map<number | undefined, number>();
  for (const next of inductionPlaces(symbols, place)) counts.set(symbols[next], (counts.get(symbols[next]) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return counts.get(truth) === most ? 1 / [...counts.values()].filter((count) => count === most).length : 0;
}

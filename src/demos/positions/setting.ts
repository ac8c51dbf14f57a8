/** What is asked for, and what little a bag of words says of it: where the places are not known, only how often each symbol is there. */
import { at } from '../../base/at';

/** The right answer at a place: the symbol before it, and the last one before the first; or that of the same place from the end. */
export function truthAt(task: 'back' | 'reverse', symbols: ArrayLike<number>, place: number): number {
  const { length } = symbols;
  return at(symbols, task === 'reverse' ? length - 1 - place : (place + length - 1) % length);
}

/** How likely the best guess at a place is right that knows the symbol there and the bag of the others: that of the commonest of them. */
export function bagShare(symbols: ArrayLike<number>, place: number): number {
  const others = Array.from(symbols).filter((_, i) => i !== place);
  const counts = others.map((symbol) => others.filter((other) => other === symbol).length);
  return Math.max(...counts) / others.length;
}

/** A sequence with two places exchanged, from 1. */
export function exchanged(symbols: ArrayLike<number>, first: number, second: number): number[] {
  return Array.from(symbols, (symbol, i) =>
    i === first - 1 ? at(symbols, second - 1) : i === second - 1 ? at(symbols, first - 1) : symbol,
  );
}

import { wrappedText } from './words';

/** From one line of an axis's name to the next, in user units. */
export const NAME_ROW = 14;

/** The name of a vertical axis, which stands above its plot, in as many lines as it needs. */
export function nameLines(name: string, width: number): readonly string[] {
  return wrappedText(name, width - 8).map((line) => line.trim());
}

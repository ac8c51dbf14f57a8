import { wrappedText } from './words';

/** From one line of an axis's name to the next, in user units. */
export const NAME_ROW = 14;

/** A name above a plot, of its vertical axis or of a curve, in as many lines as it needs in a room of user units. */
export function nameLines(name: string, room: number): readonly string[] {
  return wrappedText(name, room).map((line) => line.trim());
}

/** Answers to choose from as stretches of the numbers that a run may give: `below 0.45; 0.45 to 0.55; above 0.55`. */

/** From `low` to `high`; an end that is infinite is open. */
export interface Stretch {
  readonly low: number;
  readonly high: number;
}

const NUMBER = String.raw`(-?\d+(?:\.\d+)?(?:e-?\d+)?)`;
const BOUNDED = new RegExp(`^${NUMBER} to ${NUMBER}$`);
const OPEN = new RegExp(`^(above|below) ${NUMBER}$`);

function readOne(text: string): Stretch | undefined {
  const open = OPEN.exec(text);
  if (open !== null) return open[1] === 'above' ? { low: Number(open[2]), high: Infinity } : { low: -Infinity, high: Number(open[2]) };
  const bounded = BOUNDED.exec(text);
  return bounded === null ? undefined : { low: Number(bounded[1]), high: Number(bounded[2]) };
}

/** True where a number lies in a stretch; no number lies in none. */
export function lies(value: number, { low, high }: Stretch): boolean {
  if (Number.isFinite(low) && Number.isFinite(high)) return value >= low && value <= high;
  return value > low && value < high;
}

/** Reads stretches, separated by semicolons, or says what is wrong: none may be empty, and no two may meet in more than an end. */
export function readStretches(text: string): { readonly stretches: readonly Stretch[] } | { readonly problem: string } {
  const stretches: Stretch[] = [];
  for (const part of text.split(';').map((one) => one.trim())) {
    const read = readOne(part);
    if (read === undefined) return { problem: `"${part}" should be "below 1", "1 to 2" or "above 2"` };
    if (read.low >= read.high) return { problem: `"${part}" is empty: the smaller number comes first` };
    if (stretches.some(({ low, high }) => low < read.high && read.low < high)) return { problem: `"${part}" overlaps with another answer` };
    stretches.push(read);
  }
  return stretches.length < 2 ? { problem: 'an answer to choose needs another beside it' } : { stretches };
}

/** The letter of an answer, as the page's list has it. */
export function letterOf(index: number): string {
  return String.fromCharCode(65 + index);
}

/** The first losses of every demo as its compiled step computes them in Node: what all browsers are held to. */
import type { Values } from '../../../src/demos/declaration';
import { demos } from '../../../src/demos/registry';
import { openingOf } from '../../../src/demos/resolve';
import { createLab } from '../../../src/engine/worker/lab';

/** A demo's losses, and where it was set up otherwise than it opens, how. */
export interface InNode {
  readonly losses: readonly number[];
  readonly values: Values;
}

/**
 * Prints one JSON object, demo → {losses, values}. The arguments are the number of steps and the most symbols of a sequence, if they are
 * to be fewer than a demo opens with; the result is the exit code.
 */
export async function main([steps, symbols = 'Infinity']: readonly string[]): Promise<number> {
  const all: Record<string, InNode> = {};
  for (const [id, demo] of demos) {
    const values = Number(openingOf(demo)['length'] ?? 0) > Number(symbols) ? { length: Number(symbols) } : {};
    all[id] = { losses: Array.from((await createLab('compiled', id, demo).run({ values, steps: Number(steps) })).loss), values };
  }
  console.log(JSON.stringify(all));
  return 0;
}

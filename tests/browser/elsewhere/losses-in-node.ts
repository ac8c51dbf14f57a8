/** The first losses of every demo as its compiled step computes them in Node: what all browsers are held to. */
import { demos } from '../../../src/demos/registry';
import { createLab } from '../../../src/engine/worker/lab';

/** Prints one JSON object, demo → losses. The argument is the number of steps; the result is the exit code. */
export async function main([steps]: readonly string[]): Promise<number> {
  const losses: Record<string, number[]> = {};
  for (const [id, demo] of demos) {
    losses[id] = Array.from((await createLab('compiled', id, demo).run({ steps: Number(steps) })).loss);
  }
  console.log(JSON.stringify(losses));
  return 0;
}

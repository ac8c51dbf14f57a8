/** What Node computes, which every browser is held to. */
import { execFileSync } from 'node:child_process';

function isLosses(value: unknown): value is Readonly<Record<string, readonly number[]>> {
  return typeof value === 'object' && value !== null && Object.values(value).every((losses) => Array.isArray(losses) && losses.length > 0);
}

/**
 * The first `steps` losses of every demo, as its compiled step computes them in Node at the declaration's settings.
 * @throws Error where the command prints something else.
 */
export function lossesInNode(steps: number): ReadonlyMap<string, readonly number[]> {
  const text = execFileSync(process.execPath, ['tests/browser/elsewhere/losses-in-node.mjs', String(steps)], { encoding: 'utf8' });
  const losses: unknown = JSON.parse(text);
  if (!isLosses(losses)) throw new Error(`losses were expected, not ${text.slice(0, 200)}`);
  return new Map(Object.entries(losses));
}

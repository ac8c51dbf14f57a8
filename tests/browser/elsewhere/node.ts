/** What Node computes, which every browser is held to. */
import { execFileSync } from 'node:child_process';
import type { InNode } from './losses-in-node';

function isInNode(value: unknown): value is Readonly<Record<string, InNode>> {
  const hasLosses = (one: unknown): boolean =>
    typeof one === 'object' && one !== null && 'losses' in one && Array.isArray(one.losses) && one.losses.length > 0;
  return typeof value === 'object' && value !== null && Object.values(value).every(hasLosses);
}

/**
 * The first `steps` losses of every demo, as its compiled step computes them in Node as the demo opens, but for the length of its
 * sequences, of which there are no more than `symbols`.
 * @throws Error where the command prints something else.
 */
export function lossesInNode(steps: number, symbols = Infinity): ReadonlyMap<string, InNode> {
  const command = ['tests/browser/elsewhere/losses-in-node.mjs', String(steps), String(symbols)];
  const text = execFileSync(process.execPath, command, { encoding: 'utf8' });
  const all: unknown = JSON.parse(text);
  if (!isInNode(all)) throw new Error(`losses were expected, not ${text.slice(0, 200)}`);
  return new Map(Object.entries(all));
}

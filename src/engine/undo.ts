/** What can be taken back: the states before the last things done to a run's weights, the latest last. */
import type { Intervention, Snapshot } from './protocol';

/** Bytes of states kept, at most, though always the last one. */
export const UNDO_BYTES = 4e6;

export interface Undoable {
  /** The state before. */
  readonly before: Snapshot;
  /** What had been done to the run until then. */
  readonly interventions: readonly Intervention[];
  /** What was done then, and would be taken back. */
  readonly done: readonly Intervention[];
}

function bytesOf({ before }: Undoable): number {
  return Object.values(before.arrays).reduce((sum, { data }) => sum + data.byteLength + 64, 64);
}

/** True for one more pull at weights that are being dragged: taken back together. */
function goesOn(last: Undoable, next: Undoable): boolean {
  return last.before.step === next.before.step && [...last.done, ...next.done].every(({ kind }) => kind === 'edit');
}

/** With one more thing done; what no longer has room is forgotten, the oldest first. */
export function withUndoable(list: readonly Undoable[], next: Undoable): readonly Undoable[] {
  const last = list.at(-1);
  const dragged = last !== undefined && goesOn(last, next);
  const all = dragged ? [...list.slice(0, -1), { ...last, done: [...last.done, ...next.done] }] : [...list, next];
  let bytes = 0;
  const first = all.findLastIndex((entry) => (bytes += bytesOf(entry)) > UNDO_BYTES);
  return all.slice(Math.min(first + 1, all.length - 1));
}

/** Without what was done after a step: the run goes on from there another way. */
export function undoableUntil(list: readonly Undoable[], step: number): readonly Undoable[] {
  const kept = list.findLastIndex(({ before }) => before.step <= step);
  return list.slice(0, kept + 1);
}

/** What can be taken back: the states before the last things done to a run's weights. */
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

/** The last things done, the latest last. */
export class Undoing {
  private readonly entries: Undoable[] = [];

  get last(): Undoable | undefined {
    return this.entries.at(-1);
  }

  push(next: Undoable): void {
    const { last } = this;
    if (last !== undefined && goesOn(last, next)) this.entries.splice(-1, 1, { ...last, done: [...last.done, ...next.done] });
    else this.entries.push(next);
    let bytes = this.entries.reduce((sum, entry) => sum + bytesOf(entry), 0);
    while (bytes > UNDO_BYTES && this.entries.length > 1) for (const dropped of this.entries.splice(0, 1)) bytes -= bytesOf(dropped);
  }

  pop(): Undoable | undefined {
    return this.entries.pop();
  }

  /** Forgets what was done after a step: the run goes on from there another way. */
  truncate(step: number): void {
    while ((this.last?.before.step ?? -1) > step) this.entries.pop();
  }

  clear(): void {
    this.entries.length = 0;
  }
}

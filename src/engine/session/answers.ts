/** Answers kept with the frames they belong to: gone with them, and never those of other weights at the same step. */
import type { Values } from '../../demos/declaration';
import type { Frame } from '../protocol';
import type { Answered } from '../session-api';

/** Bytes of answers kept, at most, though always the last one: the oldest give way. */
const ANSWER_BYTES = 8e6;

interface Kept {
  readonly frame: WeakRef<Frame>;
  readonly key: string;
  readonly bytes: number;
}

/** All that an answer depends on besides the weights. */
export function keyOf(question: string, values: Values): string {
  return JSON.stringify([question, Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1))]);
}

export class Answers {
  private readonly byFrame = new WeakMap<Frame, Map<string, Answered>>();
  private readonly order: Kept[] = [];
  private bytes = 0;

  of(frame: Frame, question: string, values: Values): Answered | undefined {
    return this.byFrame.get(frame)?.get(keyOf(question, values));
  }

  keep(frame: Frame, question: string, values: Values, answer: Answered): void {
    const key = keyOf(question, values);
    const here = this.byFrame.get(frame) ?? new Map<string, Answered>();
    if (here.has(key)) return;
    here.set(key, answer);
    this.byFrame.set(frame, here);
    const bytes = Object.values(answer.arrays).reduce((sum, { data }) => sum + data.byteLength + 64, 64);
    this.order.push({ frame: new WeakRef(frame), key, bytes });
    this.bytes += bytes;
    while (this.bytes > ANSWER_BYTES && this.order.length > 1) this.forget(this.order.shift());
  }

  private forget(oldest: Kept | undefined): void {
    if (oldest === undefined) return;
    this.bytes -= oldest.bytes;
    const frame = oldest.frame.deref();
    if (frame !== undefined) this.byFrame.get(frame)?.delete(oldest.key);
  }
}

/**
 * Settings and weights on their way to the run. What is asked for after them is done with them: a run that they start anew would take
 * it back.
 */
import type { Values } from '../demos/declaration';
import type { Session } from '../engine/session-api';
import { mergedEdits, type WeightEdit } from './controller-options';
import { Merged } from './merged';

export class Arriving {
  /** Values of knobs. */
  readonly turning: Merged<Values>;
  /** Weights that are set by hand. */
  readonly editing: Merged<readonly WeightEdit[]>;
  /** Counts up with what takes back training that still waits. */
  private intent = 0;

  constructor(run: () => Session) {
    this.turning = new Merged<Values>(
      (earlier, later) => ({ ...earlier, ...later }),
      (values) => run().change({ values }),
    );
    this.editing = new Merged<readonly WeightEdit[]>(mergedEdits, (edits) => run().edit(edits));
  }

  /** Training that waits is no longer wanted. */
  takeBack(): void {
    this.intent++;
  }

  /** Acts when all has arrived: at once where nothing is on its way, never where it was taken back meanwhile. */
  async afterwards(act: () => void | Promise<void>): Promise<void> {
    const { intent } = this;
    const waiting = [this.turning.settled, this.editing.settled].filter((one) => one !== undefined);
    if (waiting.length > 0) await Promise.all(waiting);
    if (intent === this.intent) await act();
  }
}

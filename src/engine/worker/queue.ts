/** Commands and slices of training, one after the other: nothing touches a trainer while it trains. */
import type { Numbered } from './carry-out';

export class Queue {
  private last: Promise<void> = Promise.resolve();
  private current: { readonly command?: Numbered; readonly abandon: () => void } | undefined;

  /** Does a task when all before it are done. @param command what it carries out, if it is one. */
  add(task: () => Promise<void>, command?: Numbered): Promise<void> {
    this.last = this.last.then(
      () =>
        new Promise<void>((resolve) => {
          this.current = { ...(command === undefined ? {} : { command }), abandon: resolve };
          void task().then(resolve, resolve);
        }),
    );
    return this.last;
  }

  /**
   * What is under way may never come to an end (it reads from a backend that is gone): it is not waited for.
   * @returns the command that it was, if it was one.
   */
  abandon(): Numbered | undefined {
    this.current?.abandon();
    return this.current?.command;
  }

  /** Resolves when what was added so far is done. */
  settled(): Promise<void> {
    return this.last;
  }
}

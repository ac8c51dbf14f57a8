/** Work that comes faster than it can be done (a dragged slider): one piece at a time, and what comes meanwhile as one more. */
export class Merged<T> {
  private current: T | undefined;
  private next: T | undefined;
  private working: Promise<void> | undefined;

  constructor(
    private readonly merge: (earlier: T, later: T) => T,
    private readonly work: (value: T) => Promise<void>,
  ) {}

  /** What is asked for and not done yet. */
  get pending(): T | undefined {
    if (this.current === undefined || this.next === undefined) return this.next ?? this.current;
    return this.merge(this.current, this.next);
  }

  /** Resolves when everything asked for so far is done or has failed, of which those are told who asked; undefined where there is nothing. */
  get settled(): Promise<void> | undefined {
    return this.working?.catch(() => undefined);
  }

  /** Resolves when everything asked for so far is done; rejects when some of it failed, and then forgets the rest. */
  add(value: T): Promise<void> {
    this.next = this.next === undefined ? value : this.merge(this.next, value);
    this.working ??= this.run();
    return this.working;
  }

  private async run(): Promise<void> {
    try {
      while (this.next !== undefined) {
        this.current = this.next;
        this.next = undefined;
        await this.work(this.current);
      }
    } finally {
      this.current = undefined;
      this.next = undefined;
      this.working = undefined;
    }
  }
}

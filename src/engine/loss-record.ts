/**
 * The loss along a run of any length in a fixed number of places: of every step at first; when the places are taken, of every second, every
 * fourth step and so on. What is kept is exact, and the latest step's is always among it.
 */

/** So many losses are kept at most: some hundred for each place across a screen. */
const MOST_LOSSES = 2 ** 18;

export class LossRecord {
  private steps = new Float64Array(1024);
  private values = new Float32Array(1024);
  private length = 0;
  /** New steps are kept where this divides them; a power of two. */
  private stride = 1;

  constructor(private readonly most = MOST_LOSSES) {}

  /** The steps whose losses are kept, rising. */
  get at(): Float64Array {
    return this.steps.subarray(0, this.length);
  }
  /** Their losses. */
  get loss(): Float32Array {
    return this.values.subarray(0, this.length);
  }
  get bytes(): number {
    return this.steps.byteLength + this.values.byteLength;
  }
  /** The latest step kept; 0 before the first. */
  private get latest(): number {
    return this.length === 0 ? 0 : (this.steps[this.length - 1] ?? 0);
  }

  /** The loss of a step, or, where that is no longer kept, of the nearest kept step before it; of the first step for 0. */
  valueAt(step: number): number | undefined {
    return this.length === 0 ? undefined : this.values[Math.max(0, this.after(step) - 1)];
  }

  /** The first index whose step is later. */
  private after(step: number): number {
    let [low, high] = [0, this.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.steps[middle] ?? 0) <= step) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Adds the losses of steps `from + 1`, `from + 2`, ...; steps that are there already take the new word. */
  add(from: number, loss: Float32Array): void {
    const { latest } = this;
    for (let index = this.after(from); index < this.length; index++) {
      const value = loss[(this.steps[index] ?? 0) - from - 1];
      if (value === undefined) break;
      this.values[index] = value;
    }
    const first = Math.max(0, latest - from);
    if (first >= loss.length) return;
    // The latest step was kept for being it; now it is one of many.
    if (this.length > 0 && latest % this.stride !== 0) this.length--;
    for (let i = first; i < loss.length; i++) {
      if (this.length >= this.most) this.thin();
      const step = from + i + 1;
      if (step % this.stride === 0 || i === loss.length - 1) this.push(step, loss[i] ?? NaN);
    }
  }

  private push(step: number, value: number): void {
    if (this.length === this.steps.length) this.grow();
    this.steps[this.length] = step;
    this.values[this.length] = value;
    this.length++;
  }

  private grow(): void {
    const length = Math.min(this.most, 2 * this.length);
    const [steps, values] = [new Float64Array(length), new Float32Array(length)];
    steps.set(this.steps);
    values.set(this.values);
    [this.steps, this.values] = [steps, values];
  }

  private thin(): void {
    // Where a branch began on a thinned record, one halving may not be enough.
    while (this.length > 0.75 * this.most) {
      this.stride *= 2;
      let kept = 0;
      for (let index = 0; index < this.length; index++) {
        const step = this.steps[index] ?? 0;
        if (step % this.stride !== 0) continue;
        this.steps[kept] = step;
        this.values[kept] = this.values[index] ?? NaN;
        kept++;
      }
      this.length = kept;
    }
  }

  /** Forgets what came after a step. What comes next is kept step by step again, as far as there is room. */
  truncate(step: number): void {
    this.length = this.after(step);
    if (this.length < this.most / 2) this.stride = 1;
  }

  copy(): LossRecord {
    const copy = new LossRecord(this.most);
    copy.steps = this.steps.slice(0, Math.max(1, this.length));
    copy.values = this.values.slice(0, Math.max(1, this.length));
    [copy.length, copy.stride] = [this.length, this.stride];
    return copy;
  }
}

/** Metrics that lie on the backend and have not been read: read many at once, a read is what a GPU is slow at. */
import { dispose, type Scalar } from '@tensorflow/tfjs-core';
import { atOr } from '../../../base/at';
import type { MetricsBlock } from '../../protocol';

type Evaluation = Readonly<Record<string, Scalar | number>>;

async function read(value: Scalar | number): Promise<number> {
  return typeof value === 'number' ? value : ((await value.data())[0] ?? NaN);
}

/** Losses of the steps after `from`, and evaluations at the steps named. Owns the tensors it is given. */
export class PendingMetrics {
  /** Losses as far as they are numbers: thousands at a time where steps are compiled. */
  private losses = new Float32Array(64);
  private count = 0;
  /** Those that are not, by their places. */
  private readonly scalars = new Map<number, Scalar>();
  private readonly evaluatedAt: number[] = [];
  private readonly evaluations: Evaluation[] = [];

  constructor(private readonly from: number) {}

  addLoss(loss: Scalar | number): void {
    const place = this.count;
    if (typeof loss === 'number') this.room(1)[0] = loss;
    else {
      this.room(1);
      this.scalars.set(place, loss);
    }
  }

  /** Room for the next losses, to be written to at once. */
  room(count: number): Float32Array {
    const start = this.count;
    this.count += count;
    if (this.count > this.losses.length) {
      const larger = new Float32Array(Math.max(this.count, 2 * this.losses.length));
      larger.set(this.losses);
      this.losses = larger;
    }
    return this.losses.subarray(start, this.count);
  }

  addEvaluation(step: number, evaluation: Evaluation): void {
    this.evaluatedAt.push(step);
    this.evaluations.push(evaluation);
  }

  /** Reads everything, then frees it. */
  async read(): Promise<MetricsBlock> {
    try {
      const numbers = await Promise.all([...this.scalars].map(async ([place, one]) => [place, await read(one)] as const));
      const loss = this.losses.slice(0, this.count);
      for (const [place, number] of numbers) loss[place] = number;
      const evaluated: Record<string, Float32Array> = {};
      for (const name of Object.keys(atOr(this.evaluations, 0, {}))) {
        evaluated[name] = Float32Array.from(await Promise.all(this.evaluations.map((one) => read(one[name] ?? NaN))));
      }
      return { from: this.from, loss, evaluatedAt: Float64Array.from(this.evaluatedAt), evaluated };
    } finally {
      this.dispose();
    }
  }

  dispose(): void {
    dispose([...this.scalars.values()]);
    dispose(this.evaluations.flatMap((one) => Object.values(one).filter((value) => typeof value !== 'number')));
  }
}

/** Metrics that lie on the backend and have not been read: read many at once, a read is what a GPU is slow at. */
import { dispose, type Scalar } from '@tensorflow/tfjs-core';
import type { MetricsBlock } from '../protocol';

type Evaluation = Readonly<Record<string, Scalar | number>>;

async function read(value: Scalar | number): Promise<number> {
  return typeof value === 'number' ? value : ((await value.data())[0] ?? NaN);
}

function isScalar(value: Scalar | number): value is Scalar {
  return typeof value !== 'number';
}

/** Losses of compiled steps are numbers, thousands at a time: they are not waited for one by one. */
async function readLosses(losses: readonly (Scalar | number)[]): Promise<Float32Array> {
  const numbers = losses.filter((loss) => typeof loss === 'number');
  if (numbers.length === losses.length) return Float32Array.from(numbers);
  return Float32Array.from(await Promise.all(losses.map(read)));
}

/** Losses of the steps after `from`, and evaluations at the steps named. Owns the tensors it is given. */
export class Unread {
  private readonly losses: (Scalar | number)[] = [];
  private readonly evaluatedAt: number[] = [];
  private readonly evaluations: Evaluation[] = [];

  constructor(private readonly from: number) {}

  addLoss(loss: Scalar | number): void {
    this.losses.push(loss);
  }

  addEvaluation(step: number, evaluation: Evaluation): void {
    this.evaluatedAt.push(step);
    this.evaluations.push(evaluation);
  }

  /** Reads everything, then frees it. */
  async read(): Promise<MetricsBlock> {
    try {
      const loss = await readLosses(this.losses);
      const evaluated: Record<string, Float32Array> = {};
      for (const name of Object.keys(this.evaluations[0] ?? {})) {
        evaluated[name] = Float32Array.from(await Promise.all(this.evaluations.map((one) => read(one[name] ?? NaN))));
      }
      return { from: this.from, loss, evaluatedAt: Float64Array.from(this.evaluatedAt), evaluated };
    } finally {
      this.dispose();
    }
  }

  dispose(): void {
    dispose(this.losses.filter(isScalar));
    dispose(this.evaluations.flatMap((one) => Object.values(one).filter((value) => typeof value !== 'number')));
  }
}

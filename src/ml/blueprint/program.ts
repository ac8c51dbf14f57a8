/** A whole training program as data: what a demo builds and what is printed as code are the same thing. */
import type { DataProgram } from '../data-kinds';
import type { LossName } from './loss-names';
import type { NetworkSpec } from './network-spec';
import type { OptimiserSettings } from './optimiser-settings';
import type { ScheduleName } from './schedule-names';

/** @typeParam D what it learns from: one kind of data, where that is known. */
export interface Program<D extends DataProgram = DataProgram> {
  readonly network: NetworkSpec;
  readonly loss: LossName;
  readonly optimiser: OptimiserSettings;
  readonly learningRate: number;
  readonly schedule: ScheduleName;
  readonly l1: number;
  readonly l2: number;
  readonly weightDecay: number;
  /** L1 by a proximal step: after each step kernels are brought nearer to 0 by the rate times this, and stop there. */
  readonly shrinkage: number;
  /** Largest global norm of the gradient; Infinity for none. */
  readonly clipNorm: number;
  readonly batchSize: number;
  readonly steps: number;
  readonly data: D;
}

/** A program with the usual settings, changed by `settings`. */
export function program<D extends DataProgram>(settings: Pick<Program<D>, 'network' | 'loss' | 'data'> & Partial<Program<D>>): Program<D> {
  return {
    optimiser: { name: 'sgd' },
    learningRate: 0.1,
    schedule: 'constant',
    l1: 0,
    l2: 0,
    weightDecay: 0,
    shrinkage: 0,
    clipNorm: Infinity,
    batchSize: 10,
    steps: 500,
    ...settings,
  };
}

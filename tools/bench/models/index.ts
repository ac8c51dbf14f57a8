/** The models beyond the MLPs that are timed. */
import type { Model } from '../../../src/ml/model';
import { lenet } from './lenet';
import { recurrent } from './recurrent';
import { transformer } from './transformer';

/** By name: a fresh model at a batch size, with weights and data from the seed. Made on the backend that is active. */
export const benchModels: Readonly<Record<string, (batch: number, seed: number) => Model>> = {
  lenet,
  rnn: (batch, seed) => recurrent('simple', batch, seed),
  lstm: (batch, seed) => recurrent('lstm', batch, seed),
  gru: (batch, seed) => recurrent('gru', batch, seed),
  transformer,
};

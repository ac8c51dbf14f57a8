import { ones, tensor2d, type Tensor } from '@tensorflow/tfjs-core';
import { at } from '../../base/at';
import type { SequenceBatch } from './sequence-batches';

/** Rows of sequences as tensors, to be kept: [rows, places]. */
export type SequenceTensors = {
  readonly x: Tensor;
  readonly t: Tensor;
  /** How much each place counts: 1 everywhere where the batch has no weights. */
  readonly weights: Tensor;
};

/** The tensors of a batch with one answer a place; whoever asks for them disposes of them. */
export function sequenceTensors({ inputs: { x }, t, weights }: SequenceBatch): SequenceTensors {
  const shape: [number, number] = [at(x.shape, 0), at(x.shape, 1)];
  const whole = (numbers: ArrayLike<number>): Tensor => tensor2d(Int32Array.from(numbers), shape, 'int32');
  return {
    x: whole(x.data),
    t: whole(t.data),
    weights: weights === undefined ? ones(shape) : tensor2d(Float32Array.from(weights.data), shape),
  };
}

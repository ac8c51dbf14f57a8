/** Kernels that make numbers from nothing, or hand on what they get. */
import type { DataType } from '@tensorflow/tfjs-core';
import type { Recording } from '../call';

const like =
  (value: number): Recording =>
  (call) =>
    call.give(call.uniform(value, call.node('x').shape), call.dtype('x'));

function typeOf(value: unknown): DataType {
  return value === 'int32' || value === 'bool' ? value : 'float32';
}

export const creation: Readonly<Record<string, Recording>> = {
  Fill: (call) => call.give(call.uniform(call.number('value'), call.numbers('shape')), typeOf(call.attribute('dtype'))),
  Identity: (call) => call.same('x'),
  OnesLike: like(1),
  Range: (call) => {
    const [start, stop, step] = [call.number('start'), call.number('stop'), call.number('step', 1)];
    const count = Math.max(0, Math.ceil((stop - start) / step));
    const data = Float32Array.from({ length: count }, (_, i) => start + i * step);
    return call.give(call.make({ kind: 'constant', data }, [], [count]), typeOf(call.attribute('dtype')));
  },
  StopGradient: (call) => call.same('x'),
  ZerosLike: like(0),
};

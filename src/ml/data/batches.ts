import type { HostArray } from '../model';
import type { Random } from '../random';
import { takeRows } from './rows';

export interface EpochOptions {
  /** Samples there are. */
  readonly count: number;
  readonly batchSize: number;
  readonly random: Random;
}

function sizesOf({ count, batchSize }: EpochOptions): { readonly size: number; readonly perEpoch: number } {
  const size = Math.max(1, Math.min(batchSize, count));
  return { size, perEpoch: Math.ceil(count / size) };
}

/** A function that remembers its last result: asking for the next step, which is mostly of the same epoch, is the usual case. */
function remembered<T>(make: (epoch: number) => T): (epoch: number) => T {
  let kept: { readonly epoch: number; readonly value: T } | undefined;
  return (epoch) => {
    if (kept?.epoch !== epoch) kept = { epoch, value: make(epoch) };
    return kept.value;
  };
}

/**
 * Which samples make up the batch of a step: each epoch goes through all samples in an order of its own, drawn from the stream
 * `order/<epoch>`; the last batch of an epoch is filled from its start. Pure: the same step, the same batch, in any order of asking.
 * @returns a function from the step (0-based) to indices.
 */
export function epochBatches(options: EpochOptions): (step: number) => Uint32Array {
  const { count } = options;
  const { size, perEpoch } = sizesOf(options);
  const stream = options.random.fork('order');
  const orderOf = remembered((epoch) => stream.fork(epoch).permutation(count));
  return (step) => {
    const order = orderOf(Math.floor(step / perEpoch));
    const start = (step % perEpoch) * size;
    // A loop, since this is asked for at every step: `from` with a function takes ten times as long.
    const picked = new Uint32Array(size);
    for (let i = 0; i < size; i++) picked[i] = order[(start + i) % count] ?? 0;
    return picked;
  };
}

/** A matrix whose rows are samples. */
export interface Table {
  readonly data: Float32Array;
  readonly columns: number;
}

/**
 * The batches of `epochBatches` as rows of inputs and targets, [batch, columns] each. The rows of an epoch are laid out in its order once,
 * and each batch is a stretch of them: beside the step of a small network, arrays of its own for every batch would be dear. For data
 * that may be held twice.
 */
export function epochRows(options: EpochOptions, x: Table, t: Table): (step: number) => { readonly x: HostArray; readonly t: HostArray } {
  const { count } = options;
  const { size, perEpoch } = sizesOf(options);
  const stream = options.random.fork('order');
  const rowsOf = remembered((epoch) => {
    const order = stream.fork(epoch).permutation(count);
    const indices = new Uint32Array(perEpoch * size);
    for (let i = 0; i < indices.length; i++) indices[i] = order[i % count] ?? 0;
    return { x: takeRows(x.data, x.columns, indices).data, t: takeRows(t.data, t.columns, indices).data };
  });
  const [xShape, tShape] = [
    [size, x.columns],
    [size, t.columns],
  ];
  return (step) => {
    const rows = rowsOf(Math.floor(step / perEpoch));
    const start = (step % perEpoch) * size;
    const part = (data: HostArray['data'], columns: number): HostArray['data'] => data.subarray(start * columns, (start + size) * columns);
    return { x: { shape: xShape, data: part(rows.x, x.columns) }, t: { shape: tShape, data: part(rows.t, t.columns) } };
  };
}

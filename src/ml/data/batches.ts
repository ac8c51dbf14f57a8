import type { Random } from '../random';

/**
 * Which samples make up the batch of a step: each epoch goes through all samples in an order of its own, drawn from the stream
 * `order/<epoch>`; the last batch of an epoch is filled from its start. Pure: the same step, the same batch, in any order of asking.
 * @returns a function from the step (0-based) to indices.
 */
export function epochBatches(options: {
  readonly count: number;
  readonly batchSize: number;
  readonly random: Random;
}): (step: number) => Uint32Array {
  const { count } = options;
  const size = Math.max(1, Math.min(options.batchSize, count));
  const perEpoch = Math.ceil(count / size);
  const stream = options.random.fork('order');
  // The order of the epoch last asked for: asking for the next step is the usual case.
  let kept: { readonly epoch: number; readonly order: Uint32Array } | undefined;
  return (step) => {
    const epoch = Math.floor(step / perEpoch);
    if (kept?.epoch !== epoch) kept = { epoch, order: stream.fork(epoch).permutation(count) };
    const { order } = kept;
    const start = (step % perEpoch) * size;
    // A loop, since this is asked for at every step: `from` with a function takes ten times as long.
    const picked = new Uint32Array(size);
    for (let i = 0; i < size; i++) picked[i] = order[(start + i) % count] ?? 0;
    return picked;
  };
}

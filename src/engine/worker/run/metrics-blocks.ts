/** Metrics of a stretch of training: cut off, joined, and where they stop being finite. */
import type { MetricsBlock } from '../../protocol';

/** The first step whose loss is not finite: the number of steps trained before it. */
export function firstNonFinite(block: MetricsBlock): number | undefined {
  const i = block.loss.findIndex((value) => !Number.isFinite(value));
  return i < 0 ? undefined : block.from + i;
}

/** A block up to a step. */
export function upTo(block: MetricsBlock, step: number): MetricsBlock {
  const count = block.evaluatedAt.filter((at) => at <= step).length;
  return {
    from: Math.min(block.from, step),
    loss: block.loss.slice(0, Math.max(0, step - block.from)),
    evaluatedAt: block.evaluatedAt.slice(0, count),
    evaluated: Object.fromEntries(Object.entries(block.evaluated).map(([name, values]) => [name, values.slice(0, count)])),
  };
}

function joinedArrays(first: Float32Array | undefined, second: Float32Array | undefined): Float32Array {
  const whole = new Float32Array((first?.length ?? 0) + (second?.length ?? 0));
  whole.set(first ?? []);
  whole.set(second ?? [], first?.length ?? 0);
  return whole;
}

/** Two blocks in a row as one; the second starts where the first ends. */
export function joined(first: MetricsBlock, second: MetricsBlock): MetricsBlock {
  const names = new Set([...Object.keys(first.evaluated), ...Object.keys(second.evaluated)]);
  return {
    from: first.from,
    loss: joinedArrays(first.loss, second.loss),
    evaluatedAt: Float64Array.from([...first.evaluatedAt, ...second.evaluatedAt]),
    evaluated: Object.fromEntries([...names].map((name) => [name, joinedArrays(first.evaluated[name], second.evaluated[name])])),
  };
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Intervention, MetricsBlock } from '../../../src/engine/protocol';
import { leastMissed } from '../../../src/engine/thinned';
import { FRAME_BYTES, SNAPSHOT_BYTES, Timeline } from '../../../src/engine/timeline';

const BOUND = 64e6;

function block(from: number, loss: readonly number[], evaluatedAt: readonly number[] = [], accuracy: readonly number[] = []): MetricsBlock {
  return {
    from,
    loss: Float32Array.from(loss),
    evaluatedAt: Float64Array.from(evaluatedAt),
    evaluated: evaluatedAt.length === 0 ? {} : { accuracy: Float32Array.from(accuracy) },
  };
}

const array = (floats: number) => ({ a: { shape: [floats], data: new Float32Array(floats) } });

describe('the record of a run', () => {
  it('stays within 64 MB whatever is recorded, and keeps first and last', () => {
    const size = fc.integer({ min: 1, max: 500_000 });
    const item = fc.record({ gap: fc.integer({ min: 1, max: 5000 }), frame: size, snapshot: fc.option(size, { nil: undefined }) });
    fc.assert(
      fc.property(fc.array(item, { minLength: 3, maxLength: 60 }), (items) => {
        const timeline = new Timeline();
        let step = 0;
        for (const { gap, frame, snapshot } of items) {
          timeline.addMetrics(block(step, new Array<number>(gap).fill(1)));
          step += gap;
          timeline.addFrame({ step, arrays: array(frame) });
          if (snapshot !== undefined) timeline.addSnapshot({ step, arrays: array(snapshot) });
          expect(timeline.bytes).toBeLessThanOrEqual(BOUND);
        }
        expect(timeline.frameAt(Infinity)?.step ?? timeline.frameAt(step)?.step).toBe(step);
        expect(timeline.frameAt(0)?.step).toBe(items[0]?.gap);
        expect(timeline.latest).toBe(step);
      }),
      { numRuns: 40 },
    );
  });

  it('stays within it over millions of steps, each with its loss and its evaluation', () => {
    const timeline = new Timeline();
    const steps = 2000;
    const most = 2e6;
    const many = Object.fromEntries(['a', 'b', 'c', 'd'].map((name) => [name, new Float32Array(steps)]));
    for (let from = 0; from < most; from += steps) {
      const evaluatedAt = Float64Array.from({ length: steps }, (_, i) => from + i + 1);
      timeline.addMetrics({ from, loss: new Float32Array(steps).fill(from), evaluatedAt, evaluated: many });
    }
    expect(timeline.latest).toBe(most);
    expect(timeline.lossAt.at(-1)).toBe(most);
    expect(timeline.evaluatedAt.at(-1)).toBe(most);
    expect(timeline.metricsAt(most)['loss']).toBe(most - steps);
    expect(timeline.evaluatedAt.length).toBe(timeline.evaluated['a']?.length);
    expect(timeline.bytes).toBeLessThanOrEqual(15e6);
    expect(15e6 + FRAME_BYTES + SNAPSHOT_BYTES).toBeLessThanOrEqual(BOUND);
  });

  it('keeps frames close together near now and wider apart far back', () => {
    const timeline = new Timeline();
    const latest = 20_000;
    for (let step = 0; step <= latest; step++) timeline.addFrame({ step, arrays: array(8) });
    const distance = (step: number): number => Math.abs((timeline.frameAt(step)?.step ?? Infinity) - step);
    for (const age of [0, 1, 2, 5, 10]) expect(distance(latest - age)).toBeLessThanOrEqual(1);
    for (let step = 0; step <= latest; step += 37) expect(distance(step)).toBeLessThanOrEqual(2 + 0.06 * (latest - step));
  });

  it('never drops a snapshot that no replay could bring back, until the run leaves that way', () => {
    const timeline = new Timeline();
    for (let step = 0; step <= 3000; step++) {
      timeline.addSnapshot({ step, arrays: array(4) });
      if (step === 123) timeline.pinSnapshot(123);
    }
    expect(timeline.snapshotAt(123)?.step).toBe(123);
    timeline.truncate(100);
    for (let step = 101; step <= 3000; step++) timeline.addSnapshot({ step, arrays: array(4) });
    expect(timeline.snapshotAt(123)?.step).not.toBe(123);
  });

  it('takes replayed steps over what it has, and refuses a gap', () => {
    const timeline = new Timeline();
    timeline.addMetrics(block(0, [5, 4, 3, 2], [0, 2, 4], [0.1, 0.2, 0.4]));
    timeline.addMetrics(block(1, [4, 3], [2], [0.25]));
    expect([...timeline.loss]).toEqual([5, 4, 3, 2]);
    expect(timeline.evaluated['accuracy']?.map((value) => Number(value.toFixed(2)))).toEqual([0.1, 0.25, 0.4]);
    expect(() => timeline.addMetrics(block(6, [1]))).toThrow(/gap after step 4/);
  });

  it('knows the metrics in force at any step', () => {
    const timeline = new Timeline();
    expect(timeline.metricsAt(3)).toEqual({});
    timeline.addMetrics(block(0, [5, 4, 3, 2], [0, 2, 4], [1, 2, 3]));
    expect(timeline.metricsAt(0)).toEqual({ loss: 5, accuracy: 1 });
    expect(timeline.metricsAt(1)).toEqual({ loss: 5, accuracy: 1 });
    expect(timeline.metricsAt(3)).toEqual({ loss: 3, accuracy: 2 });
    expect(timeline.metricsAt(99)).toEqual({ loss: 2, accuracy: 3 });
  });

  it('forgets everything after a step it is cut at; the ghost keeps it', () => {
    let done: readonly Intervention[] = [{ kind: 'set', step: 3, values: { learningRate: 1 } }];
    const timeline = new Timeline(() => done);
    timeline.addMetrics(block(0, [5, 4, 3, 2], [0, 2, 4], [1, 2, 3]));
    for (const step of [0, 2, 4]) timeline.addFrame({ step, arrays: array(1) });
    const ghost = timeline.ghost();
    timeline.truncate(2);
    done = [];
    expect([...timeline.loss]).toEqual([5, 4]);
    expect(timeline.evaluatedAt).toEqual([0, 2]);
    expect(timeline.interventions).toEqual([]);
    expect(timeline.frameAt(4)?.step).toBe(2);
    timeline.addMetrics(block(2, [9]));
    expect([...ghost.loss]).toEqual([5, 4, 3, 2]);
    expect(ghost.interventions).toHaveLength(1);
    expect(ghost.metricsAt(4)).toEqual({ loss: 2, accuracy: 3 });
  });
});

describe('thinning', () => {
  it('drops what is missed least for its age, never an end nor what is pinned', () => {
    const steps = (...all: number[]): { step: number }[] => all.map((step) => ({ step }));
    expect(leastMissed(steps(0, 1, 2, 50, 100))).toBe(1);
    expect(leastMissed(steps(0, 1, 2, 50, 100), new Set([1]))).toBe(2);
    expect(leastMissed(steps(0, 5))).toBeUndefined();
    expect(leastMissed(steps(0, 5, 9), new Set([5]))).toBeUndefined();
  });
});

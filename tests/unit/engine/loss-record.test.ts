import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LossRecord } from '../../../src/engine/loss-record';

/** What a step's loss is in these tests: another number for every step, exact in 32 bits. */
const lossOf = (step: number, branch = 0): number => step + branch / 8;

function add(record: LossRecord, from: number, count: number, branch = 0): void {
  record.add(
    from,
    Float32Array.from({ length: count }, (_, i) => lossOf(from + i + 1, branch)),
  );
}

describe('the losses along a run', () => {
  it('are all there while there is room', () => {
    const record = new LossRecord(100);
    add(record, 0, 60);
    add(record, 60, 40);
    expect([...record.at]).toEqual(Array.from({ length: 100 }, (_, i) => i + 1));
    expect([...record.loss]).toEqual([...record.at].map((step) => lossOf(step)));
    expect(record.valueAt(0)).toBe(lossOf(1));
    expect(record.valueAt(33)).toBe(lossOf(33));
    expect(new LossRecord().valueAt(3)).toBeUndefined();
  });

  it('stay within their bound however long it is; kept ones are exact, evenly spread, the latest among them', () => {
    const chunks = fc.array(fc.integer({ min: 1, max: 700 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(chunks, (counts) => {
        const record = new LossRecord(64);
        let latest = 0;
        for (const count of counts) {
          add(record, latest, count);
          latest += count;
          const at = [...record.at];
          expect(at.length).toBeLessThanOrEqual(64);
          expect(at.at(-1)).toBe(latest);
          expect([...record.loss]).toEqual(at.map((step) => lossOf(step)));
          const gaps = at.slice(1, -1).map((step, i) => step - (at[i] ?? 0));
          expect(new Set(gaps).size).toBeLessThanOrEqual(1);
          expect(Math.max(0, ...gaps)).toBeLessThanOrEqual(Math.max(1, latest / 16));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('of a branch are kept step by step again, and replace those of the way that was left', () => {
    const record = new LossRecord(64);
    add(record, 0, 1000);
    expect(record.at.length).toBeLessThan(64);
    record.truncate(200);
    expect([...record.at].every((step) => step <= 200)).toBe(true);
    add(record, 200, 20, 1);
    expect([...record.at].slice(-20)).toEqual(Array.from({ length: 20 }, (_, i) => 201 + i));
    expect(record.valueAt(210)).toBe(lossOf(210, 1));
    add(record, 220, 5000, 1);
    expect(record.at.length).toBeLessThanOrEqual(64);
    expect(record.valueAt(5220)).toBe(lossOf(5220, 1));
  });

  it('take the word of a replay where they are kept', () => {
    const record = new LossRecord(64);
    add(record, 0, 300);
    const before = [...record.at];
    add(record, 100, 50, 3);
    expect([...record.at]).toEqual(before);
    for (const step of before) expect(record.valueAt(step)).toBe(lossOf(step, step > 100 && step <= 150 ? 3 : 0));
  });

  it('do not change when their copy goes on', () => {
    const record = new LossRecord(64);
    add(record, 0, 40);
    const copy = record.copy();
    add(copy, 40, 500);
    expect([...record.at]).toEqual(Array.from({ length: 40 }, (_, i) => i + 1));
    expect(copy.valueAt(540)).toBe(lossOf(540));
  });
});

/** How a plan lays arrays out and orders its kernels. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Graph } from '../../../src/engine/compile/graph/graph';
import { compileNow } from '../../../src/engine/compile/heads';
import type { Compiled } from '../../../src/engine/compile/plan/compiled';
import { layOut, type Lifetime } from '../../../src/engine/compile/plan/memory';
import { multiplyAddsIn } from '../../../src/engine/compile/plan/work';
import { sourceOfGraphs } from '../../../src/engine/compile/programs';

describe('memory', () => {
  it('is shared by arrays whose lives do not overlap, and by no others', () => {
    const life = fc.record({ bytes: fc.integer({ min: 1, max: 200 }), first: fc.nat(20), length: fc.nat(6) });
    fc.assert(
      fc.property(fc.array(life, { maxLength: 30 }), (lives) => {
        const all = lives.map(({ bytes, first, length }, key): Lifetime<number> => ({ key, bytes, first, last: first + length }));
        const { addresses, end } = layOut(all, 64);
        for (const one of all) {
          const start = addresses.get(one.key) ?? NaN;
          expect(start % 16).toBe(0);
          expect(start).toBeGreaterThanOrEqual(64);
          expect(start + one.bytes).toBeLessThanOrEqual(end);
          for (const other of all) {
            if (other.key === one.key || other.first > one.last || one.first > other.last) continue;
            const place = addresses.get(other.key) ?? NaN;
            expect(place >= start + one.bytes || start >= place + other.bytes).toBe(true);
          }
        }
      }),
    );
  });

  it('of a chain is that of two links, however long the chain', () => {
    const chain = Array.from({ length: 50 }, (_, key): Lifetime<number> => ({ key, bytes: 160, first: key, last: key + 1 }));
    expect(layOut(chain, 0).end).toBe(320);
  });
});

describe('a plan', () => {
  /** w <- w - x and loss = sum of the old w; v takes over what w was. */
  function plan(): Compiled {
    const graph = new Graph();
    const x = graph.make({ kind: 'input', name: 'x' }, [], [3]);
    const w = graph.make({ kind: 'state', name: 'w' }, [], [3]);
    const next = graph.make({ kind: 'map', name: 'sub' }, [w, x], [3]);
    const twice = graph.make({ kind: 'map', name: 'add' }, [w, w], [3]);
    const loss = graph.make({ kind: 'reduce', name: 'sum', axes: [0] }, [w], []);
    const state = new Map([
      ['w', [3]],
      ['v', [3]],
    ]);
    const step = new Map([
      ['state/w', next],
      ['state/v', twice],
      ['loss', loss],
    ]);
    return compileNow(sourceOfGraphs(state, { step }));
  }

  it('writes new values over the old ones only after all who read the old ones', () => {
    const compiled = plan();
    compiled.array('state/w').set([1, 2, 3]);
    compiled.array('step/input/x').set([0.5, 0.5, 0.5]);
    compiled.run('step');
    expect([...compiled.array('state/w')]).toEqual([0.5, 1.5, 2.5]);
    expect([...compiled.array('state/v')]).toEqual([2, 4, 6]);
    expect([...compiled.array('step/loss')]).toEqual([6]);
  });

  it('has its state in one block: copied out and in again, it goes on as it was', () => {
    const compiled = plan();
    compiled.array('state/w').set([1, 2, 3]);
    const block = compiled.stateBlock.slice();
    compiled.array('step/input/x').set([1, 1, 1]);
    compiled.run('step');
    const after = [...compiled.array('state/w')];
    compiled.stateBlock.set(block);
    compiled.run('step');
    expect([...compiled.array('state/w')]).toEqual(after);
  });

  it('has the memory that it has: ten thousand steps take no more', () => {
    const compiled = plan();
    const bytes = compiled.memory.buffer.byteLength;
    for (let step = 0; step < 10_000; step++) compiled.run('step');
    expect(compiled.memory.buffer.byteLength).toBe(bytes);
    expect(() => compiled.memory.grow(1)).toThrow(RangeError);
  });

  it('knows its multiply-adds', () => {
    const graph = new Graph();
    const [a, b] = [graph.make({ kind: 'input', name: 'a' }, [], [5, 3]), graph.make({ kind: 'state', name: 'b' }, [], [3, 4])];
    const y = graph.make({ kind: 'matmul', transposeA: false, transposeB: false }, [a, b], [5, 4]);
    expect(multiplyAddsIn(new Map([['y', y]]))).toBe(5 * 3 * 4);
  });
});

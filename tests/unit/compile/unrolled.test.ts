/** Networks unrolled over a hundred moments: their programs grow as they do, and making them can be given up. */
import { getBackend, memory } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Node } from '../../../src/engine/compile/graph/node';
import { Graph } from '../../../src/engine/compile/graph/graph';
import { structureOf } from '../../../src/engine/compile/graph/text';
import type { Kernel } from '../../../src/engine/compile/kernels/kernel';
import { atOnce } from '../../../src/engine/compile/pieces';
import { layOut, type Lifetime } from '../../../src/engine/compile/plan/memory';
import { orderKernels } from '../../../src/engine/compile/plan/order';
import { writeProgram, type ProgramText } from '../../../src/engine/compile/plan/program';
import { CompiledRun, namedVariables } from '../../../src/engine/worker/compiled/compiled-run';
import { recordModel } from '../../../src/engine/worker/compiled/recorded-model';
import { GivenUp } from '../../../src/engine/worker/still-wanted';
import { disposeModel } from '../../../src/engine/worker/compiled/weights';
import { recurrent, type CellName } from '../../../tools/bench/models/recurrent';
import { median } from '../../../src/base/median';
import { on } from '../ml/support';

const CELLS: readonly CellName[] = ['simple', 'lstm', 'gru'];
const [SHORT, LONG] = [20, 100];

beforeAll(() => on('cpu'));

/** Writes the program of a recurrent network, once its ops are recorded. */
function written(cell: CellName, steps: number): () => ProgramText {
  const model = recurrent(cell, 2, 1, steps);
  const variables = new Map(namedVariables(model).map(({ name, variable }) => [name, variable]));
  const { state, graphs } = atOnce(recordModel(model, variables, false, undefined)).source;
  disposeModel(model);
  return () => atOnce(writeProgram(state, graphs, structureOf(graphs).constants));
}

describe.each(CELLS)('%s unrolled', (cell) => {
  it('has no more functions over a hundred moments than over twenty, and no more code for each', () => {
    const [short, long] = [written(cell, SHORT)(), written(cell, LONG)()];
    expect(long.facts.functions).toBe(short.facts.functions);
    const kernels = (program: ProgramText): number => program.facts.kernels['step'] ?? NaN;
    expect(kernels(long) / kernels(short)).toBeLessThanOrEqual(LONG / SHORT);
    // All that grows is the list of calls: fewer than 30 bytes each.
    expect(long.facts.codeBytes - short.facts.codeBytes).toBeLessThan(30 * (kernels(long) - kernels(short)));
  });
});

/** Milliseconds of the processor that something takes: what others do on the machine is not its own. */
function costOf(work: () => unknown): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

it('writing the program of eight times as many moments takes about eight times as long', () => {
  const [short, long] = [written('simple', SHORT), written('simple', 8 * SHORT)];
  long();
  // Quadratic work would take 64 times as long; measured 8 to 16, since the compiler's and the collector's threads count as well. Pair by
  // pair, so that a busy moment of the machine hits both.
  const ratios = Array.from({ length: 5 }, () => costOf(long) / costOf(() => [short(), short()]));
  expect(2 * median(ratios)).toBeLessThan(28);
});

describe('the plan of a long chain', () => {
  /** A kernel that counts how often it is asked what it reads. */
  function chain(length: number): { kernels: Kernel[]; looks: () => number; writes: Parameters<typeof orderKernels>[1] } {
    const graph = new Graph();
    let looks = 0;
    const old = graph.make({ kind: 'state', name: 'w' }, [], [4]);
    const kernels: Kernel[] = [];
    let last: Node = old;
    for (let i = 0; i < length; i++) {
      const reads = [last, old];
      const made = graph.make({ kind: 'map', name: 'add' }, reads, [4]);
      kernels.push({
        key: 'add',
        get reads() {
          looks++;
          return reads;
        },
        writes: [made],
        inPlace: new Set(reads),
        scratch: 0,
        write: () => undefined,
      });
      last = made;
    }
    const writes = Array.from({ length: 10 }, (_, i) => ({ name: `w${i}`, value: last, old }));
    return { kernels, looks: () => looks, writes };
  }

  it('looks at each kernel as often, however many there are and however many weights', () => {
    const [short, long] = [chain(50), chain(500)];
    expect(orderKernels(short.kernels, short.writes).kernels).toEqual(short.kernels);
    expect(orderKernels(long.kernels, long.writes).kernels).toEqual(long.kernels);
    expect(long.looks() / short.looks()).toBeLessThanOrEqual(10);
  });

  it('keeps what all of it needs until the end apart', () => {
    const lives = Array.from({ length: 2000 }, (_, key): Lifetime<number> => ({ key, bytes: 16, first: key, last: 4000 - key }));
    const { addresses, end } = layOut(lives, 0);
    expect(new Set(addresses.values()).size).toBe(2000);
    expect(end).toBe(2000 * 16);
  });
});

describe('making a compiled run', () => {
  /** Gives up at the n-th question. */
  async function givenUpAt(n: number): Promise<{ asked: number; error: unknown }> {
    const model = recurrent('gru', 2, 1, 8);
    let asked = 0;
    const error: unknown = await CompiledRun.create(model, () => {
      asked++;
      return asked === n ? Promise.reject(new GivenUp()) : Promise.resolve();
    }).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    disposeModel(model);
    return { asked, error };
  }

  it('can be given up between any two of its pieces, and leaves nothing behind', async () => {
    const before = memory();
    let pieces = 0;
    for (let n = 1; ; n++) {
      const { asked, error } = await givenUpAt(n);
      if (error === undefined) break;
      expect(error).toBeInstanceOf(GivenUp);
      // Nobody is asked again, since nothing goes on.
      expect(asked).toBe(n);
      expect(memory().numTensors).toBe(before.numTensors);
      expect(memory().numDataBuffers).toBe(before.numDataBuffers);
      expect(getBackend()).toBe('cpu');
      pieces = n;
    }
    expect(pieces).toBeGreaterThanOrEqual(20);
  });

  it('asks more often where there is more to do', async () => {
    const asked = async (steps: number): Promise<number> => {
      const model = recurrent('gru', 2, 3, steps);
      let count = 0;
      await CompiledRun.create(model, () => (count++, Promise.resolve()));
      disposeModel(model);
      return count;
    };
    expect(await asked(60)).toBeGreaterThan(await asked(10));
  });

  it('computes the same from what was compiled before, with other weights as well', async () => {
    const losses = async (seed: number): Promise<Float32Array> => {
      const model = recurrent('lstm', 2, seed, 12);
      const run = await CompiledRun.create(model);
      run.take();
      const found = new Float32Array(5);
      run.steps(0, found);
      disposeModel(model);
      return found;
    };
    const [first, other, again] = [await losses(1), await losses(2), await losses(1)];
    expect(again).toEqual(first);
    expect(other).not.toEqual(first);
  });
});

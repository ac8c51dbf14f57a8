/** What one core of this machine can do at most: multiplications and additions of vectors in WebAssembly, with nothing to wait for. */
import type { FunctionBuilder } from '../../src/engine/compile/wasm/function-builder';
import { ModuleBuilder } from '../../src/engine/compile/wasm/module-builder';
import { Type, Vector } from '../../src/engine/compile/wasm/opcodes';
import type { Clock } from './step-speed';

/** Sums side by side: more than the operations that one core has under way. */
const SUMS = 12;
const TURNS = 2000;
const LANES = 4;

function write(f: FunctionBuilder): void {
  const sums = Array.from({ length: SUMS }, () => f.local(Type.v128));
  const factor = f.local(Type.v128);
  f.i32(0).load().set(factor);
  f.repeat(TURNS, () => {
    for (const sum of sums) f.get(sum).get(factor).vector(Vector.mul).get(factor).vector(Vector.add).set(sum);
  });
  // Stored, so that none of it can be left out.
  const address = f.local(Type.i32);
  for (const [index, sum] of sums.entries()) f.store(16 * index, LANES, address, sum);
}

type Run = () => void;

function isRun(value: WebAssembly.ExportValue | undefined): value is Run {
  return typeof value === 'function';
}

/** The measured peak. @param milliseconds each of five rounds takes, of which the best counts. @returns multiply-adds a second. */
export function measurePeak(milliseconds: number, clock: Clock): number {
  const module = new ModuleBuilder();
  module.entry('run', write);
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 1 });
  new Float32Array(memory.buffer).fill(0.5);
  const instance = new WebAssembly.Instance(new WebAssembly.Module(module.build(1)), { env: { memory } });
  const { run } = instance.exports;
  if (!isRun(run)) throw new Error('the module has no "run"');
  let best = 0;
  for (let round = 0; round < 5; round++) {
    const start = clock();
    let calls = 0;
    do {
      run();
      calls++;
    } while (clock() - start < milliseconds);
    best = Math.max(best, (calls * TURNS * SUMS * LANES * 1000) / (clock() - start));
  }
  return best;
}

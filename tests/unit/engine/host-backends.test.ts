import { engine, sum, topk, type Scalar } from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../../src/engine/protocol';
import { BACKEND_NAMES } from '../../../src/engine/worker/backends/backends';
import type { AnyDefinition } from '../../../src/engine/worker/model/build-model';
import { Host } from '../../../src/engine/worker/host';
import { bench, wait, type Of } from './host-bench';
import { tinyRecipe } from './tiny-model';

describe('choosing a backend', () => {
  it('measures the model itself, remembers the choice for models of its size, and avoids what was lost', async () => {
    const one = bench();
    one.create(1, { backend: 'auto' });
    const { measured, status } = await one.next('ready');
    // Where the compiled step is faster than any other can be, no other is waited for.
    const names = measured.map(({ backend }) => backend).sort();
    expect([['compiled'], ['compiled', 'cpu', 'wasm']]).toContainEqual(names);
    const [best] = [...measured].sort((a, b) => (a.millisecondsPerStep ?? Infinity) - (b.millisecondsPerStep ?? Infinity));
    expect(status.backend).toBe(best?.backend);
    one.create(2, { backend: 'auto', recipe: { ...tinyRecipe, seed: 2 } });
    const again = await one.next('ready', 2);
    expect(again.measured).toEqual([]);
    expect(again.status.backend).toBe(status.backend);
    one.host.lost(status.backend, { zh: '没了', en: 'gone' });
    expect((await one.next('backend-lost')).backend).toBe(status.backend);
    await one.next('backend-lost', 2);
    one.create(3, { backend: 'auto' });
    const other = await one.next('ready', 3);
    expect(other.status.backend).not.toBe(status.backend);
    // Asked for by name, it is tried again.
    one.create(4, { backend: status.backend });
    expect((await one.next('ready', 4)).status.backend).toBe(status.backend);
  });

  it('falls back where the backend asked for is not there, and says why', async () => {
    const one = bench();
    one.create(1, { backend: 'webgl' });
    const { measured, status } = await one.next('ready');
    expect(['compiled', 'cpu', 'wasm']).toContain(status.backend);
    const failure = measured.find(({ backend }) => backend === 'webgl')?.failure;
    expect(failure?.en).toBeTruthy();
    expect(failure?.zh).toBeTruthy();
  });

  it('takes another and says nothing more where there are no vectors in WebAssembly', async () => {
    const { validate } = WebAssembly;
    WebAssembly.validate = () => false;
    try {
      const one = bench();
      one.create(1, { backend: 'auto' });
      const { measured, status } = await one.next('ready');
      expect(['cpu', 'wasm']).toContain(status.backend);
      expect(measured.find(({ backend }) => backend === 'compiled')?.failure).toBeDefined();
      one.tell({ type: 'step', run: 1, count: 5 });
      expect((await one.next('paused')).step).toBe(5);
      expect(one.reports.some(({ type }) => type === 'failed' || type === 'refused')).toBe(false);
      // Asked for by name, it is said to be missing, in both languages, and the run is there all the same.
      one.create(2, { backend: 'compiled' });
      const asked = await one.next('ready', 2);
      expect(['cpu', 'wasm']).toContain(asked.status.backend);
      const failure = asked.measured.find(({ backend }) => backend === 'compiled')?.failure;
      expect(failure?.zh).toMatch(/[一-鿿]/);
      expect(failure?.en).toBeTruthy();
    } finally {
      WebAssembly.validate = validate;
    }
  });

  it('runs eagerly what cannot be compiled, and names the kernel', async () => {
    const one = bench({ evaluate: (weights) => ({ sorted: sum<Scalar>(topk(weights, 1).values) }) });
    one.create(1, { backend: 'compiled' });
    const { measured, status } = await one.next('ready');
    expect(['cpu', 'wasm']).toContain(status.backend);
    const failure = measured.find(({ backend }) => backend === 'compiled')?.failure;
    expect(failure?.en).toMatch(/TopK/);
    expect(failure?.zh).toMatch(/TopK/);
    one.tell({ type: 'step', run: 1, count: 5 });
    expect((await one.next('paused')).step).toBe(5);
  });

  it('times every backend when asked, without disturbing the run', async () => {
    const one = bench();
    one.create(1);
    await one.next('ready');
    one.tell({ type: 'step', run: 1, count: 5 });
    await one.next('paused');
    one.tell({ type: 'measure', run: 1 });
    const { measured } = await one.next('measured');
    expect(measured.map(({ backend }) => backend)).toEqual(BACKEND_NAMES);
    for (const { millisecondsPerStep, failure } of measured) expect(failure === undefined).toBe((millisecondsPerStep ?? 0) > 0);
    one.tell({ type: 'step', run: 1, count: 5 });
    expect((await one.next('paused')).step).toBe(10);
  });
});

describe('a backend that breaks', () => {
  it('is given up when its program traps; the run starts again elsewhere, from its snapshot', async () => {
    const one = bench({
      onForward: (passes) => {
        if (passes === 12 && engine().backendName === 'wasm') throw new WebAssembly.RuntimeError('memory access out of bounds');
      },
    });
    one.create(1, { backend: 'wasm' });
    const { snapshot } = await one.next('ready');
    one.tell({ type: 'step', run: 1, count: 30 });
    const lost = await one.next('backend-lost');
    expect(lost.backend).toBe('wasm');
    expect(lost.cause.zh).toMatch(/内存/);
    one.create(2, { backend: 'auto', snapshot });
    expect((await one.next('ready', 2)).status.backend).not.toBe('wasm');
    one.tell({ type: 'step', run: 2, count: 30 });
    expect((await one.next('paused', 2)).step).toBe(30);
  });

  it('does not hold up the others, even where a number that was asked for never comes', async () => {
    const never = { data: () => new Promise<never>(() => undefined), dispose: () => undefined };
    const one = bench({
      evaluate: () => ({ distance: engine().backendName === 'cpu' ? (never as unknown as Scalar) : 1 }),
      evaluateEvery: 5,
    });
    one.create(1, { backend: 'cpu' });
    // The very first evaluation never comes; then the driver is found to be gone.
    await wait(30);
    one.create(2, { backend: 'wasm' });
    await wait(30);
    expect(one.reports.some(({ type }) => type === 'ready')).toBe(false);
    one.host.lost('cpu', { zh: '没了', en: 'gone' });
    expect((await one.next('backend-lost', 1)).cause.en).toBe('gone');
    await one.next('ready', 2);
    one.tell({ type: 'step', run: 2, count: 7 });
    expect((await one.next('paused', 2)).step).toBe(7);
  });

  it('fails with demo, layer and cause where the model itself is at fault', async () => {
    class LayerError extends Error {
      readonly node = 'hidden2';
    }
    const definition: AnyDefinition = {
      create: () => {
        throw new LayerError('"hidden2": the input has 3 features, 2 were expected');
      },
    };
    const reports: Report[] = [];
    const host = new Host({
      send: (report) => reports.push(report),
      loadDefinition: () => Promise.resolve(definition),
      yieldToMessages: () => new Promise((resolve) => setImmediate(resolve)),
    });
    host.receive({ type: 'create', number: 1, run: 1, recipe: tinyRecipe, backend: 'cpu' });
    await host.settled();
    const failed = reports.find((report): report is Of<'failed'> => report.type === 'failed');
    expect(failed).toMatchObject({ run: 1, demo: 'tiny', layer: 'hidden2' });
    expect(failed?.message.en).toBe('"tiny" failed in building the model: "hidden2": the input has 3 features, 2 were expected');
    expect(failed?.message.zh).toMatch(/“tiny”.*构建模型时/);
    host.receive({ type: 'create', number: 1, run: 2, recipe: { ...tinyRecipe, demo: 'tiny' }, backend: 'cpu' });
    await host.settled();
    expect(reports.filter(({ type, run }) => type === 'failed' && run === 2)).toHaveLength(1);
  });
});

import { engine } from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { bench, wait, type Of } from './host-bench';
import { tinyRecipe } from './tiny-model';

describe('the host', () => {
  it('sends all losses, each once and in order, with at most one report unread', async () => {
    const { tell, create, next, reports } = bench();
    create(1);
    await next('ready');
    tell({ type: 'step', run: 1, count: 500 });
    const paused = await next('paused');
    expect(paused).toMatchObject({ step: 500, reason: { kind: 'command' }, number: 1 });
    const frames = reports.filter((report): report is Of<'frame'> => report.type === 'frame');
    let trained = 0;
    for (const { metrics } of frames) {
      expect(metrics.from).toBe(trained);
      trained += metrics.loss.length;
    }
    expect(trained).toBe(500);
    expect(frames.flatMap(({ metrics }) => [...metrics.evaluatedAt])).toEqual(Array.from({ length: 125 }, (_, i) => 4 * (i + 1)));
  });

  it('trains on while a report is not read, and sends none before it is', async () => {
    const one = bench();
    one.create(1);
    await one.next('ready');
    one.reads = false;
    one.tell({ type: 'play', run: 1, pace: Infinity });
    const first = await one.next('frame');
    await wait(120);
    expect(one.reports.filter(({ type }) => type === 'frame')).toHaveLength(1);
    one.reads = true;
    one.tell({ type: 'ack', run: 1 });
    const second = await one.next('frame');
    expect(second.metrics.from).toBe(first.frame.step);
    expect(second.metrics.loss.length).toBeGreaterThan(10);
    one.tell({ type: 'pause', run: 1 });
    await one.next('paused');
  });

  it('says which command a pause answers, so that one that is past can be told', async () => {
    const { tell, create, next } = bench();
    create(1);
    await next('ready');
    tell({ type: 'play', run: 1, pace: Infinity });
    tell({ type: 'pause', run: 1 });
    tell({ type: 'step', run: 1, count: 3 });
    const first = await next('paused');
    const second = await next('paused');
    expect([first.number, second.number]).toEqual([2, 3]);
    expect(second.step).toBe(first.step + 3);
  });

  it('adds steps that are asked for while others are under way', async () => {
    const { tell, create, next } = bench();
    create(1);
    await next('ready');
    for (let i = 0; i < 4; i++) tell({ type: 'step', run: 1, count: 5 });
    for (;;) {
      const { number, step } = await next('paused');
      if (number < 4) continue;
      expect(step).toBe(20);
      return;
    }
  });

  it('shares the time among runs: none is ahead of another for long', async () => {
    const { tell, create, next } = bench();
    create(1);
    create(2);
    await next('ready', 1);
    await next('ready', 2);
    tell({ type: 'play', run: 1, pace: Infinity });
    tell({ type: 'play', run: 2, pace: Infinity });
    await wait(400);
    tell({ type: 'pause', run: 1 });
    tell({ type: 'pause', run: 2 });
    const [first, second] = [(await next('paused', 1)).step, (await next('paused', 2)).step];
    expect(Math.min(first, second)).toBeGreaterThan(0.4 * Math.max(first, second));
  });

  it('lets a slow run take its time without holding up a fast one', async () => {
    const { tell, create, next } = bench();
    create(1);
    create(2);
    await next('ready', 1);
    await next('ready', 2);
    const start = performance.now();
    tell({ type: 'play', run: 1, pace: 2 });
    tell({ type: 'step', run: 2, count: 300 });
    // The fast one comes to its end although the slow one has not.
    await next('paused', 2);
    const seconds = (performance.now() - start) / 1000;
    tell({ type: 'pause', run: 1 });
    expect((await next('paused', 1)).step).toBeLessThanOrEqual(2 * (seconds + 1) + 2);
  });

  it('keeps the pace', async () => {
    const { tell, create, next } = bench();
    create(1);
    await next('ready');
    const start = performance.now();
    tell({ type: 'play', run: 1, pace: 40 });
    await wait(500);
    tell({ type: 'pause', run: 1 });
    const { step } = await next('paused');
    // However late a busy machine wakes us, the pace is counted in the time that has passed.
    expect(step).toBeGreaterThan(3);
    expect(step).toBeLessThanOrEqual(40 * ((performance.now() - start) / 1000) + 2);
  });

  it('refuses what does not fit, in both languages, and the run goes on as if nothing had been asked', async () => {
    const { tell, create, next } = bench();
    create(1);
    await next('ready');
    const edits = [
      { variable: 'tiny/kernel', index: 0, value: 9 },
      { variable: 'tiny/kernel', index: 7, value: 9 },
    ];
    tell({ type: 'edit', run: 1, edits });
    const refused = await next('refused');
    expect([refused.command, refused.number]).toEqual(['edit', 1]);
    expect(refused.message.en).toBe('"tiny/kernel" has 2 elements; there is no element 7');
    expect(refused.message.zh).toMatch(/只有 2 个数/);
    tell({ type: 'load', run: 1, arrays: { 'tiny/kernel': { shape: [3], data: new Float32Array(3) } } });
    expect((await next('refused')).message.en).toMatch(/"tiny\/kernel" has shape \[3\]; this network needs \[2\]/);
    tell({ type: 'load', run: 1, arrays: {} });
    expect((await next('refused')).message.zh).toMatch(/没有“tiny\/kernel”/);
    tell({ type: 'export', run: 1 });
    expect((await next('refused')).message.zh).toMatch(/没有可以保存的网络/);
    tell({ type: 'step', run: 1, count: 3 });
    await next('paused');
    const { frame } = await next('frame');
    const straight = bench();
    straight.create(1);
    await straight.next('ready');
    straight.tell({ type: 'step', run: 1, count: 3 });
    await straight.next('paused');
    expect(frame.arrays).toEqual((await straight.next('frame')).frame.arrays);
  });

  it('leaves out interventions of a recipe that do not fit, and says so', async () => {
    const { create, next } = bench();
    const interventions = [
      { kind: 'edit', step: 0, variable: 'tiny/kernel', index: 1, value: 0.5 },
      { kind: 'edit', step: 0, variable: 'huge/kernel', index: 1, value: 0.5 },
    ] as const;
    create(1, { recipe: { ...tinyRecipe, interventions } });
    const { frame } = await next('ready');
    expect(frame.arrays['weights/tiny/kernel']?.data[1]).toBe(0.5);
    const { command, message } = await next('refused');
    expect(command).toBe('create');
    expect(message.en).toMatch(/1 changes .*huge\/kernel/);
  });

  it('answers a ping at once, even for a run that waits to be read', async () => {
    const one = bench();
    one.create(1);
    await one.next('ready');
    one.reads = false;
    one.tell({ type: 'step', run: 1, count: 100 });
    await one.next('frame');
    one.tell({ type: 'ping', run: 1 });
    expect(one.reports.at(-1)).toEqual({ type: 'pong', run: 1 });
  });

  it('is not held up by a run whose page has gone without reading', async () => {
    const one = bench();
    one.create(1);
    await one.next('ready');
    one.reads = false;
    one.tell({ type: 'step', run: 1, count: 400 });
    await one.next('frame');
    one.tell({ type: 'dispose', run: 1 });
    one.create(2);
    one.reads = true;
    await one.next('ready', 2);
    one.tell({ type: 'step', run: 2, count: 2 });
    expect((await one.next('paused', 2)).step).toBe(2);
  });

  it('gives up a run that is cancelled while it is being built, and ignores words for runs that are not there', async () => {
    const one = bench();
    one.create(1);
    one.tell({ type: 'dispose', run: 1 });
    one.tell({ type: 'step', run: 77, count: 2 });
    one.tell({ type: 'ack', run: 77 });
    one.tell({ type: 'pause', run: 77 });
    one.create(2);
    await one.next('ready', 2);
    expect(one.reports.filter(({ run }) => run !== 2)).toEqual([]);
  });

  it('leaves no tensor behind, however many runs have come and gone', async () => {
    const one = bench();
    one.create(99);
    await one.next('ready', 99);
    const before = engine().memory().numTensors;
    for (let run = 1; run <= 5; run++) {
      one.create(run);
      await one.next('ready', run);
      one.tell({ type: 'step', run, count: 40 });
      const { snapshot } = await one.next('frame', run);
      await one.next('paused', run);
      one.tell({ type: 'seek', run, step: 10, ...(snapshot === undefined ? {} : { snapshot: { ...snapshot, step: 0 } }) });
      await one.next('paused', run);
      one.tell({ type: 'edit', run, edits: [{ variable: 'tiny/kernel', index: 0, value: 1 }] });
      await one.next('intervened', run);
      one.tell({ type: 'dispose', run });
      await one.host.settled();
    }
    expect(engine().memory().numTensors).toBe(before);
  });
});

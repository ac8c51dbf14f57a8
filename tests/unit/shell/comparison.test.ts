import { describe, expect, it } from 'vitest';
import { MOST_KEPT } from '../../../src/shell/compare/kept-run';
import { runsCsv, sorted } from '../../../src/shell/compare/run-table';
import { differing, settingWords } from '../../../src/shell/compare/settings';
import { otherRuns } from '../../../src/shell/compare/chart-runs';
import { pairCaptions, forkSource } from '../../../src/shell/compare/fork-picture';
import { formatLink, parseLink } from '../../../src/shell/link/link';
import { until } from '../engine/tiny-session';
import { begin, loaded } from './comparing';

const { demo } = loaded;

describe('kept runs', () => {
  it('stay in the curves when the run starts anew, and are restored with settings and step, bit for bit', async () => {
    const { controller, comparison } = begin();
    expect(comparison.mayKeep).toBe(false);
    await controller.set({ learningRate: 0.1 });
    await controller.train(20);
    await controller.set({ learningRate: 0.3 });
    await controller.train(5);
    const losses = [...(controller.session?.record.loss ?? [])];
    const run = comparison.keep();
    expect(run).toMatchObject({ steps: 25, name: 'A · learning rate 0.3', shown: true });
    expect(Array.from(run?.curves.loss ?? [])).toEqual(losses);
    await controller.set({ hidden: [3] });
    const { ghosts, runs, last } = otherRuns(controller, 'loss');
    // What was left behind by starting anew is the kept one: it is drawn once.
    expect(runs.map(({ name }) => name)).toEqual(['this run', 'A · learning rate 0.3']);
    expect(Array.from(ghosts[0]?.y ?? [])).toEqual(losses);
    expect(last).toBe(25);
    controller.open({ ...controller.linkState, ...comparison.kept[0]?.state }, []);
    await until(() => controller.session?.state.kind === 'paused' && controller.cursor === 25);
    expect([...(controller.session?.record.loss ?? [])]).toEqual(losses);
    expect(controller.values['learningRate']).toBe(0.3);
    controller.dispose();
  });

  it('are renamed, hidden, removed; there are never more than their dashes tell apart', async () => {
    const { controller, comparison } = begin();
    await controller.train(2);
    for (let i = 0; i < MOST_KEPT + 3; i++) comparison.keep();
    expect(comparison.kept.map(({ slot }) => slot)).toEqual(Array.from({ length: MOST_KEPT }, (_, i) => i));
    expect(comparison.mayKeep).toBe(false);
    comparison.alter(2, { name: '  a\n b ' });
    comparison.alter(3, { shown: false });
    expect(comparison.kept[2]?.name).toBe('a b');
    expect(otherRuns(controller, 'loss').runs).toHaveLength(MOST_KEPT);
    comparison.remove(0);
    expect(comparison.keep()?.slot).toBe(0);
    controller.dispose();
  });

  it('are sorted by any column, and written as CSV that a spreadsheet does not take for formulas', async () => {
    const { controller, comparison } = begin();
    await controller.train(4);
    comparison.keep();
    await controller.set({ hidden: [3, 2] });
    await controller.train(2);
    comparison.keep();
    comparison.alter(0, { name: '=1+1, "x"' });
    const order = (column: string, descending: boolean) => sorted(comparison.kept, { column, descending }).map(({ slot }) => slot);
    expect([order('steps', false), order('steps', true), order('name', false)]).toEqual([
      [1, 0],
      [0, 1],
      [0, 1],
    ]);
    expect([order('nothing', false), order('nothing', true)]).toEqual([
      [0, 1],
      [0, 1],
    ]);
    const [head, first, second] = runsCsv(demo, comparison.kept).split('\n');
    expect(head).toBe(`name,seed,steps,changes,hidden,${Object.keys(demo.metrics).join(',')}`);
    expect(first).toMatch(/^"'=1\+1, ""x""",3,4,0,"4,2",/);
    expect(second).toMatch(/^"?B · hidden layers 3,2"?,3,2,0,"3,2",\d/);
    controller.dispose();
  });

  it('say which settings are not as declared', () => {
    const values = { ...begin().controller.values, learningRate: 0.3, showTest: true, dataset: 'xor' };
    expect(differing(demo, values)).toEqual(['dataset', 'learningRate']);
    expect(settingWords(demo, values, 'zh')).toBe('数据 异或，学习率 0.3');
  });
});

describe('a fork', () => {
  it('shares the past of the run up to the cursor, and is driven by the same transport', async () => {
    const { controller, comparison } = begin();
    await controller.train(50);
    await controller.seek(30);
    await comparison.startFork('learningRate', 0.3);
    await controller.train(10);
    expect([controller.cursor, controller.latest]).toEqual([40, 50]);
    const pair = comparison.forked;
    expect([...(pair?.fork.record.loss ?? [])].slice(0, 31)).toEqual([...(pair?.main.record.loss ?? [])].slice(0, 31));
    expect(pair?.fork.record.loss[35]).not.toBe(pair?.main.record.loss[35]);
    expect(pairCaptions(controller)).toEqual({ main: 'this run: learning rate = 0.03', fork: 'fork: learning rate = 0.3' });
    expect(forkSource(controller)?.step).toBe(40);
    await controller.step();
    expect([pair?.main.cursor, pair?.fork.cursor]).toEqual([41, 41]);
    await controller.seek(48);
    expect(pairCaptions(controller)?.fork).toContain('ends at step 41');
    expect(otherRuns(controller, 'loss').runs.map(({ name }) => name)).toEqual(['this run', 'fork']);
    controller.dispose();
  });

  it('with another network starts at step 0, and both go back there', async () => {
    const { controller, comparison } = begin();
    await controller.train(20);
    await comparison.startFork('hidden', [3]);
    expect([controller.cursor, controller.latest]).toEqual([0, 20]);
    await controller.train(8);
    expect(comparison.forked?.fork.record.latest).toBe(8);
    expect(comparison.forkLink).toEqual({ knob: 'hidden', step: 0, value: [3] });
    controller.dispose();
  });

  it('is adopted or closed, and the run that is left is kept', async () => {
    const { controller, comparison } = begin();
    await controller.train(10);
    await comparison.startFork('learningRate', 0.3);
    await controller.train(5);
    comparison.endFork('fork');
    expect(comparison.forked).toBeUndefined();
    expect(controller.values['learningRate']).toBe(0.3);
    expect(comparison.kept).toMatchObject([{ steps: 15, name: 'A' }]);
    await controller.train(5);
    expect(controller.latest).toBe(20);
    await comparison.startFork('learningRate', 0.01);
    await controller.train(1);
    comparison.endFork('main');
    expect(comparison.kept).toHaveLength(2);
    expect(controller.latest).toBe(21);
    controller.dispose();
  });

  it('comes back from a link with the same losses, at the same step', async () => {
    const { controller, comparison } = begin();
    await controller.train(12);
    await controller.seek(8);
    await comparison.startFork('learningRate', 0.3);
    await controller.train(9);
    const text = formatLink(demo, controller.linkState);
    expect(text).toContain('fork=learningRate.8.0.3');
    const { state, problems } = parseLink(demo, text);
    expect(problems).toEqual([]);
    const other = begin();
    other.controller.open(state, []);
    await until(() => other.comparison.forked?.fork.last === 17 && other.controller.session?.state.kind === 'paused');
    expect([...(other.comparison.forked?.fork.record.loss ?? [])]).toEqual([...(comparison.forked?.fork.record.loss ?? [])]);
    expect(other.controller.cursor).toBe(17);
    controller.dispose();
    other.controller.dispose();
  });
});

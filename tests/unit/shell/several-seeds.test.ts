/** The same run from several seeds. */
import { describe, expect, it, vi } from 'vitest';
import { otherRuns } from '../../../src/shell/compare/chart-runs';
import { bandOf } from '../../../src/shell/compare/band';
import { seedsFrom } from '../../../src/shell/compare/seed-sweep';
import { until } from '../engine/tiny-session';
import { alone, begin } from './comparing';

describe('several seeds', () => {
  it('give what single runs of those seeds give; the band is their median and range', async () => {
    const { controller, comparison, made } = begin();
    await controller.set({ learningRate: 0.1 });
    await comparison.trainSeeds(3, 24);
    const singles = await Promise.all([3, 4, 5].map((seed) => alone({ learningRate: 0.1 }, seed, 24)));
    expect(comparison.sweep?.runs.map(({ curves }) => Array.from(curves.loss))).toEqual(singles.map((record) => [...(record?.loss ?? [])]));
    const band = comparison.sweep?.band('testLoss');
    const last = singles.map((record) => record?.evaluated['testLoss']?.at(-1) ?? NaN).sort((a, b) => a - b);
    expect([band?.low.at(-1), band?.median.at(-1), band?.high.at(-1)]).toEqual(last);
    expect(otherRuns(controller, 'loss').others.find(({ name }) => name === 'test loss · 3 seeds')?.band).toBe(band);
    // Nobody looks back into them: no frames, no snapshots but the first and the last.
    expect(made.filter(({ lean }) => lean === true)).toHaveLength(3);
    controller.dispose();
  });

  it('are trained as many at once as there are cores, each by a worker of its own, and stand in their order', async () => {
    const cores = vi.spyOn(navigator, 'hardwareConcurrency', 'get').mockReturnValue(3);
    try {
      const { controller, comparison, made } = begin();
      const training = comparison.trainSeeds(5, 40);
      const lanes = new Set(made.filter(({ lean }) => lean === true).map(({ connection }) => connection));
      // One of them is the page's own, which needs no naming.
      expect([lanes.size, lanes.has(undefined)]).toEqual([3, true]);
      expect(comparison.sweep?.under).toEqual([3, 4, 5]);
      await training;
      expect(comparison.sweep?.runs.map(({ seed }) => seed)).toEqual([3, 4, 5, 6, 7]);
      expect(new Set(made.map(({ connection }) => connection)).size).toBe(3);
      controller.dispose();
    } finally {
      cores.mockRestore();
    }
  });

  it('stop when they are told to, and keep what is done', async () => {
    const { controller, comparison } = begin();
    await controller.set({ learningRate: 0.1 });
    const training = comparison.trainSeeds(8, 300);
    await until(() => (comparison.sweep?.runs.length ?? 0) >= 1);
    comparison.sweep?.cancel();
    await training;
    const done = comparison.sweep?.runs.length ?? 0;
    expect(done).toBeGreaterThanOrEqual(1);
    expect(done).toBeLessThan(8);
    expect(comparison.sweep?.running).toBe(false);
    controller.dispose();
  });

  it('wait while they are out of sight', async () => {
    const { controller, comparison } = begin();
    controller.setVisible(false);
    const training = comparison.trainSeeds(3, 10);
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(comparison.sweep?.fraction).toBe(0);
    controller.setVisible(true);
    await training;
    expect(comparison.sweep?.runs).toHaveLength(3);
    controller.dispose();
  });

  it('that break do not count after they did', () => {
    const run = (loss: number[]) => ({ lossAt: loss.map((_, i) => i + 1), loss, evaluatedAt: [], evaluated: {} });
    const { median: middle, low, high } = bandOf([run([4, 2, 1]), run([6, NaN]), run([5, 3, 2, 9])], 'loss');
    expect([[...low], [...middle], [...high]]).toEqual([
      [4, 2, 1, 9],
      [5, 2.5, 1.5, 9],
      [6, 3, 2, 9],
    ]);
  });

  it('follow the reader’s own, and go round at the largest', () => {
    expect(seedsFrom(4294967295, 3)).toEqual([4294967295, 0, 1]);
  });
});

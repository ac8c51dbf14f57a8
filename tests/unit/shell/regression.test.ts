/** A regression is judged by its loss alone: nowhere is an accuracy spoken of. */
import { describe, expect, it } from 'vitest';
import { demos } from '../../../src/demos/registry';
import { labTrainer } from '../../../src/engine/worker/lab';
import { isMeasured, seriesOf } from '../../../src/shell/pictures/source';

describe('the curves of the playground', () => {
  it.each([
    ['plane', 0],
    ['circle', 2],
  ])('on %s show %d accuracies', async (dataset, accuracies) => {
    const demo = demos.get('mlp-playground');
    if (demo === undefined) throw new Error('the playground is not there');
    const trainer = await labTrainer('cpu', 'mlp-playground', demo, { values: { dataset } });
    const { evaluated } = await trainer.collect();
    trainer.dispose();
    const record = {
      lossAt: [1],
      loss: [0.5],
      evaluatedAt: [0],
      evaluated: Object.fromEntries(Object.entries(evaluated).map(([name, values]) => [name, [...values]])),
    };
    const drawn = seriesOf(demo, 'accuracy', record, 'en');
    expect(drawn).toHaveLength(accuracies);
    for (const { y } of [...drawn, ...seriesOf(demo, 'loss', record, 'en')]) expect(y[y.length - 1]).toBeGreaterThanOrEqual(0);
    expect(isMeasured(record, 'testAccuracy')).toBe(accuracies > 0);
    expect(isMeasured({ ...record, evaluatedAt: [], evaluated: {} }, 'testAccuracy')).toBe(true);
  });
});

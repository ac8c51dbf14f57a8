/** Knobs that many demos have: their words are one, all else is the demo's. */
import { describe, expect, it } from 'vitest';
import { demos } from '../../../src/demos/registry';
import { activation, depth, learningRate, optimiser, planarDataset, recurrentCell, stateUnits, width } from '../../../src/demos/knobs';
import { CLASS_DATASETS, REGRESSION_DATASETS } from '../../../src/ml/data-kinds/planar/program';
import { OPTIMISER_NAMES } from '../../../src/ml/blueprint/optimiser-settings';

describe('a knob that many demos have', () => {
  it('takes range and default from the demo, and anything else that it says', () => {
    const { help, ...rate } = learningRate({ min: 1e-3, max: 0.1, value: 0.02 });
    expect(help?.en).toMatch(/parameters/);
    expect(help?.zh).toMatch(/参数/);
    expect(rate).toEqual({
      kind: 'range',
      label: { zh: '学习率', en: 'learning rate' },
      term: 'learning-rate',
      effect: 'live',
      scale: 'log',
      min: 1e-3,
      max: 0.1,
      value: 0.02,
    });
    expect(depth({ max: 8, value: 3, prominent: true })).toMatchObject({ min: 1, max: 8, step: 1, value: 3, prominent: true });
    expect(depth({ min: 2, max: 8, value: 3 }).min).toBe(2);
    expect(width({ min: 1, max: 12, value: 8, label: { zh: '宽', en: 'wide' } }).label.en).toBe('wide');
    expect(depth({ max: 8, value: 3, help: { zh: '几层。', en: 'Layers.' } }).help).toEqual({ zh: '几层。', en: 'Layers.' });
  });

  it('offers the options that the demo names, in its order', () => {
    const { options, value } = planarDataset(['moons', 'circle'], { value: 'circle' });
    expect(Object.keys(options)).toEqual(['moons', 'circle']);
    expect(options.moons).toEqual({ zh: '月牙', en: 'moons' });
    expect(value).toBe('circle');
    // @ts-expect-error xor is none of the options
    planarDataset(['moons', 'circle'], { value: 'xor' });
    expect(Object.keys(optimiser([...OPTIMISER_NAMES], { value: 'sgd' }).options)).toEqual([...OPTIMISER_NAMES]);
    expect(Object.keys(planarDataset([...CLASS_DATASETS, ...REGRESSION_DATASETS], { value: 'xor' }).options)).toHaveLength(11);
    expect(Object.keys(recurrentCell(['rnn', 'lstm'], { value: 'lstm' }).options)).toEqual(['rnn', 'lstm']);
    expect(stateUnits({ max: 8, value: 4 })).toMatchObject({
      min: 1,
      max: 8,
      step: 1,
      value: 4,
      label: { en: 'units of the hidden state' },
    });
    expect(activation(['relu', 'tanh'], { value: 'relu' }).options.relu.en).toBe('ReLU');
  });

  it('is called the same wherever a demo says nothing else', () => {
    const labels = [...demos.values()].flatMap(({ parameters }) =>
      parameters['optimiser'] === undefined ? [] : [parameters['optimiser'].label.zh],
    );
    expect(new Set(labels)).toEqual(new Set(['优化器']));
  });
});

import { expect, it } from 'vitest';
import { choice, range, subset, toggle, type Demo } from '../../../src/demos/declaration';
import { goalInWords } from '../../../src/site/markdown/goal-words';

const demo: Pick<Demo, 'metrics' | 'parameters'> = {
  metrics: {
    testAccuracy: { label: { zh: '测试准确率', en: 'test accuracy' }, role: 'test', chart: 'accuracy', format: 'percent' },
    error: { label: { zh: '误差', en: 'error' }, role: 'test', chart: 'loss', format: 'number' },
  },
  parameters: {
    shift: range({
      label: { zh: '平移', en: 'shift' },
      effect: 'live',
      min: -9,
      max: 9,
      scale: 'linear',
      value: 0,
      unit: { zh: '格', en: 'pixels' },
    }),
    data: choice({
      label: { zh: '数据', en: 'data' },
      effect: 'restart',
      options: { circle: { zh: '圆', en: 'circle' }, xor: { zh: '异或', en: 'xor' } },
      value: 'circle',
    }),
    features: subset({
      label: { zh: '输入特征', en: 'input features' },
      effect: 'restart',
      options: { x1: { zh: 'x₁', en: 'x₁' }, x2: { zh: 'x₂', en: 'x₂' } },
      value: ['x1'],
      least: 0,
    }),
    norm: toggle({ label: { zh: '层规范化', en: 'layer norm' }, effect: 'restart', value: false }),
  },
};

it.each([
  [
    'testAccuracy >= 0.97 and hiddenUnits >= 1 and hiddenUnits <= 3 and data is circle',
    '测试准确率至少 97% · 隐藏单元 1 到 3 · 数据：圆',
    'test accuracy at least 97 % · hidden units 1 to 3 · data: circle',
  ],
  ['error < 0.0000001 and step <= 400', '误差低于 10⁻⁷ · 步数至多 400', 'error below 10⁻⁷ · steps at most 400'],
  ['shift == -3 or loss > 0.00025', '平移恰为 −3 格，或者损失高于 0.00025', 'shift exactly −3 pixels, or loss above 0.00025'],
  ['features is x1,x2 and norm is true', '输入特征：x₁、x₂ · 层规范化：开', 'input features: x₁, x₂ · layer norm: on'],
  ['data is not xor and norm is not true', '数据：不是异或 · 层规范化：关', 'data: not xor · layer norm: off'],
])('"%s" is said in words, in both languages', (goal, zh, en) => {
  expect(goalInWords(goal, demo, 'zh')).toBe(zh);
  expect(goalInWords(goal, demo, 'en')).toBe(en);
});

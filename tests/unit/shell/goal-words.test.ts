import { expect, it } from 'vitest';
import { choice, range, subset, toggle, type Demo } from '../../../src/demos/declaration';
import { defaultsOf } from '../../../src/demos/resolve';
import { parseGoal } from '../../../src/shell/challenge/goal';
import { goalInWords, settingsOfGoal, standingTo } from '../../../src/shell/challenge/goal-words';

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

function goalOf(written: string) {
  const parsed = parseGoal(written, demo);
  if ('problem' in parsed) throw new Error(parsed.problem.en);
  return parsed.goal;
}

/** How a run with these numbers, and these settings besides the declared ones, stands to a goal: met parts with a plus. */
function standing(written: string, quantities: Readonly<Record<string, number>>, lang: 'zh' | 'en', changed: object = {}): string[] {
  const run = { quantities, params: { ...defaultsOf(demo), ...changed }, parameters: demo.parameters };
  return standingTo(goalOf(written), demo, run, lang).flatMap((way) => way.map(({ met, words }) => `${met ? '+' : '-'} ${words}`));
}

it('how far a run is from a goal is said part by part, with its own numbers', () => {
  const goal = 'testAccuracy >= 0.97 and hiddenUnits >= 1 and hiddenUnits <= 3 and data is xor and norm is not true';
  expect(standing(goal, { testAccuracy: 0.8241, hiddenUnits: 4 }, 'en')).toEqual([
    '- test accuracy 82.4 % (at least 97 %)',
    '- hidden units 4 (1 to 3)',
    '- data: circle (should be xor)',
    '+ layer norm: off',
  ]);
  expect(standing(goal, { testAccuracy: 0.98, hiddenUnits: 3 }, 'zh', { data: 'xor', norm: true })).toEqual([
    '+ 测试准确率 98%（至少 97%）',
    '+ 隐藏单元 3（1 到 3）',
    '+ 数据：异或',
    '- 层规范化：开（应为关）',
  ]);
  expect(standing('data is not circle', {}, 'en')).toEqual(['- data: circle (should be another)']);
});

it('a number that is not there is a dash, and rounding never says that a goal is reached which is not', () => {
  expect(standing('error < 0.1', {}, 'en')).toEqual(['- error – (below 0.1)']);
  expect(standing('error < 0.1', { error: NaN }, 'en')).toEqual(['- error – (below 0.1)']);
  expect(standing('testAccuracy >= 0.97', { testAccuracy: 0.96991 }, 'en')).toEqual(['- test accuracy 96.991 % (at least 97 %)']);
  expect(standing('step <= 1300', { step: 1234 }, 'en')).toEqual(['+ steps 1234 (at most 1300)']);
  expect(standing('error < 0.1', { error: 0.09998 }, 'en')).toEqual(['+ error 0.09998 (below 0.1)']);
});

it('the settings that a goal names are those of its options, and no numbers', () => {
  expect(settingsOfGoal(goalOf('data is xor and norm is not true and shift >= 3 and error < 1 or data is circle'), demo)).toEqual({
    data: 'xor',
    norm: false,
  });
  expect(settingsOfGoal(goalOf('data is not xor'), demo)).toEqual({});
});

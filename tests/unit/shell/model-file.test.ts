import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultsOf } from '../../../src/demos/resolve';
import { settingsOf, writeModel } from '../../../src/shell/saved-model/model-file';
import { readModelFiles } from '../../../src/shell/saved-model/read-model';
import { arrays, demo, fileOf, load, recipe, saved, zipped } from './model-loading';

/** A saved model with something else at a path. */
function changed(change: (content: Record<string, unknown>) => void): string {
  const content = JSON.parse(saved) as Record<string, unknown>;
  change(content);
  return JSON.stringify(content);
}

describe('the settings of a saved model', () => {
  it('are those that the demo has; others are of an older demo', () => {
    expect(settingsOf(demo, { hidden: [3, 4], activations: ['relu'], batchNorm: true, noise: 0.1, gone: 1 })).toEqual({
      values: { hidden: [3, 4], activations: ['relu'], batchNorm: true, noise: 0.1 },
    });
    expect(settingsOf(demo, {})).toEqual({ values: {} });
  });

  it.each([{ hidden: 'many' }, { hidden: [99] }, { noise: null }, { noise: 1e308 }, { dataset: {} }, { activations: [['tanh']] }])(
    'that are out of range are refused by name: %o',
    (stored) => {
      const result = settingsOf(demo, stored);
      expect('problem' in result && result.problem.en).toContain(Object.keys(stored)[0]);
    },
  );
});

describe('a saved model', () => {
  const own = { own: { arrays, values: recipe.values, seed: 3 } };

  it.each([
    ['as it was', fileOf(saved)],
    ['with a mark of its encoding', fileOf(`\uFEFF${saved}`)],
    ['compressed', { name: 'mlp-playground.json.gz', bytes: zipped(new TextEncoder().encode(saved)) }],
    ['under any name', fileOf(saved, 'model (1).txt')],
  ])('comes back %s', async (_, file) => {
    expect(await readModelFiles([file], 'mlp-playground')).toEqual(own);
  });

  it.each<readonly [string, string, RegExp, RegExp]>([
    ['no JSON', 'x,y\n1,2', /is no model/, /不是模型/],
    ['cut off', saved.slice(0, 80), /stops being JSON at line 1, column \d+/, /第 1 行第 \d+ 列/],
    ['other JSON', '{"a":1}', /is no model/, /不是模型/],
    ['a list', '[1]', /is no model/, /不是模型/],
    ['of another version', changed((one) => (one['version'] = 7)), /version 7, and this page reads 1/, /格式版本是 7/],
    ['another demo’s', writeModel({ ...recipe, demo: 'neuron' }, 1, arrays), /of the demo "neuron"/, /演示“neuron”/],
    ['of an odd demo', changed((one) => (one['demo'] = { toString: 1 })), /does not say which demo/, /没有写明/],
    ['of a huge seed', changed((one) => (one['seed'] = 1e300)), /seed 1e\+300 should be a whole number/, /种子 1e\+300/],
    ['of half a seed', changed((one) => (one['seed'] = 0.5)), /seed 0\.5/, /种子 0\.5/],
    ['of an odd seed', changed((one) => (one['seed'] = { toString: 1 })), /seed \{"toString":1\}/, /种子/],
    ['with odd settings', changed((one) => (one['values'] = [1])), /values, should be an object/, /应为一个对象/],
    ['without weights', changed((one) => delete one['weights']), /weights should be a list/, /列表/],
    [
      'with a nameless weight',
      changed((one) => (one['weights'] = [{ shape: [1], data: [1] }])),
      /weights\[0\] should have/,
      /weights\[0\]/,
    ],
    ['with a number missing', saved.replace('3.5,', ''), /"hidden1\/kernel" has 3 numbers; its shape \[2, 2\] makes 4/, /有 3 个数/],
    ['with a text for a number', saved.replace('3.5', '"x"'), /number 3 of "hidden1\/kernel" is "x"/, /第 3 个数/],
    ['with a digit in quotes', saved.replace('3.5', '"3.5"'), /number 3 of "hidden1\/kernel" is "3.5"/, /第 3 个数/],
    ['with null for a number', saved.replace('3.5', 'null'), /is null; it should be a finite number/, /null/],
    ['with a number too large', saved.replace('3.5', '1e39'), /is 1e\+39/, /1e\+39/],
    ['with an infinite number', saved.replace('3.5', '1e999'), /is Infinity/, /Infinity/],
    ['with half a length', saved.replace('"shape":[2,2]', '"shape":[0.5,8]'), /shape \[0\.5, 8\] of "hidden1\/kernel"/, /\[0\.5, 8\]/],
    ['with lengths below zero', saved.replace('"shape":[2,2]', '"shape":[-2,-2]'), /shape \[-2, -2\]/, /\[-2, -2\]/],
    ['with an odd length', saved.replace('"shape":[2,2]', '"shape":[{"toString":1},4]'), /shape \[\{"toString":1\}, 4\]/, /形状/],
    ['with a weight twice', saved.replace('output/bias', 'hidden1/bias'), /"hidden1\/bias" is there twice/, /出现了两次/],
    ['with a setting out of range', saved.replace('"noise":0.1', '"noise":70'), /setting noise: /, /设置 noise/],
  ])('is refused in a sentence when it is %s, and nothing is changed', async (_, text, en, zh) => {
    const { said, commands, others } = await load([fileOf(text)]);
    expect(said.en).toMatch(/^Not loaded, and nothing is changed: .*\.$/);
    expect(said.en).toMatch(en);
    expect(said.zh).toMatch(zh);
    expect(commands).toEqual([]);
    expect(others).toEqual([]);
  });

  it('is tried on a run of its own first, and changes nothing where it does not fit', async () => {
    const { said, controller, own: session, commands, others } = await load([fileOf(saved)], 'does not');
    expect(said.en).toContain('it does not fit');
    expect(commands).toEqual([]);
    expect(others).toHaveLength(1);
    expect(others[0]?.options.recipe).toMatchObject({ seed: 3, values: { hidden: [2], noise: 0.1 } });
    expect(others[0]?.calls.at(-1)).toEqual(['dispose']);
    expect(controller.session).toBe(session);
    expect(controller.seed).toBe(demo.seed);
    expect(controller.values).toEqual(defaultsOf(demo));
  });

  it('brings its settings, its seed and its weights where it fits', async () => {
    const { said, commands, others } = await load([fileOf(saved)]);
    expect(said.en).toBe('The weights are loaded.');
    expect(commands).toEqual(['change', 'change', 'load']);
    expect(others[0]?.calls.map(([name]) => name)).toEqual(['prepare', 'fits', 'dispose']);
  });

  it('is read or refused in a sentence, whatever is done to the file', async () => {
    const odd = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom<unknown>({ toString: 1 }, { valueOf: null }, [[]], 1e300, -1, 0.5, '', '__proto__'),
    );
    const place = fc.array(fc.nat({ max: 5 }), { minLength: 1, maxLength: 4 });
    const mutated = fc.tuple(place, odd).map(([path, value]) => {
      const content: unknown = JSON.parse(saved);
      let at: unknown = content;
      for (const [depth, index] of path.entries()) {
        if (typeof at !== 'object' || at === null) break;
        const keys = Object.keys(at);
        const key = keys[index % Math.max(1, keys.length)] ?? 'more';
        if (depth === path.length - 1) Object.assign(at, { [key]: value });
        else at = Object.entries(at).find(([name]) => name === key)?.[1];
      }
      return JSON.stringify(content);
    });
    const cut = fc.tuple(fc.nat({ max: saved.length }), fc.string()).map(([length, more]) => saved.slice(0, length) + more);
    await fc.assert(
      fc.asyncProperty(fc.oneof(mutated, cut), async (text) => {
        const { said, commands } = await load([fileOf(text)], 'does not');
        expect(said.en).toMatch(/^Not loaded, and nothing is changed: .+\.$/);
        expect(said.zh).toMatch(/^没有载入，什么都没有改变：.+。$/);
        expect(`${said.en}${said.zh}`).not.toMatch(/undefined|\[object|\{\w+\}/);
        expect(commands).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

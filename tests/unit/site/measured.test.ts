import { describe, expect, it } from 'vitest';
import { bearsOut, reduced, type Reading } from '../../../src/site/markdown/judge-measured';
import { arraysAsked, readMetric } from '../../../src/shell/predict/metric-language';
import { statedNumbers } from '../../../src/site/markdown/stated';
import { plain, render } from './render';
import { toyDemos } from './toy';

describe('numbers in words', () => {
  it.each([
    ['0.63', [[0.63, 0.01]]],
    ['99.2 %', [[0.992, 0.001]]],
    ['99.2%', [[0.992, 0.001]]],
    ['$99.2\\%$', [[0.992, 0.001]]],
    [
      '92.0, 75.5 and 95.0 %',
      [
        [0.92, 0.001],
        [0.755, 0.001],
        [0.95, 0.001],
      ],
    ],
    [
      '$88\\%$、$81\\%$ 和 $96\\%$',
      [
        [0.88, 0.01],
        [0.81, 0.01],
        [0.96, 0.01],
      ],
    ],
    ['2.6×10⁻⁸', [[2.6e-8, 1e-9]]],
    ['2.6e-8', [[2.6e-8, 1e-9]]],
    ['$2.6\\times10^{-8}$', [[2.6e-8, 1e-9]]],
    ['$4.5\\cdot 10^5$', [[4.5e5, 1e4]]],
    ['below $10^{-6}$', [[1e-6, 1e-6]]],
    ['10⁻⁶', [[1e-6, 1e-6]]],
    ['$37\\,850$', [[37850, 1]]],
    ['203,530', [[203530, 1]]],
    [
      '−0.31 to −0.2',
      [
        [-0.31, 0.01],
        [-0.2, 0.1],
      ],
    ],
    [
      '47–49 %',
      [
        [0.47, 0.01],
        [0.49, 0.01],
      ],
    ],
    ['2.1 million', [[2.1e6, 1e5]]],
    ['约 2.1 万', [[21000, 1000]]],
    ['no number', []],
  ])('%s', (text, expected) => {
    // To a millionth: these are what decimal text gives, and no bits are at stake.
    const told = (value: number): string => value.toExponential(6);
    expect(statedNumbers(text).map(({ value, unit }) => [told(value), told(unit)])).toEqual(expected.map((pair) => pair.map(told)));
  });
});

describe('what was measured', () => {
  const bears = (measured: readonly number[], words: string, reading: Reading = { kind: 'exact' }): boolean =>
    bearsOut(measured, statedNumbers(words), reading);

  it('is compared by the digits that are written, half a unit to either side', () => {
    expect(bears([Math.fround(0.9824)], '98.2 %')).toBe(true);
    expect(bears([Math.fround(0.9825)], '98.2 %')).toBe(true);
    expect(bears([Math.fround(0.9825)], '98.3 %')).toBe(true);
    expect(bears([0.98256], '98.2 %')).toBe(false);
    expect(bears([0.634], '0.63')).toBe(true);
    expect(bears([0.66], '0.63')).toBe(false);
    expect(bears([2.64e-8], '2.6×10⁻⁸')).toBe(true);
    expect(bears([2.66e-8], '2.6×10⁻⁸')).toBe(false);
    expect(bears([NaN], '0')).toBe(false);
  });

  it('is held against one number for each seed, or against one for all', () => {
    expect(bears([0.92, 0.755, 0.95], '92.0, 75.5, 95.0 %')).toBe(true);
    expect(bears([0.755, 0.92, 0.95], '92.0, 75.5, 95.0 %')).toBe(false);
    expect(bears([1, 1], '100 %')).toBe(true);
    expect(bears([1, 0.99], '100 %')).toBe(false);
  });

  it('may lie beyond a bound, between two, or about a number', () => {
    expect(bears([0.91, 0.93], '90 %', { kind: 'above' })).toBe(true);
    expect(bears([0.97], '97 %', { kind: 'above' })).toBe(false);
    expect(bears([0.97], '97 %', { kind: 'at-least' })).toBe(true);
    expect(bears([0.97, 0.96], '97 %', { kind: 'at-least' })).toBe(false);
    expect(bears([2e-7], '$10^{-6}$', { kind: 'below' })).toBe(true);
    expect(bears([0.92, 0.755, 0.95], '75 to 95 %', { kind: 'between' })).toBe(true);
    expect(bears([0.92, 0.6], '75 to 95 %', { kind: 'between' })).toBe(false);
    expect(bears([10400], '11 000', { kind: 'about', share: 0.1 })).toBe(false);
    expect(bears([10400], '11,000', { kind: 'about', share: 0.1 })).toBe(true);
    expect(bears([2.9e-5], '$10^{-5}$', { kind: 'about', factor: 3 })).toBe(true);
    expect(bears([3.1e-6], '$10^{-5}$', { kind: 'about', factor: 3 })).toBe(false);
  });

  it('is reduced over seeds, and what is no number stays none', () => {
    expect([reduced('min', [3, 1, 2]), reduced('max', [3, 1, 2]), reduced('median', [3, 1, 2]), reduced('mean', [3, 1, 2])]).toEqual([
      1, 3, 2, 2,
    ]);
    expect(reduced('median', [1, 2])).toBe(1.5);
    expect(reduced('min', [1, NaN])).toBeNaN();
  });
});

describe('metrics', () => {
  it('may ask for entries of arrays', () => {
    const toy = toyDemos.get('toy');
    const read = toy && readMetric('entry(weights/hidden1/kernel 0 -1) / max(1, most(slopes))', toy);
    expect(read && 'expression' in read ? arraysAsked(read.expression) : []).toEqual([
      { written: 'entry(weights/hidden1/kernel 0 -1)', quantity: 'entry', array: 'weights/hidden1/kernel', indices: [0, -1] },
      { written: 'most(slopes)', quantity: 'most', array: 'slopes', indices: [] },
    ]);
  });
});

describe('on the page', () => {
  const measured = ':measured[99.2 %]{demo=toy preset=quick shape=square layers="8,8" seed=2 step=5 metric=accuracy}';

  it('the number is a link to its run in the chapter’s figure, and to the figure where no script runs', async () => {
    const { html } = await render(`It reaches ${measured}, 10:30 :smile:.\n\n::demo[A toy.]{#toy}`);
    expect(html).toContain(
      'It reaches <a class="gb-measured" href="#fig-toy" data-run="toy?rate=1&#x26;shape=square&#x26;layers=8%2C8&#x26;seed=2&#x26;step=5">99.2 %</a>, 10:30 :smile:.',
    );
  });

  it('it leads to the demo’s own page where the chapter has no such figure', async () => {
    const { html } = await render(`它是${measured}。`, { lang: 'zh', base: '/deep' });
    expect(html).toContain(
      '它是<a class="gb-measured" href="/deep/embed/toy/?rate=1&#x26;shape=square&#x26;layers=8%2C8&#x26;seed=2&#x26;step=5">99.2 %</a>。',
    );
  });

  it('has a name of its own where its words are a formula alone', async () => {
    const named = async (words: string): Promise<string | undefined> =>
      /aria-label="([^"]*)"/.exec((await render(`It is :measured[${words}]{demo=toy step=5 metric=loss}.`)).html)?.[1];
    expect(await named('$5.4\\times10^{-3}$')).toBe('5.4×10⁻³');
    expect(await named('$97.5\\%$')).toBe('97.5%');
    expect(await named('about $3$')).toBeUndefined();
  });

  it('each number of a list leads to the run of its own seed, and a step that was measured to that step', async () => {
    const links = async (words: string, attributes: string): Promise<string> => {
      const { html } = await render(`It is :measured[${words}]{demo=toy ${attributes}}.\n\n::demo[A toy.]{#toy}`);
      return plain(
        html.replace(/<a class="gb-measured"[^>]*data-run="toy\?([^"]*)"[^>]*>(.*?)<\/a>/gs, '[$1|$2]').replaceAll('&#x26;', '&'),
      );
    };
    const seeds = 'seed="1,2,3" step=5 metric=accuracy';
    expect(await links('98.4, 100 and 99.6 %', seeds)).toContain('It is [step=5|98.4], [seed=2&step=5|100] and [seed=3&step=5|99.6 %].');
    const formulas = await links('$97\\%$ and $98\\%$', 'seed="1,2" step=5 metric=accuracy');
    expect(formulas.match(/\[(seed=2&)?step=5\|/g)).toEqual(['[step=5|', '[seed=2&step=5|']);
    // One number for all, or one for several together, is of none alone.
    expect(await links('at least 97 %', `${seeds} at-least`)).toContain('It is [step=5|at least 97 %].');
    expect(await links('97 to 99 %', `${seeds} over="min,max"`)).toContain('It is [step=5|97 to 99 %].');
    expect(await links('step 4', 'step=5 until="loss < 0.1"')).toContain('It is [step=4|step 4].');
  });

  it('stands in tables, lists and boxes, and keeps the punctuation after a formula', async () => {
    const formula = ':measured[$2.6\\times10^{-8}$]{demo=toy step=5 metric=loss}';
    const { html } = await render(`| a |\n|---|\n| ${measured} |\n\n- ${measured}\n\n:::note\n它是${formula}，完。\n:::`, { lang: 'zh' });
    expect(html.match(/class="gb-measured"/g)).toHaveLength(3);
    expect(plain(html)).toMatch(/它是<span class="gb-together"><a class="gb-measured"[^>]*><span class="katex"[\s\S]*<\/a>，<\/span>完。/);
  });
});

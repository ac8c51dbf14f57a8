/** Predictions on the page: a question with its answer folded, and what the element is told. */
import { describe, expect, it } from 'vitest';
import { checkLanguages } from '../../../src/site/markdown/check-languages';
import { parseChapter } from '../../../src/site/markdown/book';
import { readQuestion } from '../../../src/shell/predict/question';
import { render } from './render';

const CHOICE = `::demo[A toy.]{#toy}

::::predict[Which?]{#which kind=choice demo=toy preset=quick seed=2 step=5 metric=accuracy answers="below 0.5; above 0.5" says="99.2 %"}
How good is it?

1. Bad.
2. Good.

:::answer
Good, as $x$ shows.
:::
::::
`;

const VALUE = `::::predict[How much?]{#much kind=value demo=toy step=0 metric=loss axis="-5,2" says=-3.19}
How much is it?

:::answer
So much.
:::
::::
`;

/** What the element is told, as it reads it. */
function asked(html: string) {
  const text = /data-question="([^"]*)"/.exec(html)?.[1] ?? '';
  return readQuestion(text.replaceAll('&#x22;', '"').replaceAll('&quot;', '"').replaceAll('&#x26;', '&'));
}

describe('a prediction on the page', () => {
  it('is a numbered section with its question, its answers as a list, and its answer folded with a way to the run', async () => {
    const { html } = await render(CHOICE);
    expect(html).toMatch(/<section class="gb-box gb-predict" id="predict-which"/);
    expect(html).toContain('<span class="gb-box-number">Prediction 1.1</span> Which?');
    expect(html).toMatch(/<ol class="gb-predict-answers" type="A">\s*<li>Bad\.<\/li>\s*<li>Good\.<\/li>\s*<\/ol>/);
    expect(html).toMatch(
      /<details class="gb-fold gb-fold-answer"><summary>What the run says<\/summary><p><span class="gb-predict-said">The run gives 99\.2 %, so the answer is B\. <\/span><a class="gb-predict-run" href="#fig-toy" data-run="toy\?rate=1&#x26;seed=2&#x26;step=5">Open this run in Figure 1\.1<\/a><\/p>/,
    );
    expect(html).toContain('data-predict="mlp/which"');
    expect(asked(html)).toEqual({
      kind: 'choice',
      demo: 'toy',
      run: { values: { rate: 1 }, seed: 2, step: 5 },
      metric: 'accuracy',
      answers: 'below 0.5; above 0.5',
      percent: true,
    });
  });

  it('of a demo without a figure in the chapter opens its run on the demo’s own page, in both languages', async () => {
    const { html } = await render(VALUE, { lang: 'zh', base: '/deep' });
    expect(html).toContain('<span class="gb-box-number">猜一猜 1.1</span>');
    expect(html).toContain('训练给出的是 −3.19。');
    expect(html).toContain('href="/deep/embed/toy/?step=0">打开这次训练</a>');
    expect(asked(html)).toMatchObject({ kind: 'value', axis: [-5, 2] });
  });

  it('can be pointed at', async () => {
    const { html } = await render(`${VALUE}\nAs in [](#predict-much).`);
    expect(html).toMatch(/<a [^>]*href="#predict-much"[^>]*>Prediction 1\.1<\/a>/);
  });

  it('is the same in both languages: what differs is named at its place', async () => {
    const chapterOf = (lang: 'zh' | 'en', text: string) =>
      parseChapter({ id: 'sums', lang, path: `content/${lang}/sums.md`, text: `---\ntitle: T\nchapter: 9\n---\n${text}` });
    const faultsOf = async (zh: string, en: string): Promise<readonly string[]> =>
      checkLanguages({ chapters: [await chapterOf('zh', zh), await chapterOf('en', en)] }).map(
        ({ path, line, message }) => `${path}:${line} ${message}`,
      );
    expect(await faultsOf(VALUE, VALUE)).toEqual([]);
    expect(await faultsOf(VALUE, VALUE.replace('axis="-5,2"', 'axis="-5,3"').replace('says=-3.19', 'says=-3.2'))).toEqual([
      'content/zh/sums.md:5 has axis="-5,2", and "-5,3" at content/en/sums.md:5: settings are the same in both languages',
      'content/zh/sums.md:5 has says="-3.19", and "-3.2" at content/en/sums.md:5: settings are the same in both languages',
    ]);
    expect(await faultsOf(VALUE, VALUE.replace('#much', '#more'))).toEqual([
      'content/zh/sums.md:5 has prediction predict-much where content/en/sums.md has prediction predict-more',
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { excerptAt } from '../../../src/site/search/excerpt';
import { createFinder, readQuery } from '../../../src/site/search/find';
import { fold } from '../../../src/site/search/fold';
import { readPageTexts } from '../../../src/site/search/page-texts';

const CNN = `<html><body><nav>池化</nav><main>
  <h1 id="_top">卷积神经网络</h1>
  <p>一张<span class="gb-term"><dfn>特征图</dfn><span class="gb-meaning">互相关的结果。</span></span>由<b>卷</b>积核算出，
  <span class="katex"><span class="katex-mathml"><math><mn>1</mn><mo>×</mo><mn>1</mn></math></span><span class="katex-html">1×1</span></span> 卷积除外。</p>
  <h2 id="pooling"><span>3.2</span> 池化</h2><p>最大池化取最大的数。</p><glassbox-demo><p>步幅</p></glassbox-demo>
  <dl><div id="stride"><dt>步幅 <span>stride</span></dt><dd>每次移多远。</dd></div></dl>
</main><footer>池化</footer></body></html>`;

function pageOf(url: string, html: string) {
  const page = readPageTexts(html, url);
  if (page === undefined) throw new Error('a page without text');
  return page;
}

const EN = `<main><h1>Normal equations</h1><p>The glossary of losses: a Naïve loss, a multi-layer perceptron, 0.5 of a weight.</p></main>`;
const find = createFinder([pageOf('/cnn/', CNN), pageOf('/en/x/', EN)]);
const urls = (query: string) => find(query).map(({ url }) => url);

describe('the text of a page', () => {
  it('is read under its headings, without frame, demos, tooltips and the drawing of formulas', () => {
    expect(pageOf('/cnn/', CNN)).toEqual({
      url: '/cnn/',
      title: '卷积神经网络',
      places: [
        { anchor: '', heading: '', text: '一张特征图由卷积核算出， 1×1 卷积除外。' },
        { anchor: 'pooling', heading: '3.2 池化', text: '最大池化取最大的数。' },
        { anchor: 'stride', heading: '步幅 stride', text: '每次移多远。' },
      ],
    });
  });

  it('is nothing where there is no heading', () => {
    expect(readPageTexts('<p>Moved.</p>', '/')).toBeUndefined();
  });
});

describe('a search', () => {
  it.each(['卷积', '积神', '卷积核', '池化', '卷积 池化', '１×１ 卷积', '1x1卷积'.slice(0, 3), '“池化”', '步幅（stride）'])(
    'finds %s',
    (query) => {
      expect(urls(query)).toEqual(['/cnn/']);
    },
  );

  it.each(['loss', 'losses', 'LOSS', 'naive', 'Multi layer', 'multi-layer perceptrons', 'weights', 'equation', '0.5'])(
    'finds %s',
    (query) => {
      expect(urls(query)).toEqual(['/en/x/']);
    },
  );

  it.each(['不存在的词汇', 'zzzqqq', '互相关', '卷 化 无', 'ossary', 'loss zzzqqq', '', ' ?!'])('finds nothing for "%s"', (query) => {
    expect(urls(query)).toEqual([]);
  });

  it('leads to the places of a page, with what was asked for marked', () => {
    const [page] = find('池化');
    expect(page?.places).toEqual([
      {
        url: '/cnn/#pooling',
        title: '3.2 池化',
        excerpt: [
          { text: '最大', marked: false },
          { text: '池化', marked: true },
          { text: '取最大的数。', marked: false },
        ],
      },
    ]);
    expect(find('步幅')[0]?.places.map(({ url }) => url)).toEqual(['/cnn/#stride']);
  });

  it('names the page first that is called so', () => {
    const other = pageOf('/mlp/', `<main><h1>多层感知机</h1><p>${'卷积神经网络。'.repeat(9)}</p></main>`);
    expect(createFinder([other, pageOf('/cnn/', CNN)])('卷积神经网络').map(({ url }) => url)).toEqual(['/cnn/', '/mlp/']);
  });

  it('asks nothing of the browser’s own dictionary, which differs from one to the next', () => {
    const segmenter = Object.getOwnPropertyDescriptor(Intl, 'Segmenter');
    Reflect.deleteProperty(Intl, 'Segmenter');
    try {
      expect(urls('卷积')).toEqual(['/cnn/']);
    } finally {
      if (segmenter !== undefined) Object.defineProperty(Intl, 'Segmenter', segmenter);
    }
  });
});

describe('folding', () => {
  it('keeps every place of a text', () => {
    const text = 'Ｅinführung – É “ﬁ” ½ İ ß 卷积';
    expect(fold(text)).toHaveLength(text.length);
    expect(fold('ＡÉ—×’')).toBe("ae x'");
  });

  it('makes singulars of plurals, and of nothing else', () => {
    expect(readQuery('losses weights bias class analysis kernels boxes gas relus')).toEqual([
      'loss',
      'weight',
      'bias',
      'class',
      'analysis',
      'kernel',
      'box',
      'gas',
      'relus',
    ]);
  });
});

describe('an excerpt', () => {
  it('cuts no word, and says where it was cut', () => {
    const text = `${'before '.repeat(30)}here ${'after '.repeat(40)}`.trim();
    const shown = excerptAt(text, text.indexOf('here'), [{ start: 210, end: 214 }]);
    expect(shown.map(({ text: piece }) => piece).join('')).toMatch(/^…(?:before|\s)[a-z ]* here [a-z ]*after\s?…$/);
    expect(shown.filter(({ marked }) => marked)).toEqual([{ text: 'here', marked: true }]);
  });
});

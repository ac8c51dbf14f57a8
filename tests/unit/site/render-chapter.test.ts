import { describe, expect, it } from 'vitest';
import { parseChapter } from '../../../src/site/markdown/book';
import { splitAtPlaces } from '../../../src/site/markdown/demo-place';
import { plain, render } from './render';

describe('text', () => {
  it('keeps times, ratios and prices, which are no directives and no formulas', async () => {
    const { html } = await render('时间 10:30，比例 3:1，价钱 \\$5 和 \\$6。', { lang: 'zh' });
    expect(html).toBe('<p>时间 10:30，比例 3:1，价钱 $5 和 $6。</p>');
  });

  it('reads bold beside Chinese punctuation', async () => {
    const { html } = await render('**注意：**这里，~~删除。~~后。', { lang: 'zh' });
    expect(html).toBe('<p><strong>注意：</strong>这里，<del>删除。</del>后。</p>');
  });

  it('keeps straight quotes and hyphens as they are written', async () => {
    expect((await render('"a" -- b')).html).toBe('<p>"a" -- b</p>');
  });
});

describe('headings', () => {
  it('are numbered, in the text and in the table of contents', async () => {
    const { html, headings } = await render('## One {#one}\n\n### Part\n\n## Two\n\n### 部分');
    expect(headings.map(({ slug, text }) => [slug, text])).toEqual([
      ['one', '1.1 One'],
      ['part', '1.1.1 Part'],
      ['two', '1.2 Two'],
      ['部分', '1.2.1 部分'],
    ]);
    expect(html).toContain('<h2 id="one"><span class="gb-section-number">1.1</span> One</h2>');
  });
});

describe('formulas', () => {
  it('with a label are numbered and can be pointed at; others are not', async () => {
    const { html } = await render('$$\na\n$$\n\n$$\nb \\label{eq-b}\n$$\n\nSee [](#eq-b) and [that](#eq-b).');
    expect(html).toContain('<div class="gb-equation" id="eq-b">');
    expect(html.match(/class="katex-tag"/g)).toHaveLength(1);
    expect(html).toContain('<a href="#eq-b" class="gb-reference">Eq. (1.1)</a> and <a href="#eq-b">that</a>');
    expect(html).not.toContain('label');
  });

  it('carry MathML without TeX', async () => {
    const { html } = await render('$x^2$');
    expect(html).toContain('<msup><mi>x</mi><mn>2</mn></msup>');
    expect(html).not.toContain('annotation');
  });

  it('hold the punctuation beside them', async () => {
    const { html } = await render('见（$x$）。然后 $y$ 与 $z$，完。', { lang: 'zh' });
    expect(html.match(/<span class="gb-together">/g)).toHaveLength(2);
    expect(html).toMatch(/见<span class="gb-together">（<span class="katex"/);
    expect(html).toMatch(/<\/span>）。<\/span>然后/);
    expect(plain(html.replace(/<[^>]+>/g, ''))).toContain('）。然后');
  });

  it('keep a norm in a table', async () => {
    const { html } = await render('| a | b |\n|---|---|\n| $\\|x\\|$ | $P(A\\mid B)$ |');
    expect(html.match(/<mi mathvariant="normal">∥<\/mi>|∥/g)?.length).toBeGreaterThanOrEqual(2);
    expect(html.match(/<td>/g)).toHaveLength(2);
    expect(html).toContain('∣');
  });

  it('name a column that they head alone, and leave an empty corner a plain cell', async () => {
    const { html } = await render('|  | $x$ |\n|---|---|\n| a | b |');
    expect(html).toContain('<td></td>');
    expect(html).toContain('<span class="gb-spoken">x</span></th>');
    expect(html).toContain('<div class="gb-wide"><table>');
  });
});

describe('figures', () => {
  it('are places for demos, with settings, number and caption, in lists too', async () => {
    const { html } = await render(
      'See [](#fig-toy).\n\n1. Here:\n\n   ::demo[A *caption* with $x$.]{#toy preset=quick shape=square layers="8,8" seed=3}\n\n2. After.',
    );
    const parts = splitAtPlaces(html);
    const [before, place, after] = parts;
    expect(parts).toHaveLength(3);
    expect(place).toMatchObject({
      place: { demo: 'toy', values: { rate: 1, shape: 'square', layers: [8, 8] }, seed: 3, anchor: 'fig-toy', label: 'Figure 1.1' },
    });
    expect(place !== undefined && 'caption' in place ? place.caption : '').toContain(
      'A <em>caption</em> with <span class="gb-together"><span class="katex"',
    );
    expect(before !== undefined && 'html' in before ? before.html : '').toContain(
      '<a href="#fig-toy" title="A caption with x." class="gb-reference">Figure 1.1</a>',
    );
    expect(after !== undefined && 'html' in after ? after.html : '').toContain('After.');
  });

  it('can be opened with other settings by a link, which keeps its words', async () => {
    const { html } = await render('A [square one](demo:toy?shape=square).\n\n::demo[A toy.]{#toy}');
    expect(html).toContain('<a href="#fig-toy" data-run="toy?shape=square">square one</a>');
  });

  it('of pictures and tables share the numbers of demos', async () => {
    const { html } = await render('::demo[First.]{#toy}\n\n:::figure[Second.]{#hinges}\nA drawing.\n:::', { lang: 'zh' });
    expect(html).toContain('<figure class="gb-figure" id="fig-hinges">');
    expect(html).toContain('<figcaption><span class="gb-figure-number">图 1.2</span> Second.</figcaption>');
  });
});

describe('boxes', () => {
  it('have titles in the reader’s language', async () => {
    const text = ':::prerequisites\n- One.\n:::\n\n:::summary\n- Two.\n:::';
    expect((await render(text)).html).toContain('<p class="gb-box-title">What you should know first</p>');
    expect((await render(text, { lang: 'zh' })).html).toContain('<p class="gb-box-title">小结</p>');
  });

  it('number definitions and exercises, and fold answers', async () => {
    const { html } = await render(
      ':::definition[Neuron]{#neuron}\nA unit.\n:::\n\n::::exercise\nShow it.\n\n:::answer\nSo.\n:::\n::::\n\n[](#def-neuron)',
    );
    expect(html).toContain(
      '<section class="gb-box gb-definition" id="def-neuron"><p class="gb-box-title"><span class="gb-box-number">Definition 1.1</span> Neuron</p>',
    );
    expect(html).toContain('id="exercise-1.1"');
    expect(plain(html)).toContain('<details class="gb-fold gb-fold-answer"><summary>A worked answer</summary><p>So.</p></details>');
    expect(html).toContain('>Definition 1.1</a>');
  });

  it('of challenges name what judges them', async () => {
    const text =
      '::demo[D.]{#toy figure=other}\n\n::::challenge[Reach it]{#reach demo=other goal="accuracy > 0.9"}\nGo.\n\n:::hint\nA.\n:::\n\n:::hint\nB.\n:::\n\n:::answer\nC.\n:::\n::::';
    const { html } = await render(text);
    expect(html).toContain('<section class="gb-box gb-challenge" id="challenge-reach">');
    expect(html).toContain(
      '<glassbox-challenge data-challenge="mlp/reach" data-title="Reach it" data-demo="toy" data-figure="fig-other" data-goal="accuracy > 0.9" data-lang="en">',
    );
    expect(html).toContain('<summary>Hint 1</summary>');
    expect(html).toContain('<summary>Hint 2</summary>');
  });
});

describe('terms', () => {
  it('show their meaning in both languages without a script, by hover and by focus', async () => {
    const { html } = await render('An [activation](term:activation) and [](term:activation).');
    expect(html).toContain(
      '<span class="gb-term"><dfn tabindex="0" aria-describedby="term-1">activation</dfn><span class="gb-meaning" role="tooltip" id="term-1"',
    );
    expect(html).toContain('activation function · <span lang="zh-CN">激活函数</span>');
    expect(html).toContain('aria-describedby="term-2">activation function</dfn>');
  });
});

describe('citations', () => {
  it('become author and year, and the list stands at the end once, by name', async () => {
    const { html, headings } = await render('It is so [@hornik1989; @cybenko1989], says [@hornik1989].');
    expect(html).toContain(
      '(<a href="#ref-hornik1989" title="Networks">Hornik et al., 1989</a>; <a href="#ref-cybenko1989" title="Superpositions">Cybenko, 1989</a>)',
    );
    expect(html.indexOf('id="ref-cybenko1989"')).toBeLessThan(html.indexOf('id="ref-hornik1989"'));
    expect(html.match(/id="ref-hornik1989"/g)).toHaveLength(1);
    expect(headings.at(-1)).toMatchObject({ slug: 'references', text: 'References' });
  });

  it('close up to Chinese text, and nothing after them is lost', async () => {
    const { html } = await render('如此 [@hornik1989] 和 [@cybenko1989]。', { lang: 'zh' });
    expect(plain(html.replace(/<[^>]+>/g, ''))).toMatch(/^如此（Hornik 等，1989）和（Cybenko，1989）。/);
  });
});

describe('references to other chapters', () => {
  it('are links below the base where the chapter is there, and words where it is planned', async () => {
    const gradients = await parseChapter({
      id: 'gradients',
      lang: 'en',
      path: 'content/en/gradients.md',
      text: '---\ntitle: Gradients\nchapter: 2\n---\n\n$$\na \\label{eq-chain}\n$$',
    });
    const text = '[](chapter:gradients), [](chapter:gradients#eq-chain), [](chapter:inside), [that one](chapter:inside).';
    const { html } = await render(text, { base: '/deep/notes', others: [gradients] });
    expect(html).toContain('<a href="/deep/notes/en/gradients/" title="Gradients">Chapter 2</a>');
    expect(html).toContain('<a href="/deep/notes/en/gradients/#eq-chain" title="Gradients">Eq. (2.1)</a>');
    expect(html).toContain('<span class="gb-planned" title="Looking inside">Chapter 8</span>');
    expect(html).toContain('<span class="gb-planned" title="Looking inside">that one</span>');
  });
});

describe('links to files', () => {
  it('of chapters are links to chapters, and those of the site lie below its base', async () => {
    const gradients = await parseChapter({
      id: 'gradients',
      lang: 'en',
      path: 'content/en/gradients.md',
      text: '---\ntitle: Gradients\nchapter: 2\n---\n\n## Part {#part}',
    });
    const text = '[words](gradients.md), [](./gradients.md#part), [all](/demos/), [points](/points.csv), ![A picture](/picture.svg).';
    const { html } = await render(text, { base: '/deep/notes', others: [gradients] });
    expect(html).toContain('<a href="/deep/notes/en/gradients/" title="Gradients">words</a>');
    expect(html).toContain('<a href="/deep/notes/en/gradients/#part" title="Gradients">Section 2.1</a>');
    expect(html).toContain('<a href="/deep/notes/demos/">all</a>');
    expect(html).toContain('<a href="/deep/notes/points.csv">points</a>');
    expect(html).toContain('src="/deep/notes/picture.svg"');
  });
});

describe('footnotes', () => {
  it('are named in the reader’s language', async () => {
    const { html } = await render('文字[^a]。\n\n[^a]: 注。', { lang: 'zh' });
    expect(html).toContain('>脚注</h2>');
    expect(html).toContain('aria-label="回到正文"');
  });
});

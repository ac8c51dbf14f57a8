/** Every page, and a demo that has run, is held to axe's rules, in light and in dark. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { faintWords } from './contrast';
import { expect, openDemo, test, train, useBackend } from './support';

const PAGES = [
  '/',
  '/en/',
  '/en/preface/',
  '/mlp/',
  '/en/mlp/',
  '/gradients/',
  '/en/gradients/',
  '/cnn/',
  '/modern-cnn/',
  '/en/rnn/',
  '/en/attention/',
  '/en/tricks/',
  '/demos/',
  '/en/demos/',
  '/glossary/',
  '/en/glossary/',
  '/embed/mlp-playground/',
  '/en/embed/activations/',
  '/404.html',
];

/** Computed here, in contrast.ts: of most words in a frame axe says that it cannot tell. */
const OURS = 'color-contrast';
const LINKS = 'link-in-text-block';

/** What axe finds, a sentence a rule. */
async function violations(axe: AxeBuilder): Promise<string[]> {
  const { violations: found } = await axe.analyze();
  return found.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .map(({ target }) => String(target))
        .slice(0, 3)
        .join(' | ')}`,
  );
}

/** Chapters, which have words by the thousand. */
const LONG = /^\/(?:en\/)?(?:mlp|gradients|cnn|modern-cnn|rnn|attention|tricks)\/$/;

/**
 * Holds a page to axe's rules: all of them once, those on colours in both themes. Of a long page axe takes seconds to make a picture
 * of its own, twice where it looks for links in text; they look alike on all pages and are looked at on the short ones.
 */
async function holds(page: Page, long = false): Promise<void> {
  await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'light'));
  // Pictures that take turns are all looked at.
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('.gb-item { display: contents !important }');
    document.adoptedStyleSheets.push(sheet);
  });
  // Formulas take their colour from the text around them, and what they are drawn with is hidden from reading aids, which read MathML.
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).exclude('.katex-html');
  expect(await violations(axe.disableRules(long ? [OURS, LINKS] : [OURS]))).toEqual([]);
  for (const theme of ['light', 'dark']) {
    await page.evaluate((name) => document.documentElement.setAttribute('data-theme', name), theme);
    const { read, faint } = await faintWords(page);
    expect(read).toBeGreaterThan(long ? 400 : 5);
    expect(faint, `in ${theme}`).toEqual([]);
    if (long || theme === 'light') continue;
    const links = new AxeBuilder({ page })
      .options({ resultTypes: ['violations'] })
      .exclude('.katex-html')
      .withRules(LINKS);
    expect(await violations(links), `links in ${theme}`).toEqual([]);
  }
}

for (const path of PAGES) {
  test(`axe finds nothing on ${path}, in light and in dark`, async ({ page }) => {
    await page.goto(path);
    await holds(page, LONG.test(path));
  });
}

test('axe finds nothing on a demo that has run, with its panels open, in light and in dark', async ({ page }) => {
  await page.goto('/en/embed/mlp-playground/?step=0');
  const demo = await openDemo(page, 'mlp-playground');
  await useBackend(demo, 'cpu');
  await train(demo, 20);
  await demo.locator('summary').evaluateAll((all) => {
    for (const { parentElement: part } of all) {
      if (!(part instanceof HTMLDetailsElement)) continue;
      // A drawer's parts close one another; here all of them are looked at.
      part.removeAttribute('name');
      part.open = true;
    }
  });
  // The inspector comes when it is asked for, and its numbers after it.
  await expect(demo.locator('.gb-graph')).toBeVisible();
  await expect(demo.locator('.gb-inspector-table')).toBeVisible();
  await holds(page);
});

test('words that are too pale are found, in either theme: in the text, on a button, in a picture, on a shape of it', async ({ page }) => {
  await page.goto('/en/embed/neuron/');
  const places = ['.gb-claim', '.gb-demo summary', 'svg[data-picture] text'];
  for (const theme of ['light', 'dark']) {
    await page.evaluate((name) => document.documentElement.setAttribute('data-theme', name), theme);
    expect((await faintWords(page)).faint).toEqual([]);
    for (const place of places) {
      const word = page.locator(place).filter({ hasText: /\S/, visible: true }).first();
      const before = await word.getAttribute('style');
      await word.evaluate((element: HTMLElement | SVGElement) => {
        for (const name of ['color', 'fill']) element.style.setProperty(name, '#888', 'important');
        element.style.setProperty('opacity', '0.6');
      });
      expect((await faintWords(page)).faint.length, place).toBeGreaterThan(0);
      await word.evaluate((element, style) => element.setAttribute('style', style ?? ''), before);
    }
    // The same words, on a shape of their own colour.
    const drawn = page.locator('svg[data-picture] text').filter({ visible: true }).first();
    await drawn.evaluate((text: SVGTextElement) => {
      const box = text.getBBox();
      const shape = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
      for (const name of ['x', 'y', 'width', 'height'] as const) shape.setAttribute(name, String(box[name]));
      shape.style.fill = getComputedStyle(text).fill;
      shape.id = 'under';
      text.before(shape);
      if (text.hasAttribute('transform')) shape.setAttribute('transform', text.getAttribute('transform') ?? '');
    });
    expect((await faintWords(page)).faint.length).toBe(1);
    // As a path, which reaches as far; and one that goes round the words has them on the ground.
    for (const [path, count] of [
      ['h{w}v{h}h-{w}z', 1],
      ['m-9-9h1v1h-1z m{w}-9h1v1h-1z m-{w}{h}h1v1h-1z', 0],
    ] as const) {
      await page.locator('#under').evaluate((shape: SVGElement, written) => {
        const [x, y, w, h] = ['x', 'y', 'width', 'height'].map((name) => shape.getAttribute(name) ?? '0');
        const drawn = document.createElementNS('http://www.w3.org/2000/svg', 'path');
        drawn.setAttribute('d', `M${x},${y}${written.replaceAll('{w}', w ?? '').replaceAll('{h}', h ?? '')}`);
        for (const name of ['x', 'y', 'width', 'height', 'transform', 'style'])
          if (shape.hasAttribute(name)) drawn.setAttribute(name, shape.getAttribute(name) ?? '');
        drawn.id = 'under';
        shape.replaceWith(drawn);
      }, path);
      expect((await faintWords(page)).faint.length, path).toBe(count);
    }
    await page.locator('#under').evaluate((shape) => shape.remove());
  }
});

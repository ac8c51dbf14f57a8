/** Every page, and a demo that has run, is held to axe's rules, in light and in dark. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, openDemo, test, train, useBackend } from './support';

const PAGES = [
  '/',
  '/en/',
  '/mlp/',
  '/en/mlp/',
  '/gradients/',
  '/en/gradients/',
  '/cnn/',
  '/modern-cnn/',
  '/en/rnn/',
  '/demos/',
  '/en/demos/',
  '/glossary/',
  '/en/glossary/',
  '/embed/mlp-playground/',
  '/en/embed/activations/',
  '/404.html',
];

const COLOURS = ['color-contrast', 'link-in-text-block'];

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

/**
 * Marks text to look at for its colours: of all that are styled alike (the same elements, classes and states from the page down) the
 * first two. A chapter's thousands of words are of a few hundred kinds.
 */
async function markKinds(page: Page): Promise<number> {
  return page.evaluate(() => {
    const kinds = new Map<string, number>();
    const names = new WeakMap<Element, string>();
    const nameOf = (element: Element): string => {
      const known = names.get(element);
      if (known !== undefined) return known;
      const states = Array.from(element.attributes, ({ name, value }) =>
        /^(?:class|style|open|disabled|fill|stroke|type|aria-(?:current|pressed|selected|disabled))$/.test(name)
          ? `[${name}=${value}]`
          : '',
      ).join('');
      const own = `${element.parentElement === null ? '' : nameOf(element.parentElement)}>${element.tagName}${states}`;
      names.set(element, own);
      return own;
    };
    let marked = 0;
    for (const element of document.body.querySelectorAll('*')) {
      const text = Array.from(element.childNodes).some(
        ({ nodeType, textContent }) => nodeType === Node.TEXT_NODE && textContent?.trim() !== '',
      );
      if (!text || element.getClientRects().length === 0) continue;
      const kind = nameOf(element);
      const count = kinds.get(kind) ?? 0;
      kinds.set(kind, count + 1);
      if (count >= 2) continue;
      element.setAttribute('data-kind-sample', '');
      marked++;
    }
    return marked;
  });
}

/** Holds a page to axe's rules: all of them once, those on colours in both themes. */
async function holds(page: Page): Promise<void> {
  // Pictures that take turns are all looked at.
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('.gb-item { display: contents !important }');
    document.adoptedStyleSheets.push(sheet);
  });
  // Formulas take their colour from the text around them, and what they are drawn with is hidden from reading aids, which read MathML.
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).exclude('.katex-html');
  expect(await violations(axe.disableRules(COLOURS))).toEqual([]);
  expect(await markKinds(page)).toBeGreaterThan(0);
  for (const theme of ['light', 'dark']) {
    await page.evaluate((name) => document.documentElement.setAttribute('data-theme', name), theme);
    const colours = new AxeBuilder({ page })
      .options({ resultTypes: ['violations'] })
      .include('[data-kind-sample]')
      .withRules(COLOURS);
    expect(await violations(colours), `in ${theme}`).toEqual([]);
  }
}

for (const path of PAGES) {
  test(`axe finds nothing on ${path}, in light and in dark`, async ({ page }) => {
    await page.goto(path);
    await holds(page);
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

test('axe finds the faults that are there: pale words, in either theme', async ({ page }) => {
  await page.goto('/en/glossary/');
  await markKinds(page);
  for (const theme of ['light', 'dark']) {
    await page.evaluate((name) => {
      document.documentElement.setAttribute('data-theme', name);
      const pale = document.querySelector<HTMLElement>('main [data-kind-sample]:is(p, dd, td)');
      if (pale !== null) pale.style.color = name === 'dark' ? '#444' : '#bbb';
    }, theme);
    const colours = new AxeBuilder({ page }).include('[data-kind-sample]').withRules(COLOURS);
    expect((await violations(colours)).join()).toContain('color-contrast');
  }
});

/** The search of the whole book, asked in a browser for every term of the glossary. */
import { readdirSync, readFileSync } from 'node:fs';
import { readGlossary } from '../../src/site/markdown/glossary';
import type { Page } from '@playwright/test';
import { expect, test } from './support';

const glossary = readGlossary('.', 'content/glossary.json').entries;

/** A chapter's words as its author wrote them: without front matter, formulas, settings and addresses. */
function wordsOf(markdown: string): string {
  return markdown
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    .replace(/\$\$[\s\S]*?\$\$|\$[^$\n]+\$|`[^`\n]*`/g, '\n')
    .replace(/\{#[^}]*\}|\]\{[^}]*\}|\]\([^)]*\)|\[@[^\]]*\]|\]:.*/g, ' ')
    .replace(/[*[\]]/g, '')
    .toLowerCase();
}

function stands(term: string, words: string): boolean {
  const escaped = term.toLowerCase().replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![a-z0-9])${escaped}`).test(words);
}

/** Asks for many things one after the other, as a reader's keys do, and gives the pages that each lists. */
async function askAll(page: Page, queries: readonly string[]): Promise<readonly (readonly string[])[]> {
  await page.locator('site-search button[data-open-modal]').click();
  // The texts come with the first question.
  await page.locator('#starlight__search input').fill('zzzqqq');
  await expect(page.locator('.gb-search-status')).toContainText('zzzqqq');
  return page.evaluate(async (all) => {
    const input = document.querySelector<HTMLInputElement>('#starlight__search input');
    const found: string[][] = [];
    for (const query of all) {
      if (input !== null) input.value = query;
      input?.dispatchEvent(new InputEvent('input', { bubbles: true }));
      await new Promise((done) => setTimeout(done));
      const links = document.querySelectorAll('.gb-search-results li:not(.gb-search-place) a');
      found.push([...links].map((link) => link.getAttribute('href') ?? ''));
    }
    return found;
  }, queries);
}

for (const [lang, start] of [
  ['zh', '/'],
  ['en', '/en/'],
] as const) {
  test(`every term of the glossary finds every page that it stands on (${lang}), and a word that is nowhere nothing`, async ({ page }) => {
    // Some browsers have no dictionary of words, and no two have the same one.
    await page.addInitScript(() => Reflect.deleteProperty(Intl, 'Segmenter'));
    await page.goto(start);
    const loaded = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
    expect(loaded.filter((name) => /search\/|pagefind/.test(name))).toEqual([]);
    const chapters = readdirSync(`content/${lang}`).map((name) => ({
      url: `${start}${name.replace(/\.md$/, '')}/`,
      words: wordsOf(readFileSync(`content/${lang}/${name}`, 'utf8')),
    }));
    const terms = [...glossary.values()].map(({ [lang]: { term } }) => term);
    const [nothing, ...found] = await askAll(page, ['不存在的词汇', ...terms]);
    expect(nothing).toEqual([]);
    const missed: string[] = [];
    let stood = 0;
    terms.forEach((term, i) => {
      const due = [`${start}glossary/`, ...chapters.filter(({ words }) => stands(term, words)).map(({ url }) => url)];
      stood += due.length;
      missed.push(...due.filter((url) => found[i]?.includes(url) !== true).map((url) => `${term}: ${url}`));
    });
    expect(missed).toEqual([]);
    expect(stood).toBeGreaterThan(1.5 * glossary.size);
  });
}

test('a place that is found shows its words in the text, and leads there', async ({ page }) => {
  await page.goto('/glossary/');
  expect((await askAll(page, ['卷积神经网络', '感受野'])).map(([first]) => first)).toEqual(['/cnn/', '/cnn/']);
  const place = page.locator('.gb-search-place a[href*="/cnn/#"]').first();
  await expect(place.locator('mark').first()).toHaveText('感受野');
  const href = (await place.getAttribute('href')) ?? '';
  await place.click();
  await page.waitForURL(`**${href}`);
  await expect(page.locator(`[id="${decodeURIComponent(href.split('#')[1] ?? '')}"]`)).toBeInViewport();
});

/** The notes as a book: text, formulas, languages, search; before and without any demo. */
import { expect, test } from './support';
import { plannedChapters } from '../../src/site/chapters';

const LANGS = [
  { path: '/mlp/', lang: 'zh-CN', other: '/en/mlp/', query: '激活函数' },
  { path: '/en/mlp/', lang: 'en', other: '/mlp/', query: 'activation' },
] as const;

for (const { path, lang, other, query } of LANGS) {
  test.describe(`chapter ${path}`, () => {
    test('can be read: headings, formulas, numbered figures, references', async ({ page }) => {
      await page.goto(path);
      await expect(page.locator('html')).toHaveAttribute('lang', lang);
      await expect(page.locator('h1')).toHaveCount(1);
      expect(await page.locator('main .katex').count()).toBeGreaterThan(30);
      expect(await page.locator('.katex-error').count()).toBe(0);
      expect(await page.locator('glassbox-demo').count()).toBeGreaterThanOrEqual(6);
      const figures = await page
        .locator('main')
        .getByText(lang === 'en' ? /^Figure 1\.\d/ : /^图 1\.\d/)
        .count();
      expect(figures).toBeGreaterThanOrEqual(6);
    });

    test('leads to the same chapter in the other language', async ({ page }) => {
      await page.goto(path);
      const href = await page
        .locator(`link[rel="alternate"][hreflang]`)
        .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
      expect(href.some((address) => new URL(address, 'http://h').pathname === other)).toBe(true);
      const select = page.locator('starlight-lang-select select').first();
      const option = await select
        .locator('option')
        .evaluateAll((options) => options.map((one) => (one instanceof HTMLOptionElement ? one.value : '')));
      await select.selectOption(option.find((value) => value.endsWith(other)) ?? '');
      await page.waitForURL(`**${other}`);
      await expect(page.locator('h1')).toBeVisible();
    });

    test(`is found by searching for ${query}`, async ({ page }) => {
      await page.goto(path);
      await page.locator('site-search button[data-open-modal]').click();
      await page.locator('#starlight__search input').fill(query);
      await expect(page.locator(`#starlight__search a[href*="${path}"]`).first()).toBeVisible();
    });

    test('has no broken link or anchor', async ({ page, request }) => {
      await page.goto(path);
      const links = await page
        .locator('a[href]')
        .evaluateAll((anchors) => anchors.map((anchor) => (anchor instanceof HTMLAnchorElement ? anchor.href : '')));
      const here = new URL(page.url());
      const local = [...new Set(links)].map((link) => new URL(link)).filter((url) => url.host === here.host);
      for (const url of local) {
        if (url.pathname === here.pathname) {
          // A link to a run says the demo and its settings: #activations?step=200.
          const [id = '', run] = decodeURIComponent(url.hash.slice(1)).split('?');
          const target = run === undefined ? `[id="${id}"]` : `glassbox-demo[data-demo="${id}"]`;
          if (id !== '') expect(await page.locator(target).count(), `anchor ${url.hash}`).toBeGreaterThan(0);
        } else {
          expect((await request.get(url.origin + url.pathname)).status(), url.pathname).toBe(200);
        }
      }
    });
  });
}

test('a page that is not there says so in both languages', async ({ page }) => {
  const response = await page.goto('/en/no-such-page/');
  expect(response?.status()).toBe(404);
  await expect(page.locator('body')).toContainText(/没有|找不到/);
  await expect(page.locator('body')).toContainText(/not (be )?found|no page/i);
});

test('chapters still to come are named but not linked', async ({ page }) => {
  await page.goto('/');
  for (const { title } of plannedChapters) {
    await expect(page.locator('body')).toContainText(title.zh);
    expect(await page.locator('a', { hasText: title.zh }).count()).toBe(0);
  }
  expect(await page.locator('a[href="/mlp/"]').count()).toBeGreaterThan(0);
});

test('the gallery shows every demo in both languages, and each has a page to embed', async ({ page, request }) => {
  const ids: string[][] = [];
  for (const path of ['/demos/', '/en/demos/']) {
    await page.goto(path);
    ids.push(
      await page.locator('[data-gallery-demo]').evaluateAll((cards) => cards.map((card) => card.getAttribute('data-gallery-demo') ?? '')),
    );
  }
  expect(ids[0]).toEqual(ids[1]);
  expect(ids[0]?.length).toBeGreaterThanOrEqual(6);
  for (const id of ids[0] ?? []) {
    for (const path of [`/embed/${id}/`, `/en/embed/${id}/`]) {
      const response = await request.get(path);
      expect(response.status(), path).toBe(200);
      expect((await response.text()).split(`<glassbox-demo data-demo="${id}"`), path).toHaveLength(2);
    }
  }
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the chapter still has text, formulas and a picture of every demo', async ({ page }) => {
    await page.goto('/mlp/');
    expect(await page.locator('main .katex').count()).toBeGreaterThan(30);
    const demos = page.locator('glassbox-demo');
    const count = await demos.count();
    expect(count).toBeGreaterThanOrEqual(6);
    for (let i = 0; i < count; i++) {
      const pictures = demos.nth(i).locator('figure svg, .gb-picture svg');
      expect(await pictures.count(), `pictures of demo ${i}`).toBeGreaterThan(0);
      // A picture, not an empty frame: it draws something.
      expect(await pictures.first().locator('path, circle, rect').count()).toBeGreaterThan(3);
    }
  });
});

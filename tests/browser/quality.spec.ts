/** The budgets of a page: weight, shift, hosts, sub-path. */
import { gzipSync } from 'node:zlib';
import { expect, openDemo, test, train, useBackend } from './support';

/** Some moments of a figure's recorded run (`film.json` of its demo). */
function isFilm(url: string): boolean {
  return new URL(url).pathname.startsWith('/_astro/film.');
}

for (const path of [
  '/',
  '/en/preface/',
  '/mlp/',
  '/en/mlp/',
  '/gradients/',
  '/en/gradients/',
  '/cnn/',
  '/modern-cnn/',
  '/rnn/',
  '/attention/',
  '/tricks/',
  '/demos/',
  '/glossary/',
  '/embed/mlp-playground/',
  '/embed/lenet/',
]) {
  test(`${path} weighs at most 150 kB compressed as it is opened, 335 kB with its figures live and films more, in fewer than 12,000 elements`, async ({
    page,
  }) => {
    const weights = new Map<string, number>();
    const pending: Promise<void>[] = [];
    page.on('response', (response) => {
      const type = response.request().resourceType();
      if (!['document', 'stylesheet', 'script', 'fetch', 'xhr'].includes(type)) return;
      pending.push(
        response
          .body()
          .then((body) => void weights.set(response.url(), gzipSync(body, { level: 9 }).length))
          .catch(() => undefined),
      );
    });
    await page.goto(path);
    // Every element is styled and laid out, on a phone too: formulas are made flat (src/site/markdown/flatten-formulas.ts).
    expect(await page.locator('*').count()).toBeLessThan(12_000);
    const weighed = async (counts: (url: string) => boolean): Promise<{ total: number; heaviest: string }> => {
      await page.waitForLoadState('networkidle');
      await Promise.all(pending);
      const counted = [...weights].filter(([url]) => counts(url)).sort((a, b) => b[1] - a[1]);
      return {
        total: counted.reduce((sum, [, weight]) => sum + weight, 0),
        heaviest: counted
          .slice(0, 8)
          .map(([url, weight]) => `${weight} ${new URL(url).pathname}`)
          .join('\n'),
      };
    };
    const opened = await weighed(() => true);
    expect(opened.total, opened.heaviest).toBeLessThanOrEqual(150_000);
    // A reader scrolls through everything: then every figure is made live, and opens at the beginning of its film.
    for (const demo of await page.locator('glassbox-demo').all()) await demo.scrollIntoViewIfNeeded();
    const read = await weighed((url) => !isFilm(url));
    // 180,198 bytes more for /mlp/ with 29 demos in the book: its six figures live, each with its recorded run. Of the sum, since what a page
    // fetches when it has nothing else to do comes before or after "opened", as the machine has time.
    expect(read.total, read.heaviest).toBeLessThanOrEqual(150_000 + 185_000);
    const films = await weighed(isFilm);
    expect(films.total, films.heaviest).toBeLessThanOrEqual(250_000);
    expect([...weights.keys()].filter((url) => /tfjs|worker/.test(url))).toEqual([]);
  });
}

test('what the first play loads, worker, tfjs and WASM together, weighs at most 350 kB compressed', async ({ page }) => {
  await page.goto('/en/embed/mlp-playground/?step=0');
  const demo = await openDemo(page, 'mlp-playground');
  await page.waitForLoadState('networkidle');
  const weights = new Map<string, number>();
  const pending: Promise<void>[] = [];
  page.context().on('response', (response) => {
    pending.push(
      response
        .body()
        .then((body) => void weights.set(response.url(), gzipSync(body, { level: 9 }).length))
        .catch(() => undefined),
    );
  });
  await useBackend(demo, 'wasm');
  await train(demo, 5);
  await Promise.all(pending);
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  expect([...weights.keys()].some((url) => url.endsWith('.wasm'))).toBe(true);
  expect(total).toBeGreaterThan(100_000);
  expect(total, [...weights].map(([url, weight]) => `${weight} ${new URL(url).pathname}`).join('\n')).toBeLessThanOrEqual(350_000);
});

for (const [width, path] of [
  [1280, '/mlp/'],
  [390, '/mlp/'],
  // On a phone what is far from the screen has the height that is guessed of it; in English lines break less evenly.
  [390, '/rnn/'],
  [390, '/en/cnn/'],
] as const) {
  test(`at ${width} px nothing shifts while ${path} loads and is scrolled, and nothing is wider than the screen`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.addInitScript(() => {
      const shifts: number[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          if ('value' in entry && typeof entry.value === 'number' && !('hadRecentInput' in entry && entry.hadRecentInput === true))
            shifts.push(entry.value);
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(path);
    for (const demo of await page.locator('glassbox-demo').all()) {
      await demo.scrollIntoViewIfNeeded();
      await page.waitForTimeout(300);
    }
    const shift = await page.evaluate(() => {
      const all: unknown = Reflect.get(window, 'shifts');
      return Array.isArray(all) ? all.reduce<number>((sum, one) => sum + Number(one), 0) : NaN;
    });
    expect(shift).toBeLessThanOrEqual(0.02);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });
}

test.describe('under a sub-path', () => {
  test.use({ baseURL: `http://127.0.0.1:${Number(process.env['TEST_PORT'] ?? 4410) + 1}` });

  test('pages, languages, demos and workers are found', async ({ page }) => {
    const missing: string[] = [];
    page.on('response', (response) => {
      if (response.status() >= 400) missing.push(response.url());
    });
    await page.goto('/deep/notes/en/mlp/');
    const demo = await openDemo(page, 'neuron');
    await useBackend(demo, 'wasm');
    expect(await train(demo, 10)).toHaveLength(10);
    await page.goto('/deep/notes/');
    await page.locator('a[href$="/mlp/"]').first().click();
    await page.waitForURL('**/deep/notes/mlp/');
    expect(missing).toEqual([]);
  });

  test('a folder copied from a demo, with another id, is published in both languages and trains', async ({ page }) => {
    for (const lang of ['', 'en/']) {
      await page.goto(`/deep/notes/${lang}demos/`);
      await expect(page.locator('[data-gallery-demo="copied-neuron"]')).toHaveCount(1);
      await page.goto(`/deep/notes/${lang}embed/copied-neuron/`);
      const demo = await openDemo(page, 'copied-neuron');
      expect(await train(demo, 10)).toHaveLength(10);
    }
  });

  test('the sitemap names every page with its other language, and no page to embed', async ({ request }) => {
    const sitemap = await (await request.get('/deep/notes/sitemap-0.xml')).text();
    expect(sitemap).toContain('https://notes.example.org/deep/notes/en/mlp/');
    expect(sitemap).toContain('https://notes.example.org/deep/notes/mlp/');
    expect(sitemap).not.toContain('/embed/');
  });
});

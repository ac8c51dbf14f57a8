/** The book without a network, after one visit; in two tabs; where nothing can be stored. */
import type { Page } from '@playwright/test';
import { expect, openDemo, test, train, useBackend } from './support';

/** Waits until the service worker has kept everything and serves this page. */
async function kept(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller === null)
      await new Promise<void>((done) => navigator.serviceWorker.addEventListener('controllerchange', () => done(), { once: true }));
  });
}

test.describe('kept by a service worker', () => {
  test.use({ serviceWorkers: 'allow' });

  test('the whole book is read, searched and trained offline after the first visit, in both languages', async ({ page, context }) => {
    await page.goto('/mlp/');
    await kept(page);
    await context.setOffline(true);

    await page.goto('/en/gradients/');
    await expect(page.locator('h1')).toHaveCount(1);
    const demo = await openDemo(page, 'gradient-flow');
    await useBackend(demo, 'wasm');
    expect(await train(demo, 5)).toHaveLength(5);

    await page.locator('site-search button[data-open-modal]').click();
    await page.locator('#starlight__search input').fill('activation');
    await expect(page.locator('#starlight__search a[href*="/en/mlp/"]').first()).toBeVisible();

    const failed: string[] = [];
    page.on('requestfailed', (request) => failed.push(request.url()));
    await page.goto('/en/mlp');
    await expect(page).toHaveURL(/\/en\/mlp\/$/);
    await page.evaluate(() => document.fonts.ready);
    expect(failed.filter((address) => address.endsWith('.woff2'))).toEqual([]);

    await page.goto('/no-such-page/');
    await expect(page.locator('h1')).toBeVisible();
  });

  test('what is kept is not kept twice, and what a version does not know is dropped', async ({ page }) => {
    await page.goto('/');
    await kept(page);
    const { files, addresses } = await page.evaluate(async () => {
      const cache = await caches.open(`glassbox ${new URL('/', location.href).href}`);
      const keys = (await cache.keys()).map(({ url }) => new URL(url).pathname);
      return { files: keys.length, addresses: new Set(keys).size };
    });
    expect(files).toBe(addresses);
    expect(files).toBeGreaterThan(50);
    await page.evaluate(async () =>
      (await caches.open(`glassbox ${new URL('/', location.href).href}`)).put('/old.html?kept=0', new Response('old')),
    );
    await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      await registration.unregister();
    });
    await page.reload();
    await kept(page);
    expect(
      await page.evaluate(async () =>
        (await caches.open(`glassbox ${new URL('/', location.href).href}`)).match('/old.html?kept=0').then((found) => found === undefined),
      ),
    ).toBe(true);
  });

  test.describe('under a sub-path', () => {
    test.use({ baseURL: `http://127.0.0.1:${Number(process.env['TEST_PORT'] ?? 4410) + 1}` });

    test('it is kept as well', async ({ page, context }) => {
      await page.goto('/deep/notes/');
      await kept(page);
      await context.setOffline(true);
      await page.goto('/deep/notes/en/mlp/');
      const demo = await openDemo(page, 'neuron');
      await useBackend(demo, 'wasm');
      expect(await train(demo, 5)).toHaveLength(5);
    });
  });
});

test('two tabs train side by side, and share the progress', async ({ page, context }) => {
  const other = await context.newPage();
  for (const one of [page, other]) await one.goto('/en/mlp/');
  const losses = await Promise.all(
    [page, other].map(async (one) => {
      const demo = await openDemo(one, 'neuron');
      await useBackend(demo, 'cpu');
      return train(demo, 20);
    }),
  );
  expect(losses[0]).toEqual(losses[1]);
  const name = await page.locator('glassbox-challenge').first().getAttribute('data-challenge');
  await page.evaluate((challenge) => localStorage.setItem('glassbox-progress', JSON.stringify([challenge])), name);
  await expect(other.locator('glassbox-challenge').first()).toHaveClass(/gb-solved/);
});

test('where storage is forbidden the book is read and demos train', async ({ page }) => {
  await page.addInitScript(() => {
    const refuse = (): never => {
      throw new DOMException('forbidden', 'SecurityError');
    };
    Object.defineProperty(window, 'localStorage', { configurable: true, get: refuse });
    Object.defineProperty(window, 'sessionStorage', { configurable: true, get: refuse });
    Object.defineProperty(window, 'caches', { get: refuse });
  });
  await page.goto('/en/mlp/');
  const demo = await openDemo(page, 'neuron');
  await useBackend(demo, 'cpu');
  expect(await train(demo, 20)).toHaveLength(20);
});

test('where storage is full the book is read and demos train', async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await page.goto('/en/mlp/');
  const demo = await openDemo(page, 'neuron');
  await useBackend(demo, 'cpu');
  expect(await train(demo, 20)).toHaveLength(20);
});

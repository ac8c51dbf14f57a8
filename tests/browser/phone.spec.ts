/** A phone's screen, 390 pixels wide and touched: words that can be read, targets that can be hit, nothing wider than the screen. */
import { expect, openDemo, test, train, useBackend } from './support';
import type { Page } from '@playwright/test';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

/** Words of pictures that are shown smaller than 10 pixels. */
async function smallWords(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<SVGTextElement>('.gb-svg text')].flatMap((text) => {
      if (text.getClientRects().length === 0 || text.textContent === '') return [];
      const size = Number.parseFloat(getComputedStyle(text).fontSize) * (text.getScreenCTM()?.a ?? 0);
      return size < 10 ? [`${text.textContent}: ${size.toFixed(1)} px`] : [];
    }),
  );
}

/** What can be touched and is smaller than 44 pixels. */
async function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const least = 44 - 0.5;
    const all = [
      ...document.querySelectorAll('glassbox-demo :is(button, select, summary, input[type="range"], .gb-handle-touch, .gb-nudge)'),
    ];
    return all.flatMap((target) => {
      if (target.getClientRects().length === 0) return [];
      const { width, height } = target.getBoundingClientRect();
      // A slider, a list and a heading are as wide as their place; a button must be wide too.
      const wide = target.matches('select, summary, input') || width >= least;
      return height >= least && wide ? [] : [`${target.getAttribute('aria-label') ?? target.textContent}: ${width} x ${height}`];
    });
  });
}

for (const path of ['/', '/mlp/', '/en/mlp/', '/gradients/', '/en/gradients/', '/demos/', '/glossary/']) {
  test(`${path} fits a phone before a demo is touched`, async ({ page }) => {
    await page.goto(path);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    // In the gallery pictures are looked at, not read: a tall one is shown whole, and smaller.
    if (path !== '/demos/') expect(await smallWords(page)).toEqual([]);
    expect(await smallTargets(page)).toEqual([]);
  });
}

test('every demo fits a phone while it is used', async ({ page, request }) => {
  const gallery = await (await request.get('/en/demos/')).text();
  const ids = Array.from(gallery.matchAll(/data-gallery-demo="([^"]+)"/g), ([, id = '']) => id);
  expect(ids.length).toBeGreaterThanOrEqual(10);
  for (const id of ids) {
    await page.goto(`/en/embed/${id}/`);
    const demo = await openDemo(page, id);
    await useBackend(demo, 'cpu');
    await train(demo, 1);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), id).toBeLessThanOrEqual(390);
    expect(await demo.locator('svg[data-picture]:not([viewBox^="0 0 340 "])').count(), id).toBe(0);
    expect(await smallWords(page), id).toEqual([]);
    expect(await smallTargets(page), id).toEqual([]);
  }
});

test('a picture changes its form with the width of its place, and keeps the run', async ({ page }) => {
  await page.goto('/en/embed/neuron/');
  const demo = await openDemo(page, 'neuron');
  await useBackend(demo, 'cpu');
  const losses = await train(demo, 5);
  const picture = demo.locator('svg[data-picture]');
  await expect(picture).toHaveAttribute('viewBox', /^0 0 340 /);
  await page.setViewportSize({ width: 1100, height: 844 });
  await expect(picture).toHaveAttribute('viewBox', /^0 0 640 /);
  expect((await train(demo, 5)).slice(0, 5)).toEqual(losses);
});

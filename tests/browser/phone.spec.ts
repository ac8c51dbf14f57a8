/** A phone's screen, 390 pixels wide and touched: words that can be read, targets that can be hit, nothing wider than the screen. */
import { smallTargets, smallWords } from './phone-fit';
import { expect, openDemo, test, train, useBackend } from './support';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

for (const path of ['/', '/mlp/', '/en/mlp/', '/gradients/', '/en/gradients/', '/demos/', '/glossary/']) {
  test(`${path} fits a phone before a demo is touched`, async ({ page }) => {
    await page.goto(path);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    // In the gallery pictures are looked at, not read: a tall one is shown whole, and smaller.
    if (path !== '/demos/') expect(await smallWords(page)).toEqual([]);
    expect(await smallTargets(page)).toEqual([]);
  });
}

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

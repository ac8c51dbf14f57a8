/** A phone's screen, 390 pixels wide and touched: words that can be read, targets that can be hit, nothing wider than the screen. */
import { smallTargets, smallWords } from './phone-fit';
import { expect, NAMES, openDemo, test, train, useBackend, type DemoElement } from './support';

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
  await expect(picture).toHaveAttribute('viewBox', /^0 0 540 /);
  expect((await train(demo, 5)).slice(0, 5)).toEqual(losses);
});

test('the inspector of a unit that is tapped comes into view', async ({ page }) => {
  await page.goto('/en/embed/mlp-playground/');
  const demo = await openDemo(page, 'mlp-playground');
  await demo.locator('.gb-turn', { hasText: 'What each unit' }).tap();
  const unit = demo.locator('.gb-unit').nth(3);
  await unit.scrollIntoViewIfNeeded();
  const box = await unit.boundingBox();
  if (box === null) throw new Error('the unit is not drawn');
  await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
  await expect(demo.locator('.gb-inspector-panel .gb-panel-body')).toBeInViewport();
});

test('the contents mark the section that is read, and lead to one far down', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto('/en/mlp/');
  const link = page.locator('starlight-toc a[href="#hidden-layer"]');
  await link.click();
  const below = (): Promise<number> =>
    page.evaluate(
      () =>
        (document.querySelector('#hidden-layer')?.getBoundingClientRect().top ?? -Infinity) -
        (document.querySelector('header')?.getBoundingClientRect().bottom ?? Infinity),
    );
  // Under the header, and not far under it.
  await expect.poll(below).toBeGreaterThanOrEqual(0);
  expect(await below()).toBeLessThan(60);
  await expect(link).toHaveAttribute('aria-current', 'true');
  await expect(page.locator('starlight-toc a[aria-current="true"]')).toHaveCount(1);
});

test('text far from a phone\u2019s screen is laid out later, but not where a place is asked for', async ({ page }) => {
  await page.goto('/en/mlp/');
  await expect(page.locator('html.gb-later')).toHaveCount(1);
  await page.goto('about:blank');
  await page.goto('/en/mlp/#debugger');
  await expect(page.locator('html.gb-later')).toHaveCount(0);
  await expect(page.locator('#debugger')).toBeInViewport();
  // Nor where a place was left, to which the browser goes back.
  await page.goto('about:blank');
  await page.goto('/en/mlp/');
  await page.reload();
  await expect(page.locator('html.gb-later')).toHaveCount(0);
});

test('of the pictures that take turns the one that is seen is drawn while the run plays, and all when it stands', async ({ page }) => {
  await page.goto('/en/embed/mlp-playground/?step=0');
  const demo = await openDemo(page, 'mlp-playground');
  await demo.evaluate((element: DemoElement) => element.step(1));
  await demo.evaluate((element: DemoElement) => {
    const drawn = new Map<string, number>();
    Object.assign(element, { drawn });
    for (const place of element.querySelectorAll('.gb-item, .gb-curves')) {
      const name = place.classList.contains('gb-item-alone') ? 'seen' : 'hidden';
      new MutationObserver((changes) => drawn.set(name, (drawn.get(name) ?? 0) + changes.length)).observe(place, {
        subtree: true,
        attributes: true,
        childList: true,
        characterData: true,
      });
    }
  });
  const drawn = (): Promise<Record<string, number>> =>
    demo.evaluate((element: DemoElement & { drawn?: Map<string, number> }) => Object.fromEntries(element.drawn ?? []));
  await demo.getByRole('button', { name: NAMES.play }).click();
  // As it begins to play, all may still be drawn once.
  await expect.poll(async () => (await drawn())['seen'] ?? 0).toBeGreaterThan(100);
  const { seen = 0, hidden = 0 } = await drawn();
  await expect.poll(async () => (await drawn())['seen'] ?? 0).toBeGreaterThan(seen + 500);
  expect((await drawn())['hidden'] ?? 0).toBe(hidden);
  await demo.getByRole('button', { name: NAMES.pause }).click();
  await expect.poll(async () => (await drawn())['hidden'] ?? 0).toBeGreaterThan(hidden);
});

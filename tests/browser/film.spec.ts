/** Before the answer: a figure opens at the beginning of its recorded run, which can be dragged through before anything is trained. */
import type { Locator, Page } from '@playwright/test';
import { expect, test, type DemoElement } from './support';
import { drag, placeIn, type Place } from './touch';

/** What is loaded to train. */
const ENGINE = /\/worker|tfjs/;

function pictureOf(demo: Locator): Promise<string> {
  return demo.locator('.gb-item-together svg').first().innerHTML();
}

/** Goes through the page until the figure is near, waits until it has opened, and brings it on the screen. */
async function comeTo(demo: Locator): Promise<void> {
  await demo.evaluate((element) => {
    scrollTo({ top: scrollY + element.getBoundingClientRect().top - innerHeight - 300, behavior: 'instant' });
  });
  await expect(demo.getByRole('slider', { name: 'Timeline', exact: true })).toBeEnabled();
  await demo.scrollIntoViewIfNeeded();
}

/** Drags the line's thumb from its beginning to its middle, by mouse or finger. */
async function dragToMiddle(page: Page, line: Locator, byFinger: boolean): Promise<void> {
  const place = await placeIn(line);
  const places = Array.from({ length: 11 }, (_, i): Place => place(0.02 + (0.48 * i) / 10, 0.5));
  if (byFinger) return drag(await page.context().newCDPSession(page), places);
  for (const [i, [x, y]] of places.entries()) {
    await page.mouse.move(x, y);
    if (i === 0) await page.mouse.down();
  }
  await page.mouse.up();
}

for (const { name, viewport, hasTouch } of [
  { name: 'on a desktop', viewport: { width: 1280, height: 800 }, hasTouch: false },
  { name: 'on a phone, by finger', viewport: { width: 390, height: 844 }, hasTouch: true },
]) {
  test.describe(name, () => {
    test.use({ viewport, hasTouch, isMobile: hasTouch });

    test('the timeline shows the recorded run, no engine is loaded, and play goes on from there', async ({ page }) => {
      const asked: string[] = [];
      page.on('request', (request) => asked.push(new URL(request.url()).pathname));
      await page.goto('/en/gradients/');
      const demo = page.locator('glassbox-demo[data-demo="gradient-flow"]');
      await comeTo(demo);
      const line = demo.getByRole('slider', { name: 'Timeline', exact: true });
      const step = demo.getByRole('spinbutton', { name: 'step', exact: true });
      await expect(step).toHaveValue('0');
      await expect(demo.locator('.gb-recorded')).toContainText('drag the timeline');
      const before = await pictureOf(demo);
      await dragToMiddle(page, line, hasTouch);
      const reached = Number(await step.inputValue());
      const last = Number(await line.getAttribute('max'));
      expect(reached).toBeGreaterThan(0.3 * last);
      expect(reached).toBeLessThan(0.7 * last);
      await expect.poll(() => pictureOf(demo)).not.toBe(before);
      expect(asked.filter((path) => ENGINE.test(path))).toEqual([]);
      // A key goes from moment to moment.
      await line.press('ArrowRight');
      await expect.poll(async () => Number(await step.inputValue())).toBeGreaterThan(reached);
      const from = Number(await step.inputValue());
      await demo.evaluate((element) =>
        element.addEventListener('gb-step', (event) => {
          element.dataset['first'] ??= String((event as CustomEvent<{ step: number }>).detail.step);
        }),
      );
      await demo.getByRole('button', { name: 'Play', exact: true }).click();
      await expect.poll(() => demo.evaluate((element: DemoElement) => element.cursor), { timeout: 60_000 }).toBeGreaterThanOrEqual(from);
      // No step of the way there is shown again.
      expect(Number(await demo.getAttribute('data-first'))).toBeGreaterThanOrEqual(from);
      await expect(demo.locator('.gb-recorded')).toHaveCount(0);
    });
  });
}

test('on paper stands what the run came to', async ({ page }) => {
  await page.goto('/en/gradients/');
  const demo = page.locator('glassbox-demo[data-demo="gradient-flow"]');
  const header = demo.locator('.gb-header');
  const built = await header.getAttribute('data-settings');
  await comeTo(demo);
  const opened = await header.getAttribute('data-settings');
  expect(opened).not.toBe(built);
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await expect(header).toHaveAttribute('data-settings', built ?? '');
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await expect(header).toHaveAttribute('data-settings', opened ?? '');
});

test('where the film does not arrive, the figure stays at the end of the recorded run and can be played', async ({ page }) => {
  await page.route(/\/_astro\/film\./, (route) => route.abort());
  await page.goto('/en/gradients/');
  const demo = page.locator('glassbox-demo[data-demo="gradient-flow"]');
  await demo.evaluate((element: DemoElement) => element.whenReady());
  await expect(demo.locator('.gb-recorded')).toContainText('A recorded run at step');
  await expect(demo.getByRole('slider', { name: 'Timeline', exact: true })).toBeDisabled();
  await demo.getByRole('button', { name: 'Play', exact: true }).click();
  await expect.poll(() => demo.evaluate((element: DemoElement) => element.cursor), { timeout: 60_000 }).toBeGreaterThan(0);
});

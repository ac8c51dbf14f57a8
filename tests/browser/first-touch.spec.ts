/** A frame's script is loaded when a reader turns to it: what was done before it came is not lost. */
import { expect, NAMES, test, type DemoElement } from './support';

test.describe('before the script has come', () => {
  test.beforeEach(async ({ page }) => {
    // A slow network: the first touch comes long before the script.
    await page.route(/live-frame/, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1500));
      await route.continue();
    });
    await page.goto('/en/embed/neuron/');
  });

  test('a press of play starts the run', async ({ page }) => {
    const demo = page.locator('glassbox-demo');
    await demo.getByRole('button', { name: NAMES.play }).click();
    await expect.poll(() => demo.evaluate((element: DemoElement) => element.record?.latest ?? 0)).toBeGreaterThan(3);
  });

  test('a knob that was turned stays turned', async ({ page }) => {
    const demo = page.locator('glassbox-demo');
    await demo.locator('.gb-parameters select').first().selectOption({ index: 1 });
    const chosen = await demo.locator('.gb-parameters select').first().inputValue();
    await demo.evaluate((element: DemoElement) => element.whenReady());
    await expect(demo.locator('.gb-parameters select').first()).toHaveValue(chosen);
    await expect.poll(() => demo.evaluate((element: DemoElement) => Object.values(element.params).map(String))).toContain(chosen);
  });

  test('a panel that was opened is filled', async ({ page }) => {
    const demo = page.locator('glassbox-demo');
    const panel = demo.locator('details.gb-panel').first();
    await panel.locator('summary').click();
    await expect(panel.locator('.gb-panel-body')).toBeVisible();
  });
});

test('nothing of a demo is loaded while a page is only opened, and nothing to train with while it is read', async ({ page }) => {
  const scripts: string[] = [];
  page.on('request', (request) => void scripts.push(new URL(request.url()).pathname));
  await page.goto('/en/mlp/');
  await page.waitForLoadState('networkidle');
  expect(scripts.filter((path) => /live-frame|\/run\.|\/film\.|preact|tfjs/.test(path))).toEqual([]);
  for (const demo of await page.locator('glassbox-demo').all()) await demo.scrollIntoViewIfNeeded();
  await page.waitForLoadState('networkidle');
  expect(scripts.filter((path) => path.includes('/film.')).length).toBeGreaterThan(1);
  expect(scripts.filter((path) => /tfjs|\/worker/.test(path))).toEqual([]);
});

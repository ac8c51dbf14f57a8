/** The chapter on modern networks as a reader uses it: networks opened by mouse, keyboard and finger, at other sizes, on a phone. */
import type { Locator, Page } from '@playwright/test';
import { expect, openDemo, test } from './support';

/** The demo's picture and, by name, a row of it. */
async function openNetworks(
  page: Page,
  address = '/en/modern-cnn/',
): Promise<{ demo: Locator; rows: Locator; row: (id: string) => Locator }> {
  await page.goto(address);
  const demo = await openDemo(page, 'architectures');
  return { demo, rows: demo.locator('[data-part]'), row: (id) => demo.locator(`[data-part="${id}"]`) };
}

test('a block opens and closes by mouse, and shows its parts', async ({ page }) => {
  const { rows, row } = await openNetworks(page, '/en/modern-cnn/#architectures?architecture=resnet-18');
  await expect(row('stage4')).toBeVisible();
  const folded = await rows.count();
  await row('stage1').click();
  await expect(row('stage1/block2')).toBeVisible();
  await expect(rows).toHaveCount(folded + 2);
  await row('stage1').click();
  await expect(row('stage1/block2')).toHaveCount(0);
});

test('everything can be reached by keyboard: opening, walking, a whole level at once', async ({ page }) => {
  const { demo, row } = await openNetworks(page, '/en/modern-cnn/#architectures?architecture=densenet-201');
  await expect(row('block3')).toBeVisible();
  const picture = demo.getByRole('application', { name: /DenseNet-201/ });
  await picture.focus();
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight']) await page.keyboard.press(key);
  await expect(row('block1/layer1')).toBeVisible();
  await page.keyboard.press('+');
  await page.keyboard.press('End');
  await expect(row('output')).toBeVisible();
  await expect(row('stem')).toHaveCount(0);
  await page.keyboard.press('Home');
  await expect(row('stem')).toBeVisible();
  await page.keyboard.press('-');
  await expect(row('block3')).toBeVisible();
});

test('a size of one’s own changes every number, and one that is too small is said to be', async ({ page }) => {
  const { demo } = await openNetworks(page);
  const picture = demo.locator('.gb-picture').first();
  await expect(picture).toContainText('61\u202f706 parameters');
  await demo.evaluate((element: HTMLElement & { setParams(values: object): Promise<void> }) =>
    element.setParams({ architecture: 'vgg-16', input: 'own', side: 32, classes: 10 }),
  );
  // 14,714,688 in convolutions, 2,101,248 + 16,781,312 + 40,970 behind them.
  await expect(picture).toContainText('33\u202f638\u202f218 parameters');
  await demo.evaluate((element: HTMLElement & { setParams(values: object): Promise<void> }) => element.setParams({ side: 16 }));
  await expect(picture).toContainText('need 32×32 at least');
});

test('on a phone the rows are as tall as a fingertip, the bar scrolls them, and nothing is wider than the page', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const { demo, rows, row } = await openNetworks(page, '/modern-cnn/#architectures?architecture=googlenet-2014');
  await expect(row('block3a')).toBeVisible();
  const box = await rows.first().boundingBox();
  expect(box?.height).toBeGreaterThanOrEqual(40);
  await expect(row('output')).toHaveCount(0);
  const bar = await demo.locator('.gb-scroll-touch').boundingBox();
  if (bar === null) throw new Error('there is no scroll bar');
  await page.mouse.move(bar.x + bar.width / 2, bar.y + 4);
  await page.mouse.down();
  await page.mouse.move(bar.x + bar.width / 2, bar.y + bar.height - 2, { steps: 5 });
  await page.mouse.up();
  await expect(row('output')).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

test('a 1×1 convolution is looked at pixel by pixel with the arrow keys', async ({ page }) => {
  await page.goto('/en/modern-cnn/');
  const demo = await openDemo(page, 'one-by-one');
  const picture = demo.getByRole('application', { name: /pixel/ });
  await picture.focus();
  const before = await picture.getAttribute('aria-label');
  await page.keyboard.press('ArrowUp');
  await expect(picture).not.toHaveAttribute('aria-label', before ?? '');
});

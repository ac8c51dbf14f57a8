/** Two networks side by side, raced and deepened as a reader does. */
import { expect, NAMES, openDemo, test, train, type DemoElement } from './support';

const metricsOf = (element: DemoElement): Readonly<Record<string, number>> => element.metrics;

test('two families are chosen and raced: both learn, and what each is and answers is drawn', async ({ page }) => {
  await page.goto('/en/embed/block-race/');
  const demo = await openDemo(page, 'block-race');
  await demo.locator('select[id$="-first"]').selectOption('googlenet');
  await demo.locator('select[id$="-second"]').selectOption('nin');
  // The board names both, with the parameters that the specification counts.
  await expect(demo.getByText('7\u202f734 parameters', { exact: false }).first()).toBeVisible();
  await expect(demo.getByText('7\u202f842 parameters', { exact: false }).first()).toBeVisible();
  const before = await demo.evaluate(metricsOf);
  await train(demo, 100);
  const after = await demo.evaluate(metricsOf);
  expect(after['firstLoss'] ?? NaN).toBeLessThan(before['firstLoss'] ?? NaN);
  expect(after['secondLoss'] ?? NaN).toBeLessThan(before['secondLoss'] ?? NaN);
});

test('the same layers are trained deeper, with and without shortcuts, on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/en/embed/degradation/');
  const demo = await openDemo(page, 'degradation');
  await demo.getByRole('button', { name: '20 layers', exact: true }).click();
  await demo.getByRole('button', { name: NAMES.play }).click();
  await expect.poll(() => demo.evaluate((element: DemoElement) => element.record?.latest ?? 0)).toBeGreaterThan(5);
  await demo.getByRole('button', { name: NAMES.pause }).click();
  const metrics = await demo.evaluate(metricsOf);
  for (const name of ['plainLoss', 'residualLoss']) expect(Number.isFinite(metrics[name])).toBe(true);
  expect(await demo.evaluate((element: DemoElement) => element.params['depth'])).toBe('20');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

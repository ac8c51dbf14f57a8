/** The maps of runs as a reader uses them: a cell is read, looked at, and opened as a run of its own, which ends where the map says. */
import { expect, firstDifference, openDemo, test, train, type DemoElement } from './support';

/** In the fourth row of the second map, its sixth column: 128 + 3 * 16 + 6. */
const NUMBER = 182;

test('a cell that is pressed is looked at, and opened alone it ends with the loss that the map shows', async ({ page }) => {
  await page.goto('/en/embed/sweep/?step=0');
  const demo = await openDemo(page, 'sweep');
  await train(demo, 100);
  const cells = demo.getByRole('application', { name: /^map 2/ });
  const reading = demo.locator('.gb-cell-map [aria-live]');
  const box = await cells.boundingBox();
  if (box === null) throw new Error('the second map is not shown');
  const [x, y] = [box.x + (5.5 / 16) * box.width, box.y + (3.5 / 8) * box.height];
  await page.mouse.click(x, y);
  await expect(reading).toHaveText(/^learning rate 0\.097, initial scale 0\.83: 0\.\d+$/);
  const shown = await reading.textContent();
  await expect.poll(() => demo.evaluate((element: DemoElement) => element.params['cell'])).toBe(NUMBER);
  await expect(demo).toContainText(`network ${NUMBER}, map 2`);

  const knob = demo.getByRole('slider', { name: 'network looked at' });
  await expect(knob).toBeVisible();
  await demo.getByRole('button', { name: 'train it alone' }).click();
  await expect.poll(() => demo.evaluate((element: DemoElement) => element.params['only'])).toBe(NUMBER);
  await expect(demo).toContainText(`network ${NUMBER} alone`);
  await demo.evaluate((element: DemoElement) => element.reset());
  await train(demo, 100);
  await page.mouse.move(0, 0);
  await page.mouse.move(x, y);
  await expect(reading).toHaveText(shown ?? '');

  // Where nothing is trained there is nothing to look at, by a press or by the knob.
  await page.mouse.click(x + box.width / 4, y);
  await expect(reading).toHaveText(/: not trained$/);
  await expect(knob).toHaveCount(0);
  expect(await demo.evaluate((element: DemoElement) => element.params['cell'])).toBe(NUMBER);

  await demo.getByRole('button', { name: 'back to all' }).click();
  await expect.poll(() => demo.evaluate((element: DemoElement) => element.params['only'])).toBe(0);
});

test('the keyboard reads a map and chooses a cell', async ({ page }) => {
  await page.goto('/en/embed/sweep/');
  const demo = await openDemo(page, 'sweep');
  const cells = demo.getByRole('application', { name: /^map 1/ });
  await cells.press('ArrowRight');
  await cells.press('ArrowRight');
  await cells.press('ArrowDown');
  await expect(demo.locator('.gb-cell-map [aria-live]')).toHaveText(/^learning rate 0\.006, initial scale 4\.4: /);
  await cells.press('Enter');
  // The first arrow shows where the reading is.
  await expect.poll(() => demo.evaluate((element: DemoElement) => element.params['cell'])).toBe(18);
});

test('many steps are trained by a worker for each core, with the bits that one worker gives', async ({ page }) => {
  await page.goto('/en/embed/sweep/?step=0');
  test.skip(await page.evaluate(() => navigator.hardwareConcurrency < 2), 'one core: there is nobody to help');
  const demo = await openDemo(page, 'sweep');
  // A few steps at a time are taken by one worker.
  const few: number[] = [];
  while (few.length < 400) few.splice(0, few.length, ...(await train(demo, 25)));
  const helping = (): Promise<number> => demo.evaluate((element: DemoElement) => element.status?.helping ?? 0);
  expect(await helping()).toBe(0);
  // Helpers are asked for by the first long stretch, and are there when they have compiled their networks.
  const again = async (): Promise<number[]> => {
    await demo.evaluate((element: DemoElement) => element.seek(0));
    return train(demo, 400);
  };
  await expect.poll(async () => again().then(helping), { timeout: 60_000 }).toBeGreaterThan(1);
  expect(firstDifference(await again(), few)).toBe(-1);
});

/** A run that is played can be watched, stops at its declared length, and may then go on as fast as it goes. */
import { expect, NAMES, openDemo, test, type DemoElement } from './support';

/** What a plane may look like in so many frames: a machine that draws nothing for that long draws no run either. */
const FRAMES = 3000;

test('what is played is seen: ten pictures within sixty steps; it stops by itself, and goes on at full speed', async ({ page }) => {
  await page.goto('/en/embed/mlp-playground/?step=0&dataset=circle');
  const demo = await openDemo(page, 'mlp-playground');
  // The engine is there: what is measured is the pace.
  await demo.evaluate(async (element: DemoElement) => {
    await element.step(1);
    await element.reset();
  });
  await demo.getByRole('button', { name: NAMES.play }).click();
  // Counted in steps and not in seconds: a busy machine takes longer over both.
  const pictures = await demo.evaluate(async (element: DemoElement, frames) => {
    const seen = new Set<string>();
    const start = performance.now();
    for (let frame = 0; frame < frames && element.cursor <= 60; frame++) {
      seen.add(element.querySelector('.gb-picture-decision-surface svg')?.innerHTML ?? '');
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    return { count: seen.size, step: element.cursor, seconds: (performance.now() - start) / 1000 };
  }, FRAMES);
  expect(pictures.step).toBeGreaterThan(60);
  expect(pictures.seconds, 'few steps in the first two seconds').toBeGreaterThanOrEqual(2);
  expect(pictures.count).toBeGreaterThanOrEqual(10);
  await expect(demo).toContainText('Step 1500: as far as this run is meant to go', { timeout: 60_000 });
  expect(await demo.evaluate((element: DemoElement) => [element.state, element.cursor])).toEqual(['paused', 1500]);
  await demo.getByRole('button', { name: 'Go on at full speed' }).click();
  await expect.poll(() => demo.evaluate((element: DemoElement) => element.cursor)).toBeGreaterThan(2500);
  await demo.getByRole('button', { name: NAMES.pause }).click();
});

test('a step is typed: gone back to where it is recorded, trained up to where it is not', async ({ page }) => {
  await page.goto('/en/embed/neuron/?step=0');
  const demo = await openDemo(page, 'neuron');
  await demo.evaluate((element: DemoElement) => element.step(30));
  const field = demo.getByRole('spinbutton', { name: 'step', exact: true });
  const at = () => demo.evaluate((element: DemoElement) => [element.cursor, element.record?.latest ?? NaN]);
  await field.fill('12');
  await field.press('Enter');
  await expect.poll(at).toEqual([12, 30]);
  await field.fill('45');
  await field.press('Enter');
  await expect.poll(at).toEqual([45, 45]);
  await field.fill('1.5');
  await field.press('Enter');
  await expect(demo).toContainText('"1.5" should be a whole number from 0 to 1000000000');
  expect(await at()).toEqual([45, 45]);
});

test('the axis of steps is logarithmic when asked for: in the timeline, which keys still move by a step, and under the curves', async ({
  page,
}) => {
  await page.goto('/en/embed/neuron/?step=0');
  const demo = await openDemo(page, 'neuron');
  await demo.evaluate((element: DemoElement) => element.step(1000));
  await demo.getByRole('checkbox', { name: 'log steps' }).check();
  await expect(demo.locator('svg[data-curves]').first().getByText('100', { exact: true })).toBeVisible();
  const line = demo.getByRole('slider', { name: NAMES.timeline });
  await line.press('ArrowLeft');
  await expect(line).toHaveAttribute('aria-valuetext', 'step 999 of 1000');
  const box = await line.boundingBox();
  // The middle of the line is the root of the run's length.
  await line.click({ position: { x: (box?.width ?? 0) / 2, y: (box?.height ?? 0) / 2 } });
  await expect.poll(() => demo.evaluate((element: DemoElement) => element.cursor)).toBeGreaterThan(20);
  expect(await demo.evaluate((element: DemoElement) => element.cursor)).toBeLessThan(50);
});

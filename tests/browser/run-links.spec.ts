/** Numbers in the text lead to the runs that they came from; without a script, to the figure. */
import { expect, openDemo, test, type DemoElement } from './support';

test('a number in the text opens its run at its step, and again after the reader has gone on', async ({ page }) => {
  await page.goto('/en/mlp/');
  const demo = await openDemo(page, 'mlp-playground');
  const number = page.locator('a.gb-measured[data-run^="mlp-playground?"][data-run*="activations=relu"]').first();
  const run = (await number.getAttribute('data-run')) ?? '';
  const step = Number(new URLSearchParams(run.split('?')[1]).get('step'));
  expect(step).toBeGreaterThan(0);
  for (let round = 0; round < 2; round++) {
    // It may stand in a folded answer: whatever is around it is opened as a reader would have it.
    await number.evaluate((link) => {
      for (let box = link.closest('details'); box !== null; box = box.parentElement?.closest('details') ?? null) box.open = true;
    });
    await number.click();
    await expect(page).toHaveURL(new RegExp(`#${run.replace(/[?]/g, '\\?')}$`));
    await expect(demo).toBeInViewport();
    await expect.poll(() => demo.evaluate((element: DemoElement) => element.cursor)).toBe(step);
    expect(await demo.evaluate((element: DemoElement) => element.params['activations'])).toEqual(['relu']);
    const says = Number.parseFloat((await number.textContent()) ?? '');
    // The cursor stands at its step as soon as that is known, the metrics come when the run has got there.
    const accuracy = (): Promise<number> => demo.evaluate((element: DemoElement) => element.metrics['testAccuracy'] ?? NaN);
    await expect.poll(async () => Math.abs(100 * (await accuracy()) - says)).toBeLessThan(0.5);
    await demo.evaluate(async (element: DemoElement) => {
      element.params = { activations: ['tanh'] };
      await element.step(3);
    });
  }
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('it leads to the figure', async ({ page }) => {
    await page.goto('/en/mlp/');
    const number = page.locator('a.gb-measured[data-run^="mlp-playground?"]').first();
    await expect(number).toHaveAttribute('href', '#fig-mlp-playground');
    await expect(page.locator('#fig-mlp-playground')).toHaveCount(1);
  });
});

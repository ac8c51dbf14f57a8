/** The demos of the chapter on gradients, used as a reader uses them. */
import { expect, NAMES, openDemo, test, train, useBackend, type DemoElement } from './support';

test('an expression is typed, walked through, refused at its column, and trained', async ({ page }) => {
  await page.goto('/en/embed/chain-rule/');
  const demo = await openDemo(page, 'chain-rule');
  const field = demo.getByRole('textbox', { name: 'expression t' });
  await field.fill('x*y');
  await field.press('Enter');
  await expect(demo.locator('svg[data-picture]').first()).toHaveAttribute('aria-label', /x\*y = 3; ∂t\/∂x = 1, ∂t\/∂y = 3/);

  const next = demo.getByRole('button', { name: 'next part of the pass' });
  // It stands before its backward pass: what each edge will say can be guessed.
  await expect(demo.getByText('forward 1 of 1: x * y = 3')).toBeVisible();
  const edges = demo
    .locator('svg[data-picture]')
    .first()
    .getByText(/^\S+ × \S+$/);
  await expect(edges).toHaveCount(0);
  await next.focus();
  await next.press('Enter');
  await expect(demo.getByText(/backward 1 of 3 · the gradient at x \* y is 1 · 1 × 1 = 1 → x/)).toBeVisible();
  await next.press('Enter');
  await next.press('Enter');
  await expect(demo.getByText(/backward 3 of 3/)).toBeVisible();
  await expect(edges).toHaveCount(2);
  await next.press('Enter');
  await expect(demo.getByText('forward: variables and constants are known')).toBeVisible();
  await next.press('Enter');
  await expect(demo.getByText('forward 1 of 1: x * y = 3')).toBeVisible();

  await field.fill('x + * y');
  await field.press('Enter');
  await expect(demo.getByRole('alert')).toContainText('column 5');
  expect(await demo.evaluate((element: DemoElement) => element.params['expression'])).toBe('x*y');
  await field.fill('x*y');
  await field.press('Enter');

  await useBackend(demo, 'cpu');
  await train(demo, 60);
  expect(await demo.evaluate((element: DemoElement) => element.metrics['value'])).toBeCloseTo(0.5, 2);
});

test('a variable is moved by the arrow keys', async ({ page }) => {
  await page.goto('/en/embed/chain-rule/');
  const demo = await openDemo(page, 'chain-rule');
  await useBackend(demo, 'cpu');
  await train(demo, 1);
  const handle = demo.getByRole('button', { name: /^variable x = / });
  const before = await handle.getAttribute('aria-label');
  await handle.focus();
  await handle.press('ArrowUp');
  await expect(handle).not.toHaveAttribute('aria-label', before ?? '');
});

test('an exploding run pauses, says which layer broke first, and clipping lets it go on', async ({ page }) => {
  await page.goto('/en/embed/exploding/');
  const demo = await openDemo(page, 'exploding');
  await useBackend(demo, 'wasm');
  await demo.getByRole('button', { name: 'unclipped', exact: true }).click();
  await demo.getByRole('button', { name: NAMES.play }).click();
  await expect(demo.getByRole('alert').filter({ hasText: /hidden\d+/ })).toBeVisible();
  await expect.poll(() => demo.evaluate((element: DemoElement) => element.state)).toBe('paused');
  // From the start again: at the step where it paused, the harm was done.
  await demo.evaluate((element: DemoElement) => element.reset());
  await demo.evaluate((element: DemoElement) => {
    element.params = { clipNorm: 1 };
  });
  const losses = await train(demo, 50);
  expect(losses.length).toBeGreaterThanOrEqual(50);
  expect(losses.every(Number.isFinite)).toBe(true);
});

for (const backend of ['webgl', 'wasm'] as const) {
  test(`sigmoid starves the first of twelve layers, ReLU with He does not (${backend})`, async ({ page }) => {
    await page.goto('/en/embed/gradient-flow/');
    const demo = await openDemo(page, 'gradient-flow');
    await useBackend(demo, backend);
    const decades = async (preset: string): Promise<number> => {
      await demo.getByRole('button', { name: preset, exact: true }).click();
      await train(demo, 20);
      return demo.evaluate((element: DemoElement) => element.metrics['decades'] ?? NaN);
    };
    expect(await decades('sigmoid')).toBeLessThan(-4);
    expect(Math.abs(await decades('ReLU and He'))).toBeLessThan(1);
  });
}

test('on WebGL, doubled weights raise the ratio by four decades and more, and four sigmoids leave 0.0022', async ({ page }) => {
  await page.goto('/en/embed/exploding/');
  const exploding = await openDemo(page, 'exploding');
  await useBackend(exploding, 'webgl');
  const decades = (demo: typeof exploding, values: Record<string, unknown>): Promise<number> =>
    demo.evaluate(async (element: DemoElement & { setParams(values: Record<string, unknown>): Promise<void> }, chosen) => {
      await element.setParams(chosen);
      await element.reset();
      return element.metrics['decades'] ?? NaN;
    }, values);
  const usual = await decades(exploding, { initialScale: 1 });
  expect((await decades(exploding, { initialScale: 2 })) - usual).toBeGreaterThan(4);

  await page.goto('/en/embed/sigmoid-chain/');
  const chain = await openDemo(page, 'sigmoid-chain');
  await useBackend(chain, 'webgl');
  expect(10 ** (await decades(chain, { length: 4 }))).toBeCloseTo(0.00216, 4);
});

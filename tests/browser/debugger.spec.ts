/** The frame around a demo, used as a reader uses it: knobs, transport, timeline, branches, links. */
import { expect, firstDifference, NAMES, openDemo, test, train, useBackend, type DemoElement } from './support';

const SPIRAL = '/en/embed/mlp-playground/?dataset=spiral&hidden=8,8&activations=silu';

test('a spiral is learned, scrubbed back, branched, shared and reopened with the same losses', async ({ page, context }) => {
  test.setTimeout(300_000);
  await page.goto(SPIRAL);
  const demo = await openDemo(page, 'mlp-playground');
  await useBackend(demo, 'wasm');
  await demo.evaluate(async (element: DemoElement) => {
    for (let i = 0; i < 60 && (element.metrics['testAccuracy'] ?? 0) < 0.97; i++) await element.step(100);
  });
  const learned = await demo.evaluate((element: DemoElement) => ({
    accuracy: element.metrics['testAccuracy'],
    step: element.record?.latest ?? 0,
  }));
  expect(learned.accuracy).toBeGreaterThanOrEqual(0.97);

  const half = Math.floor(learned.step / 2);
  await demo.evaluate((element: DemoElement, step) => element.seek(step), half);
  expect(await demo.evaluate((element: DemoElement) => element.cursor)).toBe(half);
  const before = await demo.evaluate((element: DemoElement) => Array.from(element.record?.loss ?? []));
  await demo.evaluate((element: DemoElement) => {
    element.params = { learningRate: 0.001 };
  });
  const branched = await train(demo, 20);
  expect(branched).toHaveLength(half + 20);
  expect(firstDifference(branched.slice(0, half), before.slice(0, half))).toBe(-1);
  // The first step after the change still starts from the same weights; the next one does not.
  expect(firstDifference(branched, before.slice(0, half + 20))).toBe(half + 1);

  const link = await demo.evaluate((element: DemoElement & { link(): string }) => element.link());
  const second = await context.newPage();
  await second.goto(link);
  const copy = await openDemo(second, 'mlp-playground');
  await expect.poll(() => copy.evaluate((element: DemoElement) => element.record?.latest), { timeout: 120_000 }).toBe(half + 20);
  const reopened = await copy.evaluate((element: DemoElement) => Array.from(element.record?.loss ?? []));
  expect(firstDifference(reopened, branched)).toBe(-1);
  expect(await copy.evaluate((element: DemoElement) => element.cursor)).toBe(half + 20);
});

test('play and pause, by button and by the space bar', async ({ page }) => {
  await page.goto('/en/embed/neuron/');
  const demo = await openDemo(page, 'neuron');
  await demo.getByRole('button', { name: NAMES.play }).click();
  await expect.poll(() => demo.evaluate((element: DemoElement) => element.record?.latest ?? 0)).toBeGreaterThan(3);
  await demo.getByRole('button', { name: NAMES.pause }).click();
  await expect(demo.getByRole('button', { name: NAMES.play })).toBeVisible();
  const stopped = await demo.evaluate((element: DemoElement) => element.record?.latest ?? 0);
  await page.waitForTimeout(500);
  expect(await demo.evaluate((element: DemoElement) => element.record?.latest)).toBe(stopped);
});

test('loading can be cancelled, and timing the backends; the demo is made again when it is next used', async ({ page }) => {
  const slow = { loading: true };
  await page.route(/tfjs-backend-wasm.*\.wasm/, async (route) => {
    if (slow.loading) await new Promise((resolve) => setTimeout(resolve, 3000));
    await route.continue();
  });
  await page.goto('/en/embed/neuron/');
  const demo = await openDemo(page, 'neuron');
  await demo.evaluate((element: DemoElement) => {
    element.backend = 'wasm';
  });
  await demo.getByRole('button', { name: NAMES.play }).click();
  await demo.getByRole('button', { name: 'Cancel' }).click();
  await expect(demo.getByText('Cancelled.')).toBeVisible();
  await expect(demo.getByRole('button', { name: 'Cancel' })).toHaveCount(0);
  expect(await demo.evaluate((element: DemoElement) => element.state)).toBe('idle');
  slow.loading = false;
  expect(await train(demo, 3)).toHaveLength(3);
  await expect(demo.getByText('Cancelled.')).toHaveCount(0);

  await demo.locator('summary', { hasText: 'Backend' }).click();
  await demo.getByRole('button', { name: 'Time every backend' }).click();
  await demo.getByRole('button', { name: 'Cancel' }).click();
  await expect(demo.getByRole('button', { name: 'Cancel' })).toHaveCount(0);
  await expect(demo.getByRole('button', { name: NAMES.play })).toBeVisible();
  expect(await train(demo, 2)).toHaveLength(5);
});

test('the timeline is scrubbed by keyboard', async ({ page }) => {
  await page.goto('/en/embed/neuron/');
  const demo = await openDemo(page, 'neuron');
  await useBackend(demo, 'cpu');
  await train(demo, 40);
  const timeline = demo.getByRole('slider', { name: NAMES.timeline });
  await timeline.focus();
  // A key moves the slider from where it stands, which is drawn with the next frame.
  await expect(timeline).toHaveAttribute('aria-valuetext', /^step 40\b/);
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => demo.evaluate((element: DemoElement) => element.cursor)).toBe(39);
  await page.keyboard.press('Home');
  await expect.poll(() => demo.evaluate((element: DemoElement) => element.cursor)).toBe(0);
  await page.keyboard.press('End');
  await expect.poll(() => demo.evaluate((element: DemoElement) => element.cursor)).toBe(40);
});

test('a live knob is turned in mid-run; a restarting one starts anew and says so', async ({ page }) => {
  await page.goto('/en/embed/mlp-playground/?step=0');
  const demo = await openDemo(page, 'mlp-playground');
  await useBackend(demo, 'cpu');
  await train(demo, 10);
  await demo.evaluate((element: DemoElement) => {
    element.params = { learningRate: 0.01 };
  });
  expect(await train(demo, 5)).toHaveLength(15);
  await demo.evaluate((element: DemoElement) => {
    element.params = { hidden: [3] };
  });
  expect(await train(demo, 5)).toHaveLength(5);
});

test('nothing trains off screen or in a hidden tab', async ({ page }) => {
  await page.goto('/en/mlp/');
  const demo = await openDemo(page, 'neuron');
  await demo.evaluate((element: DemoElement) => element.play());
  await expect.poll(() => demo.evaluate((element: DemoElement) => element.record?.latest ?? 0)).toBeGreaterThan(3);
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
  await page.waitForTimeout(800);
  const away = await demo.evaluate((element: DemoElement) => element.record?.latest);
  await page.waitForTimeout(800);
  expect(await demo.evaluate((element: DemoElement) => element.record?.latest)).toBe(away);
  await demo.scrollIntoViewIfNeeded();
  await expect.poll(() => demo.evaluate((element: DemoElement) => element.record?.latest ?? 0)).toBeGreaterThan(away ?? 0);
});

test('a hostile link opens with defaults, and says so', async ({ page }) => {
  await page.goto('/en/embed/mlp-playground/?hidden=9e99,%3Cscript%3E&learningRate=NaN&seed=abc&step=-1&backend=quantum&%00=1');
  const demo = await openDemo(page, 'mlp-playground');
  await expect(
    demo
      .getByRole('alert')
      .or(demo.getByRole('status'))
      .filter({ hasText: /learningRate|learning rate/i })
      .first(),
  ).toBeVisible();
  expect(await train(demo, 3)).toHaveLength(3);
});

test('a run that stops being finite pauses by itself and is explained', async ({ page }) => {
  await page.goto('/en/embed/mlp-playground/?optimiser=sgd&learningRate=10&activations=relu&loss=squared&hidden=16,16,16&dataset=plane');
  const demo = await openDemo(page, 'mlp-playground');
  await useBackend(demo, 'cpu');
  await demo.evaluate((element: DemoElement) => {
    element.play();
  });
  await expect(demo).toContainText(/not finite|NaN|infinite/i);
});

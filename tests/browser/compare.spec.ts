/** Runs compared as a reader compares them: kept, forked, trained from several seeds, shared. */
import AxeBuilder from '@axe-core/playwright';
import { expect, firstDifference, NAMES, openDemo, test, train, useBackend, type DemoElement } from './support';

const PLAYGROUND = '/en/embed/mlp-playground/?step=0';

interface Forked {
  readonly main: { readonly cursor: number; readonly record: { readonly loss: Float32Array; readonly latest: number } };
  readonly fork: Forked['main'];
}
type ComparingElement = DemoElement & { link(): string; readonly forked: Forked | undefined };

test('a run is kept by a button, stays in the curves when the next begins, is restored and taken away as CSV', async ({ page }) => {
  await page.goto(PLAYGROUND);
  const demo = await openDemo(page, 'mlp-playground');
  await useBackend(demo, 'cpu');
  const losses = await train(demo, 30);
  await demo.getByRole('button', { name: 'Keep this run' }).click();
  await expect(demo.getByText('Kept as A')).toBeVisible();
  await demo.evaluate((element: DemoElement) => {
    element.params = { hidden: [3] };
  });
  await train(demo, 10);
  // The ghost is named in every chart, beside this run.
  const legend = demo.locator('.gb-run-legend').first();
  await expect(legend).toContainText('this run');
  await expect(legend).toContainText('A');

  await demo.getByRole('button', { name: 'Compare …' }).click();
  const name = demo.getByRole('textbox', { name: 'name of A' });
  await name.fill('first try');
  await name.press('Enter');
  await expect(legend).toContainText('first try');
  await demo.getByRole('checkbox', { name: 'draw first try in the curves' }).uncheck();
  await expect(legend).not.toContainText('first try');
  const saved = page.waitForEvent('download');
  await demo.getByRole('button', { name: 'Download CSV' }).click();
  expect((await saved).suggestedFilename()).toBe('mlp-playground-runs.csv');

  await demo.getByRole('button', { name: /^Restore first try/ }).click();
  await expect.poll(() => demo.evaluate((element: DemoElement) => element.record?.latest)).toBe(30);
  const restored = await demo.evaluate((element: DemoElement) => Array.from(element.record?.loss ?? []));
  expect(firstDifference(restored, losses)).toBe(-1);
  await demo.getByRole('button', { name: 'Remove first try' }).click();
  await expect(demo.getByText('No run is kept yet.')).toBeVisible();
});

test('a fork differs by the knob that the reader chose, in lockstep, under one timeline, by keyboard alone', async ({ page, context }) => {
  await page.goto(PLAYGROUND);
  const demo = await openDemo(page, 'mlp-playground');
  await useBackend(demo, 'cpu');
  await train(demo, 40);
  await demo.evaluate((element: DemoElement) => element.seek(25));
  await demo.locator('summary', { hasText: 'Compare' }).press('Enter');
  const value = demo.getByRole('textbox', { name: 'fork · learning rate' });
  await value.fill('0.3');
  await value.press('Enter');
  await demo.getByRole('button', { name: 'Fork at step 25' }).press('Enter');
  await expect(demo.getByText('learning rate: 0.03 in this run, 0.3 in the fork.')).toBeVisible();
  // Pictures side by side.
  await expect(demo.getByRole('group', { name: /Output · this run: learning rate = 0.03/ })).toBeVisible();
  await expect(demo.getByRole('img', { name: /Output · fork: learning rate = 0.3/ })).toBeVisible();

  await demo.getByRole('button', { name: NAMES.play }).click();
  await expect.poll(() => demo.evaluate((element: ComparingElement) => element.forked?.fork.record.latest ?? 0)).toBeGreaterThan(60);
  await demo.getByRole('button', { name: NAMES.pause }).click();
  await expect(demo.getByRole('button', { name: NAMES.play })).toBeVisible();
  const both = await demo.evaluate((element: ComparingElement) => ({
    steps: [element.cursor, element.forked?.main.cursor, element.forked?.fork.cursor],
    main: Array.from(element.forked?.main.record.loss ?? []),
    fork: Array.from(element.forked?.fork.record.loss ?? []),
  }));
  expect(new Set(both.steps).size).toBe(1);
  // The step after the fork still starts from the same weights.
  expect(firstDifference(both.main, both.fork)).toBe(26);
  await demo.getByRole('slider', { name: NAMES.timeline }).press('Home');
  await expect
    .poll(() => demo.evaluate((element: ComparingElement) => [element.cursor, element.forked?.main.cursor, element.forked?.fork.cursor]))
    .toEqual([0, 0, 0]);
  await demo.getByRole('slider', { name: NAMES.timeline }).press('End');
  await expect.poll(() => demo.evaluate((element: DemoElement) => element.cursor)).toBe(both.steps[0]);

  const link = await demo.evaluate((element: ComparingElement) => element.link());
  const second = await context.newPage();
  await second.goto(link);
  const copy = await openDemo(second, 'mlp-playground');
  await expect
    .poll(() => copy.evaluate((element: ComparingElement) => element.forked?.fork.record.latest), { timeout: 60_000 })
    .toBe(both.steps[0]);
  const reopened = await copy.evaluate((element: ComparingElement) => Array.from(element.forked?.fork.record.loss ?? []));
  expect(firstDifference(reopened, both.fork)).toBe(-1);
  await second.close();

  await demo.getByRole('button', { name: 'Go on with the fork' }).press('Enter');
  expect(await demo.evaluate((element: DemoElement) => element.params['learningRate'])).toBe(0.3);
  await expect(demo.getByText(/in the fork\./)).toHaveCount(0);
});

test('several seeds give a band whose values are read under the pointer; they stop off screen and when told to', async ({ page }) => {
  await page.goto('/en/mlp/');
  const demo = await openDemo(page, 'mlp-playground');
  await useBackend(demo, 'cpu');
  await train(demo, 5);
  await demo.locator('summary', { hasText: 'Compare' }).click();
  await demo.getByRole('combobox', { name: 'number of seeds' }).selectOption('3');
  const steps = demo.getByRole('spinbutton', { name: 'steps of each run' });
  await steps.fill('40');
  await steps.press('Tab');
  await demo.getByRole('button', { name: 'Train 3 seeds' }).click();
  const table = demo.getByRole('region', { name: 'Seed by seed' });
  await expect(table.locator('tbody tr')).toHaveCount(3);
  await expect(demo.locator('.gb-run-legend').first()).toContainText('3 seeds');
  const chart = demo.locator('.gb-chart .gb-plot').first();
  await chart.focus();
  await page.keyboard.press('ArrowLeft');
  await expect(chart).toContainText(/test loss · 3 seeds \S+ \(\S+–\S+\)/);

  await steps.fill('20000');
  await steps.press('Tab');
  await demo.getByRole('button', { name: 'Train 3 seeds' }).click();
  const progress = demo.locator('.gb-compare progress');
  await expect.poll(() => progress.evaluate((bar: HTMLProgressElement) => bar.value)).toBeGreaterThan(0);
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.waitForTimeout(800);
  const away = await progress.evaluate((bar: HTMLProgressElement) => bar.value);
  await page.waitForTimeout(600);
  expect(await progress.evaluate((bar: HTMLProgressElement) => bar.value)).toBe(away);
  await progress.scrollIntoViewIfNeeded();
  await expect.poll(() => progress.evaluate((bar: HTMLProgressElement) => bar.value)).toBeGreaterThan(away);
  await demo.locator('.gb-compare').getByRole('button', { name: 'Stop' }).click();
  await expect(demo.getByRole('button', { name: 'Train 3 seeds' })).toBeVisible();
});

test('hostile links of every kind open, say what was wrong, and train', async ({ page }) => {
  test.setTimeout(300_000);
  // One of each kind: a page for each takes seconds. What a link's words are read as stands in tests/unit/shell/link.test.ts.
  const texts = [
    'fork=__proto__.1.2',
    'fork=hidden.5.9e99',
    'seeds=1e3.5',
    'open=compare,%3Cscript%3E',
    'fork=learningRate.0.0.3&fork=x',
    'do=1.set.learningRate.x&fork=hidden&open=,,,&seeds=',
    'step=7&fork=learningRate.999999.2&seeds=3.99999',
  ];
  for (const text of texts) {
    await page.goto('about:blank');
    await page.goto(`${PLAYGROUND}?${text}`);
    const demo = await openDemo(page, 'mlp-playground');
    const alone = /^(open=,|fork=learningRate\.0\.0)/.test(text) && !text.includes('seeds=');
    if (!alone) await expect(demo.getByRole('alert').first()).toBeVisible();
    await demo.evaluate((element: DemoElement) => element.step(2));
    expect(await demo.evaluate((element: DemoElement) => element.record?.latest ?? 0)).toBeGreaterThan(1);
  }
});

test('the panel is accessible and fits a phone, with a fork and several seeds', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(PLAYGROUND);
  const demo = await openDemo(page, 'mlp-playground');
  await useBackend(demo, 'cpu');
  await train(demo, 10);
  await demo.locator('summary', { hasText: 'Compare' }).click();
  await demo.getByRole('button', { name: 'Keep this run' }).click();
  // A fork that would differ in nothing cannot be begun.
  const fork = demo.getByRole('button', { name: 'Fork at step 10' });
  await expect(fork).toBeDisabled();
  const value = demo.locator('.gb-fork-form input[type=text]');
  await value.fill('0.01');
  await value.press('Enter');
  await fork.click();
  await expect(demo.getByRole('button', { name: 'Close the fork' })).toBeVisible();
  await demo.getByRole('spinbutton', { name: 'steps of each run' }).fill('10');
  await demo.getByRole('button', { name: /^Train \d seeds/ }).click();
  await expect(demo.getByRole('region', { name: 'Seed by seed' }).locator('tbody tr')).toHaveCount(5);
  const pictures = await demo
    .locator('.gb-pictures-2 .gb-picture:visible')
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().left));
  expect(pictures.length).toBe(2);
  expect(new Set(pictures).size).toBe(1);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  }
});

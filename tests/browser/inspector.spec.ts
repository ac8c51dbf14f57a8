/** A run looked into and operated on, as a reader does: by mouse, by keyboard, at steps past and present. */
import { expect, NAMES, openDemo, test, train, type DemoElement } from './support';

const lossesOf = (element: DemoElement): number[] => Array.from(element.record?.loss ?? []);

test('layers and units are chosen, their numbers follow the timeline, and the step under the cursor is what is shown', async ({ page }) => {
  await page.goto('/en/embed/mlp-playground/?activations=relu');
  const demo = await openDemo(page, 'mlp-playground');
  await train(demo, 40);
  await demo.getByText('Inspector', { exact: true }).click();
  const inspector = demo.locator('.gb-inspector');
  await expect(inspector).toHaveAttribute('data-step', '40');
  await expect(inspector.getByText(/^hidden1: dense 4 · relu/)).toBeVisible();
  // By keyboard to the next layer.
  await inspector.getByRole('button', { name: /^hidden1, dense/ }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(inspector.getByText(/^hidden2: dense 2/)).toBeVisible();
  const weights = inspector.getByRole('row', { name: /weights hidden2\/kernel/ });
  const now = await weights.innerText();
  await demo.evaluate((element: DemoElement) => element.seek(10));
  await expect(inspector).toHaveAttribute('data-step', '10');
  expect(await weights.innerText()).not.toBe(now);
  await demo.evaluate((element: DemoElement) => element.seek(40));
  await expect(inspector).toHaveAttribute('data-step', '40');
  expect(await weights.innerText()).toBe(now);
  await expect(inspector.getByRole('columnheader', { name: 'dead units' })).toBeVisible();
});

test('a tensor pinned beside the picture stays there when the inspector is closed', async ({ page }) => {
  await page.goto('/en/embed/mlp-playground/?step=0');
  const demo = await openDemo(page, 'mlp-playground');
  await train(demo, 20);
  await demo.getByText('Inspector', { exact: true }).click();
  await demo.getByRole('button', { name: 'Watch weights hidden1/kernel' }).click();
  await demo.getByText('Inspector', { exact: true }).click();
  const watch = demo.locator('[data-watch="weights/hidden1/kernel"]');
  await expect(watch).toContainText('at step 20');
  await train(demo, 5);
  await expect(watch).toContainText('at step 25');
  await watch.getByRole('button', { name: /Stop watching/ }).click();
  await expect(watch).toHaveCount(0);
});

test('a unit is switched off, the loss changes, and undo brings the very same run back', async ({ page }) => {
  await page.goto('/en/embed/mlp-playground/?step=0');
  const demo = await openDemo(page, 'mlp-playground');
  await train(demo, 60);
  await demo.getByText('Inspector', { exact: true }).click();
  const inspector = demo.locator('.gb-inspector');
  const before = await demo.evaluate((element: DemoElement) => element.metrics['testLoss']);
  await inspector.getByRole('button', { name: 'Switch this unit off' }).click();
  await expect(inspector.getByRole('button', { name: 'Switch this unit on' })).toBeVisible();
  await expect.poll(() => demo.evaluate((element: DemoElement) => element.metrics['testLoss'])).not.toBe(before);
  await expect(inspector.getByText(/before → now/)).toBeVisible();
  const without = await train(demo, 10);
  await demo.evaluate((element: DemoElement) => element.seek(60));
  await demo.getByText(/Marks on the timeline/).click();
  await demo
    .getByRole('button', { name: /Undo: hidden1\[1\] switched off/ })
    .first()
    .click();
  await expect.poll(() => demo.evaluate((element: DemoElement) => element.metrics['testLoss'])).toBe(before);
  const restored = await train(demo, 10);
  expect(restored.slice(0, 60)).toEqual(without.slice(0, 60));
  expect(restored.slice(60)).not.toEqual(without.slice(60));
});

test('a frozen layer keeps its weights, a thawed one learns again; a layer drawn anew is another', async ({ page }) => {
  await page.goto('/en/embed/mlp-playground/?step=0');
  const demo = await openDemo(page, 'mlp-playground');
  await train(demo, 20);
  await demo.getByText('Inspector', { exact: true }).click();
  const inspector = demo.locator('.gb-inspector');
  const kernel = inspector.getByRole('row', { name: /weights hidden1\/kernel/ });
  const numbers = async (): Promise<string> => (await kernel.getByRole('cell').allInnerTexts()).slice(0, 4).join(' ');
  await inspector.getByRole('button', { name: 'Freeze this layer' }).click();
  await expect(inspector.getByText('frozen', { exact: false }).first()).toBeVisible();
  const frozen = await numbers();
  await train(demo, 20);
  await expect(inspector).toHaveAttribute('data-step', '40');
  expect(await numbers()).toBe(frozen);
  await inspector.getByRole('button', { name: 'Thaw this layer' }).click();
  await train(demo, 20);
  await expect(inspector).toHaveAttribute('data-step', '60');
  await expect.poll(numbers).not.toBe(frozen);
  const thawed = await numbers();
  await inspector.getByRole('button', { name: 'Re-initialise this layer' }).click();
  await expect.poll(numbers).not.toBe(thawed);
});

test('a weight is edited in the table and the run goes on from there; the same link gives the same run', async ({ page, context }) => {
  await page.goto('/en/embed/mlp-playground/?step=0');
  const demo = await openDemo(page, 'mlp-playground');
  await train(demo, 20);
  await demo.getByText('Inspector', { exact: true }).click();
  const field = demo.locator('.gb-inspector').getByRole('row', { name: /^x₁/ }).getByRole('textbox');
  await field.fill('2.5');
  await field.press('Enter');
  await expect(demo.getByText(/Marks on the timeline/)).toBeVisible();
  await train(demo, 15);
  const losses = await demo.evaluate(lossesOf);
  const link = await demo.evaluate((element: DemoElement & { link(): string }) => element.link());
  const second = await context.newPage();
  await second.goto(link);
  const copy = await openDemo(second, 'mlp-playground');
  await expect.poll(() => copy.evaluate((element: DemoElement) => element.record?.latest)).toBe(35);
  expect(await copy.evaluate(lossesOf)).toEqual(losses);
  // What was looked at travels too.
  await expect(copy.locator('.gb-inspector')).toHaveAttribute('data-step', '35');
});

test('a new reader finds where an exploding run broke, without help', async ({ page }) => {
  await page.goto('/en/embed/exploding/');
  const demo = await openDemo(page, 'exploding');
  await demo.getByRole('button', { name: 'unclipped', exact: true }).click();
  await demo.getByRole('button', { name: NAMES.play }).click();
  const message = demo.getByRole('alert').filter({ hasText: 'became NaN or infinite' });
  await expect(message).toBeVisible();
  const layer = /hidden\d+/.exec(await message.innerText())?.[0] ?? '';
  await message.getByRole('button', { name: /in the inspector/ }).click();
  await expect(demo.locator('.gb-inspector-heading')).toContainText(layer);
});

/** Conditions at which a run pauses, set and met as a reader does. */
import { expect, NAMES, openDemo, test, train, type DemoElement } from './support';

const cursorOf = (element: DemoElement): number => element.cursor;

test('a condition is completed by keyboard, added, met at its very step, marked, and carried in the link', async ({ page, context }) => {
  await page.goto('/en/embed/mlp-playground/?step=0');
  const demo = await openDemo(page, 'mlp-playground');
  await train(demo, 1);
  await demo.getByText('Breakpoints', { exact: true }).click();
  const field = demo.getByRole('combobox', { name: 'condition' });
  await field.pressSequentially('dea');
  await expect(demo.getByRole('option', { name: 'dead(' })).toBeVisible();
  await field.press('ArrowDown');
  await field.press('Enter');
  // In the bracket the layers are offered, the first of them chosen.
  await expect(demo.getByRole('option', { name: 'hidden1)' })).toHaveAttribute('aria-selected', 'true');
  await field.press('Enter');
  await expect(field).toHaveValue('dead(hidden1) ');
  await field.fill('step == 37');
  await field.press('Enter');
  await expect(demo.getByRole('checkbox', { name: 'Breakpoint step == 37 in force' })).toBeChecked();
  await demo.getByRole('button', { name: NAMES.play }).click();
  await expect(demo.getByText('Paused at step 37, a breakpoint came true: step == 37')).toBeVisible();
  expect(await demo.evaluate(cursorOf)).toBe(37);
  await expect(demo.locator('.gb-mark-stop')).toHaveAttribute('title', /step 37: breakpoint step == 37/);
  await demo.getByText('Marks on the timeline (1)').click();
  await expect(demo.locator('.gb-changes li')).toContainText('breakpoint step == 37');

  const link = await demo.evaluate((element: DemoElement & { link(): string }) => element.link());
  const second = await context.newPage();
  await second.goto(link);
  const copy = await openDemo(second, 'mlp-playground');
  // The drawer is open at the part that was open.
  await expect(copy.getByText('Breakpoints (1)')).toBeVisible();
  await expect(copy.getByRole('checkbox', { name: 'Breakpoint step == 37 in force' })).toBeChecked();
});

test('a mistake is shown under its column, and what was typed stays', async ({ page }) => {
  await page.goto('/embed/neuron/');
  const demo = await openDemo(page, 'neuron');
  await demo.getByText('断点', { exact: true }).click();
  const field = demo.getByRole('combobox', { name: '条件' });
  await field.fill('loss < 0.1 and accurcy > 1');
  await field.press('Enter');
  await expect(demo.getByRole('alert')).toContainText('第 16 列');
  await expect(field).toHaveValue('loss < 0.1 and accurcy > 1');
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(demo.locator('.gb-breakpoints li label')).toHaveCount(0);
});

test('a breakpoint inside the network pauses where the gradient grows; switched off, it does not', async ({ page }) => {
  await page.goto('/en/embed/mlp-playground/?dataset=spiral&hidden=8,8&learningRate=0.3');
  const demo = await openDemo(page, 'mlp-playground');
  await demo.getByText('Breakpoints', { exact: true }).click();
  const field = demo.getByRole('combobox', { name: 'condition' });
  await field.fill('gradNorm(hidden1) > 0 and gradNorm > 0 and step >= 20');
  await field.press('Enter');
  await demo.getByRole('button', { name: NAMES.play }).click();
  await expect(demo.getByText(/Paused at step 20, .*gradNorm\(hidden1\) = /)).toBeVisible();
  await demo.getByRole('checkbox', { name: /gradNorm\(hidden1\)/ }).click();
  await demo.evaluate((element: DemoElement) => element.step(30));
  expect(await demo.evaluate(cursorOf)).toBe(50);
});

test('conditions are offered at a click, and removed', async ({ page }) => {
  await page.goto('/en/embed/mlp-playground/?step=0');
  const demo = await openDemo(page, 'mlp-playground');
  await demo.getByText('Breakpoints', { exact: true }).click();
  await demo.getByRole('button', { name: 'testAccuracy > 0.95' }).click();
  await demo.getByRole('button', { name: NAMES.play }).click();
  await expect(demo.getByText(/a breakpoint came true: testAccuracy > 0.95/)).toBeVisible();
  expect(await demo.evaluate((element: DemoElement) => element.metrics['testAccuracy'])).toBeGreaterThan(0.95);
  await demo.getByRole('button', { name: 'Remove the breakpoint testAccuracy > 0.95' }).click();
  await expect(demo.getByText('Breakpoints', { exact: true })).toBeVisible();
});

/** The ten moves of the preface: at its figure, each of them does what its line says. */
import { expect, openDemo, test, type DemoElement } from './support';

test('the ten moves, taken in order, show what their lines say', async ({ page }) => {
  await page.goto('/en/preface/');
  const demo = await openDemo(page, 'mlp-playground');
  const press = (name: string | RegExp) => demo.getByRole('button', { name, exact: true }).click();
  const cursor = () => demo.evaluate((element: DemoElement) => element.cursor);
  const accuracy = () => demo.evaluate((element: DemoElement) => element.metrics['testAccuracy'] ?? 0);
  const tab = (name: string) => demo.locator('.gb-panels summary').filter({ hasText: name }).click();
  const played = () => expect.poll(cursor, { timeout: 60_000 }).toBe(1500);
  const reset = () => press('Reset to the same weights');

  await test.step('play comes to its end by itself', async () => {
    await press('Play');
    await played();
    await expect(demo.locator('.gb-messages')).toContainText('Step 1500');
    expect(await accuracy()).toBeGreaterThan(0.97);
  });
  await test.step('the timeline goes back, one step forward, one step back', async () => {
    const step = demo.getByRole('spinbutton', { name: 'step', exact: true });
    await step.fill('0');
    await step.press('Enter');
    await expect.poll(cursor).toBe(0);
    for (let to = 1; to <= 10; to++) {
      await press('One step');
      await expect.poll(cursor).toBe(to);
    }
    expect(await accuracy()).toBeCloseTo(0.756, 3);
    await press('One step back');
    await expect.poll(cursor).toBe(9);
  });
  await test.step('a breakpoint stops the run, and play goes on from there', async () => {
    await reset();
    await tab('Breakpoints');
    await demo.getByRole('combobox', { name: 'condition' }).fill('testAccuracy > 0.95');
    await press('Add');
    await press('Play');
    await expect(demo.locator('.gb-messages')).toContainText('Paused at step 100', { timeout: 60_000 });
    await press('Play');
    await played();
  });
  await test.step('the uppermost unit, switched off, opens the fence; switched on, it closes', async () => {
    // The uppermost of the four squares, in the column between inputs and output.
    const network = demo.locator('.gb-item-together svg').first();
    const unit = await network.locator('.gb-unit').nth(2).boundingBox();
    if (unit === null) throw new Error('the network has no units');
    await page.mouse.click(unit.x + unit.width / 2, unit.y + unit.height / 2);
    const inspector = demo.locator('.gb-inspector');
    await inspector.getByRole('button', { name: 'Switch this unit off' }).click();
    await expect.poll(accuracy).toBeLessThan(0.85);
    await inspector.getByRole('button', { name: 'Switch this unit on' }).click();
    await expect.poll(accuracy).toBeGreaterThan(0.97);
  });
  await test.step('a smaller learning rate is slower than the run that was kept', async () => {
    await press('Keep this run');
    const rate = demo.getByRole('textbox', { name: 'learning rate' });
    await rate.fill('0.001');
    await rate.press('Enter');
    await reset();
    await expect.poll(cursor).toBe(0);
    await press('Play');
    await played();
    expect(await demo.evaluate((element: DemoElement) => element.metrics['trainLoss'])).toBeCloseTo(0.453, 2);
    await expect(demo.locator('.gb-chart').first()).toContainText('A · hidden layers 4');
  });
  await test.step('keys do what the buttons do', async () => {
    await demo.locator('.gb-title').click();
    await page.keyboard.press('ArrowLeft');
    await expect.poll(cursor).toBe(1499);
    await page.keyboard.press('ArrowRight');
    await expect.poll(cursor).toBe(1500);
    await page.keyboard.press('r');
    await expect.poll(cursor).toBe(0);
  });
});

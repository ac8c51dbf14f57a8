/** The demos of the chapter on convolution, used as a reader uses them. */
import type { Locator } from '@playwright/test';
import { expect, openDemo, test, train, useBackend, type DemoElement } from './support';

/** The value of a demo's parameter. */
function paramOf(demo: Locator, name: string): Promise<unknown> {
  return demo.evaluate((element: DemoElement, parameter) => element.params[parameter], name);
}

test('a picture is painted by mouse and by keyboard, the window follows the pointer, and a kernel is changed by the arrow keys', async ({
  page,
}) => {
  await page.goto('/en/embed/convolution/');
  const demo = await openDemo(page, 'convolution');
  await useBackend(demo, 'cpu');
  const input = demo.getByRole('application', { name: /^the input picture/ }).first();
  const box = await input.boundingBox();
  if (box === null) throw new Error('the picture has no place');
  const at = (column: number, row: number): [number, number] => [
    box.x + ((column + 0.5) / 12) * box.width,
    box.y + ((row + 0.5) / 12) * box.height,
  ];
  await page.mouse.move(...at(0, 0));
  await page.mouse.down();
  await page.mouse.move(...at(4, 0), { steps: 4 });
  await page.mouse.up();
  expect(await paramOf(demo, 'picture')).toBe('own');
  expect(String(await paramOf(demo, 'pixels'))).toMatch(/^1 1 1 1 1 0 0 /);
  await input.focus();
  await input.press('ArrowRight');
  await input.press('ArrowRight');
  await input.press(' ');
  expect(
    String(await paramOf(demo, 'pixels'))
      .split(' / ')[5]
      ?.split(' ')[6],
  ).toBe('0');

  const output = demo.getByRole('application', { name: /^chosen kernel gives/ }).first();
  await output.focus();
  await output.press('ArrowRight');
  await output.press('ArrowRight');
  await expect(demo.getByText('y[2,3], chosen:').first()).toBeVisible();

  const weight = demo.getByRole('button', { name: /^chosen kernel, weight w\[0,0\]: −1;/ }).first();
  await weight.focus();
  await weight.press('ArrowUp');
  expect(await paramOf(demo, 'kernel')).toBe('own');
  expect(await paramOf(demo, 'weights')).toBe('-0.75 0 1 / -2 0 2 / -1 0 1');
  await train(demo, 200);
  expect(await demo.evaluate((element: DemoElement) => element.metrics['kernelError'])).toBeLessThan(0.01);
});

test('rows of numbers that are none are refused at their column', async ({ page }) => {
  await page.goto('/en/embed/convolution/?kernel=own');
  const demo = await openDemo(page, 'convolution');
  await demo.getByText('more settings').first().click();
  const field = demo.getByRole('textbox', { name: 'my kernel' });
  await field.fill('1 0 / x 1');
  await field.press('Enter');
  await expect(demo.getByRole('alert')).toContainText('column 7');
});

test('channels are learned and looked at one by one', async ({ page }) => {
  await page.goto('/en/embed/channels/');
  const demo = await openDemo(page, 'channels');
  await useBackend(demo, 'wasm');
  const choice = demo.getByRole('button', { name: /^output 3, upright edges/ }).first();
  await choice.focus();
  await choice.press('Enter');
  expect(await paramOf(demo, 'shown')).toBe(3);
  await expect(demo.locator('svg[data-picture]').first()).toHaveAttribute('aria-label', /112 parameters; output 3 differs/);
  await train(demo, 300);
  expect(await demo.evaluate((element: DemoElement) => element.metrics['testLoss'])).toBeLessThan(1e-5);
});

test('a mark is moved by the arrow keys, and the maximum of the whole map does not mind', async ({ page }) => {
  await page.goto('/en/embed/pooling/');
  const demo = await openDemo(page, 'pooling');
  const picture = demo.getByRole('application', { name: /^the shifted picture/ }).first();
  await picture.focus();
  await picture.press('ArrowDown');
  await picture.press('ArrowDown');
  expect(await paramOf(demo, 'down')).toBe(2);
  await expect(demo.getByText('what is pooled by 0%').first()).toBeVisible();
  await useBackend(demo, 'wasm');
  await train(demo, 300);
  expect(await demo.evaluate((element: DemoElement) => element.metrics['testAccuracy'])).toBeGreaterThan(0.93);
});

test('the pixel to be copied is pointed at: learned inside the frame, not outside', async ({ page }) => {
  await page.goto('/en/embed/receptive-field/');
  const demo = await openDemo(page, 'receptive-field');
  await useBackend(demo, 'wasm');
  await train(demo, 400);
  const left = (): Promise<number> => demo.evaluate((element: DemoElement) => element.metrics['unexplained'] ?? NaN);
  expect(await left()).toBeLessThan(0.05);
  const input = demo.getByRole('application', { name: /^the input;/ }).first();
  const box = await input.boundingBox();
  if (box === null) throw new Error('the input has no place');
  await page.mouse.click(box.x + (11.5 / 15) * box.width, box.y + (7.5 / 15) * box.height);
  await expect.poll(() => paramOf(demo, 'right')).toBe(4);
  await train(demo, 400);
  expect(await left()).toBeGreaterThan(0.8);
  await demo.getByRole('button', { name: 'two layers, dilations 1, 2' }).click();
  await train(demo, 400);
  expect(await left()).toBeLessThan(0.05);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('all demos of the chapter fit, and a finger paints', async ({ page }) => {
    await page.goto('/cnn/');
    for (const id of ['convolution', 'channels', 'pooling', 'receptive-field']) {
      const demo = await openDemo(page, id);
      const [inside, outside] = await demo.evaluate((element) => [element.scrollWidth, element.clientWidth]);
      expect(inside, id).toBeLessThanOrEqual((outside ?? 0) + 1);
    }
    const demo = await openDemo(page, 'convolution');
    const input = demo.getByRole('application', { name: /^输入图像/ }).first();
    await input.scrollIntoViewIfNeeded();
    const box = await input.boundingBox();
    if (box === null) throw new Error('the picture has no place');
    await page.touchscreen.tap(box.x + box.width / 24, box.y + box.height / 24);
    await expect.poll(() => paramOf(demo, 'picture')).toBe('own');
    expect(String(await paramOf(demo, 'pixels'))).toMatch(/^1 0 0 /);
  });
});

/** What a knob does is said beside it on demand, by mouse, key and finger, on the screen, and without moving anything. */
import { expect, openDemo, test } from './support';

const heights = (elements: readonly Element[]): number[] => elements.map((one) => Math.round(one.getBoundingClientRect().height));

test('a knob says what it does by mouse and by keyboard, and nothing moves', async ({ page }) => {
  await page.goto('/en/mlp/');
  const still = page.locator('glassbox-demo[data-demo="mlp-playground"]').first();
  const knobs = still.locator('.gb-parameters > .gb-knob');
  const before = await knobs.evaluateAll(heights);
  await expect(still.locator('.gb-help')).toHaveCount(0);
  const demo = await openDemo(page, 'mlp-playground');
  const sign = demo.getByRole('button', { name: 'What "learning rate" does' });
  await expect(sign).toBeVisible();
  expect(await knobs.evaluateAll(heights)).toEqual(before);
  const sentence = demo.locator('.gb-help-text:popover-open');
  await sign.click();
  await expect(sentence).toHaveText(/\.( In the glossary)?$/);
  expect(await knobs.evaluateAll(heights)).toEqual(before);
  await page.keyboard.press('Escape');
  await expect(sentence).toHaveCount(0);
  await sign.focus();
  await page.keyboard.press('Enter');
  await expect(sentence).toBeVisible();
  // Another sign's sentence takes the place of the first.
  await demo.getByRole('button', { name: 'What "activation" does' }).click();
  await expect(sentence).toHaveCount(1);
  expect(await demo.evaluate((element) => (element as HTMLElement & { state: string }).state)).not.toBe('running');
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('every knob that is on show says what it does to a finger, within the screen', async ({ page }) => {
    await page.goto('/embed/exploding/');
    const demo = await openDemo(page, 'exploding');
    const signs = demo.locator('.gb-parameters > .gb-knob > .gb-help');
    await expect(signs.first()).toBeVisible();
    const count = await signs.count();
    expect(count).toBe(await demo.locator('.gb-parameters > .gb-knob').count());
    const sentence = demo.locator('.gb-help-text:popover-open');
    for (let i = 0; i < count; i++) {
      await signs.nth(i).tap();
      await expect(sentence).toHaveText(/。( 见术语表)?$/);
      expect(await sentence.getAttribute('id')).toBe(await signs.nth(i).getAttribute('popovertarget'));
      const box = await sentence.boundingBox();
      expect(box?.x).toBeGreaterThanOrEqual(0);
      expect((box?.x ?? 0) + (box?.width ?? Infinity)).toBeLessThanOrEqual(390);
      await page.keyboard.press('Escape');
    }
  });
});

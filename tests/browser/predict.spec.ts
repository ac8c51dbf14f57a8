/** Predictions: committed to by mouse, finger and keyboard, decided by a real run, kept; folded without a script. */
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { faintWords } from './contrast';
import { expect, test } from './support';
import { drag, placeIn } from './touch';

/** A prediction of the page, brought to the screen and begun. */
async function begin(page: Page, address: string, id: string): Promise<Locator> {
  await page.goto(address);
  const box = page.locator(`#predict-${id}`);
  await box.scrollIntoViewIfNeeded();
  await expect(box.locator('details')).toBeHidden();
  await box.getByRole('button', { name: /Make a prediction|先猜一猜/ }).click();
  await expect(box.locator('.gb-predict-live')).toBeVisible();
  return box;
}

/** Commits, trains, and waits for what the run gives. */
async function reveal(box: Locator): Promise<void> {
  await box.getByRole('button', { name: /That is my guess|就这么猜/ }).click();
  await expect(box.getByRole('status')).toContainText(/The run has not begun|训练还没有开始/);
  await expect(box.locator('details')).toBeHidden();
  await box.getByRole('button', { name: /Train it and show me|训练，揭晓/ }).click();
  await expect(box.locator('[data-state=shown]')).toBeVisible({ timeout: 60_000 });
  await expect(box.locator('details')).toHaveAttribute('open', '');
}

test('a choice is committed to by keyboard, decided by the run, kept over a reload, counted, and can be taken back', async ({ page }) => {
  const box = await begin(page, '/en/gradients/', 'eight-times');
  await expect(box.getByRole('radio').first()).toBeFocused();
  await box.getByRole('button', { name: 'That is my guess' }).focus();
  await page.keyboard.press('Enter');
  await expect(box.getByRole('status')).toHaveText('Choose an answer first.');
  await box.getByRole('radio').first().focus();
  await page.keyboard.press('Space');
  await reveal(box);
  await expect(box.getByRole('status')).toHaveText('You chose A; the run gives 2.4×10⁻⁸, which is answer C.');
  await expect(box.getByRole('status')).toBeFocused();
  const { violations } = await new AxeBuilder({ page }).include('#predict-eight-times').analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => String(target)).join(' | ')}`)).toEqual([]);
  for (const theme of ['light', 'dark']) {
    await page.evaluate((name) => document.documentElement.setAttribute('data-theme', name), theme);
    const { read, faint } = await faintWords(page, '#predict-eight-times');
    expect(read).toBeGreaterThan(10);
    expect(faint, `in ${theme}`).toEqual([]);
  }

  await page.reload();
  await box.scrollIntoViewIfNeeded();
  await expect(box.getByRole('status')).toContainText('which is answer C');
  await page.getByRole('button', { name: 'My progress' }).click();
  const dialog = page.getByRole('dialog', { name: 'My progress' });
  await expect(dialog).toContainText('Predictions made: 1.');
  await expect(dialog.getByRole('heading', { name: 'Predictions: 1 of 3' })).toHaveCount(1);
  await dialog.getByRole('button', { name: 'Close' }).click();

  await box.getByRole('button', { name: 'Guess again' }).click();
  await expect(box.locator('details')).toBeHidden();
  await expect(box.getByRole('radio', { checked: true })).toHaveCount(0);
  await page.reload();
  await expect(box.getByRole('button', { name: 'Make a prediction' })).toBeVisible();
});

test.describe('with a finger, on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('a value is dragged along its axis, or set by keys, and stands beside the run’s', async ({ page }) => {
    const box = await begin(page, '/gradients/', 'seat-belt');
    const line = box.getByRole('slider', { name: '你猜的值' });
    await expect(line).toHaveAttribute('aria-valuetext', '还没有放');
    const finger = await page.context().newCDPSession(page);
    const place = await placeIn(line);
    const before = await page.evaluate(() => scrollY);
    // Aslant, as the page would scroll too.
    await drag(
      finger,
      Array.from({ length: 6 }, (_, i) => place(0.3 + 0.1 * i, 0.9 - 0.12 * i)),
    );
    await expect(line).toHaveAttribute('aria-valuetext', /^8\d(?:\.\d)?%$/);
    expect(await page.evaluate(() => scrollY)).toBe(before);
    const dragged = Number(await line.getAttribute('aria-valuenow'));
    await line.focus();
    await page.keyboard.press('ArrowRight');
    expect(Number(await line.getAttribute('aria-valuenow'))).toBeGreaterThan(dragged);
    await box.getByRole('textbox').fill('95');
    await page.keyboard.press('Tab');
    await expect(line).toHaveAttribute('aria-valuenow', '0.95');
    await reveal(box);
    await expect(box.getByRole('status')).toHaveText('你猜 95%，训练给出的是 48%。');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    for (const button of await box.getByRole('button').all()) expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  });

  test('a curve is drawn, and the run’s own is trained and drawn over it', async ({ page }) => {
    const box = await begin(page, '/en/cnn/', 'only-stripes');
    const plot = box.getByRole('slider', { name: /^Your curve/ });
    const finger = await page.context().newCDPSession(page);
    const place = await placeIn(plot);
    const before = await page.evaluate(() => scrollY);
    await drag(
      finger,
      Array.from({ length: 12 }, (_, i) => place(0.2 + 0.06 * i, 0.3 + 0.04 * i)),
    );
    expect(await page.evaluate(() => scrollY)).toBe(before);
    await expect(box.locator('path.gb-drawn')).toHaveAttribute('d', /^m.*l/);
    await reveal(box);
    await expect(box.getByRole('status')).toHaveText(
      /^The run begins at 1\.93, is lowest at step \d+ with 1\.93, and ends at 1\.93; your curve goes from /,
    );
    await expect(box.locator('svg.gb-predict-sketch path.gb-line')).toHaveCount(2);
    await page.reload();
    await box.scrollIntoViewIfNeeded();
    await expect(box.locator('svg.gb-predict-sketch path.gb-line')).toHaveCount(2);
  });
});

test('a curve is drawn by keyboard alone, and a run that is cancelled leaves the guess', async ({ page }) => {
  const box = await begin(page, '/en/gradients/', 'twelve-sigmoids');
  const plot = box.getByRole('slider', { name: /^Your curve/ });
  await expect(plot).toBeFocused();
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowDown', 'ArrowRight']) await page.keyboard.press(key);
  await expect(plot).toHaveAttribute('aria-valuetext', /^step \d+, 0\.4/);
  await box.getByRole('button', { name: 'That is my guess' }).click();
  await box.getByRole('button', { name: 'Train it and show me' }).click();
  await box.getByRole('button', { name: 'Cancel' }).click();
  await expect(box.getByRole('status')).toHaveText('The run was cancelled. Your guess is still here.');
  await expect(box.getByRole('button', { name: 'Train it and show me' })).toBeEnabled();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('it is a question with its answers, and what the run gives is folded below; on paper it is printed', async ({ page }) => {
    await page.goto('/en/gradients/');
    const box = page.locator('#predict-eight-times');
    await expect(box.getByRole('listitem').first()).toBeVisible();
    await expect(box.getByText('so the answer is C')).toBeHidden();
    await box.locator('summary').click();
    await expect(box.getByText('The run gives 2.4e−8, so the answer is C.')).toBeVisible();
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('#predict-seat-belt').getByText('The run gives 48 %.')).toBeVisible();
  });
});

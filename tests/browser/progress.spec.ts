/** The reader's progress: kept in the browser, exported, imported, in both languages, on a phone, without storage. */
import AxeBuilder from '@axe-core/playwright';
import { readFile } from 'node:fs/promises';
import { expect, openDemo, test, useBackend, type DemoElement } from './support';

const file = (content: string) => ({ name: 'progress.json', mimeType: 'application/json', buffer: Buffer.from(content) });

test('progress is imported without losing any, exported, and a bad file says what is wrong', async ({ page }) => {
  await page.goto('/en/demos/');
  await page.evaluate(() => localStorage.setItem('glassbox-progress', '["mlp/own"]'));
  await page.goto('/en/mlp/');
  await page.getByRole('button', { name: 'My progress' }).click();
  const dialog = page.getByRole('dialog', { name: 'My progress' });
  await expect(dialog).toContainText('Challenges solved: 1.');
  const chooser = dialog.locator('input[type=file]');
  await chooser.setInputFiles(file('{"format": "glassbox-progress", "solved": ["mlp/own", "gradients/other"]}'));
  await expect(dialog).toContainText('Imported: 1 new challenge, 2 in all; 0 new predictions.');
  await chooser.setInputFiles(file('{"format": "glassbox-progress",\n"solved": [3]}'));
  await expect(dialog).toContainText('progress.json: solved[0] is not the name of a challenge');
  await expect(dialog).toContainText('What was there is kept.');
  const saved = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Export' }).click();
  expect(JSON.parse(await readFile(await (await saved).path(), 'utf8'))).toEqual({
    format: 'glassbox-progress',
    version: 1,
    solved: ['gradients/other', 'mlp/own'],
  });
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    expect((await new AxeBuilder({ page }).include('dialog[open]').analyze()).violations.map(({ id }) => id)).toEqual([]);
  }
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('button', { name: 'My progress' })).toBeFocused();
});

test('a challenge that is imported is shown as solved at once', async ({ page }) => {
  await page.goto('/mlp/');
  const challenge = page.locator('glassbox-challenge').first();
  await expect(challenge).toContainText('尚未完成');
  const name = await challenge.getAttribute('data-challenge');
  await page.getByRole('button', { name: '我的进度' }).click();
  await page
    .getByRole('dialog')
    .locator('input[type=file]')
    .setInputFiles(file(JSON.stringify({ format: 'glassbox-progress', solved: [name] })));
  await expect(challenge).toContainText('已完成');
});

test('where storage is full progress lasts as long as the page, and that is said; on a phone it is in the menu', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.addInitScript(() => {
    // For ours alone: what else a page stores is not the matter here.
    const store = Reflect.get(Storage.prototype, 'setItem');
    Storage.prototype.setItem = function (key: string, value: string) {
      if (key === 'glassbox-progress') throw new DOMException('full', 'QuotaExceededError');
      store.call(this, key, value);
    };
  });
  await page.goto('/en/mlp/');
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('button', { name: 'My progress' }).click();
  const dialog = page.getByRole('dialog', { name: 'My progress' });
  await dialog.locator('input[type=file]').setInputFiles(file('{"format": "glassbox-progress", "solved": ["mlp/own"]}'));
  await expect(dialog).toContainText('Imported: 1 new challenge, 1 in all; 0 new predictions.');
  await expect(dialog).toContainText('This browser forbids storage');
  const small = await dialog
    .locator('button, label')
    .evaluateAll((all) => all.filter((one) => one.getBoundingClientRect().height < 44).length);
  expect(small).toBe(0);
});

test('a challenge is taken up in its figure: set up, how far the run is, solved, and the way back', async ({ page }) => {
  await page.goto('/en/mlp/');
  const box = page.locator('#challenge-fence');
  await box.getByRole('button', { name: 'Take it up in the figure' }).click();
  const strip = page.getByRole('region', { name: 'Challenge: Three fences' });
  await expect(strip).toBeFocused();
  await expect(strip).toBeInViewport();
  // Nobody has played this figure: it begins where the challenge does.
  const demo = await openDemo(page, 'mlp-playground');
  await expect(strip).toContainText('data: circle');
  await expect(strip).toContainText('hidden units 16 (1 to 3)');
  expect(await demo.evaluate((element: DemoElement) => element.params['dataset'])).toBe('circle');
  await useBackend(demo, 'cpu');
  const use = (values: object) => demo.evaluate((element: DemoElement, given) => element.setParams(given), values);
  await use({ hidden: [3], activations: ['relu'] });
  await expect(strip).toContainText('hidden units 3 (1 to 3)');
  await expect(strip.getByRole('status')).toBeEmpty();
  await demo.evaluate((element: DemoElement) => element.step(600));
  await expect(strip.getByRole('status')).toHaveText('✓ Solved');
  await expect(strip).toContainText(/test accuracy 9[789][.\d]* % \(at least 97 %\)|test accuracy 100 %/);
  // Another challenge of the figure would take the strip's place; this one begins anew.
  await strip.getByRole('button', { name: 'Set it up' }).click();
  await expect(strip).toContainText('hidden units 16 (1 to 3)');
  await expect.poll(() => demo.evaluate((element: DemoElement) => element.cursor)).toBe(0);
  await strip.getByRole('button', { name: 'Back to the text' }).click();
  await expect(box.getByRole('button', { name: 'Take it up in the figure' })).toBeFocused();
  await expect(box.locator('glassbox-challenge')).toContainText('✓ solved');
  // A run of the reader's own is left as it is.
  await use({ hidden: [5] });
  await box.getByRole('button', { name: 'Take it up in the figure' }).click();
  await expect(strip).toHaveCount(1);
  await expect(strip).toContainText('hidden units 5 (1 to 3)');
  expect((await new AxeBuilder({ page }).include('.gb-strip').analyze()).violations.map(({ id }) => id)).toEqual([]);
  await strip.getByRole('button', { name: 'Put the challenge away' }).click();
  await expect(strip).toHaveCount(0);
});

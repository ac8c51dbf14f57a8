/** The book is published anew while a page of it is open: what was not loaded yet is gone, and the page says so. */
import type { Page } from '@playwright/test';
import { expect, openDemo, test, train, type DemoElement } from './support';

/** From now on the host has other scripts: those of this kind are gone, and the page, asked for anew, names others. */
async function publish(page: Page, gone: string): Promise<void> {
  await page.route(`**/_astro/${gone}*.js`, (route) => route.fulfill({ status: 404 }));
  await page.route('**/en/embed/neuron/', async (route) => {
    if (route.request().resourceType() !== 'fetch') return route.continue();
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replace(/\.js"/g, '-new.js"') });
  });
}

test('a page of a book that was published anew says "reload", and the demo comes back as it was', async ({ page, context }) => {
  await page.goto('/en/embed/neuron/');
  await publish(page, 'live-frame');
  const note = page.getByRole('alert').filter({ hasText: 'The book was updated' });
  await page.locator('glassbox-demo').hover();
  await expect(note.getByRole('button', { name: 'Reload' })).toBeVisible();
  // The host itself has all scripts still: once it is asked again, all is well.
  await page.unrouteAll();
  await note.getByRole('button', { name: 'Reload' }).click();
  await expect(note).toHaveCount(0);

  const demo = await openDemo(page, 'neuron');
  await publish(page, 'worker');
  await demo.evaluate((element: DemoElement) => void (element.seed = 9));
  await expect(note.getByRole('button', { name: 'Reload' })).toBeVisible();
  await page.unrouteAll();
  await note.getByRole('button', { name: 'Reload' }).click();
  await expect(page).toHaveURL(/\?seed=9$/);
  const again = await openDemo(page, 'neuron');
  expect(await again.evaluate((element: DemoElement) => element.seed)).toBe(9);
  expect(await train(again, 2)).toHaveLength(2);

  await page.goto('/en/embed/activations/');
  await openDemo(page, 'activations');
  await context.setOffline(true);
  await page.locator('.gb-inspector-panel > summary').click();
  await expect(page.getByText('Check the connection')).toBeVisible();
  await expect(page.getByText('The book was updated')).toHaveCount(0);
});

/** A reader's own points, pasted and painted; and a challenge that the reader's own run decides. */
import { expect, openDemo, test, train, useBackend, type DemoElement } from './support';

test('points pasted as CSV are learned; a line that is wrong is named, and what was there stays', async ({ page }) => {
  await page.goto('/en/embed/mlp-playground/?step=0');
  const demo = await openDemo(page, 'mlp-playground');
  await useBackend(demo, 'cpu');
  await demo.getByText('Your own data', { exact: true }).click();
  const csv = demo.getByRole('textbox', { name: 'Paste CSV here' });
  const rows = Array.from(
    { length: 24 },
    (_, i) => `${Math.cos(i) * (i % 2 === 0 ? 1 : 3)}, ${Math.sin(i) * (i % 2 === 0 ? 1 : 3)}, ${i % 2 === 0 ? 1 : -1}`,
  );
  await csv.fill(rows.join('\n'));
  await demo.getByRole('button', { name: 'Use these data' }).click();
  await expect(demo.getByText('Your 24 points are in use, of two classes.')).toBeVisible();
  expect(await train(demo, 30)).toHaveLength(30);
  const losses = await demo.evaluate((element: DemoElement) => Array.from(element.record?.loss ?? []));

  await csv.fill([...rows.slice(0, 4), '1.5, two, 1'].join('\n'));
  await demo.getByRole('button', { name: 'Use these data' }).click();
  const alert = demo.locator('.gb-data').getByRole('alert');
  await expect(alert).toContainText('line 5, column 2: "two" is not a number');
  await expect(alert).toContainText('What was there is kept.');
  await expect(csv).toHaveValue(/two/);
  expect(await demo.evaluate((element: DemoElement) => Array.from(element.record?.loss ?? []))).toEqual(losses);

  await demo.locator('.gb-paint-bar').getByRole('button', { name: 'Back to the built-in data' }).click();
  await expect.poll(() => demo.evaluate((element: DemoElement) => element.record?.latest)).toBe(0);
  expect(await train(demo, 5)).not.toEqual(losses.slice(0, 5));
});

test('a file of any spreadsheet is read off the page’s thread, which goes on, and can be given up', async ({ page }) => {
  await page.goto('/en/embed/mlp-playground/');
  const demo = await openDemo(page, 'mlp-playground');
  await useBackend(demo, 'cpu');
  await demo.getByText('Your own data', { exact: true }).click();
  const data = demo.locator('.gb-data');
  const choose = (name: string, content: Buffer): Promise<void> =>
    data.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer: content });

  // As Western Excel writes it: Windows-1252, semicolons, decimal commas; labels in words.
  await choose('mesures.csv', Buffer.from('largeur;qualité;espèce\r\n0,5;1,25;forêt\r\n-0,75;2;été\r\n', 'latin1'));
  await expect(data.getByRole('status')).toContainText('Your 2 points are in use, of two classes. Classes: 0 = forêt, 1 = été.');
  await expect(data.getByRole('textbox')).toHaveValue(/qualité/);

  await page.evaluate(() => {
    const watch = window as Window & { longest?: number; began?: number };
    let last = performance.now();
    watch.began = last;
    watch.longest = 0;
    setInterval(() => {
      const now = performance.now();
      watch.longest = Math.max(watch.longest ?? 0, now - last);
      last = now;
    }, 20);
  });
  await choose('long.csv', Buffer.from(`${'1,2,1\n'.repeat(1_300_000)}1,two,1\n`));
  await expect(data.getByRole('alert')).toContainText('line 1300001, column 2: "two" is not a number. What was there is kept.', {
    timeout: 120_000,
  });
  const share = await page.evaluate(() => {
    const { longest = 0, began = 0 } = window as Window & { longest?: number; began?: number };
    return longest / (performance.now() - began);
  });
  // On the page's own thread nothing else would have happened meanwhile.
  expect(share).toBeLessThan(0.5);
  await expect(data.getByRole('status')).toContainText('Your 2 points are in use');

  await choose('long.csv', Buffer.from('1,2,1\n'.repeat(1_600_000)));
  await data.getByRole('button', { name: 'Cancel' }).click();
  await expect(data.getByRole('alert')).toContainText('Reading was cancelled. What was there is kept.');
});

test('painting begins on an empty plane, and every click leaves a mark', async ({ page }) => {
  await page.goto('/en/embed/mlp-playground/');
  const demo = await openDemo(page, 'mlp-playground');
  await useBackend(demo, 'cpu');
  await demo.getByRole('button', { name: 'Empty plane' }).click();
  const surface = demo.locator('.gb-picture-decision-surface svg').first();
  const marks = (): Promise<number> =>
    surface
      .locator('.gb-dots path')
      .evaluateAll((paths) => paths.reduce((sum, path) => sum + (path.getAttribute('d') ?? '').split('M').length - 1, 0));
  await expect.poll(marks).toBe(0);
  await demo.getByRole('button', { name: 'Play', exact: true }).click();
  await expect(demo.getByText('The plane is empty, so there is nothing to learn')).toBeVisible();
  for (const [count, x] of [0.2, 0.4, 0.6, 0.8].entries()) {
    await surface.scrollIntoViewIfNeeded();
    const box = await surface.boundingBox();
    if (box === null) throw new Error('there is no picture');
    await page.mouse.click(box.x + x * box.width, box.y + 0.4 * box.height);
    await expect.poll(marks).toBe(count + 1);
    await expect.poll(() => demo.evaluate((element: DemoElement) => element.record?.latest)).toBe(0);
  }
  expect(await train(demo, 10)).toHaveLength(10);
  await expect.poll(marks).toBe(4);
});

test('points are painted in the picture, erased, and travel in the link', async ({ page, context }) => {
  await page.goto('/en/embed/mlp-playground/?step=0');
  const demo = await openDemo(page, 'mlp-playground');
  await useBackend(demo, 'cpu');
  await demo.getByText('Your own data', { exact: true }).click();
  // Few enough to begin with that a link can carry all.
  await demo.getByRole('textbox', { name: 'Paste CSV here' }).fill('4, 4, 1\n4, -4, -1\n-4, 4, 1\n-4, -4, -1');
  await demo.getByRole('button', { name: 'Use these data' }).click();
  const label = demo.getByRole('combobox', { name: /Paint points/ });
  const used = demo.locator('.gb-data [role=status]');
  await expect(used).toContainText('Your 4 points');
  const surface = demo.locator('.gb-picture-decision-surface svg').first();
  const stroke = async (from: readonly [number, number], to: readonly [number, number]): Promise<void> => {
    await surface.scrollIntoViewIfNeeded();
    const box = await surface.boundingBox();
    if (box === null) throw new Error('there is no picture');
    const at = ([x, y]: readonly [number, number]): [number, number] => [box.x + x * box.width, box.y + y * box.height];
    await page.mouse.move(...at(from));
    await page.mouse.down();
    await page.mouse.move(...at(to), { steps: 12 });
    await page.mouse.up();
  };
  await label.selectOption('1');
  await stroke([0.3, 0.3], [0.3, 0.6]);
  await expect(used).not.toContainText('Your 4 points');
  const count = async (): Promise<number> => Number(/\d+/.exec((await used.textContent()) ?? '')?.[0]);
  const blue = await count();
  expect(blue).toBeGreaterThan(4 + 3);
  await label.selectOption('-1');
  await stroke([0.6, 0.3], [0.6, 0.6]);
  await expect.poll(count).toBeGreaterThan(blue + 3);
  const all = await count();
  await label.selectOption('erase');
  await stroke([0.6, 0.25], [0.6, 0.42]);
  await expect.poll(count).toBeLessThan(all);
  const left = await count();
  const losses = await train(demo, 20);
  const link = await demo.evaluate((element: DemoElement & { link(): string }) => element.link());

  const second = await context.newPage();
  await second.goto(link);
  const copy = await openDemo(second, 'mlp-playground');
  await expect.poll(() => copy.evaluate((element: DemoElement) => element.record?.latest)).toBe(20);
  expect(await copy.evaluate((element: DemoElement) => Array.from(element.record?.loss ?? []))).toEqual(losses);
  // The link opens the panel too.
  await expect(copy.getByText(`Your ${left} points are in use`)).toBeVisible();
});

test('a challenge is solved by the reader’s own run, not by a setting, and stays solved', async ({ page }) => {
  await page.goto('/en/mlp/');
  const challenge = page.locator('glassbox-challenge[data-challenge$="fence"]');
  await expect(challenge).toContainText('not solved yet');
  const demo = await openDemo(page, 'mlp-playground');
  await useBackend(demo, 'cpu');
  await demo.evaluate((element: DemoElement) => {
    element.params = { dataset: 'circle', hidden: [3], activations: ['relu'] };
  });
  await train(demo, 1);
  await expect(challenge).toContainText('not solved yet');
  await demo.evaluate(async (element: DemoElement) => {
    for (let i = 0; i < 30 && (element.metrics['testAccuracy'] ?? 0) < 0.97; i++) await element.step(50);
  });
  await expect(challenge).toContainText('✓ solved');
  await page.reload();
  await expect(challenge).toContainText('✓ solved');
});

/** Where the reader's own means decide how a page looks: a palette of their own, and paper. */
import { faintWords } from './contrast';
import { expect, openDemo, test, train, type DemoElement } from './support';

test('in a palette of the reader’s own, pictures and tables are read, whatever theme was chosen', async ({ page }) => {
  await page.goto('/en/embed/mlp-playground/');
  const demo = await openDemo(page, 'mlp-playground');
  await demo
    .locator('.gb-panel', { has: page.locator('summary', { hasText: 'Numbers' }) })
    .evaluate((panel: HTMLDetailsElement) => (panel.open = true));
  await expect(demo.locator('.gb-table').first()).toBeVisible();
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ forcedColors: 'active', colorScheme });
    // A turn that is chosen is told from one that is not.
    const grounds = await demo
      .locator('.gb-turn:visible')
      .evaluateAll((all) => all.map((one) => [one.getAttribute('aria-pressed'), getComputedStyle(one).backgroundColor]));
    expect(new Set(grounds.map(([, ground]) => ground)).size).toBe(2);
    for (const theme of ['light', 'dark']) {
      await page.evaluate((name) => document.documentElement.setAttribute('data-theme', name), theme);
      // Pictures take turns with the table.
      for (const turn of ['Pictures', 'Layers']) {
        await demo.getByRole('button', { name: turn, exact: true }).filter({ visible: true }).click();
        const { read, faint } = await faintWords(page, '.gb-demo');
        expect(read).toBeGreaterThan(40);
        expect(faint, `${turn}: ${theme} theme on a ${colorScheme} ground`).toEqual([]);
      }
    }
  }
});

test('on paper, figures show pictures and settings and nothing to press, and may break between pictures', async ({ page }) => {
  await page.goto('/en/mlp/');
  // Frames come alive as they are reached; what is printed must not depend on it.
  const demo = await openDemo(page, 'mlp-playground');
  // What was done to a run is listed, and not printed.
  await train(demo, 2);
  await demo.evaluate((element: DemoElement) => element.setParams({ learningRate: 0.01 }));
  await expect(demo.locator('.gb-changes')).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(demo.locator('.gb-changes')).toBeHidden();
  const main = page.locator('main');
  const pressed = main.locator('button, select, input, textarea, summary, .gb-keep-bar, .gb-picture-button');
  expect(await pressed.filter({ visible: true }).evaluateAll((all) => all.map((one) => one.outerHTML))).toEqual([]);
  const settings = await main
    .locator('glassbox-demo .gb-header')
    .evaluateAll((headers) => headers.map((header) => getComputedStyle(header, '::after').content.replace(/^"|"$/g, '')));
  expect(settings.length).toBeGreaterThan(4);
  for (const words of settings) expect(words).toMatch(/.+: .+; seed: \d+; step \d+$/);
  expect(settings.join('\n')).toMatch(/learning rate: [\d.]+/i);
  const breaks = await page.evaluate(() => {
    const of = (selector: string, property: string): string[] => [
      ...new Set([...document.querySelectorAll(selector)].map((one) => getComputedStyle(one).getPropertyValue(property))),
    ];
    return {
      afterHeadings: of('.sl-markdown-content :is(h2, h3)', 'break-after'),
      insideFigures: of('.gb-figure-demo, .gb-demo, .gb-body, .gb-instrument, .gb-item, .gb-pictures, .gb-curves', 'break-inside'),
      // What contains layout is never broken, whatever break-inside says.
      containers: of('.gb-figure-demo, .gb-demo, .gb-body, .gb-instrument, .gb-item, .gb-pictures, .gb-curves', 'container-type'),
      insidePictures: of('.gb-picture, .gb-chart', 'break-inside'),
      // A style of the frames once put every measured number of the text on a line of its own.
      numbersInText: of('.sl-markdown-content p .gb-measured', 'display'),
    };
  });
  expect(breaks).toEqual({
    afterHeadings: ['avoid'],
    insideFigures: ['auto'],
    containers: ['normal'],
    insidePictures: ['avoid'],
    numbersInText: ['inline'],
  });
});

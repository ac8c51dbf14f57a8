/** The language model as a reader meets it: what it wrote on its way, before and after a run of one's own, and the units of its axis. */
import { expect, openDemo, test, type DemoElement } from './support';

const SAMPLES = '.gb-strip .gb-written-sample';

test('what was written at fixed steps is there before anything is trained, fills as the run trains, and leads to its step', async ({
  page,
}) => {
  test.setTimeout(240_000);
  await page.goto('/en/embed/char-model/');
  const demo = await openDemo(page, 'char-model');
  await demo.getByRole('button', { name: 'How its writing grew' }).click();
  const samples = demo.locator(SAMPLES);
  await expect(samples).toHaveCount(7);
  const recorded = await samples.allTextContents();
  expect(recorded[0]).toMatch(/^step 0(held-out text: )?6\.37 bits a character/);
  // Before anything is trained a line leads to the nearest moment of the recorded run.
  await samples.nth(3).click();
  await expect(samples.nth(3)).toHaveAttribute('aria-current', 'step');
  expect(await demo.evaluate((element: DemoElement) => element.record)).toBeUndefined();

  // A run of the reader's own with the same seed writes the same.
  await demo.evaluate(async (element: DemoElement) => {
    await element.reset();
    await element.step(60);
  });
  await expect(samples).toHaveCount(3);
  expect((await samples.allTextContents()).map((text) => text.slice(0, 60))).toEqual(recorded.slice(0, 3).map((text) => text.slice(0, 60)));
  await samples.nth(1).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => demo.evaluate((element: DemoElement) => [element.cursor, element.record?.latest])).toEqual([25, 60]);
  await expect(samples.nth(1)).toHaveAttribute('aria-current', 'step');
  await expect(samples).toHaveCount(3);
});

test('the curves and the lines of the tables are read in bits, in nats and as a perplexity', async ({ page }) => {
  await page.goto('/en/embed/char-model/');
  const demo = await openDemo(page, 'char-model');
  const chart = demo.locator('.gb-chart').first();
  const title = chart.locator('svg > title');
  const unit = chart.getByRole('combobox', { name: 'unit', exact: true });
  /** The last numbers of the held-out text and of the table of three, as the chart's title says them. */
  const said = (words: string): number[] =>
    [/held-out text ([\d.]+)/, /table of 3 ([\d.]+)/].map((number) => Number(number.exec(words)?.[1]));
  for (const [name, option] of [
    ['Bits per character', '0'],
    ['Nats per character', '1'],
    ['Perplexity per character', '2'],
  ] as const) {
    await unit.selectOption(option);
    await expect(title).toContainText(`${name}: `);
    const [held = NaN, table = NaN] = said((await title.textContent()) ?? '');
    const turned = (bits: number): number => (option === '0' ? bits : option === '1' ? bits * Math.LN2 : 2 ** bits);
    // The recorded run's 2.75 and 3.01 bits.
    expect(held / turned(2.75)).toBeCloseTo(1, 1);
    expect(table / turned(3.01)).toBeCloseTo(1, 1);
  }
});

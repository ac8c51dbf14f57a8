/** LeNet as a reader uses it: digits written with mouse and keyboard, images of one's own dropped. */
import type { Locator, Page } from '@playwright/test';
import { expect, openDemo, test, train, type DemoElement } from './support';

const READING = '.gb-picture-own >> nth=0';

async function labelOf(page: Page): Promise<string> {
  return (await page.locator(`${READING} >> svg.gb-svg`).getAttribute('aria-label')) ?? '';
}

/** Writes strokes, places from 0 to 1 across and down the pad, with the mouse. */
async function write(page: Page, pad: Locator, strokes: readonly (readonly (readonly [number, number])[])[]): Promise<void> {
  await pad.scrollIntoViewIfNeeded();
  const box = await pad.boundingBox();
  if (box === null) throw new Error('the pad is not there');
  for (const [first, ...rest] of strokes) {
    if (first === undefined) continue;
    await page.mouse.move(box.x + first[0] * box.width, box.y + first[1] * box.height);
    await page.mouse.down();
    for (const [x, y] of rest) await page.mouse.move(box.x + x * box.width, box.y + y * box.height, { steps: 5 });
    await page.mouse.up();
  }
}

/** An IDX file: sizes, then bytes. */
function idx(name: string, sizes: readonly number[], data: Uint8Array) {
  const buffer = Buffer.alloc(4 + 4 * sizes.length + data.length);
  buffer.set([0, 0, 8, sizes.length]);
  sizes.forEach((size, i) => buffer.writeUInt32BE(size, 4 + 4 * i));
  buffer.set(data, 4 + 4 * sizes.length);
  return { name, mimeType: 'application/octet-stream', buffer };
}

test('a digit written off-centre and thick with the mouse is read, and travels in the link', async ({ page }) => {
  test.setTimeout(180_000);
  await page.goto('/en/embed/lenet/');
  const demo = await openDemo(page, 'lenet');
  await train(demo, 300);
  const pad = page.locator(`${READING} >> .gb-paintable`);
  for (let i = 0; i < 3; i++) await page.getByRole('button', { name: 'Thicker pen' }).click();
  await write(page, pad, [
    [
      [0.58, 0.56],
      [0.95, 0.55],
      [0.76, 0.96],
    ],
  ]);
  await expect.poll(() => labelOf(page)).toMatch(/Step 300: what you wrote is read as 7/);
  // Left where it was written, the same digit makes another picture, other maps and other scores; the link remembers that as well.
  const scores = (): Promise<string> => page.locator('.gb-scores').first().innerHTML();
  const centred = await scores();
  await page.getByText('centre the drawing first', { exact: true }).click();
  await expect.poll(scores).not.toBe(centred);
  expect(await demo.evaluate((element: DemoElement & { link(): string }) => element.link())).toContain('centre=false');
  await page.getByText('centre the drawing first', { exact: true }).click();
  await expect.poll(scores).toBe(centred);
  // What is written is part of the link, and is there again when it is opened.
  const link = await demo.evaluate((element: DemoElement & { link(): string }) => element.link());
  expect(link).toMatch(/drawing=8[\w-]+/);
  await page.getByRole('button', { name: 'Clear' }).click();
  await expect.poll(() => labelOf(page)).toMatch(/the test digit 2 is read as/);
  await page.goto(link.replace(/([?&])step=\d+&?/, '$1'));
  await expect.poll(() => labelOf(page)).toMatch(/what you wrote/);
});

test('a digit is written by keyboard', async ({ page }) => {
  await page.goto('/en/embed/lenet/');
  const demo = await openDemo(page, 'lenet');
  await train(demo, 1);
  await page.locator(`${READING} >> [role=application]`).focus();
  await page.keyboard.press('Enter');
  for (let i = 0; i < 8; i++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect.poll(() => labelOf(page)).toMatch(/what you wrote is read as \d/);
  await page.keyboard.press('Backspace');
  await expect.poll(() => labelOf(page)).toMatch(/the test digit 2/);
});

test('images of one’s own are dropped as IDX files; a broken one says what is wrong and loses nothing', async ({ page }) => {
  test.setTimeout(120_000);
  await page.goto('/en/embed/lenet/');
  const demo = await openDemo(page, 'lenet');
  await page.getByText('Your own data', { exact: true }).click();
  const input = page.locator('.gb-data input[type=file]');
  // Bright and dark squares, to be told apart.
  const pixels = Uint8Array.from({ length: 60 * 144 }, (_, i) => (Math.floor(i / 144) % 2 === 0 ? 220 : 20 + (i % 7)));
  await input.setInputFiles([idx('images', [60, 12, 12], pixels)]);
  await expect(page.locator('.gb-data')).toContainText('there is no file of 60 labels to go with it');
  await input.setInputFiles([
    idx(
      'labels',
      [60],
      Uint8Array.from({ length: 60 }, (_, i) => i % 2),
    ),
  ]);
  await expect(page.locator('.gb-data')).toContainText('50 to learn from, 10 held out, 12 × 12 pixels, 2 classes');
  await input.setInputFiles([idx('short', [60, 12, 12], pixels.slice(0, 100))]);
  await expect(page.getByRole('alert')).toContainText(
    'the header promises 8640 bytes after it, 8656 in all, but the file ends after byte 116',
  );
  await expect(page.locator('.gb-data')).toContainText('50 to learn from');
  await train(demo, 40);
  expect(await demo.evaluate((element: DemoElement) => element.metrics['testAccuracy'])).toBe(1);
  // A site without the files says how they would come there.
  await page.getByRole('button', { name: 'Use the files in this site’s data/' }).click();
  await expect(page.getByRole('alert')).toContainText('this site has no data/train-images-idx3-ubyte');
});

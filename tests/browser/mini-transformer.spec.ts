/** The small GPT as a reader opens it: words of one's own, a place that is followed, a number and what it was made of, and the sum of the stream. */
import { expect, openDemo, test, train } from './support';

test('the reader’s words are opened, a place is followed, a number says its row and column, and the parts sum to the score', async ({
  page,
}) => {
  await page.goto('/en/embed/mini-transformer/?step=0');
  const demo = await openDemo(page, 'mini-transformer');
  await train(demo, 40);
  const picture = demo.locator('.gb-mini-head');
  await expect(picture).toContainText('whom place 19');
  const words = demo.getByRole('textbox', { name: 'go on from' });
  await words.fill('Ahab saw');
  await words.press('Enter');
  await expect(picture).toContainText('whom place 9 (w) hears');
  expect(await picture.locator('.gb-cell').allTextContents()).toEqual(expect.arrayContaining(['A', 'h', 'a', 'b', '␣', 's', 'w']));

  await picture.getByRole('application', { name: /choose the place that is followed/ }).press('ArrowLeft');
  await expect(picture).toContainText('whom place 8 (a) hears');
  await picture.getByRole('application', { name: /choose a number/ }).press('ArrowRight');
  await expect(picture).toContainText(/query of “a”, number 2 = row · column = −?\d/);

  await demo.getByRole('button', { name: /The stream/ }).click();
  const stream = demo.locator('.gb-mini-stream');
  await expect(stream).toContainText('behind place 8 (a) it expects:');
  const numbers = (await stream.locator('text').allTextContents())
    .filter((text) => /^[+−]?\d[\d.]*$/.test(text))
    .map((text) => Number(text.replace('−', '-')));
  const score = numbers.pop() ?? NaN;
  expect(numbers).toHaveLength(8);
  // Each is shown to two decimals.
  expect(Math.abs(numbers.reduce((sum, one) => sum + one, 0) - score)).toBeLessThan(0.05);
});

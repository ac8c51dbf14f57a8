/** A text of the reader's own, in any script: learned, or refused with a sentence, and nothing that was there is lost. */
import { expect, openDemo, test, train, type DemoElement } from './support';

const ARABIC = 'قال الراوي يا سادة يا كرام كان في قديم الزمان ملك من ملوك الهند. '.repeat(8);

test('an Arabic text is learned and gone on with; a short one and an archive are refused; of five megabytes the first part is taken', async ({
  page,
}) => {
  await page.goto('/en/embed/char-model/');
  const demo = await openDemo(page, 'char-model');
  await demo.getByText('Your own data', { exact: true }).click();
  const data = demo.locator('.gb-data');
  const field = data.getByRole('textbox', { name: 'Paste a text here' });
  const use = data.getByRole('button', { name: 'Learn this text' });
  await field.fill(ARABIC);
  await use.click();
  await expect(
    data.getByText(`Your text is in use: ${[...ARABIC].length} characters, ${new Set(ARABIC).size} different ones.`),
  ).toBeVisible();
  expect(await train(demo, 20)).toHaveLength(20);
  await expect(demo.locator('.gb-written').first()).toContainText(/\p{Script=Arabic}/u);

  await field.fill('سلام');
  await use.click();
  const alert = data.getByRole('alert');
  await expect(alert).toContainText('The text has 4 characters; there should be 100 at least');
  await expect(alert).toContainText('What was there is kept.');
  await expect(field).toHaveValue('سلام');
  const choose = (name: string, buffer: Buffer): Promise<void> =>
    data.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/plain', buffer });
  await choose('book.epub', Buffer.from('PK\u0003\u0004 and so on'));
  await expect(alert).toContainText('This is a document or an archive');
  expect(await demo.evaluate((element: DemoElement) => element.record?.latest)).toBe(20);

  await choose('long.txt', Buffer.from('The whale, the white whale! '.repeat(180_000)));
  await expect(data.getByText('The text has 5040000 characters, of which the first 200000 are used.')).toBeVisible();
  expect(await train(demo, 2)).toHaveLength(2);
});

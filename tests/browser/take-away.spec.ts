/** What a reader takes away and brings back: pictures, an embedded demo, programs, models. */
import { readFile } from 'node:fs/promises';
import type { Download, Locator, Page } from '@playwright/test';
import { expect, openDemo, test, train, useBackend, type DemoElement } from './support';

/** What is downloaded by presses of a button, `count` files each, in order. */
async function downloadsOf(page: Page, button: Locator, count: number, presses = 1): Promise<Download[]> {
  const saved: Download[] = [];
  const take = (download: Download): void => void saved.push(download);
  page.on('download', take);
  for (let press = 0; press < presses; press++) await button.click();
  await expect.poll(() => saved.length).toBe(presses * count);
  page.off('download', take);
  return saved;
}

async function contentOf(download: Download | undefined): Promise<Buffer> {
  if (download === undefined) throw new Error('nothing was downloaded');
  return readFile(await download.path());
}

async function trained(page: Page, address: string, steps: number): Promise<Locator> {
  await page.goto(address);
  const demo = await openDemo(page, 'mlp-playground');
  await useBackend(demo, 'cpu');
  await train(demo, steps);
  return demo;
}

test('pictures are taken away as they are seen, whole in themselves, as SVG and PNG', async ({ page }) => {
  const demo = await trained(page, '/en/embed/mlp-playground/?step=0', 20);
  await demo.getByText('Share', { exact: true }).click();
  const pictures = await demo.locator('svg[data-picture], svg[data-curves]').count();
  expect(pictures).toBeGreaterThan(2);
  const drawn = await downloadsOf(page, demo.getByRole('button', { name: 'SVG' }), pictures);
  for (const [i, one] of drawn.entries()) {
    expect(one.suggestedFilename()).toBe(`mlp-playground-${i + 1}.svg`);
    const svg = (await contentOf(one)).toString('utf8');
    // Read as XML, with its styles and images inside: nothing is fetched and no variable of the page is left.
    const faults = await page.evaluate((text) => {
      const { documentElement } = new DOMParser().parseFromString(text, 'image/svg+xml');
      const outside = [...documentElement.querySelectorAll('[href]')].filter((one) => !/^(#|data:)/.test(one.getAttribute('href') ?? ''));
      return [documentElement.nodeName, outside.length, /var\(--/.test(text)];
    }, svg);
    expect(faults).toEqual(['svg', 0, false]);
  }
  // Three presses in a row give more files at once than Chromium takes, and none is lost.
  await downloadsOf(page, demo.getByRole('button', { name: 'SVG' }), pictures, 3);
  const painted = await downloadsOf(page, demo.getByRole('button', { name: 'PNG' }), pictures);
  for (const one of painted) {
    const png = await contentOf(one);
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
    // Width and height stand behind the header's name.
    expect(png.readUInt32BE(16)).toBeGreaterThan(200);
    expect(png.readUInt32BE(20)).toBeGreaterThan(100);
  }
});

test('the snippet to embed shows the same run at the same step', async ({ page }) => {
  const demo = await trained(page, '/embed/mlp-playground/?step=0', 12);
  await demo.getByText('分享', { exact: true }).click();
  const snippet = await demo.getByRole('textbox', { name: '嵌入代码' }).inputValue();
  const address = await page.evaluate((html) => {
    const frame = new DOMParser().parseFromString(html, 'text/html').querySelector('iframe');
    return frame?.getAttribute('title') === null ? undefined : frame?.src;
  }, snippet);
  if (address === undefined) throw new Error(`no frame with a title in ${snippet}`);
  const losses = await demo.evaluate((element: DemoElement) => Array.from(element.record?.loss ?? []));
  await page.goto(address);
  const copy = await openDemo(page, 'mlp-playground');
  await expect.poll(() => copy.evaluate((element: DemoElement) => [element.cursor, element.state])).toEqual([12, 'paused']);
  expect(await copy.evaluate((element: DemoElement) => Array.from(element.record?.loss ?? []))).toEqual(losses);
});

test('the present settings are printed as a program of three frameworks, and follow the knobs', async ({ page }) => {
  await page.goto('/en/embed/mlp-playground/?hidden=7,5');
  const demo = await openDemo(page, 'mlp-playground');
  await demo.getByText('Code', { exact: true }).click();
  const code = demo.locator('.gb-code pre');
  await expect(code).toContainText('torch.nn');
  await expect(code).toContainText('7, 5');
  await demo.getByRole('button', { name: 'Keras' }).click();
  await expect(code).toContainText('layers.Dense(7');
  await demo.getByRole('button', { name: 'TensorFlow.js' }).click();
  await expect(code).toContainText('tf.layers.dense');
  await demo.evaluate((element: DemoElement) => {
    element.params = { hidden: [9], learningRate: 0.02 };
  });
  await expect(code).toContainText('units: 9');
  await expect(code).toContainText('0.02');
});

test('a model is saved, and loaded where it answers as before; a file that is none is refused and nothing is lost', async ({ page }) => {
  const demo = await trained(page, '/en/embed/mlp-playground/?hidden=6,4&activations=tanh', 60);
  const metrics = await demo.evaluate((element: DemoElement) => element.metrics);
  await demo.getByText('Model', { exact: true }).click();
  const [json] = await downloadsOf(page, demo.getByRole('button', { name: 'Save as JSON' }), 1);
  const model = await contentOf(json);
  const files = await downloadsOf(page, demo.getByRole('button', { name: 'LayersModel' }), 2);
  expect(files.map((one) => one.suggestedFilename()).sort()).toEqual(['model.json', 'weights.bin']);
  const topology = JSON.parse((await contentOf(files.find((one) => one.suggestedFilename() === 'model.json'))).toString('utf8')) as {
    weightsManifest: { weights: { shape: number[] }[] }[];
  };
  const numbers = topology.weightsManifest
    .flatMap(({ weights }) => weights)
    .reduce((sum, { shape }) => sum + shape.reduce((a, b) => a * b, 1), 0);
  expect(numbers).toBe(2 * 6 + 6 + 6 * 4 + 4 + 4 + 1);
  expect(await contentOf(files.find((one) => one.suggestedFilename() === 'weights.bin'))).toHaveLength(4 * numbers);

  // Another network, elsewhere, takes the saved one on, with its settings.
  const other = await trained(page, '/en/embed/mlp-playground/?hidden=3', 5);
  await other.getByText('Model', { exact: true }).click();
  const input = other.locator('.gb-model input[type=file]');
  await input.setInputFiles([{ name: 'notes.json', mimeType: 'application/json', buffer: Buffer.from('{"weights": 1') }]);
  await expect(other.locator('.gb-model [role=status]')).toContainText('stops being JSON at line 1');
  expect(await other.evaluate((element: DemoElement) => [element.cursor, element.params['hidden']])).toEqual([5, [3]]);
  await input.setInputFiles([{ name: 'mlp-playground.json', mimeType: 'application/json', buffer: model }]);
  await expect(other.getByText('The weights are loaded.')).toBeVisible();
  expect(await other.evaluate((element: DemoElement) => element.params['hidden'])).toEqual([6, 4]);
  const { loss: before, ...heldOut } = metrics;
  const now = await other.evaluate((element: DemoElement) => element.metrics);
  expect(before).toBeGreaterThan(0);
  for (const [name, value] of Object.entries(heldOut)) expect(now[name], name).toBeCloseTo(value, 5);
});

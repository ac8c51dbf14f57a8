/** Every demo really trains in Chromium, and follows a finger: compiled and on WASM all of them, on WebGL two. */
import { globSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { InNode } from './elsewhere/losses-in-node';
import { lossesInNode } from './elsewhere/node';
import { followsFingers } from './strokes';
import { expect, openDemo, test, train, useBackend, type DemoElement } from './support';

const IDS = globSync('src/demos/*/demo.ts').map((path) => basename(dirname(path)));

const COMPILED_STEPS = 20;
/** Eager steps: as many as these, or of a deep net, whose step takes a second or more on two cores, as few as let the losses be seen to move. */
const EAGER_STEPS = 4;
const FEW_STEPS = 2;
const LONG_STEP = 500;
/** Symbols of a sequence are read one by one, each for as long as another demo's whole step: eagerly no more of them than these. */
const SYMBOLS = 10;
let inNode: ReadonlyMap<string, InNode>;

test.beforeAll(() => {
  inNode = lossesInNode(COMPILED_STEPS);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  // One page a demo for all of it: half of such a test is opening the page and starting what trains.
  for (const id of IDS) {
    test(`${id} trains: compiled with the bits of Node; its pictures follow a finger; on wasm real losses, the same again after a reset`, async ({
      page,
    }) => {
      await page.goto(`/en/embed/${id}/?step=0`);
      const demo = await openDemo(page, id);
      await useBackend(demo, 'compiled');
      expect(await train(demo, COMPILED_STEPS)).toEqual(inNode.get(id)?.losses);
      const opened = await demo.evaluate((element: DemoElement) => element.params);
      await followsFingers(page, demo, id);
      await demo.evaluate((element: DemoElement) => element.reset());
      await useBackend(demo, 'wasm');
      await demo.evaluate(
        (element: DemoElement, { values, symbols }) => {
          element.params = Number(values['length']) > symbols ? { ...values, length: symbols } : values;
        },
        { values: opened, symbols: SYMBOLS },
      );
      await train(demo, 1);
      const began = performance.now();
      const two = await train(demo, 1);
      const steps = performance.now() - began > LONG_STEP ? FEW_STEPS : EAGER_STEPS;
      const losses = steps > 2 ? await train(demo, steps - 2) : two;
      expect(losses).toHaveLength(steps);
      expect(losses.every(Number.isFinite)).toBe(true);
      expect(new Set(losses).size).toBeGreaterThan(steps / 2);
      expect(await demo.evaluate((element: DemoElement) => element.status?.backend)).toBe('wasm');
      await demo.evaluate((element: DemoElement) => element.reset());
      expect(await train(demo, steps)).toEqual(losses);
    });
  }
});

for (const id of ['mlp-playground', 'universal']) {
  test(`${id} trains on WebGL and agrees with wasm`, async ({ page }) => {
    await page.goto(`/en/embed/${id}/?step=0`);
    const demo = await openDemo(page, id);
    await useBackend(demo, 'wasm');
    const wasm = await train(demo, 10);
    await demo.evaluate((element: DemoElement) => element.reset());
    await useBackend(demo, 'webgl');
    const webgl = await train(demo, 10);
    expect(await demo.evaluate((element: DemoElement) => element.status?.backend)).toBe('webgl');
    // Software WebGL may differ in the last bits of tanh and exp; ten steps keep that small.
    webgl.forEach((loss, i) => expect(Math.abs(loss - (wasm[i] ?? NaN)) / Math.abs(wasm[i] ?? NaN)).toBeLessThan(2e-2));
  });
}

test('tensors stay as many over a long run', async ({ page }) => {
  await page.goto('/en/embed/mlp-playground/?step=0');
  const demo = await openDemo(page, 'mlp-playground');
  await useBackend(demo, 'wasm');
  await train(demo, 50);
  const before = await demo.evaluate((element: DemoElement) => element.status?.tensors);
  await train(demo, 1000);
  expect(await demo.evaluate((element: DemoElement) => element.status?.tensors)).toBe(before);
});

test('a lost WebGL context is survived, and the reader is told', async ({ page }) => {
  await page.goto('/en/embed/mlp-playground/?step=0');
  const demo = await openDemo(page, 'mlp-playground');
  await useBackend(demo, 'webgl');
  await train(demo, 4);
  await demo.evaluate((element: DemoElement) => element.fault('lose-context'));
  const losses = await train(demo, 6);
  expect(losses).toHaveLength(10);
  expect(losses.every(Number.isFinite)).toBe(true);
  await expect(demo).toContainText(/WebGL/);
});

test('a crashed worker is survived from the last snapshot', async ({ page }) => {
  await page.goto('/en/embed/mlp-playground/?step=0');
  const demo = await openDemo(page, 'mlp-playground');
  await useBackend(demo, 'wasm');
  const first = await train(demo, 40);
  await demo.evaluate((element: DemoElement) => element.fault('crash'));
  const losses = await train(demo, 20);
  expect(losses).toHaveLength(60);
  expect(losses.slice(0, 40)).toEqual(first);
});

test('where WebGL is absent the demos still run, on what is there', async ({ page }) => {
  await page.addInitScript(() => {
    OffscreenCanvas.prototype.getContext = () => null;
  });
  await page.goto('/en/embed/neuron/');
  const demo = await openDemo(page, 'neuron');
  const losses = await train(demo, 20);
  expect(losses).toHaveLength(20);
  expect(['compiled', 'wasm', 'cpu']).toContain(await demo.evaluate((element: DemoElement) => element.status?.backend));
});

test('the neuron\u2019s arrow arrives where a fast hand has taken it, in however few moves', async ({ page }) => {
  await page.goto('/en/embed/neuron/');
  const demo = await openDemo(page, 'neuron');
  await useBackend(demo, 'cpu');
  await train(demo, 1);
  const arrow = demo.locator('.gb-handle-touch').nth(1);
  await arrow.scrollIntoViewIfNeeded();
  const middle = async (): Promise<readonly [number, number]> => {
    const { x, y, width, height } = (await arrow.boundingBox()) ?? { x: NaN, y: NaN, width: 0, height: 0 };
    return [x + width / 2, y + height / 2];
  };
  const [x, y] = await middle();
  await page.mouse.move(x, y);
  await page.mouse.down();
  // No time between the moves: what the first have asked for is not drawn yet when the last comes.
  await page.mouse.move(x - 60, y + 10);
  await page.mouse.move(x + 20, y - 30);
  await page.mouse.move(x - 40, y - 45);
  await page.mouse.up();
  await expect.poll(async () => Math.hypot((await middle())[0] - (x - 40), (await middle())[1] - (y - 45))).toBeLessThan(2);
});

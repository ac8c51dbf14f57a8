/** Fingers that drag: the first thing that a reader does, a picture that is painted in, a digit. Every demo's pictures: demos.spec.ts. */
import { DRAGGED, dragged, followsFingers, line, READ, watch } from './strokes';
import { expect, openDemo, test, train, useBackend, type DemoElement } from './support';
import { drag, placeIn } from './touch';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

/** Demos with another state, in which a picture is painted or drawn in. */
const PAINTED = ['mlp-playground', 'universal'];

for (const id of ['neuron', 'convolution']) {
  test(`${id}: the first thing that a reader does may be a stroke of a finger`, async ({ page }) => {
    await page.goto(`/en/embed/${id}/`);
    const demo = await openDemo(page, id);
    await useBackend(demo, 'compiled');
    await watch(page);
    const finger = await page.context().newCDPSession(page);
    expect(await dragged(finger, demo, demo.locator(DRAGGED).filter({ visible: true }).first())).toEqual([]);
  });
}

for (const id of PAINTED) {
  test(`${id}, painted: all that is dragged in its pictures follows a finger, the page stays where it is, and all fits`, async ({
    page,
  }) => {
    await page.goto(`/en/embed/${id}/`);
    const demo = await openDemo(page, id);
    await demo.locator('.gb-paint-bar select').selectOption('1');
    await useBackend(demo, 'compiled');
    await train(demo, 1);
    await followsFingers(page, demo, `${id}, painted`);
  });
}

test('a finger that reads a curve still scrolls the page up and down', async ({ page }) => {
  await page.goto('/embed/activations/');
  const demo = await openDemo(page, 'activations');
  const finger = await page.context().newCDPSession(page);
  await watch(page);
  const place = await placeIn(demo.locator(READ).first());
  const at = await page.evaluate(() => scrollY);
  const [x, y] = place(0.5, 0.8);
  await drag(finger, line([x, y], [x, y - 120]));
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(at + 40);
});

test('a digit is written with a finger, and read', async ({ page }) => {
  test.setTimeout(180_000);
  await page.goto('/en/embed/lenet/');
  const demo = await openDemo(page, 'lenet');
  await train(demo, 200);
  expect(await demo.evaluate((element: DemoElement) => element.status?.backend)).toBe('compiled');
  const finger = await page.context().newCDPSession(page);
  await watch(page);
  const pad = demo.locator('.gb-picture-own svg .gb-paintable').first();
  const place = await placeIn(pad);
  await drag(finger, [...line(place(0.25, 0.2), place(0.75, 0.2)), ...line(place(0.75, 0.2), place(0.45, 0.85))]);
  const picture = demo.locator('.gb-picture-own svg.gb-svg').first();
  await expect(picture).toHaveAttribute('aria-label', /Step 200: what you wrote is read as 7/);
});

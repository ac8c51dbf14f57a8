/** The pictures that show a fold: the sheet of a hidden layer, slid and turned, and the tent. By mouse, by key and by real touch. */
import type { Locator, Page } from '@playwright/test';
import { expect, openDemo, test, train } from './support';
import { drag, placeIn, type Place } from './touch';

type Stroke = (from: Place, to: Place) => Promise<void>;

/** Moves from place to place by a mouse, or by a finger, which the page must not take for scrolling. */
async function strokeOf(page: Page, byFinger: boolean): Promise<Stroke> {
  const finger = byFinger ? await page.context().newCDPSession(page) : undefined;
  return async ([x0, y0], [x1, y1]) => {
    const places = Array.from({ length: 9 }, (_, i): Place => [x0 + ((x1 - x0) * i) / 8, y0 + ((y1 - y0) * i) / 8]);
    const at = await page.evaluate(() => scrollY);
    if (finger !== undefined) await drag(finger, places);
    else {
      await page.mouse.move(x0, y0);
      await page.mouse.down();
      for (const [x, y] of places) await page.mouse.move(x, y);
      await page.mouse.up();
    }
    expect(await page.evaluate(() => scrollY)).toBe(at);
  };
}

/** A hidden layer of so many units, in which the corners of a square have been learned, and the picture of its plane. */
async function openPlane(page: Page, units: number): Promise<Locator> {
  await page.goto(`/en/embed/mlp-playground/?dataset=corners&hidden=${units}&activations=relu`);
  const demo = await openDemo(page, 'mlp-playground');
  await train(demo, 100);
  await demo.getByRole('button', { name: 'Hidden plane', exact: true }).click();
  return demo.locator('.gb-picture-hidden-plane svg.gb-svg:visible');
}

/** Where the dots are drawn, in the picture's units. */
function dotsOf(plane: Locator): Promise<readonly (readonly [number, number])[]> {
  return plane
    .locator('.gb-dots:not(.gb-dots-test) path')
    .evaluateAll((paths) =>
      paths.flatMap((path) =>
        Array.from((path.getAttribute('d') ?? '').matchAll(/M([-\d.]+),([-\d.]+)/g), ([, x, y]): [number, number] => [
          Number(x),
          Number(y),
        ]),
      ),
    );
}

/** How far the slider is from the input plane, from 0 to 1. */
function shareOf(plane: Locator): Promise<number> {
  return plane.locator('.gb-stop-slider').evaluate((slider) => {
    const number = (selector: string, name: string): number => Number(slider.querySelector(selector)?.getAttribute(name));
    const [from, to] = [number('.gb-axis', 'x1'), number('.gb-axis', 'x2')];
    return (number('.gb-handle', 'cx') - from) / (to - from);
  });
}

for (const { name, viewport, hasTouch } of [
  { name: 'by mouse', viewport: { width: 1280, height: 800 }, hasTouch: false },
  { name: 'by finger', viewport: { width: 390, height: 844 }, hasTouch: true },
]) {
  test.describe(name, () => {
    test.use({ viewport, hasTouch, isMobile: hasTouch });

    test('the slider unfolds a hidden plane: every point goes straight from its place among the units to its place in the input', async ({
      page,
    }) => {
      const plane = await openPlane(page, 2);
      const stroke = await strokeOf(page, hasTouch);
      const handle = plane.locator('.gb-handle-touch');
      const label = () => handle.getAttribute('aria-label');
      const slide = async (share: number): Promise<void> => {
        const track = await plane.locator('.gb-stop-slider .gb-axis').boundingBox();
        const place = (await placeIn(handle))(0.5, 0.5);
        await stroke(place, [place[0] + share * (track?.width ?? 0), place[1]]);
      };
      const folded = await dotsOf(plane);
      expect(folded.length).toBeGreaterThan(50);
      expect(await shareOf(plane)).toBe(1);
      await slide(-0.5);
      await expect.poll(label).toContain('in between');
      const share = await shareOf(plane);
      expect(share).toBeGreaterThan(0.3);
      expect(share).toBeLessThan(0.7);
      const between = await dotsOf(plane);
      await slide(-0.7);
      await expect.poll(label).toContain('x₁, x₂');
      const flat = await dotsOf(plane);
      // The corners of a square: in the input plane no half of the picture is empty.
      const middle = (axis: 0 | 1): number => (Math.min(...flat.map((dot) => dot[axis])) + Math.max(...flat.map((dot) => dot[axis]))) / 2;
      const quarters = new Set(flat.map(([x, y]) => `${x > middle(0)} ${y > middle(1)}`));
      expect(quarters.size).toBe(4);
      // Coordinates are drawn to a tenth of a unit or so.
      const offs = between.flatMap((dot, i) =>
        ([0, 1] as const).map((axis) =>
          Math.abs(dot[axis] - ((1 - share) * (flat[i]?.[axis] ?? NaN) + share * (folded[i]?.[axis] ?? NaN))),
        ),
      );
      expect(Math.max(...offs)).toBeLessThan(1.5);
      await slide(1.3);
      await expect.poll(label).toContain('layer 1');
      expect(await dotsOf(plane)).toEqual(folded);
    });

    test('a layer of three units is turned, and nothing but the look of it changes', async ({ page }) => {
      const plane = await openPlane(page, 3);
      const stroke = await strokeOf(page, hasTouch);
      const edges = () => plane.locator('.gb-box-edges').getAttribute('d');
      const [box, dots] = [await edges(), await dotsOf(plane)];
      const place = await placeIn(plane.locator('.gb-turnable'));
      await stroke(place(0.3, 0.4), place(0.7, 0.55));
      await expect.poll(edges).not.toBe(box);
      expect(await dotsOf(plane)).not.toEqual(dots);
      // The same way back is the first look again.
      await stroke(place(0.7, 0.55), place(0.3, 0.4));
      const number = (path: string | null): number[] => Array.from((path ?? '').matchAll(/-?\d+(?:\.\d+)?/g), ([one]) => Number(one));
      const [now, first] = [number(await edges()), number(box)];
      expect(now.length).toBe(first.length);
      expect(Math.max(...now.map((one, i) => Math.abs(one - (first[i] ?? NaN))))).toBeLessThan(1);
    });

    test('the tent is folded as often as the slider says', async ({ page }) => {
      await page.goto('/en/mlp/');
      const tent = page.locator('glassbox-tent');
      const slider = tent.getByRole('slider');
      const counts = tent.locator('[data-part="counts"]');
      const pieces = (part: string) =>
        tent.locator(`[data-part="${part}"]`).evaluate((path) => (path.getAttribute('d') ?? '').split('L').length - 1);
      const place = await placeIn(slider);
      const stroke = await strokeOf(page, hasTouch);
      const first = Number(await slider.inputValue());
      await expect(counts).toHaveText(new RegExp(`^\\s*${2 ** first} pieces`));
      expect(await pieces('graph')).toBe(2 ** first);
      const start = 0.03 + (0.94 * (first - 1)) / 9;
      await stroke(place(start, 0.5), place(0.72, 0.5));
      const chosen = Number(await slider.inputValue());
      expect(chosen).toBeGreaterThan(first);
      await expect(counts).toHaveText(new RegExp(`^\\s*${2 ** chosen} pieces`));
      await expect.poll(() => pieces('graph')).toBe(2 ** chosen);
      await expect(tent.locator('[data-part="rows"] tspan')).toHaveCount(chosen + 1);
    });
  });
}

test('keys slide, turn and fold as well', async ({ page }) => {
  const plane = await openPlane(page, 3);
  const handle = plane.locator('.gb-handle-touch');
  const edges = () => plane.locator('.gb-box-edges').getAttribute('d');
  const box = await edges();
  await plane.locator('.gb-touch').focus();
  await page.keyboard.press('ArrowLeft');
  await expect.poll(edges).not.toBe(box);
  await page.keyboard.press('ArrowRight');
  await expect.poll(edges).toBe(box);
  await handle.focus();
  await page.keyboard.press('ArrowLeft');
  await expect(handle).toHaveAttribute('aria-label', /in between/);
  const before = await shareOf(plane);
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => shareOf(plane)).toBeLessThan(before);
  await page.goto('/en/mlp/');
  const tent = page.locator('glassbox-tent');
  await tent.scrollIntoViewIfNeeded();
  await tent.getByRole('slider').focus();
  await page.keyboard.press('End');
  await expect(tent.locator('[data-part="counts"]')).toHaveText(/^\s*1024 pieces/);
  await page.keyboard.press('Home');
  await expect(tent.locator('[data-part="counts"]')).toHaveText(/^\s*2 pieces/);
});

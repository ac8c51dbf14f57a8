/**
 * What a finger does to a demo: every part of its pictures that may be dragged is dragged, and read what may be read, by real touch sequences.
 * A tap would not do: a browser that takes a stroke for scrolling cancels it after some moves, and a tap never.
 */
import type { CDPSession, Locator, Page } from '@playwright/test';
import { fitsAPhone } from './phone-fit';
import { expect, type DemoElement } from './support';
import { drag, placeIn, type Place } from './touch';

export const DRAGGED = 'svg :is(.gb-handle-touch, .gb-paintable, .gb-weight-touch, .gb-scroll-touch)';
export const READ = 'svg .gb-readable';

/** Notes on the page what becomes of touches, and how a demo looks: its values, the number of own points, its pictures. */
export async function watch(page: Page): Promise<void> {
  await page.evaluate(() => {
    const seen = { pointermove: 0, pointercancel: 0 };
    for (const type of ['pointermove', 'pointercancel'] as const)
      addEventListener(type, ({ pointerType }) => void (pointerType === 'touch' && seen[type]++), { capture: true });
    const state = (demo: DemoElement): string =>
      JSON.stringify([
        demo.params,
        ...Array.from(demo.querySelectorAll('svg[data-picture], .gb-paint-bar, .gb-data [role=status]'), (one) => one.outerHTML),
      ]);
    Object.assign(globalThis, { seen, state });
  });
}

declare global {
  /** What `watch` leaves on the page, and the look of a demo before a stroke. */
  var seen: { pointermove: number; pointercancel: number };
  var state: (demo: DemoElement) => string;
  var before: string;
}

/** Brings a target to the middle of the screen and notes how its demo looks; gives a place in it by shares of its box. */
async function watchedPlace(target: Locator): Promise<(across: number, down: number) => Place> {
  const place = await placeIn(target);
  await target.evaluate((element) => {
    Object.assign(globalThis.seen, { pointermove: 0, pointercancel: 0 });
    const demo = element.closest<DemoElement>('glassbox-demo');
    if (demo !== null) globalThis.before = globalThis.state(demo);
  });
  return place;
}

/** Ten places on a line between two. */
export function line([x0, y0]: Place, [x1, y1]: Place): Place[] {
  return Array.from({ length: 10 }, (_, i): Place => [x0 + ((x1 - x0) * i) / 9, y0 + ((y1 - y0) * i) / 9]);
}

/**
 * Drags one target upwards and a little aside, as the browser would scroll too, and says what is wrong with what came of it. Every second
 * begins lower: two targets may set the same thing, and the same stroke again would change nothing. What stands at the end of its way is
 * dragged to the other side.
 */
export async function dragged(finger: CDPSession, demo: Locator, target: Locator, nth = 0): Promise<string[]> {
  const faults = await stroke(finger, demo, target, nth, 20);
  return faults.every((fault) => fault.startsWith(UNCHANGED)) && faults.length > 0 ? stroke(finger, demo, target, nth, -20) : faults;
}

const UNCHANGED = 'nothing changes';

async function stroke(finger: CDPSession, demo: Locator, target: Locator, nth: number, aside: number): Promise<string[]> {
  const place = await watchedPlace(target);
  const at = await target.evaluate(() => scrollY);
  const [x, y] = place(0.45, nth % 2 === 0 ? 0.6 : 0.72);
  await drag(finger, line([x, y], [x + aside, y - 48]));
  return demo.evaluate(
    async (element: DemoElement, { from, unchanged }) => {
      const { seen, state, before } = globalThis;
      const faults = seen.pointercancel > 0 ? [`the stroke is cancelled after ${seen.pointermove} moves`] : [];
      if (Math.abs(scrollY - from) > 1) faults.push(`the page scrolls by ${Math.round(scrollY - from)} px`);
      for (let frames = 0; frames < (faults.length > 0 ? 5 : 300) && state(element) === before; frames++)
        await new Promise((resolve) => requestAnimationFrame(resolve));
      return state(element) === before ? [...faults, `${unchanged} in ${seen.pointermove} moves`] : faults;
    },
    { from: at, unchanged: UNCHANGED },
  );
}

/** Reads along one target from side to side, which must not be cancelled, whatever is under the finger. */
async function readAlong(finger: CDPSession, target: Locator): Promise<string[]> {
  const place = await watchedPlace(target);
  await drag(finger, line(place(0.2, 0.5), place(0.8, 0.5)));
  return target.evaluate(() =>
    globalThis.seen.pointercancel > 0 ? [`reading is cancelled after ${globalThis.seen.pointermove} moves`] : [],
  );
}

/** Does something with every such target of a demo that is seen; the faults, each with its target. */
async function each(demo: Locator, id: string, selector: string, use: (target: Locator, nth: number) => Promise<string[]>) {
  const targets = demo.locator(selector).filter({ visible: true });
  const count = await targets.count();
  const faults: string[] = [];
  for (let i = 0; i < count; i++) {
    const name = `${id}, ${(await targets.nth(i).getAttribute('class')) ?? ''} ${i + 1} of ${count}`;
    faults.push(...(await use(targets.nth(i), i)).map((fault) => `${name}: ${fault}`));
  }
  return { count, faults };
}

/** How many things there were to be dragged when this was written: fewer would be a test of nothing. */
const LEAST: Readonly<Record<string, number>> = {
  activations: 1,
  architectures: 1,
  'chain-rule': 2,
  convolution: 19,
  lenet: 1,
  neuron: 2,
  pooling: 1,
  'receptive-field': 2,
  'mlp-playground, painted': 1,
  'universal, painted': 1,
};

/**
 * Drags and reads all there is in the pictures of a demo, each picture in its turn, on a phone: strokes are followed, the page stays where
 * it is, all fits before and after, and nothing else keeps a finger from scrolling. `name` is the demo's, with `, painted` in that state.
 */
export async function followsFingers(page: Page, demo: Locator, name: string): Promise<void> {
  const finger = await page.context().newCDPSession(page);
  await watch(page);
  // On a phone pictures and curves take turns.
  const turns = demo.locator('.gb-turn:visible');
  const faults: string[] = [];
  let count = 0;
  for (let turn = 0; turn < Math.max(1, await turns.count()); turn++) {
    if ((await turns.count()) > 0) {
      const chosen = turns.nth(turn);
      await chosen.tap();
      // A tap less than a blink after a fast stroke only ends the stroke's momentum, as it does on a phone: then a second one.
      if (turn > 0 && (await chosen.getAttribute('aria-pressed')) !== 'true') {
        await page.waitForTimeout(500);
        if ((await chosen.getAttribute('aria-pressed')) !== 'true') await chosen.tap();
      }
      await expect(chosen).toHaveAttribute('aria-pressed', 'true');
    }
    // As it is used, in English, whose words are the longer ones.
    await fitsAPhone(page, demo);
    const all = await each(demo, name, DRAGGED, (target, nth) => dragged(finger, demo, target, nth));
    const read = await each(demo, name, READ, (target) => readAlong(finger, target));
    faults.push(...all.faults, ...read.faults);
    count += all.count;
  }
  // What was dragged may have grown.
  await fitsAPhone(page, demo);
  expect(faults).toEqual([]);
  expect(count).toBeGreaterThanOrEqual(LEAST[name] ?? 0);
  // No part of a picture keeps a finger from scrolling without being dragged here.
  const others = await demo.evaluate(
    (element, known) =>
      Array.from(element.querySelectorAll('svg, svg *'))
        .filter((part) => getComputedStyle(part).touchAction !== 'auto' && !part.matches(known))
        .map((part) => part.getAttribute('class') ?? part.tagName),
    `${DRAGGED}, ${READ}`,
  );
  expect(others).toEqual([]);
}

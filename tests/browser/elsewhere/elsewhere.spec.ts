/**
 * Every demo in Firefox and WebKit: trained, sought, shared and opened again, with the bits that Node computes. That Chromium computes them
 * too stands in tests/browser/demos.spec.ts.
 */
import { expect, test } from '@playwright/test';
import { firefox, webkit, type Browser } from './browsers';
import type { InNode } from './losses-in-node';
import { lossesInNode } from './node';

/** WebKit takes a second for a step of the largest, twice: here, and where the link is opened. */
const STEPS = 8;
/** It compiles each of a program's many calls anew, for half a minute where there are forty moments, whose kernels are those of ten. */
const SYMBOLS = 10;

/** Demo → its first losses. */
let inNode: ReadonlyMap<string, InNode>;

test.beforeAll(() => {
  inNode = lossesInNode(STEPS, SYMBOLS);
});

/** In the page: trains, goes back half the steps, goes on from there, and gives the link to where it is. */
const TRAIN = `async () => {
  const demo = document.querySelector('glassbox-demo');
  await customElements.whenDefined('glassbox-demo');
  await demo.whenReady();
  await demo.setBackend('compiled');
  await demo.step(${STEPS});
  const losses = Array.from(demo.record.loss);
  await demo.seek(${STEPS / 2});
  const sought = demo.cursor;
  await demo.step(${STEPS / 2});
  return JSON.stringify({ losses, sought, replayed: Array.from(demo.record.loss), backend: demo.status.backend, link: demo.link() });
}`;

/** In the page that a link has opened: waits until it has got where the link says. */
const REOPENED = `async () => {
  const demo = document.querySelector('glassbox-demo');
  await customElements.whenDefined('glassbox-demo');
  await demo.whenReady();
  for (let tries = 0; tries < 1000 && (demo.cursor !== ${STEPS} || demo.state === 'busy'); tries++) await new Promise((go) => setTimeout(go, 50));
  return JSON.stringify({ losses: Array.from(demo.record?.loss ?? []), cursor: demo.cursor });
}`;

const BROWSERS: Readonly<Record<string, () => Promise<Browser | undefined>>> = { Firefox: firefox, WebKitGTK: webkit };

/** What the driver says of a browser that has died. */
const LOST = new Set(['WebDriverError', 'NoSuchSessionError', 'NoSuchWindowError']);

for (const [name, start] of Object.entries(BROWSERS)) {
  test(`${name} trains, seeks, shares and reopens every demo, with the losses of Node bit for bit`, async ({ baseURL }) => {
    test.setTimeout(1_200_000);
    let browser = await start();
    test.skip(browser === undefined, `${name} is not on this machine and cannot be installed without asking`);
    try {
      for (const [id, { losses, values }] of inNode) {
        const set = Object.entries(values).map(([name, value]) => `&${name}=${String(value)}`);
        const address = `${baseURL ?? ''}/en/embed/${id}/?step=0${set.join('')}`;
        try {
          await hold(browser, address, id, losses);
        } catch (error) {
          // A browser that dies under its driver has said nothing of the demo; a second one must not die of it, too.
          if (!(error instanceof Error) || !LOST.has(error.name)) throw error;
          await browser?.close().catch(() => undefined);
          browser = await start();
          await hold(browser, address, id, losses);
        }
      }
    } finally {
      await browser?.close();
    }
  });
}

/** Trains a demo, seeks, goes on and opens its link: all with the losses that Node has. */
async function hold(browser: Browser | undefined, address: string, id: string, losses: readonly number[]): Promise<void> {
  if (browser === undefined) throw new Error('the browser does not start any more');
  await browser.open(address);
  const run: unknown = JSON.parse(await browser.run(TRAIN));
  expect(run, id).toMatchObject({ losses, sought: STEPS / 2, replayed: losses, backend: 'compiled' });
  await browser.open(linkOf(run));
  expect(JSON.parse(await browser.run(REOPENED)), `${id}, opened by its link`).toEqual({ losses, cursor: STEPS });
}

function linkOf(run: unknown): string {
  if (typeof run !== 'object' || run === null || !('link' in run)) throw new Error('the demo gave no link');
  return String(run.link);
}

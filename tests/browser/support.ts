/** What the browser tests share: a demo's element, driven through its documented script interface. */
import { expect, type Locator, type Page, test as base } from '@playwright/test';

/** The parts of `<glassbox-demo>` that tests use (documented in src/demos/README.md). */
export interface DemoElement extends HTMLElement {
  params: Record<string, unknown>;
  seed: number;
  backend: string;
  readonly state: string;
  readonly cursor: number;
  readonly metrics: Record<string, number>;
  readonly record: { latest: number; loss: Float32Array } | undefined;
  readonly status: { backend: string; tensors: number; stepsPerSecond: number; helping: number } | undefined;
  whenReady(): Promise<void>;
  setParams(values: object): Promise<void>;
  play(): void;
  pause(): void;
  step(count?: number): Promise<void>;
  seek(step: number): Promise<void>;
  reset(): Promise<void>;
  fault(kind: 'lose-context' | 'crash'): void;
}

/**
 * Every page of every test is watched: an uncaught error, a blocked script or style (CSP), or a request to another host
 * fails the test, whatever it is about.
 */
export const test = base.extend<{ watched: { readonly faults: string[] } }>({
  watched: [
    async ({ page, baseURL }, use) => {
      const faults: string[] = [];
      const home = new URL(baseURL ?? 'http://127.0.0.1:4410').hostname;
      page.on('pageerror', (error) => faults.push(`uncaught: ${error.message}`));
      page.on('console', (message) => {
        if (/Content Security Policy|hydrat/i.test(message.text())) faults.push(`console: ${message.text()}`);
      });
      page.on('request', (request) => {
        const url = new URL(request.url());
        if (/^https?:$/.test(url.protocol) && url.hostname !== home) faults.push(`request to another host: ${request.url()}`);
      });
      await use({ faults });
      expect(faults).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** The first demo of that id on the page, scrolled to and taken over by its script. */
export async function openDemo(page: Page, id: string): Promise<Locator> {
  const demo = page.locator(`glassbox-demo[data-demo="${id}"]`).first();
  await demo.scrollIntoViewIfNeeded();
  await demo.evaluate((element: DemoElement) => customElements.whenDefined('glassbox-demo').then(() => element.whenReady()));
  return demo;
}

/** Trains `count` steps through the script interface and gives the run's losses so far. */
export async function train(demo: Locator, count: number): Promise<number[]> {
  return demo.evaluate(async (element: DemoElement, steps) => {
    await element.step(steps);
    return Array.from(element.record?.loss ?? []);
  }, count);
}

/** Uses a backend for this demo from now on. */
export async function useBackend(demo: Locator, backend: string): Promise<void> {
  await demo.evaluate((element: DemoElement, name) => {
    element.backend = name;
  }, backend);
}

/** The first index at which two series differ, bit for bit; -1 where they are the same. */
export function firstDifference(a: readonly number[], b: readonly number[]): number {
  const length = Math.max(a.length, b.length);
  for (let i = 0; i < length; i++) if (!Object.is(a[i], b[i])) return i;
  return -1;
}

/** The transport's buttons and fields by their accessible names in either language. */
export const NAMES = {
  play: /^(播放|Play)/,
  pause: /^(暂停|Pause)/,
  timeline: /(时间轴|Timeline)/,
} as const;

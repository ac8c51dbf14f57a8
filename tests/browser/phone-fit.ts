/** What of a page does not fit a phone's screen of 390 pixels. */
import { expect } from './support';
import type { Locator, Page } from '@playwright/test';

/** Words of pictures that are shown smaller than 10 pixels. */
export async function smallWords(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<SVGTextElement>('.gb-svg text')].flatMap((text) => {
      if (text.getClientRects().length === 0 || text.textContent === '') return [];
      const size = Number.parseFloat(getComputedStyle(text).fontSize) * (text.getScreenCTM()?.a ?? 0);
      return size < 10 ? [`${text.textContent}: ${size.toFixed(1)} px`] : [];
    }),
  );
}

/** What can be touched and is smaller than 44 pixels. */
export async function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const least = 44 - 0.5;
    const all = [
      ...document.querySelectorAll('glassbox-demo :is(button, select, summary, input[type="range"], .gb-handle-touch, .gb-nudge)'),
    ];
    return all.flatMap((target) => {
      if (target.getClientRects().length === 0) return [];
      const { width, height } = target.getBoundingClientRect();
      // A slider, a list and a heading are as wide as their place; a button must be wide too.
      const wide = target.matches('select, summary, input') || width >= least;
      return height >= least && wide ? [] : [`${target.getAttribute('aria-label') ?? target.textContent}: ${width} x ${height}`];
    });
  });
}

/** What of a demo that is seen fits a phone: nothing wider than the screen, pictures in their narrow form, words and targets large enough. */
export async function fitsAPhone(page: Page, demo: Locator): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  expect(await demo.locator('svg[data-picture]:not([viewBox^="0 0 340 "], [viewBox^="0 0 300 "])').count()).toBe(0);
  expect(await smallWords(page)).toEqual([]);
  expect(await smallTargets(page)).toEqual([]);
}

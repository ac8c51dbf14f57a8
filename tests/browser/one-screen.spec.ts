/**
 * A figure is one instrument on one screen: how high every demo is, that picture, knob and transport are seen together, and that nothing
 * is cut off or lies over something else. In both languages, light and dark, with the drawer closed.
 */
import type { Page } from '@playwright/test';
import { expect, test, type DemoElement } from './support';

const CHAPTERS = ['preface', 'mlp', 'gradients', 'cnn', 'modern-cnn', 'rnn', 'attention', 'tricks'];
/** At 1280 x 800, in pixels; the figure that opens the book's first long run is lower still. */
const HIGHEST = 720;
const HIGHEST_PLAYGROUND = 620;
/** Two screens of a phone. */
const PHONE = { width: 390, height: 844 };
/** What a phone's screen holds besides: the bars at its top, and a knob under what stays. */
const BARS = 112;
const KNOB = 76;
/** Pictures that fill a phone's screen by themselves: all channels and filters, and what becomes of one pixel, each large enough to be read. */
const TALL: Readonly<Record<string, number>> = { channels: 1750, 'one-by-one': 1940 };

interface Seen {
  readonly demo: string;
  readonly height: number;
  /** From the top of the pictures to the bottom of the transport, where both stay on a phone's screen; and to that of the first knob. */
  readonly stays: number | undefined;
  readonly withKnob: number;
  readonly faults: readonly string[];
}

/** Every demo of a page as a reader finds it, and again when its script has taken it over. */
async function look(page: Page): Promise<readonly Seen[]> {
  return page.evaluate(async () => {
    const boxOf = (element: Element | null): DOMRect => element?.getBoundingClientRect() ?? new DOMRect();
    const isShown = (element: Element): boolean => element.getClientRects().length > 0;
    const leaves = (box: DOMRect, frame: DOMRect): boolean => box.left < frame.left - 1 || box.right > frame.right + 1;
    const overlap = (one: Element, other: Element): boolean => {
      // A transport that stays at the edge of the screen lies over what scrolls past it.
      const stays = [one, other].some((part) => getComputedStyle(part).position === 'sticky');
      if (stays || one.contains(other) || other.contains(one)) return false;
      const [a, b] = [boxOf(one), boxOf(other)];
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      return across > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
    };
    const root = document.documentElement;
    const groundOf = (): string => getComputedStyle(document.body).backgroundColor;
    /** In the dark a part stands where it stands in the light: what it measures there, it measures here. */
    const movesInTheDark = (demo: Element): readonly string[] => {
      const boxed = [demo, ...demo.querySelectorAll('*')].filter((part) => isShown(part));
      const [ground, places, theme] = [groundOf(), boxed.map((part) => boxOf(part)), root.dataset['theme']];
      root.dataset['theme'] = 'dark';
      const moved = boxed.filter((part, i) => {
        const [now, before] = [boxOf(part), places[i] ?? new DOMRect()];
        return [now.x - before.x, now.y - before.y, now.width - before.width, now.height - before.height].some((by) => Math.abs(by) > 0.5);
      });
      const faults = moved.slice(0, 3).map((part) => `${nameOf(part)} stands elsewhere in the dark`);
      if (groundOf() === ground) faults.push('the page is not dark');
      if (theme === undefined) delete root.dataset['theme'];
      else root.dataset['theme'] = theme;
      return faults;
    };
    const nameOf = (element: Element): string => `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}`;
    const seen: Seen[] = [];
    for (const demo of document.querySelectorAll<DemoElement>('glassbox-demo')) {
      await customElements.whenDefined('glassbox-demo');
      demo.scrollIntoView({ block: 'start', behavior: 'instant' });
      for (const live of [false, true]) {
        if (live) {
          await demo.whenReady();
          await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
        }
        const frame = boxOf(demo);
        const faults: string[] = [];
        const parts = [
          ...demo.querySelectorAll(
            '.gb-header, .gb-presets, .gb-turns, .gb-paint-bar, .gb-item, .gb-picture, .gb-chart, .gb-transport, .gb-run-settings, .gb-keep-bar, .gb-messages, .gb-parameters, .gb-panels',
          ),
        ].filter((part) => isShown(part));
        faults.push(...parts.filter((part) => leaves(boxOf(part), frame)).map((part) => `${nameOf(part)} leaves the figure`));
        const pairs = parts.flatMap((one, i) => parts.slice(i + 1).map((other) => [one, other] as const));
        for (const [one, other] of pairs) if (overlap(one, other)) faults.push(`${nameOf(one)} and ${nameOf(other)} lie over one another`);
        const words = [...demo.querySelectorAll('button:not(.gb-turn), label, summary, select, .gb-title, .gb-claim')];
        for (const word of words)
          if (isShown(word) && word.scrollWidth > word.clientWidth + 1 && getComputedStyle(word).display !== 'inline')
            faults.push(`"${word.textContent}" is cut off`);
        if (live) faults.push(...movesInTheDark(demo));
        const pictures = boxOf(demo.querySelector('.gb-pictures'));
        const transport = boxOf(demo.querySelector('.gb-transport'));
        const knob = boxOf(demo.querySelector('.gb-knob'));
        const top = Math.min(pictures.top, transport.top);
        const instrument = Math.max(pictures.bottom, transport.bottom) - top;
        seen.push({
          demo: `${demo.dataset['demo'] ?? ''}${live ? ', live' : ''}`,
          height: frame.height,
          stays: demo.querySelector('.gb-instrument-low') === null ? undefined : instrument,
          withKnob: Math.max(pictures.bottom, transport.bottom, knob.bottom) - Math.min(top, knob.top),
          faults,
        });
      }
    }
    return seen;
  });
}

/** What is wrong with figures, in sentences. */
function faultsOf(seen: readonly Seen[], most: (demo: string) => number, screen?: number): string[] {
  return seen.flatMap(({ demo, height, stays, withKnob, faults }) => [
    ...faults.map((fault) => `${demo}: ${fault}`),
    ...(height > most(demo) ? [`${demo}: ${Math.round(height)} px high, at most ${most(demo)}`] : []),
    ...(screen === undefined && (stays ?? 0) > PHONE.height - BARS - KNOB
      ? [`${demo}: picture and transport, which stay on the screen, take ${Math.round(stays ?? 0)} px`]
      : []),
    ...(screen !== undefined && withKnob > screen ? [`${demo}: picture, transport and a knob take ${Math.round(withKnob)} px`] : []),
  ]);
}

for (const lang of ['', 'en/']) {
  for (const chapter of CHAPTERS) {
    test(`every figure of /${lang}${chapter}/ is one instrument on one screen of a desktop`, async ({ page }) => {
      await page.setViewportSize({ width: 1280, height: 800 });
      await page.goto(`/${lang}${chapter}/`);
      const seen = await look(page);
      expect(seen.length).toBeGreaterThan(1);
      const most = (demo: string): number => (demo.startsWith('mlp-playground') ? HIGHEST_PLAYGROUND : HIGHEST);
      expect(faultsOf(seen, most, HIGHEST)).toEqual([]);
    });
  }
}

test.describe('on a phone', () => {
  test.use({ viewport: PHONE, hasTouch: true, isMobile: true });

  for (const lang of ['', 'en/']) {
    for (const chapter of CHAPTERS) {
      test(`no figure of /${lang}${chapter}/ is higher than two screens`, async ({ page }) => {
        await page.goto(`/${lang}${chapter}/`);
        const seen = await look(page);
        expect(seen.length).toBeGreaterThan(1);
        // Where no picture stayed on the screen, nothing would be said of what stays.
        if (chapter === 'mlp') expect(seen.some(({ stays }) => stays !== undefined)).toBe(true);
        expect(faultsOf(seen, (demo) => TALL[demo.split(',')[0] ?? ''] ?? 2 * PHONE.height)).toEqual([]);
      });
    }
  }
});

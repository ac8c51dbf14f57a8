/** What every picture must keep to. A new file in src/views, or a demo's view.tsx, is tested by being there. */
import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { LANGS } from '../../src/i18n/text';
import type { View } from '../../src/views/view';

const modules = {
  ...import.meta.glob<{ default?: View<unknown> }>(['../../src/views/*.tsx', '!../../src/views/curves.tsx'], { eager: true }),
  ...import.meta.glob<{ default?: View<unknown> }>('../../src/demos/*/view.tsx', { eager: true }),
};
const views = Object.entries(modules).flatMap(([path, module]) =>
  module.default === undefined ? [] : [{ name: path.replace('../../src/', ''), view: module.default }],
);
const SIZES = [640, 400, 340] as const;

function draw(view: View<unknown>, data: unknown, lang: 'zh' | 'en', width: number, act?: () => void): string {
  return render(
    <svg>
      <view.Picture data={data} lang={lang} width={width} height={Math.round(width * view.aspect.wide)} id="picture" act={act} />
    </svg>,
  );
}

it('there are views', () => {
  expect(views.length).toBeGreaterThanOrEqual(8);
});

describe.each(views)('$name', ({ view }) => {
  const samples = Object.entries(view.samples);

  it('brings samples, the awkward among them', () => {
    expect(samples.length).toBeGreaterThanOrEqual(2);
  });

  it.each(samples)('draws "%s" at every size in both languages, without a hole', (_, data) => {
    for (const lang of LANGS) {
      for (const width of SIZES) {
        const svg = draw(view, data, lang, width);
        expect(svg).not.toMatch(/undefined|Infinity/);
        // NaN may be said, in words, but never be a coordinate.
        expect(svg.replace(/>[^<]*</g, '><').replace(/(aria-\w+|title)="[^"]*"/g, '')).not.toMatch(/NaN/);
      }
    }
  });

  it.each(samples)('takes its colours from the tokens ("%s")', (_, data) => {
    const colours = [...draw(view, data, 'zh', 640).matchAll(/(?:fill|stroke)="([^"]+)"/g)].map((match) => match[1] ?? '');
    for (const colour of colours)
      expect(colour).toMatch(
        /^(none|transparent|currentColor|var\(--gb-[\w-]+\)|color-mix\(in oklab, var\(--gb-[\w-]+\) \d+%, var\(--gb-[\w-]+\)\)|url\(#.*)$/,
      );
  });

  it.each(samples)('says what "%s" shows, in each language', (_, data) => {
    const [zh, en] = [view.describe(data, 'zh'), view.describe(data, 'en')];
    expect(zh).not.toBe(en);
    expect(zh).toMatch(/[一-鿿]/);
    expect(en).not.toMatch(/[一-鿿]/);
    expect(`${zh}${en}`).not.toMatch(/undefined|\{\w+\}/);
  });

  it.each(samples)('gives the numbers of "%s" as a table whose rows are as long as its head', (_, data) => {
    for (const lang of LANGS) {
      const { head, rows } = view.table(data, lang);
      expect(head.length).toBeGreaterThan(0);
      for (const row of rows) expect(row).toHaveLength(head.length);
    }
  });

  it.each(samples)('uses no id twice, and can be reached by keyboard when it can be touched ("%s")', (_, data) => {
    const svg = draw(view, data, 'en', 640, () => undefined);
    const ids = [...svg.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [element] of svg.matchAll(/<[a-z]+[^>]*tabindex="0"[^>]*>/g)) expect(element).toMatch(/aria-label="[^"]+"/);
  });
});

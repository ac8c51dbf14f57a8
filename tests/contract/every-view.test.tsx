/**
 * What every picture must keep to. A new file in src/views, or a demo's view.tsx, is tested by being there. What the pictures of
 * src/views look like is kept in tests/goldens/views; after a change that is meant, `UPDATE_GOLDENS=1 npx vitest run
 * tests/contract/every-view` writes them anew, to be reviewed as a diff.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { LANGS } from '../../src/i18n/text';
import type { View } from '../../src/views/view';
import { clash, drawnTexts, EDGE } from './drawn-texts';

const modules = {
  ...import.meta.glob<{ default?: View<unknown> }>('../../src/views/*.tsx', { eager: true }),
  ...import.meta.glob<{ default?: View<unknown> }>('../../src/demos/*/view.tsx', { eager: true }),
};
const views = Object.entries(modules).flatMap(([path, module]) =>
  module.default === undefined ? [] : [{ name: path.replace('../../src/', ''), view: module.default }],
);
/** A figure of its own; the size of the goldens; a phone's column; half a figure. */
const SIZES = [
  { width: 540, aspect: 'wide' },
  { width: 400, aspect: 'wide' },
  { width: 340, aspect: 'narrow' },
  { width: 300, aspect: 'narrow' },
] as const;

/** The sizes at which a view is seen: those of `src/views` stand in pairs too; tests/contract/real-pictures.test.tsx tries those of demos that do. */
function seenAt(name: string, view: View<unknown>): readonly { readonly width: number; readonly aspect: 'wide' | 'narrow' }[] {
  return [{ width: view.wide ?? 540, aspect: 'wide' }, SIZES[2], ...(name.startsWith('views/') ? [SIZES[3]] : [])];
}

/** The smallest and the largest words, in units, which are about pixels. */
const WORD_SIZES = [11, 18] as const;
const GOLDENS = 'tests/goldens/views';
const NOTHING = { step: 0, arrays: {}, metrics: {}, values: {} };

interface Drawing {
  readonly lang: 'zh' | 'en';
  readonly size?: { readonly width: number; readonly aspect: 'wide' | 'narrow' };
  readonly act?: () => void;
}

function draw(view: View<unknown>, data: unknown, { lang, size = SIZES[0], act }: Drawing): string {
  const height = Math.round(size.width * view.aspect[size.aspect]);
  return render(
    <svg>
      <view.Picture data={data} lang={lang} width={size.width} height={height} id="picture" act={act} />
    </svg>,
  );
}

/** The tags of one kind, with their attributes. */
function tags(svg: string, name: string): Readonly<Record<string, string>>[] {
  return [...svg.matchAll(new RegExp(`<${name}\\b([^>]*)>`, 'g'))].map(([, attributes = '']) =>
    Object.fromEntries([...attributes.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, value])),
  );
}

/** A picture as text that a reviewer can read: a tag a line, numbers rounded to whole units, so that only what can be seen counts. */
function golden(svg: string): string {
  return `${svg.replace(/-?\d+\.\d+/g, (number) => String(Math.round(Number(number)) || 0)).replace(/></g, '>\n<')}\n`;
}

it('there are views', () => {
  expect(views.length).toBeGreaterThanOrEqual(8);
});

describe.each(views)('$name', ({ name, view }) => {
  const samples = Object.entries(view.samples);

  it('brings samples, the awkward among them', () => {
    expect(samples.length).toBeGreaterThanOrEqual(2);
  });

  it.each(samples)('draws "%s" at every size in both languages, without a hole', (_, data) => {
    for (const lang of LANGS) {
      for (const size of SIZES) {
        const svg = draw(view, data, { lang, size });
        expect(svg).not.toMatch(/undefined|Infinity/);
        // NaN may be said, in words, but never be a coordinate.
        expect(svg.replace(/>[^<]*</g, '><').replace(/(aria-\w+|title)="[^"]*"/g, '')).not.toMatch(/NaN/);
      }
    }
  });

  it.each(samples)('gives every shape of "%s" a place and a size: one without would be drawn in the corner', (_, data) => {
    const svg = draw(view, data, { lang: 'en', act: () => undefined });
    for (const circle of tags(svg, 'circle')) {
      for (const name of ['cx', 'cy', 'r']) expect(circle[name], name).toMatch(/^-?\d/);
    }
    for (const rect of tags(svg, 'rect')) {
      for (const name of ['width', 'height']) expect(Number(rect[name]), name).toBeGreaterThanOrEqual(0);
    }
    for (const { d } of tags(svg, 'path'))
      for (const [number] of (d ?? '').matchAll(/-?[\d.]+/g)) expect(Math.abs(Number(number))).toBeLessThan(1e5);
  });

  it.each(samples)('keeps every word of "%s" inside the drawing, and large enough to read, in a figure and on a phone', (_, data) => {
    for (const lang of LANGS) {
      for (const size of seenAt(name, view)) {
        const height = Math.round(size.width * view.aspect[size.aspect]);
        for (const { text, left, right, baseline, size: letters } of drawnTexts(draw(view, data, { lang, size, act: () => undefined }))) {
          const where = `"${text}" (${lang}, at ${size.width} units)`;
          expect(left, `${where} begins left of the drawing`).toBeGreaterThanOrEqual(-EDGE);
          expect(right, `${where} ends right of the drawing`).toBeLessThanOrEqual(size.width + EDGE);
          expect(baseline, `${where} is above the drawing`).toBeGreaterThanOrEqual(letters * 0.6);
          expect(baseline, `${where} is below the drawing`).toBeLessThanOrEqual(height + EDGE);
          expect(letters, `${where} is too small`).toBeGreaterThanOrEqual(WORD_SIZES[0]);
          expect(letters, `${where} is too large`).toBeLessThanOrEqual(WORD_SIZES[1]);
        }
      }
    }
  });

  it.each(samples)('lays no word of "%s" over another', (_, data) => {
    for (const lang of LANGS) {
      for (const size of seenAt(name, view)) {
        const texts = drawnTexts(draw(view, data, { lang, size, act: () => undefined }));
        const clashes = texts.flatMap((one, i) =>
          texts.slice(i + 1).flatMap((other) => (clash(one, other) ? [`${one.text} / ${other.text}`] : [])),
        );
        expect(clashes, `in ${lang}, at ${size.width} units`).toEqual([]);
      }
    }
  });

  it.each(samples)('cannot be touched without a run behind it ("%s")', (_, data) => {
    expect(draw(view, data, { lang: 'en' })).not.toMatch(/tabindex|role="(application|button)"/);
  });

  it.each(samples)('takes its colours from the tokens, or from a class ("%s")', (_, data) => {
    const colours = [...draw(view, data, { lang: 'zh' }).matchAll(/(?:fill|stroke)="([^"]+)"/g)].map((match) => match[1] ?? '');
    for (const colour of colours)
      expect(colour).toMatch(
        /^(none|transparent|currentColor|var\(--gb-[\w-]+\)|color-mix\(in oklab, var\(--gb-[\w-]+\) \d+%, var\(--gb-[\w-]+\)\)|url\(#.*)$/,
      );
  });

  it.each(samples)('says what "%s" shows, in each language', (_, data) => {
    const [zh, en] = [view.describe(data, 'zh'), view.describe(data, 'en')];
    expect(zh.trim()).not.toBe('');
    expect(en.trim()).not.toBe('');
    expect(zh).not.toBe(en);
    expect(zh).toMatch(/[一-鿿]/);
    // What is quoted is the reader's text, in whatever script.
    expect(en.replace(/“[^”]*”/g, '')).not.toMatch(/[一-鿿]/);
    expect(`${zh}${en}`).not.toMatch(/undefined|\{\w+\}/);
  });

  it.each(samples)('gives the numbers of "%s" as a table whose rows are as long as its head', (_, data) => {
    for (const lang of LANGS) {
      const { head, rows } = view.table(data, lang);
      expect(head.length).toBeGreaterThan(0);
      for (const row of rows) {
        expect(row).toHaveLength(head.length);
        expect(row.join()).not.toMatch(/undefined|\[object/);
      }
    }
  });

  it.each(samples)('uses no id twice, and can be reached by keyboard when it can be touched ("%s")', (_, data) => {
    const svg = draw(view, data, { lang: 'en', act: () => undefined });
    // In SVG made by a script, names of attributes keep their case: tabIndex would be none, and nothing could be focused.
    expect(svg).not.toContain('tabIndex');
    const ids = [...svg.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [element] of svg.matchAll(/<[a-z]+[^>]*tabindex="0"[^>]*>/g)) {
      expect(element).toMatch(/aria-label="[^"]+"/);
      expect(element).toMatch(/role="(application|button)"/);
    }
  });

  it('takes a record that lacks what it needs as nothing to draw', () => {
    expect(view.read(NOTHING, {})).toBeUndefined();
  });

  it('has a title in each language and keeps a place of its own shape', () => {
    expect(view.title.zh).toMatch(/[一-鿿]/);
    expect(view.title.en).not.toMatch(/[一-鿿]|^$/);
    for (const aspect of [view.aspect.wide, view.aspect.narrow]) expect(aspect).toBeGreaterThan(0.2);
  });

  it.skipIf(!name.startsWith('views/'))('looks as it did', () => {
    const [, data] = samples[0] ?? [];
    const svg = golden(draw(view, data, { lang: 'en', size: SIZES[1], act: () => undefined }));
    const file = `${GOLDENS}/${name.replace('views/', '').replace('.tsx', '.svg')}`;
    if (process.env['UPDATE_GOLDENS'] !== undefined) {
      mkdirSync(GOLDENS, { recursive: true });
      writeFileSync(file, svg);
    }
    expect(existsSync(file), `${file} is missing: see the top of this test`).toBe(true);
    expect(svg).toBe(readFileSync(file, 'utf8'));
  });
});

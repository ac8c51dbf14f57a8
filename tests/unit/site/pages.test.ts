import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  lightWithoutScripts,
  moveInlineScripts,
  oneFigureSheet,
  oneHeadScript,
  oneSheet,
  policyFirst,
} from '../../../src/site/integrations/finish-pages';
import { leanKatex } from '../../../src/site/integrations/lean-katex';
import { encodePlace, splitAtPlaces, type DemoPlace } from '../../../src/site/markdown/demo-place';
import { langOf } from '../../../src/site/page-language';

describe('a built page', () => {
  const name = (code: string): string => `/s/${code.length}.js`;

  it('has its inline scripts in files, where they stood', () => {
    const html = '<p>a</p><script>one()</script><script type="module">two()</script><p>b</p>';
    expect(moveInlineScripts(html, name)).toBe(
      '<p>a</p><script src="/s/5.js"></script><script type="module" src="/s/5.js"></script><p>b</p>',
    );
  });

  it('keeps data and scripts that have files', () => {
    const html = '<script type="application/ld+json">{"a":1}</script><script type="module" src="/x.js"></script><script></script>';
    expect(moveInlineScripts(html, name)).toBe(html);
  });

  it('has one script in its head, with all of them in order, and leaves others where they are', () => {
    const html =
      '<head><script>one("$&")</script><link><script src="/x.js"></script><script> two() </script></head><script>three()</script>';
    expect(oneHeadScript(html)).toBe(
      '<head><script>one("$&")\n;two()</script><link><script src="/x.js"></script></head><script>three()</script>',
    );
    expect(oneHeadScript('<head></head><script>one()</script>')).toBe('<head></head><script>one()</script>');
  });

  it('has one style sheet for all media, in the place of the first, with all of them in order', () => {
    const sheet = (name: string, more = ''): string => `<link rel="stylesheet" href="/${name}.css"${more}>`;
    const print = sheet('print', ' media="print"');
    const join = (addresses: readonly string[]): string => addresses.join('+');
    expect(oneSheet(`${print}${sheet('a')}<meta>${sheet('b')}`, join)).toBe(`${print}<link rel="stylesheet" href="/a.css+/b.css"><meta>`);
    expect(oneSheet(sheet('a'), join)).toBe(sheet('a'));
  });

  it('has one sheet of what its figures have for themselves, each once, behind its own', () => {
    const sheet = (name: string): string => `<link rel="stylesheet" href="/${name}.css" data-figure>`;
    const join = (addresses: readonly string[]): string => addresses.join('+');
    expect(oneFigureSheet(`<head><link></head><body>${sheet('a')}<p>$&</p>${sheet('b')}${sheet('a')}</body>`, join)).toBe(
      '<head><link><link rel="stylesheet" href="/a.css+/b.css"></head><body><p>$&</p></body>',
    );
    expect(oneFigureSheet('<head></head><body></body>', join)).toBe('<head></head><body></body>');
  });

  it('says its policy before anything that the policy is about', () => {
    const policy = '<meta http-equiv="content-security-policy" content="script-src \'self\'">';
    expect(policyFirst(`<html><head><meta charset="utf-8"/><script src="/a.js"></script>${policy}<link rel="stylesheet"></head>`)).toBe(
      `<html><head><meta charset="utf-8"/>${policy}<script src="/a.js"></script><link rel="stylesheet"></head>`,
    );
    expect(policyFirst(`<head><title>$&</title>${policy}</head>`)).toBe(`<head>${policy}<title>$&</title></head>`);
    expect(policyFirst('<head></head>')).toBe('<head></head>');
  });

  it('is light where no script turns it dark', () => {
    expect(lightWithoutScripts('<html lang="en" data-theme="dark" data-has-toc><body data-theme="dark">')).toBe(
      '<html lang="en" data-theme="light" data-has-toc><body data-theme="dark">',
    );
  });
});

describe('KaTeX’s stylesheet', () => {
  const path = '/node_modules/katex/dist/katex.min.css';
  const sheet = readFileSync('node_modules/katex/dist/katex.min.css', 'utf8');
  const { transform } = leanKatex();
  const run = (css: string, id = path): unknown =>
    typeof transform === 'function' ? Reflect.apply(transform, undefined, [css, id]) : undefined;

  it('loses the fonts that nobody needs, and others’ stylesheets nothing', () => {
    const css = '@font-face{src:url(fonts/A.woff2) format("woff2"),url(fonts/A.woff) format("woff"),url(fonts/A.ttf) format("truetype")}';
    expect(run(css + sheet)).toContain('@font-face{src:url(fonts/A.woff2) format("woff2")}');
    expect(run(css, '/src/site/styles/tokens.css')).toBeNull();
  });

  it('gives letters of every size inside letters of every other the size that KaTeX gives them', () => {
    const lean = String(run(sheet));
    const said = (name: string): number => Number(new RegExp(`\\.katex \\.${name}\\{--(?:from|to):([\\d.]+)\\}`).exec(lean)?.[1]);
    const rules = [...sheet.matchAll(/\.katex-sizing\.reset-(size\d+)\.(size\d+)\{font-size:([\d.]+)em\}/g)];
    expect(rules).toHaveLength(121);
    for (const [, from = '', to = '', ratio] of rules)
      expect(said(to) / said(`reset-${from}`), `${to} in ${from}`).toBeCloseTo(Number(ratio), 4);
    expect(lean).not.toContain('.reset-size6.size3');
    expect(lean.length).toBeLessThan(0.65 * sheet.length);
  });

  it('is refused where its sizes are no ratios any more', () => {
    expect(() => run(sheet.replace('.reset-size3.size6{font-size:1.4285714286em}', '.reset-size3.size6{font-size:1.5em}'))).toThrow(
      /has changed.*1\.5/,
    );
  });
});

describe('a demo’s place in HTML', () => {
  const place: DemoPlace = { demo: 'toy', values: { shape: '<&"\'>' }, seed: 1, anchor: 'fig-toy', label: '图 1.1' };

  it('comes back as it was put there, whatever its text holds', () => {
    const html = `<ul><li>a<glassbox-place data-place="${encodePlace(place)}">Cap<b>t</b></glassbox-place></li></ul>`;
    expect(splitAtPlaces(html)).toEqual([{ html: '<ul><li>a' }, { place, caption: 'Cap<b>t</b>' }, { html: '</li></ul>' }]);
  });

  it('is none where there is none', () => {
    expect(splitAtPlaces('<p>a</p>')).toEqual([{ html: '<p>a</p>' }]);
  });
});

describe('the language of a page', () => {
  it.each([
    ['en', 'en'],
    ['en-US', 'en'],
    ['zh-CN', 'zh'],
    [undefined, 'zh'],
  ] as const)('of %s is %s', (locale, lang) => {
    expect(langOf(locale)).toBe(lang);
  });
});

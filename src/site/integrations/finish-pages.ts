import { createHash } from 'node:crypto';
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

const SCRIPT = /<script(?![^>]*\bsrc=)([^>]*)>([\s\S]*?)<\/script>/g;
const DATA_TYPE = /\btype="(?:application\/(?:ld\+)?json|speculationrules)"/;

/**
 * Moves scripts that stand in a page into files of their own (`name` gives the address for a script's text), so that the
 * Content-Security-Policy can forbid inline scripts. They still run where they stood, in order.
 */
export function moveInlineScripts(html: string, name: (code: string) => string): string {
  return html.replace(SCRIPT, (whole, attributes: string, code: string) => {
    if (DATA_TYPE.test(attributes) || code.trim() === '') return whole;
    return `<script${attributes} src="${name(code)}"></script>`;
  });
}

/**
 * Makes one script of the classic scripts in a page's head, in the place of the first and in order: a page is not drawn before they
 * have come. They see neither each other nor the page as it stands between them.
 */
export function oneHeadScript(html: string): string {
  const end = html.indexOf('</head>');
  const head = html.slice(0, Math.max(end, 0));
  const scripts = [...head.matchAll(SCRIPT)].filter(([, attributes, code]) => attributes?.trim() === '' && code?.trim() !== '');
  const [first, ...others] = scripts;
  if (first === undefined) return html;
  const all = `<script>${scripts.map(([, , code]) => code?.trim()).join('\n;')}</script>`;
  const without = others.reduce((rest, [script]) => rest.replace(script, ''), head);
  return without.replace(first[0], () => all) + html.slice(head.length);
}

const SHEET = /<link rel="stylesheet" href="([^"]*)">/g;

/**
 * Makes one sheet of a page's style sheets for all media, in the place of the first and in order (`join` gives the address of the sheet
 * that holds those at the addresses): a page is not drawn before all have come.
 */
export function oneSheet(html: string, join: (addresses: readonly string[]) => string): string {
  const addresses = [...html.matchAll(SHEET)].flatMap(([, address]) => address ?? []);
  if (addresses.length < 2) return html;
  let first = true;
  return html.replace(SHEET, () => {
    if (!first) return '';
    first = false;
    return `<link rel="stylesheet" href="${join(addresses)}">`;
  });
}

const FIGURE_SHEET = /<link rel="stylesheet" href="([^"]*)" data-figure(?:="[^"]*")?>/g;

/**
 * Makes one sheet of those that a page's figures have for themselves, behind the page's own (`join` as above): other figures' sheets are
 * no part of the page, and its own sheet is the same on every page.
 */
export function oneFigureSheet(html: string, join: (addresses: readonly string[]) => string): string {
  const addresses = [...new Set([...html.matchAll(FIGURE_SHEET)].flatMap(([, address]) => address ?? []))];
  if (addresses.length === 0) return html;
  const link = `<link rel="stylesheet" href="${join(addresses)}">`;
  return html.replace(FIGURE_SHEET, '').replace('</head>', () => `${link}</head>`);
}

/** Pages are written dark and turned light by a script; without scripts a book is light. */
export function lightWithoutScripts(html: string): string {
  return html.replace(/(<html[^>]*\bdata-theme=)"dark"/, '$1"light"');
}

/** The Content-Security-Policy holds for what comes after it: it is the first that a page says, behind its character set. */
export function policyFirst(html: string): string {
  const [policy] = /<meta http-equiv="content-security-policy"[^>]*>/i.exec(html) ?? [];
  if (policy === undefined) return html;
  return html.replace(policy, '').replace(/<head[^>]*>(?:\s*<meta charset=[^>]*>)?/i, (start) => start + policy);
}

/** Goes over the built pages: the policy first, no inline scripts, one style sheet, light where no script runs. */
export function finishPages(): AstroIntegration {
  let base = '/';
  return {
    name: 'glassbox-finish-pages',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/?$/, '/');
      },
      'astro:build:done': ({ dir }) => {
        const folder = fileURLToPath(dir);
        mkdirSync(join(folder, '_astro'), { recursive: true });
        const write = (text: string, kind: string, extension: string): string => {
          const file = `_astro/${kind}.${createHash('sha256').update(text).digest('hex').slice(0, 8)}.${extension}`;
          writeFileSync(join(folder, file), text);
          return base + file;
        };
        const joined = new Set<string>();
        const joinSheets =
          (kind: string) =>
          (addresses: readonly string[]): string => {
            const paths = addresses.map((address) => address.slice(base.length));
            for (const path of paths) joined.add(path);
            return write(paths.map((path) => readFileSync(join(folder, path), 'utf8')).join('\n'), kind, 'css');
          };
        for (const page of globSync('**/*.html', { cwd: folder })) {
          const path = join(folder, page);
          const html = moveInlineScripts(oneHeadScript(readFileSync(path, 'utf8')), (code) => write(code, 'inline', 'js'));
          writeFileSync(path, policyFirst(lightWithoutScripts(oneFigureSheet(oneSheet(html, joinSheets('page')), joinSheets('figures')))));
        }
        // A part that is loaded later would wait for its own sheet, find none, and never come.
        for (const script of globSync('_astro/*.js', { cwd: folder })) {
          const code = readFileSync(join(folder, script), 'utf8');
          const waited = [...joined].find((path) => code.includes(path));
          if (waited !== undefined)
            throw new Error(
              `${script} loads ${waited}, which is part of the one sheet of all pages: import that CSS in src/shell/frame.css, or load it with its script (src/shell/dress.ts)`,
            );
        }
        for (const path of joined) rmSync(join(folder, path));
      },
    },
  };
}

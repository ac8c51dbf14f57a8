import { createHash } from 'node:crypto';
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
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

/** Goes over the built pages: the policy first, no inline scripts, light where no script runs. */
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
        const name = (code: string): string => {
          const file = `_astro/inline.${createHash('sha256').update(code).digest('hex').slice(0, 8)}.js`;
          writeFileSync(join(folder, file), code);
          return base + file;
        };
        for (const page of globSync('**/*.html', { cwd: folder })) {
          const path = join(folder, page);
          writeFileSync(path, policyFirst(lightWithoutScripts(moveInlineScripts(readFileSync(path, 'utf8'), name))));
        }
      },
    },
  };
}

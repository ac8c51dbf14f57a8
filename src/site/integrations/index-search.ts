import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { LANGS, type Lang } from '../../i18n/text';
import { readPageTexts, type PageTexts } from '../search/page-texts';
import { searchFile } from '../search/search-file';

/** Pages to read; not a demo's own page, which says what stands in its chapter, nor the page for addresses that are not there. */
function isSearched(page: string): boolean {
  return page.endsWith('index.html') && !/^(?:en\/)?embed\//.test(page);
}

/** The texts of a built folder's pages in one language. */
function collectTexts(folder: string, base: string, lang: Lang): readonly PageTexts[] {
  const pages = globSync('**/*.html', { cwd: folder }).map((page) => page.replaceAll('\\', '/'));
  return pages
    .filter((page) => isSearched(page) && (lang === 'en') === /^en\//.test(page))
    .sort()
    .flatMap((page) => readPageTexts(readFileSync(join(folder, page), 'utf8'), base + page.replace(/index\.html$/, '')) ?? []);
}

/** Writes the texts that the search dialog reads: a file a language. */
export function indexSearch(): AstroIntegration {
  let base = '/';
  return {
    name: 'glassbox-index-search',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/?$/, '/');
      },
      'astro:build:done': ({ dir }) => {
        const folder = fileURLToPath(dir);
        mkdirSync(join(folder, 'search'), { recursive: true });
        for (const lang of LANGS) writeFileSync(join(folder, searchFile(lang)), JSON.stringify(collectTexts(folder, base, lang)));
      },
    },
  };
}

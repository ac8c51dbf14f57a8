import { join } from 'node:path';
import type { Plugin } from 'vite';

/**
 * Puts our table of contents' script (`contents.ts`) in the place of Starlight's, which looks for headings in every element of a chapter
 * while the page loads. The markup stays Starlight's. `root` is the project's folder.
 */
export function ownContents(root: string): Plugin {
  return {
    name: 'glassbox-own-contents',
    enforce: 'pre',
    resolveId: (source) =>
      source.endsWith('/components-internals/TableOfContents/starlight-toc') ? join(root, 'src/site/contents.ts') : null,
  };
}

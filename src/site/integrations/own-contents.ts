import { join } from 'node:path';
import type { Plugin } from 'vite';

/**
 * Puts our table of contents' script (`contents.ts`) in the place of Starlight's, which looks for headings in every element of a chapter
 * while the page loads. The markup stays Starlight's. `root` is the project's folder.
 */
export function ownContents(root: string): Plugin {
  let found = false;
  return {
    name: 'glassbox-own-contents',
    enforce: 'pre',
    resolveId: (source) => {
      if (!source.endsWith('/components-internals/TableOfContents/starlight-toc')) return null;
      found = true;
      return join(root, 'src/site/contents.ts');
    },
    buildEnd(error) {
      // The pages' scripts are built last; under another name Starlight's would come back unseen.
      if (error === undefined && this.environment.name === 'client' && !found)
        throw new Error(
          'Starlight\u2019s script of the table of contents is not where it was: src/site/integrations/own-contents.ts takes its place',
        );
    },
  };
}

import { createHash } from 'node:crypto';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/**
 * What is kept on the first visit: pages, styles, scripts, the fonts of formulas, the search, and of the WASM backend the build that
 * current browsers use. Pictures of the site itself are kept as they are used, or not at all.
 */
const KEPT = ['**/*.html', '_astro/*.{css,js}', '_astro/*simd*.wasm', '_astro/*.woff2', 'search/*.json', 'challenges/*.json', '*.svg'];

/** The files of a built folder that are kept, by path (forward slashes), with a hash of what they hold. */
function keptFiles(folder: string): Readonly<Record<string, string>> {
  const paths = globSync(KEPT, { cwd: folder, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.replace(/[\\/]*$/, '').length + 1)
        .replaceAll('\\', '/'),
    );
  return Object.fromEntries(
    [...new Set(paths)].sort().map((path) => [
      path,
      createHash('sha256')
        .update(readFileSync(join(folder, path)))
        .digest('hex')
        .slice(0, 8),
    ]),
  );
}

/** Writes the service worker into the built site, with the list of what it keeps. */
export function keepOffline(): AstroIntegration {
  return {
    name: 'glassbox-keep-offline',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const folder = fileURLToPath(dir);
        const worker = readFileSync(new URL('../offline/service-worker.js', import.meta.url), 'utf8');
        writeFileSync(join(folder, 'service-worker.js'), `const FILES = ${JSON.stringify(keptFiles(folder))};\n${worker}`);
      },
    },
  };
}

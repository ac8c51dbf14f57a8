import type { AstroIntegration } from 'astro';
import type { BookSource } from '../markdown/book-source';

/** Stops a build before it begins when chapters have mistakes; the dev server shows them on the page instead. */
export function checkContent(source: BookSource): AstroIntegration {
  return {
    name: 'glassbox-check-content',
    hooks: {
      'astro:build:start': async () => {
        await source.read();
      },
    },
  };
}

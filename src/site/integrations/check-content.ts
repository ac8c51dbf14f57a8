import type { AstroIntegration } from 'astro';
import type { BookSource } from '../markdown/book-source';

/** Stops a build before it begins when chapters have mistakes or pictures are missing; the dev server shows mistakes on the page instead. */
export function checkContent(source: BookSource): AstroIntegration {
  return {
    name: 'glassbox-check-content',
    hooks: {
      'astro:build:start': async () => {
        await source.readToPublish();
      },
    },
  };
}

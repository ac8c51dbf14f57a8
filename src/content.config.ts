import { docsSchema } from '@astrojs/starlight/schema';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { defineCollection } from 'astro:content';

/** Chinese is the root: `zh/mlp.md` is `/mlp/`, `en/mlp.md` is `/en/mlp/`. */
function pageOf(entry: string): string {
  return entry.replace(/^zh\//, '').replace(/\.md$/, '');
}

export const collections = {
  docs: defineCollection({
    // deferRender: else an error in a chapter is only logged, and an empty page is published.
    loader: glob({ base: './content', pattern: '{zh,en}/*.md', generateId: ({ entry }) => pageOf(entry), deferRender: true }),
    schema: docsSchema({ extend: z.object({ chapter: z.number().int().min(0).optional(), status: z.literal('growing').optional() }) }),
  }),
};

/** The chapters as the site lists them: those that are there, and those that are planned. */
import { getCollection } from 'astro:content';
import { LANGS, type Lang } from '../i18n/text';
import { plannedChapters } from './chapters';

export interface ListedChapter {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly description: string | undefined;
  /** True while its sections are still being written (`status: growing`). */
  readonly growing: boolean;
  /** The page's address; undefined while the chapter is only planned. */
  readonly href: string | undefined;
}

/** An address of this site: `sitePath('en', 'demos')` is `/en/demos/` below the base. */
export function sitePath(lang: Lang, ...parts: readonly string[]): string {
  const path = [lang === 'en' ? 'en' : '', ...parts].filter((part) => part !== '').map((part) => `${part}/`);
  return import.meta.env.BASE_URL.replace(/\/?$/, '/') + path.join('');
}

/**
 * Where in its chapter's text a demo has its figure (an offset, for putting demos in the order of the text), or undefined where the
 * chapter has no figure `#fig-<demo>`.
 */
export async function placeInChapter(chapter: string, demo: string): Promise<number | undefined> {
  const entry = (await getCollection('docs')).find(({ id }) => id === chapter);
  const place = entry?.body?.search(new RegExp(`\\{#${demo}[\\s}]`)) ?? -1;
  return place === -1 ? undefined : place;
}

/** All chapters in the order of the book. A chapter is linked once it is there in both languages. */
export async function listChapters(lang: Lang): Promise<readonly ListedChapter[]> {
  const entries = await getCollection('docs');
  const find = (id: string, which: Lang) => entries.find((entry) => entry.id === (which === 'en' ? `en/${id}` : id));
  const written = entries.filter((entry) => !entry.id.includes('/')).map((entry) => entry.id);
  const ids = [...new Set([...plannedChapters.map(({ id }) => id), ...written])];
  return ids
    .map((id): ListedChapter => {
      const planned = plannedChapters.find((one) => one.id === id);
      const entry = find(id, lang);
      const complete = LANGS.every((which) => find(id, which) !== undefined);
      return {
        id,
        number: entry?.data.chapter ?? planned?.number ?? 99,
        title: entry?.data.title ?? planned?.title[lang] ?? id,
        description: entry?.data.description,
        growing: entry?.data.status === 'growing',
        href: complete ? sitePath(lang, id) : undefined,
      };
    })
    .sort((a, b) => a.number - b.number);
}

/** The glossary as a reader looks it up: every term in the order of its language, with the other language's, and the chapters that use it. */
import { getCollection } from 'astro:content';
import glossary from '../../content/glossary.json';
import { LANG_TAGS, type Lang } from '../i18n/text';
import { listChapters, type ListedChapter } from './book-chapters';

export interface ListedTerm {
  readonly id: string;
  readonly term: string;
  /** The term in the other language. */
  readonly other: string;
  readonly meaning: string;
  /** The chapters whose text uses it, in the order of the book; none for a term that waits for its chapter. */
  readonly chapters: readonly ListedChapter[];
}

/** All terms: in Chinese by pinyin, in English by the alphabet. */
export async function listTerms(lang: Lang): Promise<readonly ListedTerm[]> {
  const other = lang === 'zh' ? 'en' : 'zh';
  const entries = await getCollection('docs');
  const chapters = await listChapters(lang);
  const textOf = (id: string): string => entries.find((entry) => entry.id === (lang === 'en' ? `en/${id}` : id))?.body ?? '';
  const texts = chapters.filter(({ href }) => href !== undefined).map((chapter) => ({ chapter, text: textOf(chapter.id) }));
  const { compare } = new Intl.Collator(LANG_TAGS[lang]);
  return Object.entries(glossary)
    .map(([id, wording]) => ({
      id,
      term: wording[lang].term,
      other: wording[other].term,
      meaning: wording[lang].meaning,
      chapters: texts.filter(({ text }) => text.includes(`](term:${id})`)).map(({ chapter }) => chapter),
    }))
    .sort((a, b) => compare(a.term, b.term));
}

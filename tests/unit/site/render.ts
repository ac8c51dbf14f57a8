/** Renders a chapter of the toy book to HTML, by the site's own pipeline. */
import { createMarkdownProcessor } from '@astrojs/markdown-remark';
import { pathToFileURL } from 'node:url';
import type { Lang } from '../../../src/i18n/text';
import { parseChapter, type Chapter } from '../../../src/site/markdown/book';
import { chapterPlugins } from '../../../src/site/markdown/processor';
import { toyBook } from './toy';

interface RenderOptions {
  readonly lang?: Lang;
  readonly base?: string;
  readonly others?: readonly Chapter[];
}

export async function render(text: string, { lang = 'en', base = '/', others = [] }: RenderOptions = {}) {
  const path = `content/${lang}/mlp.md`;
  const chapter = await parseChapter({ id: 'mlp', lang, path, text: `---\ntitle: T\nchapter: 1\n---\n${text}` });
  const book = { ...toyBook, chapters: [chapter, ...others] };
  const plugins = chapterPlugins({ source: { read: () => Promise.resolve(book) }, base });
  const processor = await createMarkdownProcessor({ gfm: true, smartypants: false, syntaxHighlight: false, ...plugins });
  const { code, metadata } = await processor.render(text, { fileURL: pathToFileURL(`/book/${path}`) });
  return { html: code, headings: metadata.headings };
}

/** The HTML without its formulas' markup, spaces folded. */
export function plain(html: string): string {
  return html.replace(/\s+/g, ' ').trim();
}

/** The Markdown processor of the chapters, for Astro's `markdown.processor`. */
import { rehypeShiki, unified, type RehypePlugin, type RemarkPlugin } from '@astrojs/markdown-remark';
import rehypeKatex from 'rehype-katex';
import type { BookSource } from './book-source';
import { readChapterPath } from './chapter-file';
import { guessRoom } from './guess-room';
import { finishTree } from './rehype-finish';
import { renderChapter } from './render-chapter';
import { syntaxPlugins } from './syntax';

export interface ProcessorOptions {
  readonly source: Pick<BookSource, 'read'>;
  /** Where the site lives, `/` or `/some/path/`. */
  readonly base: string;
}

/** Two themes as custom properties; the page's stylesheet picks one. */
const CODE_COLOURS = {
  themes: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
  defaultColor: false,
} as const;

/** The plugins that turn a chapter into HTML: the book's own, with rehype-katex for the formulas (strictly checked before). */
export function chapterPlugins({ source, base }: ProcessorOptions): {
  remarkPlugins: RemarkPlugin[];
  rehypePlugins: (RehypePlugin | [RehypePlugin, unknown])[];
} {
  const remarkChapter: RemarkPlugin = () => async (tree, file) => {
    const where = readChapterPath(file.path);
    if (where === undefined) return;
    const book = await source.read();
    const chapter = book.chapters.find(({ lang, id }) => lang === where.lang && id === where.id);
    renderChapter(tree, chapter?.number ?? 0, { chapter: where.id, lang: where.lang, book, base });
  };
  const rehypeFinish: RehypePlugin = () => (tree, file) => {
    const where = readChapterPath(file.path);
    if (where !== undefined) finishTree(tree, where.lang);
  };
  return { remarkPlugins: [...syntaxPlugins, remarkChapter], rehypePlugins: [[rehypeShiki, CODE_COLOURS], rehypeKatex, rehypeFinish] };
}

/**
 * A processor that Starlight cannot add to: it would register directives inside lines, which break Chinese prose (the `:30`
 * of `10:30`). What Starlight pushes goes to options that nobody reads; what renders is the inner processor.
 */
export function createChapterProcessor(options: ProcessorOptions): ReturnType<typeof unified> {
  const { remarkPlugins, rehypePlugins } = chapterPlugins(options);
  // Last of all: how much room a block takes is said of what is drawn.
  const rehypeRoom: RehypePlugin = () => (tree, file) => {
    const where = readChapterPath(file.path);
    if (where !== undefined) guessRoom(tree, where.lang === 'zh');
  };
  const inner = unified({ gfm: true, smartypants: false, remarkPlugins, rehypePlugins: [...rehypePlugins, rehypeRoom] });
  return { ...unified({ smartypants: false }), createRenderer: (shared) => inner.createRenderer(shared) };
}

/** What links in a chapter mean: anchors, terms, chapters, demos in a state. */
import type { Nodes } from 'mdast';
import type { Lang } from '../../i18n/text';
import { plannedChapters } from '../chapters';
import type { Book, Chapter } from './book';

export type LinkMeaning =
  | { readonly kind: 'anchor'; readonly anchor: string }
  | { readonly kind: 'term'; readonly name: string }
  | { readonly kind: 'chapter'; readonly id: string; readonly anchor: string | undefined }
  /** A demo of this chapter with other settings; `query` as in a link that is shared. */
  | { readonly kind: 'demo'; readonly id: string; readonly query: string }
  /** A page or file of this site by its path, from the site's root. */
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'other' };

/** Reads a link's address. */
export function readLink(url: string): LinkMeaning {
  if (url.startsWith('#')) return { kind: 'anchor', anchor: decode(url.slice(1)) };
  if (url.startsWith('term:')) return { kind: 'term', name: decode(url.slice('term:'.length)) };
  if (url.startsWith('chapter:')) {
    const [id = '', anchor] = url.slice('chapter:'.length).split('#');
    return { kind: 'chapter', id, anchor: anchor === undefined ? undefined : decode(anchor) };
  }
  // As a reader of the folder writes it: the file of a chapter beside this one.
  const beside = /^(?:\.\/)?([^/:?#]+)\.md(?:#(.*))?$/.exec(url);
  if (beside !== null)
    return { kind: 'chapter', id: decode(beside[1] ?? ''), anchor: beside[2] === undefined ? undefined : decode(beside[2]) };
  if (/^\/(?!\/)/.test(url)) return { kind: 'file', path: url };
  if (url.startsWith('demo:')) {
    const [id = '', query = ''] = url.slice('demo:'.length).split(/\?(.*)/s);
    return { kind: 'demo', id, query };
  }
  return { kind: 'other' };
}

/** The letters of an address. Addresses with Chinese letters reach us percent-encoded or not; a lone per cent sign is itself. */
export function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** What a reference to a chapter finds: the chapter in this language, or its place in the plan. */
export interface ChapterTarget {
  readonly number: number | undefined;
  readonly title: string;
  /** Undefined while the chapter is only planned: then nothing is linked. */
  readonly chapter: Chapter | undefined;
}

export function findChapter(book: Pick<Book, 'chapters'>, id: string, lang: Lang): ChapterTarget | undefined {
  const chapter = book.chapters.find((one) => one.id === id && one.lang === lang);
  if (chapter !== undefined) return { number: chapter.number, title: chapter.title, chapter };
  const planned = plannedChapters.find((one) => one.id === id);
  return planned === undefined ? undefined : { number: planned.number, title: planned.title[lang], chapter: undefined };
}

/** Works cited at a place of the text: `[@a; @b]`. */
export interface Citation {
  readonly keys: readonly string[];
  readonly start: number;
  readonly end: number;
}

const CITATION = /\[(@[\w:.-]+(?:\s*;\s*@[\w:.-]+)*)\]/g;

/** The citations in a text, in order. */
export function findCitations(text: string): readonly Citation[] {
  return [...text.matchAll(CITATION)].map((match) => ({
    keys: (match[1] ?? '').split(';').map((key) => key.trim().slice(1)),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** True for links that have no words of their own and take the name of what they point at. */
export function isEmptyLink(node: Nodes): boolean {
  return node.type === 'link' && node.children.length === 0;
}

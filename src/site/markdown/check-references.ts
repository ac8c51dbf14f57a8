import { resolveValues } from '../../demos/resolve';
import { posix } from 'node:path';
import { decode, findChapter, findCitations, isEmptyLink, readLink } from './anchors';
import type { Link } from 'mdast';
import type { Book, Chapter } from './book';
import { walk } from './nodes';
import { problemAt, type Problem } from './problem';

/** A demo in a state: it must stand in the chapter, and have the parameters and values that the link gives. */
function checkDemoLink(id: string, query: string, { inventory }: Chapter, { demos }: Book): string | undefined {
  const demo = demos.get(id);
  if (demo === undefined || !inventory.demos.some((use) => use.demo === id)) return `this chapter has no demo "${id}"`;
  const [first] = resolveValues(demo, Object.fromEntries(new URLSearchParams(query))).problems;
  return first === undefined ? undefined : `demo "${id}", parameter "${first.parameter}": ${first.message.en}`;
}

function checkLink(url: string, chapter: Chapter, book: Book): string | undefined {
  const link = readLink(url);
  switch (link.kind) {
    case 'anchor':
      return chapter.inventory.byAnchor.has(link.anchor) ? undefined : `nothing here is called "${link.anchor}"`;
    case 'term':
      return book.glossary.has(link.name)
        ? undefined
        : `the glossary has no term "${link.name}"; it has: ${[...book.glossary.keys()].join(', ')}`;
    case 'chapter': {
      const found = findChapter(book, link.id, chapter.lang);
      if (found === undefined) return `there is no chapter "${link.id}"`;
      if (link.anchor === undefined || found.chapter === undefined) return undefined;
      return found.chapter.inventory.byAnchor.has(link.anchor) ? undefined : `nothing in chapter "${link.id}" is called "${link.anchor}"`;
    }
    case 'demo':
      return checkDemoLink(link.id, link.query, chapter, book);
    case 'file':
      return checkFileLink(link.path, chapter, book);
    case 'other': {
      if (/[\u3000-\u303f\uff00-\uffef]/.test(url)) return `the address "${url}" holds text behind it: write [words](address)`;
      if (/^(?:https?:\/\/.|mailto:.)/.test(url)) return undefined;
      const remedy = 'write #anchor, term:name, chapter:name, demo:name?settings, /file-of-public or a whole URL';
      return `"${url}" is no address: ${remedy}`;
    }
  }
}

/** Pages that are no chapters, from the site's root. */
const PAGE = /^\/(?:en\/)?(?:(?:demos|glossary)\/)?$/;

/** A page of this site, or a file in public/. */
function checkFileLink(url: string, { id }: Chapter, { chapters, isFile }: Book): string | undefined {
  const [path = ''] = url.split(/[?#]/);
  if (PAGE.test(path)) return undefined;
  const chapter = chapters.find((one) => new RegExp(`^/(?:(?:zh|en)/)?${one.id}/?$`).test(path));
  if (chapter !== undefined) return `"${url}" is a chapter: write chapter:${chapter.id}, which finds it in the reader's language`;
  return isFile(posix.join('public', decode(path))) ? undefined : `there is no file public${path}, which "${url}" would lead to from ${id}`;
}

/** Only what has a name in the book lends it to a link. */
function checkWords(node: Link): string | undefined {
  const { kind } = readLink(node.url);
  const named = kind === 'anchor' || kind === 'term' || kind === 'chapter';
  return isEmptyLink(node) && !named ? `this link has no words: [words](${node.url})` : undefined;
}

/** Every link that leads nowhere, and every citation of an unknown work. */
export function checkReferences(chapter: Chapter, book: Book): readonly Problem[] {
  const problems: Problem[] = [];
  for (const { node } of walk(chapter.tree)) {
    if (node.type === 'link') {
      const fault = checkLink(node.url, chapter, book) ?? checkWords(node);
      if (fault !== undefined) problems.push(problemAt(chapter.path, node.position, fault));
    } else if (node.type === 'definition') {
      problems.push(problemAt(chapter.path, node.position, 'addresses stand in the link itself: [words](address)'));
    } else if (node.type === 'text') {
      for (const key of findCitations(node.value).flatMap(({ keys }) => keys)) {
        if (!book.references.has(key)) {
          problems.push(
            problemAt(
              chapter.path,
              node.position,
              `the references have no work "${key}"; they have: ${[...book.references.keys()].join(', ')}`,
            ),
          );
        }
      }
    }
  }
  return problems;
}

import { resolveValues } from '../../demos/resolve';
import { findChapter, findCitations, readLink } from './anchors';
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
    case 'other':
      return /^(?:https?:|mailto:|\.{0,2}\/)/.test(url)
        ? undefined
        : `"${url}" is no address: write #anchor, term:name, chapter:name, demo:name?settings or a whole URL`;
  }
}

/** Every link that leads nowhere, and every citation of an unknown work. */
export function checkReferences(chapter: Chapter, book: Book): readonly Problem[] {
  const problems: Problem[] = [];
  for (const { node } of walk(chapter.tree)) {
    if (node.type === 'link') {
      const fault = checkLink(node.url, chapter, book);
      if (fault !== undefined) problems.push(problemAt(chapter.path, node.position, fault));
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

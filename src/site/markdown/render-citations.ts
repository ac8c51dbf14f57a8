import type { BlockContent, ListItem, PhrasingContent, Root, Text } from 'mdast';
import { siteText } from '../../i18n/site';
import type { Lang } from '../../i18n/text';
import { findCitations } from './anchors';
import { phrase, words } from './elements';
import { walk } from './nodes';
import { citationOf, compareWorks, type References, type Work } from './references';
import type { RenderContext } from './render-context';

function renderCitation(keys: readonly string[], references: References, lang: Lang): readonly PhrasingContent[] {
  const parts = keys.flatMap((key): PhrasingContent[] => {
    const work = references.get(key);
    return work === undefined ? [] : [{ type: 'link', url: `#ref-${key}`, title: work.title, children: [words(citationOf(work, lang))] }];
  });
  const separated = parts.flatMap((part, i) => (i === 0 ? [part] : [words(siteText.citeSeparator[lang]), part]));
  return [words(siteText.citeOpen[lang]), ...separated, words(siteText.citeClose[lang])];
}

function splitText(node: Text, references: References, lang: Lang, cited: Set<string>): readonly PhrasingContent[] {
  let end = 0;
  const parts: PhrasingContent[] = [];
  // Full-width parentheses bring their own space in Chinese; in English the author's stays.
  const text = lang === 'zh' ? node.value.replace(/\s+(?=\[@)/g, '').replace(/(?<=\[@[^\]]*\])\s+/g, '') : node.value;
  for (const citation of findCitations(text)) {
    if (citation.start > end) parts.push(words(text.slice(end, citation.start)));
    parts.push(phrase('span', { className: 'gb-citation' }, renderCitation(citation.keys, references, lang)));
    for (const key of citation.keys) if (references.has(key)) cited.add(key);
    end = citation.end;
  }
  if (end < text.length) parts.push(words(text.slice(end)));
  return parts;
}

function renderWork(key: string, { authors, year, title, where, url }: Work): ListItem {
  const shownTitle: PhrasingContent = url === undefined ? words(title) : { type: 'link', url, children: [words(title)] };
  return {
    type: 'listItem',
    data: { hProperties: { id: `ref-${key}` } },
    children: [
      {
        type: 'paragraph',
        children: [
          words(`${authors.join('; ')} (${year}). `),
          shownTitle,
          words('. '),
          { type: 'emphasis', children: [words(where)] },
          words('.'),
        ],
      },
    ],
  };
}

function renderList(cited: ReadonlySet<string>, references: References, lang: Lang): readonly BlockContent[] {
  const works = [...references].filter(([key]) => cited.has(key)).sort(([, a], [, b]) => compareWorks(a, b));
  return [
    { type: 'heading', depth: 2, data: { hProperties: { id: 'references' } }, children: [words(siteText.references[lang])] },
    {
      type: 'list',
      data: { hName: 'ul', hProperties: { className: ['gb-references'] } },
      children: works.map(([key, work]) => renderWork(key, work)),
    },
  ];
}

/** Turns `[@key]` into author and year, and lists the works at the chapter's end. */
export function renderCitations(tree: Root, { book, lang }: RenderContext): void {
  const cited = new Set<string>();
  for (const { node, parents } of [...walk(tree)]) {
    const parent = parents.at(-1);
    if (node.type !== 'text' || parent === undefined || findCitations(node.value).length === 0) continue;
    const index = parent.children.findIndex((child) => child === node);
    parent.children.splice(index, 1, ...splitText(node, book.references, lang, cited));
  }
  if (cited.size > 0) tree.children.push(...renderList(cited, book.references, lang));
}

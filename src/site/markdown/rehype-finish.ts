/** Last touches on a chapter's HTML tree, after the formulas are drawn. */
import type { Element, Root, RootContent } from 'hast';
import { siteText } from '../../i18n/site';
import type { Lang } from '../../i18n/text';

function* elements(node: Root | RootContent): Generator<Element> {
  if (node.type === 'element') yield node;
  if (!('children' in node)) return;
  for (const child of node.children) yield* elements(child);
}

function classesOf({ properties: { className } }: Element): readonly (string | number)[] {
  return Array.isArray(className) ? className : [];
}

/** A table in a box of its own, so that a wide one scrolls and not the page. */
function wrapTables(parent: Root | Element): void {
  parent.children.forEach((child, i) => {
    if (child.type !== 'element') return;
    if (child.tagName === 'table') {
      parent.children[i] = { type: 'element', tagName: 'div', properties: { className: ['gb-wide'] }, children: [child] };
    } else wrapTables(child);
  });
}

/** The words that GFM writes for footnotes are English; these are the reader's. */
function nameFootnotes(element: Element, lang: Lang): void {
  const { properties } = element;
  if (properties['id'] === 'footnote-label') element.children = [{ type: 'text', value: siteText.footnotes[lang] }];
  if (properties['dataFootnoteBackref'] !== undefined) properties['ariaLabel'] = siteText.backToText[lang];
}

/** Keeps formulas out of the search index (they read as noise), makes tables scroll, and names footnotes in the reader's language. */
export function finishTree(tree: Root, lang: Lang): void {
  for (const element of elements(tree)) {
    if (classesOf(element).includes('katex')) element.properties['dataPagefindIgnore'] = 'all';
    nameFootnotes(element, lang);
  }
  wrapTables(tree);
}

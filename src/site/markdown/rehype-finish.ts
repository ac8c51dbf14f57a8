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

function textIn(node: RootContent): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textIn).join('') : '';
}

/**
 * Names the head cells of tables. One without words heads nothing and becomes a plain cell; one that is a formula alone gets the
 * formula's signs as text, since many a reader's software names a column by text only.
 */
function nameHeads(element: Element): void {
  if (element.tagName !== 'th') return;
  if (element.children.map(textIn).join('').trim() === '') element.tagName = 'td';
  const formulas = element.children.filter((child) => child.type === 'element' && classesOf(child).includes('katex'));
  const words = element.children.filter((child) => !formulas.includes(child)).map(textIn);
  if (formulas.length === 0 || words.join('').trim() !== '') return;
  const parts = formulas.flatMap((formula) => [...elements(formula)]).filter((part) => classesOf(part).includes('katex-mathml'));
  for (const part of parts) part.properties['ariaHidden'] = 'true';
  const spoken = parts.map(textIn).join(' ').replace(/\s+/g, ' ');
  element.children.push({
    type: 'element',
    tagName: 'span',
    properties: { className: ['gb-spoken'] },
    children: [{ type: 'text', value: spoken }],
  });
}

/** Takes the TeX out of formulas' MathML: it says nothing to a reader's software that the MathML does not, and weighs a tenth of a page. */
function dropAnnotations(element: Element): void {
  if (element.tagName !== 'semantics') return;
  element.children = element.children.filter((child) => child.type !== 'element' || child.tagName !== 'annotation');
}

/** Keeps formulas out of the search index (they read as noise), makes tables scroll, and names footnotes in the reader's language. */
export function finishTree(tree: Root, lang: Lang): void {
  for (const element of elements(tree)) {
    if (classesOf(element).includes('katex')) element.properties['dataPagefindIgnore'] = 'all';
    nameFootnotes(element, lang);
    dropAnnotations(element);
    nameHeads(element);
  }
  wrapTables(tree);
}

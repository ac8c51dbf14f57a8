/** Last touches on a chapter's HTML tree, after the formulas are drawn. */
import type { Element, ElementContent, Root, RootContent } from 'hast';
import { siteText } from '../../i18n/site';
import type { Lang } from '../../i18n/text';
import { flattenFormula } from './flatten-formulas';
import { classesOf } from './formula-parts';

function* elements(node: Root | RootContent): Generator<Element> {
  if (node.type === 'element') yield node;
  if (!('children' in node)) return;
  for (const child of node.children) yield* elements(child);
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

const CLOSING = /^[,.;:!?)\]\u2019\u201d\u3001\u3002\u300b\u300d\uff01\uff09\uff0c\uff1a\uff1b\uff1f]+/;
const OPENING = /[([\u2018\u201c\u300a\u300c\uff08]+$/;

/** Cuts what a pattern finds off a neighbour's text. */
function cut(node: RootContent | undefined, pattern: RegExp): string {
  if (node?.type !== 'text') return '';
  const found = pattern.exec(node.value)?.[0] ?? '';
  node.value = node.value.replace(pattern, '');
  return found;
}

/** Where a long formula may break once it is kept in one piece with its punctuation: between KaTeX's own pieces. */
function markBreaks(formula: Element): void {
  for (const part of elements(formula)) {
    if (!classesOf(part).includes('katex-html')) continue;
    part.children = part.children.flatMap((child, i) =>
      i === 0 ? [child] : [{ type: 'element', tagName: 'wbr', properties: {}, children: [] }, child],
    );
  }
}

/** A formula, or a number that was measured and is written as one. */
function holdsFormula(child: ElementContent): child is Element {
  if (child.type !== 'element') return false;
  const classes = classesOf(child);
  return (
    classes.includes('katex') || (classes.includes('gb-measured') && [...elements(child)].some((one) => classesOf(one).includes('katex')))
  );
}

/** A browser may break a line beside a formula even where the punctuation forbids it, so both go into one piece. */
function keepPunctuation(parent: Element): void {
  if (classesOf(parent).includes('gb-together')) return;
  parent.children = parent.children.flatMap((child, i, all): ElementContent[] => {
    if (!holdsFormula(child)) return [child];
    const [before, after] = [cut(all[i - 1], OPENING), cut(all[i + 1], CLOSING)];
    if (before === '' && after === '') return [child];
    markBreaks(child);
    const texts = (value: string): ElementContent[] => (value === '' ? [] : [{ type: 'text', value }]);
    const children = [...texts(before), child, ...texts(after)];
    return [{ type: 'element', tagName: 'span', properties: { className: ['gb-together'] }, children }];
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
  const parts = formulas.flatMap((formula) => [...elements(formula)]).filter(({ tagName }) => tagName === 'math');
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

/** Makes tables scroll, keeps formulas with their punctuation, and names footnotes and heads of tables for every reader. */
export function finishTree(tree: Root, lang: Lang): void {
  // First of all: what follows reads the text of formulas.
  for (const element of elements(tree)) dropAnnotations(element);
  for (const element of elements(tree)) {
    nameFootnotes(element, lang);
    nameHeads(element);
    keepPunctuation(element);
  }
  // Last of all: what comes before knows KaTeX's own parts.
  for (const element of [...elements(tree)]) if (classesOf(element).includes('katex')) flattenFormula(element);
  wrapTables(tree);
}

/** What of a built page is searched: its title, and its text under each heading. Runs in the build. */
import type { Element, Root, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';

/** A stretch of a page that an address leads to. */
export interface Place {
  /** Without "#"; empty for what stands before the first heading. */
  readonly anchor: string;
  readonly heading: string;
  readonly text: string;
}

/** A page as it is searched. */
export interface PageTexts {
  readonly url: string;
  readonly title: string;
  readonly places: readonly Place[];
}

const SKIPPED_TAGS = new Set(['script', 'style', 'nav', 'footer', 'template', 'svg', 'glassbox-demo', 'glassbox-challenge', 'site-search']);
/** What is said a second time beside the text: a term's meaning, a column's name, where a term is used. */
const SKIPPED_CLASSES = ['gb-meaning', 'gb-spoken', 'gb-glossary-chapters', 'sr-only'];
const INLINE = new Set('a abbr b code del dfn em i kbd mark s small span strong sub sup u wbr'.split(' '));
/** Longer formulas read as noise. */
const LONGEST_FORMULA = 24;

function classesOf({ properties: { className } }: Element): readonly (string | number)[] {
  return Array.isArray(className) ? className : [];
}

function isElement(node: Root | RootContent, tag: string): node is Element {
  return node.type === 'element' && node.tagName === tag;
}

function find(node: Root | RootContent, tag: string): Element | undefined {
  if (isElement(node, tag)) return node;
  if (!('children' in node)) return undefined;
  for (const child of node.children) {
    const found = find(child, tag);
    if (found !== undefined) return found;
  }
  return undefined;
}

function allText(node: RootContent): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(allText).join('') : '';
}

/** A short formula in a line by its signs, "1×1"; others are left out. */
function formulaText(formula: Element): string {
  const math = find(formula, 'math');
  const text = math === undefined || math.properties['display'] === 'block' ? '' : allText(math).replace(/\s+/g, '');
  return text.length > LONGEST_FORMULA ? ' ' : text;
}

/** A node's text, its blocks set apart by spaces. */
function textOf(node: RootContent): string {
  if (node.type === 'text') return node.value;
  if (node.type !== 'element' || SKIPPED_TAGS.has(node.tagName)) return '';
  const classes = classesOf(node);
  if (SKIPPED_CLASSES.some((name) => classes.includes(name))) return '';
  if (classes.includes('katex')) return formulaText(node);
  const text = node.children.map(textOf).join('');
  return INLINE.has(node.tagName) ? text : ` ${text} `;
}

function tidy(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\s\u200b\u2060]+/g, ' ')
    .trim();
}

/** A heading with an address, or an entry of a list of terms; the heading's words are its first line. */
function headingOf(node: Element): Element | undefined {
  if (node.properties['id'] === undefined) return undefined;
  if (/^h[2-6]$/.test(node.tagName)) return node;
  return node.tagName === 'div' ? node.children.filter((child) => isElement(child, 'dt'))[0] : undefined;
}

/** Reads a page's HTML. Undefined where there is nothing to read. */
export function readPageTexts(html: string, url: string): PageTexts | undefined {
  const main = find(fromHtml(html), 'main');
  const h1 = main === undefined ? undefined : find(main, 'h1');
  if (main === undefined || h1 === undefined) return undefined;
  const places: { anchor: string; heading: string; text: string }[] = [{ anchor: '', heading: '', text: '' }];
  const add = (text: string): void => {
    const last = places.at(-1);
    if (last !== undefined) last.text += text;
  };
  const visit = (node: RootContent): void => {
    if (node === h1) return;
    if (node.type !== 'element' || INLINE.has(node.tagName) || SKIPPED_TAGS.has(node.tagName)) return add(textOf(node));
    const heading = headingOf(node);
    if (heading !== undefined) {
      places.push({ anchor: String(node.properties['id']), heading: tidy(textOf(heading)), text: '' });
      if (heading === node) return;
    }
    if (classesOf(node).some((name) => name === 'katex' || SKIPPED_CLASSES.includes(String(name)))) return add(textOf(node));
    add(' ');
    for (const child of node.children) if (child !== heading) visit(child);
    add(' ');
  };
  main.children.forEach(visit);
  return { url, title: tidy(textOf(h1)), places: places.map((place) => ({ ...place, text: tidy(place.text) })) };
}

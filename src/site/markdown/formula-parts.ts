/** What KaTeX's HTML is made of, as far as it is taken apart: classes, lengths in em, sizes. */
import type { Element, ElementContent } from 'hast';

export type Style = ReadonlyMap<string, string>;

export function classesOf({ properties: { className } }: Element): readonly string[] {
  // Elements that our own steps made name their class in one word.
  return Array.isArray(className) ? className.map(String) : typeof className === 'string' ? [className] : [];
}

export function has(node: ElementContent | undefined, name: string): node is Element {
  return node?.type === 'element' && classesOf(node).includes(name);
}

export function isElement(node: ElementContent): node is Element {
  return node.type === 'element';
}

export function styleOf({ properties: { style } }: Element): Style {
  const pairs = String(style ?? '')
    .split(';')
    .map((pair) => pair.split(':').map((part) => part.trim()));
  return new Map(pairs.flatMap(([name = '', value = '']): [string, string][] => (name === '' ? [] : [[name, value]])));
}

/** A length of a style in em; 0 where it is not given. */
export function em(style: Style, name: string): number {
  return parseFloat(style.get(name) ?? '0');
}

function short(value: number): string {
  return String(Number(value.toFixed(3))).replace(/^(-?)0\./, '$1.');
}

/** Adds lengths, in em of the element's own letters, to those of its style. */
export function addLengths(element: Element, lengths: Readonly<Record<string, number>>): void {
  const style = new Map(styleOf(element));
  for (const [name, value] of Object.entries(lengths)) {
    const sum = em(style, name) + value;
    if (Math.abs(sum) < 0.00005) style.delete(name);
    else style.set(name, `${short(sum)}em`);
  }
  setStyle(element, style);
}

export function setStyle(element: Element, style: Style): void {
  if (style.size === 0) delete element.properties['style'];
  else element.properties['style'] = [...style].map(([name, value]) => `${name}:${value}`).join(';');
}

/** TeX's eleven sizes of letters. */
const SIZES = [0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.2, 1.44, 1.728, 2.074, 2.488];

/** How large an element's letters are, against those around it. */
export function scaleOf(element: Element): number {
  const names = classesOf(element).join(' ');
  const match = /\breset-size(\d+) size(\d+)\b/.exec(names);
  if (match === null || !/\b(?:katex-sizing|fontsize-ensurer)\b/.test(names)) return 1;
  return (SIZES[Number(match[2]) - 1] ?? 1) / (SIZES[Number(match[1]) - 1] ?? 1);
}

export function span(className: readonly string[], children: ElementContent[]): Element {
  return { type: 'element', tagName: 'span', properties: className.length === 0 ? {} : { className: [...className] }, children };
}

/**
 * Words that stand out too little from what they stand on. Computed here and not by axe, which says of most words of a demo's frame that
 * it cannot tell their ground.
 */
import type { Page } from '@playwright/test';

export interface Contrasts {
  /** How many texts were looked at. */
  readonly read: number;
  /** Those too faint, each with its contrast; of many that are styled alike the first few. */
  readonly faint: readonly string[];
}

/**
 * All visible texts of a page, those in fields too, whose contrast with their ground is below what WCAG 2.2 (1.4.3) asks for: 4.5, and 3
 * where letters are large. Grounds are those of the elements around, one over the other, faded with them; in a picture the shapes drawn
 * under the middle of the words, or the halo that the words bring along. Disabled controls are exempt.
 */
export function faintWords(page: Page, within = 'body'): Promise<Contrasts> {
  return page.evaluate((selector) => {
    type Colour = readonly [r: number, g: number, b: number, a: number];
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    if (canvas === null) throw new Error('no canvas');
    const parsed = new Map<string, Colour>();
    const parse = (colour: string): Colour => {
      const known = parsed.get(colour);
      if (known !== undefined) return known;
      const before = '#010203';
      canvas.fillStyle = before;
      canvas.fillStyle = colour;
      if (canvas.fillStyle === before && colour !== before) throw new Error(`"${colour}" is no colour`);
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillRect(0, 0, 1, 1);
      const [r = 0, g = 0, b = 0, a = 0] = canvas.getImageData(0, 0, 1, 1).data;
      const made: Colour = [r, g, b, a / 255];
      parsed.set(colour, made);
      return made;
    };
    const over = ([r, g, b, a]: Colour, [r0, g0, b0]: Colour, opacity = 1): Colour => {
      const share = a * opacity;
      const mix = (top: number, below: number): number => top * share + below * (1 - share);
      return [mix(r, r0), mix(g, g0), mix(b, b0), 1];
    };
    const luminance = ([r, g, b]: Colour): number => {
      const [x = 0, y = 0, z = 0] = [r, g, b].map((value) => {
        const share = value / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * x + 0.7152 * y + 0.0722 * z;
    };
    const probe = document.body.appendChild(document.createElement('p'));
    probe.style.cssText = 'forced-color-adjust: none; background: Canvas';
    const sheet = parse(getComputedStyle(probe).backgroundColor);
    probe.remove();
    const isDrawn = (element: Element): boolean => element instanceof SVGElement && !(element instanceof SVGSVGElement);
    const grounds = new Map<Element, Colour>();
    /** The ground of an element before it is faded. */
    const groundOf = (element: Element | null): Colour => {
      if (element === null) return sheet;
      const known = grounds.get(element);
      if (known !== undefined) return known;
      const below = groundOf(element.parentElement);
      const made = isDrawn(element) ? below : over(parse(getComputedStyle(element).backgroundColor), below);
      grounds.set(element, made);
      return made;
    };
    /** What is seen of words and of their ground: both fade with the elements around, over what those stand on. */
    const seen = (element: Element, words: Colour, ground: Colour): readonly [Colour, Colour] => {
      let [top, under] = [words, ground];
      for (let at: Element | null = element; at !== null; at = at.parentElement) {
        const opacity = Number(getComputedStyle(at).opacity);
        if (opacity === 1) continue;
        // A faded part of a drawing brings no ground along.
        const below = isDrawn(at) ? under : groundOf(at.parentElement);
        [top, under] = [over(top, below, opacity), isDrawn(at) ? under : over(under, below, opacity)];
      }
      return [top, under];
    };
    const opacityOf = (element: Element | null): number =>
      element === null ? 1 : Number(getComputedStyle(element).opacity) * opacityOf(element.parentElement);
    const shapes = new Map<SVGSVGElement, readonly (readonly [SVGGeometryElement, DOMRect])[]>();
    const shapesOf = (svg: SVGSVGElement) => {
      const kinds = ':is(rect, circle, ellipse, path, polygon):not(clipPath *, mask *, defs *, pattern *)';
      const known =
        shapes.get(svg) ??
        Array.from(svg.querySelectorAll<SVGGeometryElement>(kinds), (shape) => [shape, shape.getBoundingClientRect()] as const);
      shapes.set(svg, known);
      return known;
    };
    const covers = (shape: SVGGeometryElement, x: number, y: number): boolean => {
      const placed = shape.getScreenCTM();
      return placed !== null && shape.isPointInFill(new DOMPoint(x, y).matrixTransform(placed.inverse()));
    };
    /** What words of a picture stand on. */
    const drawnUnder = (text: SVGElement): Colour => {
      const style = getComputedStyle(text);
      const around = groundOf(text);
      if (style.stroke !== 'none' && style.paintOrder.startsWith('stroke')) return over(parse(style.stroke), around);
      const svg = text.ownerSVGElement;
      const box = text.getBoundingClientRect();
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      return (svg === null ? [] : shapesOf(svg)).reduce((below, [shape, { left, right, top, bottom }]) => {
        const near = x > left && x < right && y > top && y < bottom;
        if (!near || (shape.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING) === 0) return below;
        const { fill, fillOpacity, visibility } = getComputedStyle(shape);
        if (fill === 'none' || fill.startsWith('url(') || visibility === 'hidden' || !covers(shape, x, y)) return below;
        return over(parse(fill), below, Number(fillOpacity) * opacityOf(shape));
      }, around);
    };
    const FIELD = 'select, textarea, input:not([type=range], [type=checkbox], [type=radio], [type=file], [type=color], [type=hidden])';
    const OUT = 'script, style, noscript, [disabled], [aria-disabled="true"], option, math, .gb-visually-hidden, .sr-only';
    let read = 0;
    const faint: string[] = [];
    for (const element of document.querySelectorAll(`${selector}, ${selector} *`)) {
      const own =
        element.matches(FIELD) ||
        Array.from(element.childNodes).some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== '');
      if (!own || element.closest(OUT) !== null) continue;
      const box = element.getBoundingClientRect();
      const style = getComputedStyle(element);
      if (box.width < 2 || box.height < 2 || element.getClientRects().length === 0) continue;
      if (style.visibility === 'hidden' || opacityOf(element) === 0) continue;
      const drawn = element instanceof SVGElement;
      const standing = drawn ? drawnUnder(element) : groundOf(element);
      const plain = over(parse(drawn ? style.fill : style.color), standing, drawn ? Number(style.fillOpacity) : 1);
      const [colour, ground] = seen(element, plain, standing);
      const [a, b] = [luminance(colour), luminance(ground)];
      const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
      const matrix = element instanceof SVGGraphicsElement ? element.getScreenCTM() : null;
      const size = Number.parseFloat(style.fontSize) * (matrix === null ? 1 : Math.hypot(matrix.a, matrix.b));
      const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
      read++;
      if (contrast < (large ? 3 : 4.5) && faint.length < 20) {
        const words = (element.textContent ?? '').trim().slice(0, 30);
        faint.push(`${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''} "${words}": ${contrast.toFixed(2)}`);
      }
    }
    return { read, faint };
  }, within);
}

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
 * All visible texts of a page whose contrast with their ground is below what WCAG 2.2 (1.4.3) asks for: 4.5, and 3 where letters are
 * large. Grounds are those of the elements around, one over the other with their opacities; in a picture the last shape drawn under the
 * middle of the words, or the halo that the words bring along.
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
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = colour;
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
    const grounds = new Map<Element, Colour>();
    const groundOf = (element: Element | null): Colour => {
      if (element === null) return sheet;
      const known = grounds.get(element);
      if (known !== undefined) return known;
      const below = groundOf(element.parentElement);
      const made =
        element instanceof SVGElement && !(element instanceof SVGSVGElement)
          ? below
          : over(parse(getComputedStyle(element).backgroundColor), below);
      grounds.set(element, made);
      return made;
    };
    const opacityOf = (element: Element | null): number =>
      element === null ? 1 : Number(getComputedStyle(element).opacity) * opacityOf(element.parentElement);
    const shapes = new Map<SVGSVGElement, readonly (readonly [Element, DOMRect])[]>();
    const shapesOf = (svg: SVGSVGElement) => {
      const known =
        shapes.get(svg) ?? Array.from(svg.querySelectorAll('rect, circle'), (shape) => [shape, shape.getBoundingClientRect()] as const);
      shapes.set(svg, known);
      return known;
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
        const under =
          x > left && x < right && y > top && y < bottom && (shape.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING) > 0;
        if (!under) return below;
        const { fill, fillOpacity } = getComputedStyle(shape);
        return fill === 'none' ? below : over(parse(fill), below, Number(fillOpacity) * opacityOf(shape));
      }, around);
    };
    let read = 0;
    const faint: string[] = [];
    for (const element of document.querySelectorAll(`${selector}, ${selector} *`)) {
      const own = Array.from(element.childNodes).some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== '');
      if (!own || element.closest('script, style, noscript, [disabled], option, .katex-mathml, .gb-visually-hidden, .sr-only') !== null)
        continue;
      const box = element.getBoundingClientRect();
      const style = getComputedStyle(element);
      if (box.width < 2 || box.height < 2 || element.getClientRects().length === 0 || style.visibility === 'hidden') continue;
      const svg = element instanceof SVGElement;
      const ground = svg ? drawnUnder(element) : groundOf(element);
      const colour = over(parse(svg ? style.fill : style.color), ground, opacityOf(element) * (svg ? Number(style.fillOpacity) : 1));
      const [a, b] = [luminance(colour), luminance(ground)];
      const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
      const size = Number.parseFloat(style.fontSize);
      const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
      read++;
      // Disabled controls are exempt, and say so by their state.
      if (contrast < (large ? 3 : 4.5) && faint.length < 20)
        faint.push(
          `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''} "${(element.textContent ?? '').trim().slice(0, 30)}": ${contrast.toFixed(2)}`,
        );
    }
    return { read, faint };
  }, within);
}

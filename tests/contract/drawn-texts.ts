/** Where the words of a drawing stand, worked out from its markup: widths are the estimates of parts/words, which pictures are composed by. */
import { textWidth } from '../../src/views/parts/words';

export interface DrawnText {
  readonly text: string;
  /** In the drawing's units. */
  readonly left: number;
  readonly right: number;
  /** The line that the letters stand on. */
  readonly baseline: number;
  readonly size: number;
}

interface Place {
  readonly dx: number;
  readonly dy: number;
  readonly anchor: string;
  readonly hidden: boolean;
}

const USUAL = 12;
const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };

function attributesOf(tag: string): Readonly<Record<string, string>> {
  return Object.fromEntries([...tag.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]));
}

/** How far an element moves what is in it; a turned or scaled group is no place for words, and is refused. */
function movedBy(name: string, attributes: Readonly<Record<string, string>>): readonly [number, number] {
  const { transform } = attributes;
  if (name === 'svg') {
    const [x0 = 0, y0 = 0] = (attributes['viewBox'] ?? '0 0').split(/[ ,]+/).map(Number);
    return [Number(attributes['x'] ?? 0) - x0, Number(attributes['y'] ?? 0) - y0];
  }
  const [, x, y] = /^translate\(([^,)]+)(?:,([^)]+))?\)$/.exec(transform ?? '') ?? [];
  if (transform !== undefined && x === undefined) return [NaN, NaN];
  return [Number(x ?? 0), Number(y ?? 0)];
}

/** A length in units or, of `dy`, in the text's own size. */
function lengthOf(value: string | undefined, size: number): number {
  if (value === undefined) return 0;
  return value.endsWith('em') ? Number.parseFloat(value) * size : Number(value);
}

/** All texts that can be seen, with where they begin and end. Words that only a screen reader gets are left out. */
export function drawnTexts(svg: string): DrawnText[] {
  const places: Place[] = [{ dx: 0, dy: 0, anchor: 'start', hidden: false }];
  const texts: DrawnText[] = [];
  let open: { readonly attributes: Readonly<Record<string, string>>; readonly place: Place; words: string } | undefined;
  for (const [token, closing, name = '', rest = ''] of svg.matchAll(/<(\/?)([a-zA-Z]+)([^>]*)>|[^<]+/g)) {
    if (!token.startsWith('<')) {
      if (open !== undefined) open.words += token.replace(/&[#\w]+;/g, (entity) => ENTITIES[entity] ?? '?');
      continue;
    }
    if (closing === '/') {
      places.pop();
      if (name !== 'text' || open === undefined) continue;
      const { attributes, place, words } = open;
      const size = Number(attributes['font-size'] ?? USUAL);
      const long = (textWidth(words) * size) / USUAL;
      const anchor = attributes['text-anchor'] ?? place.anchor;
      const x = place.dx + Number(attributes['x'] ?? 0) + lengthOf(attributes['dx'], size);
      const left = anchor === 'end' ? x - long : anchor === 'middle' ? x - long / 2 : x;
      const baseline = place.dy + Number(attributes['y'] ?? 0) + lengthOf(attributes['dy'], size);
      if (!place.hidden && words.trim() !== '') texts.push({ text: words, left, right: left + long, baseline, size });
      open = undefined;
      continue;
    }
    const attributes = attributesOf(rest);
    const above = places.at(-1) ?? { dx: 0, dy: 0, anchor: 'start', hidden: false };
    const [dx, dy] = movedBy(name, attributes);
    const place = {
      dx: above.dx + dx,
      dy: above.dy + dy,
      anchor: attributes['text-anchor'] ?? above.anchor,
      hidden: above.hidden || name === 'title' || (attributes['class'] ?? '').includes('gb-visually-hidden'),
    };
    if (rest.endsWith('/')) continue;
    places.push(place);
    if (name === 'text') open = { attributes, place, words: '' };
  }
  return texts;
}

/** What a word may stand over the edge of a drawing, since widths are estimates. */
export const EDGE = 3;

/** Whether two words lie on one another, by more than estimates are wrong. */
export function clash(one: DrawnText, other: DrawnText): boolean {
  const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const apart = Math.abs(one.baseline - other.baseline);
  return (
    across > 4 &&
    apart < 0.7 * Math.min(one.size, other.size) &&
    !(one.text === other.text && across > 0 && apart === 0 && one.left === other.left)
  );
}

/** Words that are cut off by the edges of a drawing, and words on other words. */
export function faultsOf(svg: string, width: number, height: number): string[] {
  const texts = drawnTexts(svg);
  const outside = texts.filter(
    ({ left, right, baseline, size }) => !(left >= -EDGE && right <= width + EDGE && baseline >= 0.6 * size && baseline <= height + EDGE),
  );
  return [
    ...outside.map(({ text, left, right, baseline }) => `"${text}" is cut off: ${[left, right, baseline].map(Math.round).join(', ')}`),
    ...texts.flatMap((one, i) =>
      texts.slice(i + 1).flatMap((other) => (clash(one, other) ? [`"${one.text}" lies on "${other.text}"`] : [])),
    ),
  ];
}

/** The place of a demo in a chapter's HTML, before the frame is put there. */
import type { Values } from '../../demos/declaration';

export interface DemoPlace {
  readonly demo: string;
  readonly values: Values;
  readonly seed: number;
  /** The step of its recorded run at which the figure opens; absent: at the beginning. */
  readonly step?: number;
  /** The anchor, `fig-…`. */
  readonly anchor: string;
  /** "图 1.2" · "Figure 1.2". */
  readonly label: string;
}

export const PLACE_TAG = 'glassbox-place';
const PLACE = new RegExp(`<${PLACE_TAG} data-place="([^"]*)">([\\s\\S]*?)</${PLACE_TAG}>`, 'g');

/** A place as an attribute's text without any character that HTML escapes. */
export function encodePlace(place: DemoPlace): string {
  return encodeURIComponent(JSON.stringify(place));
}

function isPlace(value: unknown): value is DemoPlace {
  return typeof value === 'object' && value !== null && ['demo', 'values', 'seed', 'anchor', 'label'].every((key) => key in value);
}

function decodePlace(text: string): DemoPlace {
  const place: unknown = JSON.parse(decodeURIComponent(text));
  if (!isPlace(place)) throw new Error(`not the place of a demo: ${text}`);
  return place;
}

export type HtmlPart = { readonly html: string } | { readonly place: DemoPlace; readonly caption: string };

/** Splits a page's HTML at the places of its demos; the parts in between need not be balanced by themselves. */
export function splitAtPlaces(html: string): readonly HtmlPart[] {
  const parts: HtmlPart[] = [];
  let end = 0;
  for (const match of html.matchAll(PLACE)) {
    parts.push({ html: html.slice(end, match.index) });
    parts.push({ place: decodePlace(match[1] ?? ''), caption: match[2] ?? '' });
    end = match.index + match[0].length;
  }
  return [...parts, { html: html.slice(end) }];
}

/** Drawings of the site's own that a `:::figure` may hold, `drawing=name`, and their places in a chapter's HTML. */

/** The drawings that there are: each has a component in `MarkdownContent.astro`. */
export const DRAWING_NAMES = ['tent'] as const;
export type DrawingName = (typeof DRAWING_NAMES)[number];

export const DRAWING_TAG = 'glassbox-drawing-place';
const PLACE = new RegExp(`<${DRAWING_TAG} data-drawing="([^"]*)"></${DRAWING_TAG}>`, 'g');

/** True for a name of the list above. */
export function isDrawingName(name: unknown): name is DrawingName {
  return DRAWING_NAMES.some((one) => one === name);
}

export type DrawnPart = { readonly html: string } | { readonly drawing: DrawingName };

/** Splits HTML at the places of its drawings; the parts in between need not be balanced by themselves. */
export function splitAtDrawings(html: string): readonly DrawnPart[] {
  const parts: DrawnPart[] = [];
  let end = 0;
  for (const match of html.matchAll(PLACE)) {
    const [whole, drawing] = match;
    if (!isDrawingName(drawing)) continue;
    parts.push({ html: html.slice(end, match.index) }, { drawing });
    end = match.index + whole.length;
  }
  return [...parts, { html: html.slice(end) }];
}

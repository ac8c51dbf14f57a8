/** Where the parts of the picture stand, side by side where there is room, else below one another. */

/** Maps in rows. */
export interface Block {
  readonly x: number;
  readonly y: number;
  /** Side of a map. */
  readonly map: number;
  readonly gap: number;
  readonly perRow: number;
}

export interface Layout {
  readonly image: Block;
  readonly before: Block;
  readonly after: Block;
  readonly maps: Block;
  readonly arithmetic: { readonly y: number; readonly width: number };
  readonly counts: { readonly x: number; readonly y: number; readonly width: number };
}

/** Room for the titles above maps. */
const TITLE = 20;

/** Places everything in a width of user units. */
export function layoutOf(width: number): Layout {
  if (width >= 560) {
    const map = (width - 40) / 10 - 5;
    const row = 4 * (map + 5);
    const right = 0.6 * width;
    return {
      image: { x: 0, y: TITLE, map: 2 * map + 5, gap: 5, perRow: 1 },
      before: { x: 2 * map + 30, y: TITLE, map, gap: 5, perRow: 4 },
      after: { x: width - row + 5, y: TITLE, map, gap: 5, perRow: 4 },
      arithmetic: { y: 168, width: right - 10 },
      maps: { x: right, y: 168, map: (width - right) / 4 - 5, gap: 5, perRow: 4 },
      counts: { x: right, y: 280, width: width - right - 5 },
    };
  }
  const map = (width - 3 * 5) / 6 - 5;
  const rows = (at: number): number => TITLE + at * (2 * map + TITLE + 14);
  return {
    image: { x: 0, y: TITLE, map: 2 * map, gap: 5, perRow: 1 },
    before: { x: 2 * map + 15, y: TITLE, map, gap: 5, perRow: 4 },
    after: { x: 2 * map + 15, y: rows(1), map, gap: 5, perRow: 4 },
    maps: { x: 0, y: rows(2), map: width / 4 - 5, gap: 5, perRow: 4 },
    arithmetic: { y: rows(2) + width / 4 + 50, width },
    counts: { x: 0, y: rows(2) + width / 4 + 330, width },
  };
}

/** The tent function put into itself, as a drawing: its graph, and the folding of [0, 1] layer by layer. Pure: the build and the page draw alike. */
import { at } from '../../base/at';
import { tentText } from '../../i18n/tent';
import { fill, type Lang } from '../../i18n/text';

/** How often the tent may be put into itself, and how often it is where nothing is chosen. */
export const MOST_TIMES = 10;
export const FIRST_TIMES = 3;

/** Sizes of both pictures in user units. */
export const TENT_SIZE = { width: 300, height: 236 } as const;
/** The graph, and the strip's rows. */
const [LEFT, TOP, SIDE] = [24, 10, 200];
/** How much wider than high the graph is. */
const WIDER = 1.3;
const STRIP = { left: 84, right: 286, bottom: 230 } as const;
/** How far a turn reaches beyond the strip for each ply that it spans, and at most. */
const [TURN, WIDEST_TURN] = [2.5, 11];

/** The axes of the graph, and where their words stand. */
export const TENT_AXES = {
  path: `M${LEFT},${TOP + SIDE}H${LEFT + WIDER * SIDE}M${LEFT},${TOP + SIDE}V${TOP}`,
  left: LEFT,
  right: LEFT + WIDER * SIDE,
  top: TOP + 4,
  below: TOP + SIDE + 16,
} as const;

/** T(x) = 2 ReLU(x) − 4 ReLU(x − 1/2): on [0, 1] a tent from 0 through 1 at one half back to 0. */
export function tent(x: number): number {
  return 2 * Math.max(0, x) - 4 * Math.max(0, x - 0.5);
}

/** T put into itself `times` in all. */
export function tentTimes(x: number, times: number): number {
  let value = x;
  for (let i = 0; i < times; i++) value = tent(value);
  return value;
}

/** What a drawing of so many times counts. */
export interface TentCounts {
  /** Straight pieces on [0, 1]: 2^k. */
  readonly pieces: number;
  /** Hidden neurons of a deep network: k layers of 2. */
  readonly deep: number;
  /** Hidden neurons that a single layer needs at least, one a kink: 2^k − 1. */
  readonly wide: number;
}

export function tentCounts(times: number): TentCounts {
  const pieces = 2 ** times;
  return { pieces, deep: 2 * times, wide: pieces - 1 };
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}

/** The graph over [0, 1]: straight lines between its kinks, which are the multiples of 1 / 2^k, exact in binary. */
function graphOf(times: number): string {
  const { pieces } = tentCounts(times);
  const places = Array.from({ length: pieces + 1 }, (_, i) => {
    const x = i / pieces;
    return `${tenth(LEFT + WIDER * x * SIDE)},${tenth(TOP + (1 - tentTimes(x, times)) * SIDE)}`;
  });
  return `M${places.join('L')}`;
}

/** A row of the folding: where it stands, and the strip in it. */
interface Row {
  readonly plies: number;
  readonly y: number;
  readonly path: string;
}

/**
 * Where the pieces of a strip lie after so many folds in the middle, the right half over the left each time: the height of each ply, from
 * 0 at the top, in the order of the strip. The ply that was at height h keeps it with its left half; its right half comes to lie over all.
 */
export function foldedHeights(folds: number): readonly number[] {
  let heights: readonly number[] = [0];
  for (let fold = 0; fold < folds; fold++) {
    const last = 2 * heights.length - 1;
    // Every other ply is gone through from the right.
    heights = heights.flatMap((height, ply) => (ply % 2 === 0 ? [height, last - height] : [last - height, height]));
  }
  return heights;
}

/** The strip after 0, 1, … `times` folds, seen from its edge. */
function rowsOf(times: number): readonly Row[] {
  const height = (STRIP.bottom - TOP) / (times + 1);
  return Array.from({ length: times + 1 }, (_, fold) => {
    const heights = foldedHeights(fold);
    const plies = heights.length;
    // While there are few, plies stand 5 apart, so that they can be told apart; later they fill what room there is.
    const room = Math.min(height - 6, 5 * (plies - 1));
    const middle = TOP + (fold + 0.5) * height;
    const level = (one: number): number => tenth(middle - room / 2 + (plies === 1 ? 0 : (one / (plies - 1)) * room));
    const path = heights.map((here, ply) => {
      const [end, outwards] = ply % 2 === 0 ? [STRIP.right, 1] : [STRIP.left, -1];
      const next = heights[ply + 1];
      if (next === undefined) return `H${end}`;
      const beyond = tenth(end + outwards * Math.min(WIDEST_TURN, TURN * Math.abs(next - here)));
      return `H${end}C${beyond},${level(here)} ${beyond},${level(next)} ${end},${level(next)}`;
    });
    return { plies, y: tenth(middle + 4), path: `M${STRIP.left},${level(at(heights, 0))}${path.join('')}` };
  });
}

/** All that changes in the drawing with k. */
export interface TentDrawing {
  readonly graph: string;
  /** Thinner where pieces stand close, so that what cannot be told apart is a tone and no block. */
  readonly strokeWidth: number;
  readonly strip: string;
  readonly rows: readonly { readonly y: number; readonly words: string }[];
  readonly curve: string;
  readonly folds: string;
  readonly counts: string;
}

/** The drawing for k `times`, with its words. */
export function drawTent(times: number, lang: Lang): TentDrawing {
  const counts = tentCounts(times);
  const rows = rowsOf(times);
  const list = rows.map(({ plies }) => plies).join(lang === 'zh' ? '、' : ', ');
  return {
    graph: graphOf(times),
    strokeWidth: Math.min(1.5, tenth(1000 / counts.pieces) / 10),
    strip: rows.map(({ path }) => path).join(''),
    rows: rows.map(({ plies, y }) => ({ y, words: fill(tentText[plies === 1 ? 'ply' : 'plies'][lang], { plies }) })),
    curve: fill(tentText.curve[lang], { k: times, pieces: counts.pieces }),
    folds: fill(tentText.folds[lang], { k: times, plies: list }),
    counts: fill(tentText.counts[lang], { k: times, ...counts }),
  };
}

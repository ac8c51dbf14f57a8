/**
 * How much room the blocks of a chapter take, as well as it can be said without a browser: what is far from the screen is not laid out
 * (styles/later.css) and has the height that follows from these numbers until it is. `--w` is the width of a block's text in em, as if
 * it were one line; `--n` how many paragraphs that is; `--e` what is there besides lines, in rem.
 */
import type { Element, Nodes, Root } from 'hast';
import { PLACE_TAG } from './demo-place';
import { classesOf, em, isElement, scaleOf, setStyle, styleOf } from './formula-parts';

/** Widths in em of the usual fonts without serifs: signs of Chinese fill a square, others on average this. */
const WIDE = /[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\u2014\u2018\u2019\u201c\u201d\u2026]/u;
const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/[\s.,:;'!|ijltfr()[\]]/, 0.29],
  [/[mwMW%@]/, 0.86],
  [/[A-Z]/, 0.67],
  [/\p{Mn}/u, 0],
];
const OTHERS = 0.54;
/** Letters of formulas are as much larger than those around them. */
const FORMULA = 1.21;
/** Rem between paragraphs of a box, between points of a list, around the text of a box, around a formula on its own lines. */
const GAP = 1.1;
const POINT_GAP = 0.25;
const BOX = 1.8;
const EQUATION = 0.77;
const ROW = 1;
/** Rem that the button of a prediction takes. */
const PREDICTION = 2.75;
/** Em that a paragraph counts at least where there are several: its line is a line however little it says. */
const LEAST = 11;
/** One em of the text in rem. */
const TEXT = 1.0625;

const HIDDEN = new Set(['gb-meaning', 'gb-spoken']);

function widthOfText(text: string, zh: boolean): number {
  let width = 0;
  for (const sign of text.replace(/\s+/g, ' ')) {
    const known = WIDE.test(sign) && (zh || sign > '\u2e7f') ? 1 : WIDTHS.find(([signs]) => signs.test(sign))?.[1];
    width += known ?? OTHERS;
  }
  return width;
}

/** The width in em of what stands in lines. */
function widthOf(node: Nodes, zh: boolean): number {
  if (node.type === 'text') return widthOfText(node.value, zh);
  if (!('children' in node)) return 0;
  if (node.type !== 'element') return node.children.reduce((sum, child) => sum + widthOf(child, zh), 0);
  const classes = classesOf(node);
  if (node.tagName === 'math' || classes.some((name) => HIDDEN.has(name))) return 0;
  const style = styleOf(node);
  const inside = node.children.map((child) => widthOf(child, zh));
  // Of what stands over one another the widest counts.
  const width = classes.includes('gb-stack') ? Math.max(...inside) : inside.reduce((sum, one) => sum + one, 0);
  const margins = em(style, 'margin-left') + em(style, 'margin-right');
  const scale = classes.includes('katex') ? FORMULA : scaleOf(node);
  return (width + margins) * scale;
}

/** The height in em of a formula on lines of its own: that of its struts. */
function heightOf(formula: Element): number {
  const own = em(styleOf(formula), '--h');
  return Math.max(own, ...formula.children.filter(isElement).map(heightOf));
}

interface Room {
  readonly width: number;
  readonly paragraphs: number;
  readonly besides: number;
}

const together = (rooms: readonly Room[], gap: number): Room => ({
  width: rooms.reduce((sum, { width, paragraphs }) => sum + (paragraphs === 1 ? Math.max(LEAST, width) : width), 0),
  paragraphs: rooms.reduce((sum, { paragraphs }) => sum + paragraphs, 0),
  besides: rooms.reduce((sum, { besides }) => sum + besides, 0) + gap * Math.max(0, rooms.length - 1),
});

const rowsOf = (node: Element): number =>
  node.tagName === 'tr' ? 1 : node.children.filter(isElement).reduce((sum, child) => sum + rowsOf(child), 0);

function roomOf(block: Element, zh: boolean): Room {
  const classes = classesOf(block);
  const children = block.children.filter(isElement);
  const inside = (gap: number): Room =>
    together(
      children.map((child) => roomOf(child, zh)),
      gap,
    );
  if (classes.includes('gb-equation')) return { width: 0, paragraphs: 0, besides: heightOf(block) * FORMULA * TEXT + EQUATION };
  if (block.tagName === 'glassbox-predict') return { width: 0, paragraphs: 0, besides: PREDICTION };
  if (block.tagName === 'table') return { width: widthOf(block, zh), paragraphs: rowsOf(block), besides: rowsOf(block) * ROW };
  if (block.tagName === 'ul' || block.tagName === 'ol') return inside(POINT_GAP);
  if (block.tagName === 'details')
    return together(
      children.slice(0, 1).map((child) => roomOf(child, zh)),
      0,
    );
  if (classes.includes('gb-box')) return { ...inside(GAP), besides: inside(GAP).besides + BOX };
  if (children.some(({ tagName }) => ['p', 'ul', 'ol', 'table', 'div'].includes(tagName))) return inside(GAP);
  return { width: widthOf(block, zh), paragraphs: 1, besides: 0 };
}

const GUESSED = new Set(['p', 'ul', 'ol', 'blockquote', 'section', 'aside', 'div']);

/**
 * Blocks before a figure that are laid out with the page: who jumps to a figure has the screens above it laid out while it is on the
 * screen, and it would move by every line that was guessed wrong.
 */
const BEFORE_FIGURE = 6;

/** Writes into the blocks of a chapter how much room they take. */
export function guessRoom(tree: Root, zh: boolean): void {
  const blocks = tree.children.filter((node) => node.type === 'element');
  for (const [i, block] of blocks.entries()) {
    const isNearFigure = blocks.slice(i + 1, i + 1 + BEFORE_FIGURE).some(({ tagName }) => tagName === PLACE_TAG);
    if (isNearFigure || !GUESSED.has(block.tagName)) continue;
    const { width, paragraphs, besides } = roomOf(block, zh);
    const style = new Map(styleOf(block));
    if (width > 0) style.set('--w', String(Math.round(width)));
    if (paragraphs > 1) style.set('--n', String(paragraphs));
    if (besides > 0) style.set('--e', String(Math.round(besides * 10) / 10));
    setStyle(block, style);
  }
}

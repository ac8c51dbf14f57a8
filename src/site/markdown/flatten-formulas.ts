/**
 * Makes KaTeX's HTML flat: a formula as it comes has an element for every kind of sign, space and strut, and five around every index,
 * so that formulas alone were four fifths of a chapter's elements. What is drawn stays in its place, to the pixel where browsers
 * allow: a space becomes a margin beside it, a strut the base's `::before`, a script a shifted span, what neither moves nor colours
 * anything goes. `styles/formulas.css` holds what the new classes mean.
 */
import type { Element, ElementContent } from 'hast';
import { takeMathml } from './flatten-mathml';
import { addLengths, classesOf, em, has, isElement, scaleOf, setStyle, span, styleOf } from './formula-parts';

/** Classes that no rule of KaTeX's stylesheet is about. */
const NEUTRAL = new Set(
  'mord mrel mbin mopen mclose mpunct minner mop mtight msupsub mfrac text uncramped cramped textstyle displaystyle scriptstyle vlist-s'.split(
    ' ',
  ),
);

type Space = { readonly type: 'space'; readonly width: number };
type Item = ElementContent | Space;

/** The width of an element that is nothing but a space. */
function spaceOf(node: Element): number | undefined {
  const classes = classesOf(node);
  if (classes.includes('nulldelimiter')) return classes.some((name) => name.includes('size')) ? undefined : 0.12;
  if (!classes.includes('mspace') || node.children.length > 0) return undefined;
  const style = styleOf(node);
  return style.size === 1 && style.has('margin-right') ? em(style, 'margin-right') : undefined;
}

/** A box of a vertical list: how far below the line it stands, its margins, and what is in it. */
interface Shifted {
  readonly shift: number;
  readonly left: number;
  readonly right: number;
  readonly content: ElementContent[];
}

function readShifted(box: Element): Shifted | undefined {
  const [strut, ...content] = box.children;
  const style = styleOf(box);
  if (!has(strut, 'pstrut') || !style.has('top')) return undefined;
  return {
    shift: em(style, 'top') + em(styleOf(strut), 'height'),
    left: em(style, 'margin-left'),
    right: em(style, 'margin-right'),
    content,
  };
}

/** The boxes of a vertical list, or nothing where one of them is drawn in another way. */
function readList(list: Element): readonly Shifted[] | undefined {
  const [row] = list.children.filter(isElement);
  const cell = row?.children.filter(isElement)[0];
  if (cell === undefined || !has(cell, 'vlist')) return undefined;
  const boxes = cell.children.filter(isElement).map(readShifted);
  return boxes.every((box) => box !== undefined) ? boxes : undefined;
}

/** One box of a list as one element, shifted from the line. */
function shiftedElement({ shift, left, right, content }: Shifted): Element {
  const flat = flattenAll(content);
  const [only] = flat;
  const element =
    flat.length === 1 && only?.type === 'element' && only.tagName === 'span' && !styleOf(only).has('top') ? only : span([], flat);
  const scale = scaleOf(element);
  addLengths(element, { top: shift / scale, 'margin-left': left / scale, 'margin-right': right / scale });
  return element;
}

/** Indices, exponents, fractions and limits: one box beside the line, or several over one another. */
function flattenList(holder: Element): Element | undefined {
  const [list, ...rest] = holder.children;
  if (rest.length > 0 || !has(list, 'vlist-t')) return undefined;
  const boxes = readList(list);
  if (boxes === undefined) return undefined;
  const elements = boxes.map(shiftedElement);
  const [only] = elements;
  const isScript = classesOf(holder).includes('msupsub');
  if (only !== undefined && elements.length === 1 && isScript) {
    only.properties['className'] = [...classesOf(only), 'gb-shifted'];
    return only;
  }
  const stack = span([...(isScript ? [] : ['gb-centred']), ...classesOf(holder).filter((name) => name === 'mfrac'), 'gb-stack'], elements);
  setStyle(stack, styleOf(holder));
  return stack;
}

/** What an element is drawn by: its parts where it draws nothing itself. */
function flatten(node: ElementContent): readonly Item[] {
  if (node.type !== 'element') return [node];
  const width = spaceOf(node);
  if (width !== undefined) return [{ type: 'space', width }];
  const classes = classesOf(node);
  if (node.tagName !== 'span') return [node];
  if (['msupsub', 'mfrac', 'op-limits'].some((name) => classes.includes(name))) {
    const list = flattenList(node);
    if (list !== undefined) return [list];
  }
  if (classes.includes('vlist-t') || classes.includes('vlist-r') || classes.includes('vlist')) {
    keepList(node);
    return [node];
  }
  const isBare = styleOf(node).size === 0 && classes.every((name) => NEUTRAL.has(name));
  if (isBare && node.children.length > 0) return node.children.flatMap(flatten);
  node.children = flattenAll(node.children);
  const kept = classes.filter((name) => !NEUTRAL.has(name) || name === 'mfrac' || name === 'mop');
  if (kept.length === 0) delete node.properties['className'];
  else node.properties['className'] = kept;
  return [joinWithOnlyChild(node)];
}

/** In a vertical list that stays, its boxes stay too, and what stands in them is made flat. */
function keepList(node: Element): void {
  for (const child of node.children.filter(isElement)) {
    if (has(node, 'vlist')) for (const box of child.children.filter(isElement)) box.children = flattenAll(box.children);
    else keepList(child);
  }
}

/** Two elements about the same letters become one: their size, and their face. */
function joinWithOnlyChild(node: Element): Element {
  const [child] = node.children;
  if (node.children.length !== 1 || child?.type !== 'element' || child.tagName !== 'span') return node;
  if (styleOf(node).size > 0 || scaleOf(child) !== 1 || !classesOf(node).includes('katex-sizing')) return node;
  if (classesOf(child).some((name) => !/^(?:math|text)/.test(name))) return node;
  child.properties['className'] = [...classesOf(node), ...classesOf(child)];
  return child;
}

/** An element whose margins are those of the line around it. */
function takesMargin(item: Item | undefined): item is Element {
  return (
    item?.type === 'element' &&
    item.tagName === 'span' &&
    scaleOf(item) === 1 &&
    !classesOf(item).some((name) => /^(?:katex|vlist|arraycolsep|delimsizing|op-symbol|accent)/.test(name))
  );
}

/** Puts every space into the margin of what stands beside it, and letters of one face together. */
function settle(items: readonly Item[]): ElementContent[] {
  const settled: ElementContent[] = [];
  const queue = [...items];
  for (let item = queue.shift(); item !== undefined; item = queue.shift()) {
    const last = settled.at(-1);
    const [next] = queue;
    if (item.type === 'space') {
      if (takesMargin(last)) addLengths(last, { 'margin-right': item.width });
      else if (takesMargin(next)) addLengths(next, { 'margin-left': item.width });
      else if (next?.type === 'text') {
        const wrapped = span([], [next]);
        addLengths(wrapped, { 'margin-left': item.width });
        queue[0] = wrapped;
      } else if (last?.type === 'text') {
        const wrapped = span([], [last]);
        addLengths(wrapped, { 'margin-right': item.width });
        settled[settled.length - 1] = wrapped;
      } else {
        const space = span(['mspace'], []);
        addLengths(space, { 'margin-right': item.width });
        settled.push(space);
      }
    } else if (item.type === 'text' && last?.type === 'text') last.value += item.value;
    else settled.push(item);
  }
  return settled.filter((item) => item.type !== 'text' || item.value !== '');
}

function flattenAll(nodes: readonly ElementContent[]): ElementContent[] {
  return settle(nodes.flatMap(flatten));
}

/** Pieces of a drawing as one: their struts, which hold the line open, become the piece's own, as high and as deep as the largest. */
function joinBases(bases: readonly Element[]): Element {
  const struts = bases.flatMap(({ children: [strut] }) => (has(strut, 'katex-strut') ? [styleOf(strut)] : []));
  const depth = Math.max(...struts.map((style) => -em(style, 'vertical-align')));
  const height = Math.max(...struts.map((style) => em(style, 'height') + em(style, 'vertical-align')));
  const drawn = bases.flatMap(({ children }) => children.filter((child) => !has(child, 'katex-strut')));
  const joined = adoptOnlyChild(span(['katex-base'], flattenAll(drawn)));
  addLengths(joined, { '--h': height + depth, '--v': -depth });
  return joined;
}

/** A base whose one child only chooses the letters' face chooses it itself. */
function adoptOnlyChild(base: Element): Element {
  const [child] = base.children;
  if (base.children.length !== 1 || child?.type !== 'element' || !classesOf(child).every((name) => /^(?:math|text)/.test(name)))
    return base;
  return { ...child, properties: { ...child.properties, className: [...classesOf(base), ...classesOf(child)] } };
}

/** A formula of so few signs is not broken at the end of a line. */
const SHORT = 14;

function signsIn(node: ElementContent): number {
  if (node.type === 'text') return node.value.replace(/[\s\u200b]/g, '').length;
  return node.type === 'element' ? node.children.reduce((sum, child) => sum + signsIn(child), 0) : 0;
}

/** The parts of a drawing: pieces between which a line may break, one where none is to, and the number at the edge. */
function flattenDrawing(drawing: Element, stands: boolean): void {
  const parts = drawing.children.filter((part) => isElement(part) && part.tagName !== 'wbr');
  const bases = parts.filter(isElement).filter((part) => classesOf(part).includes('katex-base'));
  const others = parts.filter(isElement).filter((part) => !classesOf(part).includes('katex-base'));
  for (const part of others) {
    part.children = part.children.flatMap((child) => (has(child, 'katex-strut') ? [child] : flattenAll([child])));
  }
  const isOne = stands ? !others.some((part) => classesOf(part).includes('katex-newline')) : signsIn(drawing) <= SHORT;
  if (isOne && bases.length > 0) drawing.children = [joinBases(bases), ...others];
  else drawing.children = drawing.children.map((part) => (has(part, 'katex-base') ? joinBases([part]) : part));
}

/** Makes one formula flat: `<span class="katex">` with its MathML and its drawing. */
export function flattenFormula(formula: Element): void {
  // The MathML says whether the formula stands on lines of its own.
  const [holder] = formula.children;
  const [math] = holder?.type === 'element' ? holder.children : [];
  const stands = math?.type === 'element' && math.properties['display'] === 'block';
  formula.children = formula.children.map((part) => {
    if (!isElement(part)) return part;
    const classes = classesOf(part);
    if (classes.includes('katex-mathml')) return takeMathml(part);
    if (!classes.includes('katex-html')) return part;
    flattenDrawing(part, stands);
    const [base] = part.children;
    if (part.children.length !== 1 || !has(base, 'katex-base') || stands) return part;
    return { ...base, properties: { ...part.properties, ...base.properties, className: [...classes, ...classesOf(base)] } };
  });
}

/** The MathML of a formula, which is read aloud and not shown, with as few elements as say the same. */
import type { Element } from 'hast';
import { isElement } from './formula-parts';

/** MathML without what only groups a single thing, or says how it is drawn. */
function flattenMathml(node: Element): void {
  node.children = node.children.flatMap((child) => {
    if (child.type !== 'element') return [child];
    flattenMathml(child);
    const isGroup = ['semantics', 'mrow', 'mstyle'].includes(child.tagName);
    // A row of several is dropped where its parent is a row itself.
    return isGroup && (child.children.length === 1 || isRow(node)) ? child.children : [child];
  });
}

function isRow({ tagName }: Element): boolean {
  return ['math', 'semantics', 'mrow', 'mstyle', 'mtd', 'msqrt'].includes(tagName);
}

/** The MathML by itself, without the element around it; `integrations/lean-katex.ts` hides it by its own name. */
export function takeMathml(holder: Element): Element {
  const [math] = holder.children;
  if (math === undefined || !isElement(math)) return holder;
  flattenMathml(math);
  delete math.properties['xmlns'];
  const attributes = Object.entries(holder.properties).filter(([name]) => name !== 'className');
  math.properties = { ...math.properties, ...Object.fromEntries(attributes) };
  return math;
}

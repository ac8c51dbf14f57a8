import type { Parents, Root } from 'mdast';
import type { Math } from 'mdast-util-math';
import { block } from './elements';
import { readLabel } from './inventory';
import { walk } from './nodes';
import type { RenderContext } from './render-context';

/** Replaces the TeX that remark-math prepared for rehype-katex. */
function setTex(node: Math, tex: string): void {
  const [code] = node.data?.hChildren ?? [];
  if (code?.type === 'element') code.children = [{ type: 'text', value: tex }];
}

function replace(parent: Parents, node: Math, anchor: string | undefined): void {
  const index = parent.children.findIndex((child) => child === node);
  const properties = { className: 'gb-equation', ...(anchor === undefined ? {} : { id: anchor }) };
  parent.children.splice(index, 1, block('div', properties, [node]));
}

/** Puts every formula on lines of its own into a box that scrolls; a labelled one gets its number and anchor. */
export function renderEquations(tree: Root, { inventory }: RenderContext): void {
  for (const { node, parents } of [...walk(tree)]) {
    const parent = parents.at(-1);
    if (node.type !== 'math' || parent === undefined) continue;
    const target = inventory.byNode.get(node);
    if (target !== undefined) setTex(node, `${readLabel(node.value).tex}\\tag{${target.number}}`);
    replace(parent, node, target?.anchor);
  }
}

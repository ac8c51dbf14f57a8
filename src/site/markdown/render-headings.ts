import type { Root } from 'mdast';
import { phrase, words } from './elements';
import { stripHeadingName } from './inventory';
import type { RenderContext } from './render-context';

/** Gives headings their anchor and their number, which the table of contents shows too. */
export function renderHeadings(_tree: Root, { inventory }: RenderContext): void {
  for (const { node, anchor, number } of inventory.targets) {
    if (node.type !== 'heading') continue;
    stripHeadingName(node);
    node.data = { ...node.data, hProperties: { id: anchor } };
    node.children.unshift(phrase('span', { className: 'gb-section-number' }, [words(number)]), words(' '));
  }
}

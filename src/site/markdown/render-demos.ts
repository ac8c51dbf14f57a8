import type { Root } from 'mdast';
import { encodePlace, PLACE_TAG } from './demo-place';
import { readDemoUse, readOpens } from './demo-use';
import { become } from './elements';
import { nameOf, type RenderContext } from './render-context';

/** Turns every `::demo` line into a place that the page fills with the demo's frame. */
export function renderDemos(_tree: Root, { book, inventory, lang }: RenderContext): void {
  for (const { node, demo: id } of inventory.demos) {
    const demo = id === undefined ? undefined : book.demos.get(id);
    const target = inventory.byNode.get(node);
    if (id === undefined || demo === undefined || target === undefined) continue;
    const { values, seed } = readDemoUse(node, demo);
    const { step } = readOpens(node, demo);
    const place = encodePlace({ demo: id, values, seed, step, anchor: target.anchor, label: nameOf(target, lang) });
    become(node, PLACE_TAG, { dataPlace: place });
  }
}

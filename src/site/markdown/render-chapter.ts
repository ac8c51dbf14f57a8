import type { Root } from 'mdast';
import { takeInventory } from './inventory';
import { renderBoxes } from './render-boxes';
import { renderCitations } from './render-citations';
import type { RenderContext } from './render-context';
import { renderDemos } from './render-demos';
import { renderEquations } from './render-equations';
import { renderHeadings } from './render-headings';
import { renderLinks } from './render-links';
import { renderMeasured } from './render-measured';

/** Turns a chapter's tree, as parsed, into the tree of its page: numbers, figures, boxes, references, terms, citations. */
export function renderChapter(tree: Root, number: number, context: Omit<RenderContext, 'inventory'>): void {
  const complete = { ...context, inventory: takeInventory(tree, number) };
  renderHeadings(tree, complete);
  renderEquations(tree, complete);
  renderDemos(tree, complete);
  renderBoxes(tree, complete);
  renderLinks(tree, complete);
  renderMeasured(tree, complete);
  renderCitations(tree, complete);
}

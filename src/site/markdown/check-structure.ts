/** What holds of one chapter's shape: known directives, one target an anchor, challenges that can be solved. */
import type { Demo } from '../../demos/declaration';
import type { Heading } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import type { Book, Chapter } from './book';
import { BOX_ATTRIBUTES } from './boxes';
import { readAnswer } from './challenge-answer';
import { DRAWING_NAMES, isDrawingName } from './drawing-place';
import { readHeading } from './inventory';
import { attributeOf, isFlowDirective, labelOf, walk, type FlowDirective } from './nodes';
import { problemAt, type Problem } from './problem';
import { sourceOf } from './source';

/** Says what is wrong with a challenge's goal for a demo, or nothing. */
export type GoalCheck = (goal: string, demo: Demo) => string | undefined;

function checkDirective(node: FlowDirective): string | undefined {
  if (node.type === 'leafDirective') return node.name === 'demo' ? undefined : `there is no line "::${node.name}"; there is ::demo`;
  const allowed = Object.hasOwn(BOX_ATTRIBUTES, node.name) ? BOX_ATTRIBUTES[node.name] : undefined;
  if (allowed === undefined) return `there is no box ":::${node.name}"; there are: ${Object.keys(BOX_ATTRIBUTES).join(', ')}`;
  if (allowed === 'any') return undefined;
  const unknown = Object.keys(node.attributes ?? {}).find((name) => !allowed.includes(name));
  if (unknown !== undefined) return `:::${node.name} has no attribute "${unknown}"; it has: ${allowed.join(', ') || 'none'}`;
  const drawing = attributeOf(node, 'drawing');
  if (drawing !== undefined && !isDrawingName(drawing)) return `there is no drawing "${drawing}"; there are: ${DRAWING_NAMES.join(', ')}`;
  return undefined;
}

function checkHeading(node: Heading, chapter: Chapter, above: number): string | undefined {
  if (!sourceOf(chapter, node).startsWith('#'))
    return 'a line of "---" or "===" makes the text above it a heading: leave a blank line between';
  if (node.depth === 1) return 'the title stands in the front matter: begin sections with ##';
  if (readHeading(node).text === '') return 'a heading has words';
  const next = '#'.repeat(above + 1);
  return node.depth > above + 1 ? `a heading below "${'#'.repeat(above)}" begins with "${next}": none is left out` : undefined;
}

function boxesIn(node: ContainerDirective, name: string): number {
  return node.children.filter((child) => child.type === 'containerDirective' && child.name === name).length;
}

function checkChallenge(node: ContainerDirective, chapter: Chapter, book: Book, checkGoal: GoalCheck): readonly string[] {
  const faults: string[] = [];
  if (attributeOf(node, 'id') === undefined) faults.push('a challenge needs a name, {#name …}: progress is kept under it');
  if (labelOf(node) === undefined) faults.push('a challenge needs a title, :::challenge[Title]');
  if (boxesIn(node, 'hint') === 0) faults.push('a challenge needs a :::hint');
  if (boxesIn(node, 'answer') !== 1) faults.push('a challenge needs one :::answer');
  const figure = attributeOf(node, 'demo');
  const use = chapter.inventory.demos.find(({ name }) => name === figure);
  if (figure === undefined || use === undefined) {
    const names = chapter.inventory.demos.map(({ name }) => name).join(', ') || 'none';
    return [...faults, `a challenge names a demo's figure of its chapter, demo=…; there are: ${names}`];
  }
  const goal = attributeOf(node, 'goal');
  const demo = use.demo === undefined ? undefined : book.demos.get(use.demo);
  if (goal === undefined || goal.trim() === '') faults.push('a challenge needs a goal="…"');
  else if (demo !== undefined) {
    const fault = checkGoal(goal, demo);
    if (fault !== undefined) faults.push(`goal "${goal}": ${fault}`);
    faults.push(...readAnswer(node, use, demo).problems.map((problem) => `solved "${attributeOf(node, 'solved') ?? ''}": ${problem}`));
  }
  return faults;
}

/** Unknown directives, boxes at the wrong place, anchors given twice, challenges that lack what they need. */
export function checkStructure(chapter: Chapter, book: Book, checkGoal: GoalCheck): readonly Problem[] {
  const { path, tree, inventory } = chapter;
  const problems: Problem[] = [];
  let depth = 1;
  for (const { node, parents } of walk(tree)) {
    if (node.type === 'heading') {
      const fault = checkHeading(node, chapter, depth);
      if (fault !== undefined) problems.push(problemAt(path, node.position, fault));
      depth = node.depth;
    }
    if (!isFlowDirective(node)) continue;
    const fault = checkDirective(node);
    if (fault !== undefined) problems.push(problemAt(path, node.position, fault));
    if (node.type !== 'containerDirective') continue;
    const parent = parents.at(-1);
    const inside = parent?.type === 'containerDirective' ? parent.name : '';
    if (node.name === 'hint' && inside !== 'challenge') problems.push(problemAt(path, node.position, ':::hint stands in a :::challenge'));
    if (node.name === 'answer' && !['challenge', 'exercise', 'predict'].includes(inside)) {
      problems.push(problemAt(path, node.position, ':::answer stands in a :::challenge, an :::exercise or a :::predict'));
    }
    if (node.name === 'exercise' && boxesIn(node, 'answer') !== 1)
      problems.push(problemAt(path, node.position, 'an exercise needs one :::answer'));
    if (node.name === 'definition' && labelOf(node) === undefined) {
      problems.push(problemAt(path, node.position, 'a definition needs its term, :::definition[Term]'));
    }
    if (node.name === 'challenge') {
      problems.push(...checkChallenge(node, chapter, book, checkGoal).map((message) => problemAt(path, node.position, message)));
    }
  }
  for (const target of inventory.targets) {
    const first = inventory.byAnchor.get(target.anchor);
    if (first === undefined || first === target) continue;
    const remedy = target.kind === 'figure' ? 'give one of them figure=name' : 'give one of them another name';
    problems.push(
      problemAt(path, target.node.position, `"${target.anchor}" is already at line ${first.node.position?.start.line ?? '?'}: ${remedy}`),
    );
  }
  return problems;
}

/** All that a chapter has numbers or anchors for, counted in the order of the text. */
import type { Heading, Nodes, Root } from 'mdast';
import type { LeafDirective } from 'mdast-util-directive';
import { attributeOf, isFlowDirective, labelOf, textOf, walk } from './nodes';
import { slugOf } from './slug';

export type TargetKind = 'section' | 'figure' | 'equation' | 'challenge' | 'exercise' | 'definition' | 'prediction';

/** Something that can be pointed at. */
export interface Target {
  readonly kind: TargetKind;
  readonly anchor: string;
  /** "1.2", of sections "1.2.1". */
  readonly number: string;
  /** A heading's words, a box's label; empty where there is none. */
  readonly title: string;
  readonly node: Nodes;
}

/** A demo's line in a chapter. */
export interface DemoUse {
  readonly node: LeafDirective;
  /** The demo's id; undefined where the line names none. */
  readonly demo: string | undefined;
  /** The figure's name: `figure=…`, else the demo's id. */
  readonly name: string;
}

export interface Inventory {
  readonly targets: readonly Target[];
  readonly byAnchor: ReadonlyMap<string, Target>;
  readonly byNode: ReadonlyMap<Nodes, Target>;
  readonly demos: readonly DemoUse[];
}

const HEADING_NAME = /\s*\{#([\p{L}\p{N}-]+)\}\s*$/u;
const LABEL = /\\label\{([^}]*)\}/;
const BOXES: Readonly<Record<string, readonly [TargetKind, string]>> = {
  challenge: ['challenge', 'challenge'],
  exercise: ['exercise', 'exercise'],
  definition: ['definition', 'def'],
  figure: ['figure', 'fig'],
  predict: ['prediction', 'predict'],
};

/** A heading's words and the name at its end (`## Words {#name}`). */
export function readHeading(heading: Heading): { readonly text: string; readonly name: string | undefined } {
  const text = textOf(heading);
  const name = HEADING_NAME.exec(text)?.[1];
  return { text: text.replace(HEADING_NAME, '').trim(), name };
}

/** Takes the name off a heading's last text; what remains is shown. */
export function stripHeadingName(heading: Heading): void {
  const last = heading.children.at(-1);
  if (last?.type === 'text') last.value = last.value.replace(HEADING_NAME, '');
}

/** The label of a formula on lines of its own (`\label{eq-x}`) and the formula without it. */
export function readLabel(tex: string): { readonly label: string | undefined; readonly tex: string } {
  return { label: LABEL.exec(tex)?.[1], tex: tex.replace(LABEL, '').trim() };
}

/** A place in the counting: sections are 1.2.3, all else is 1.n. */
function createCounter(chapter: number) {
  const sections: number[] = [];
  const counts = new Map<TargetKind, number>();
  return {
    section(depth: number): string {
      const level = depth - 2;
      sections.length = Math.max(0, level + 1);
      for (let i = 0; i < level; i++) sections[i] ??= 1;
      sections[level] = (sections[level] ?? 0) + 1;
      return [chapter, ...sections].join('.');
    },
    other(kind: TargetKind): string {
      const count = (counts.get(kind) ?? 0) + 1;
      counts.set(kind, count);
      return `${chapter}.${count}`;
    },
  };
}

function readTarget(node: Nodes, counter: ReturnType<typeof createCounter>): Target | undefined {
  if (node.type === 'heading') {
    const { text, name } = readHeading(node);
    return { kind: 'section', anchor: name ?? slugOf(text), number: counter.section(Math.max(2, node.depth)), title: text, node };
  }
  if (node.type === 'math') {
    const { label } = readLabel(node.value);
    return label === undefined ? undefined : { kind: 'equation', anchor: label, number: counter.other('equation'), title: '', node };
  }
  if (!isFlowDirective(node)) return undefined;
  if (node.type === 'leafDirective') {
    if (node.name !== 'demo') return undefined;
    return { kind: 'figure', anchor: `fig-${nameOf(node)}`, number: counter.other('figure'), title: textOf(node), node };
  }
  const box = Object.hasOwn(BOXES, node.name) ? BOXES[node.name] : undefined;
  if (box === undefined) return undefined;
  const [kind, prefix] = box;
  const number = counter.other(kind);
  const label = labelOf(node);
  return { kind, anchor: `${prefix}-${attributeOf(node, 'id') ?? number}`, number, title: label === undefined ? '' : textOf(label), node };
}

function nameOf(node: LeafDirective): string {
  return attributeOf(node, 'figure') ?? attributeOf(node, 'id') ?? '';
}

/**
 * Counts a chapter. Of two targets with one anchor the first is the one found by it; the check names the second.
 * @param chapter the chapter's number, the first part of every number.
 */
export function takeInventory(tree: Root, chapter: number): Inventory {
  const counter = createCounter(chapter);
  const targets: Target[] = [];
  const demos: DemoUse[] = [];
  for (const { node } of walk(tree)) {
    const target = readTarget(node, counter);
    if (target !== undefined) targets.push(target);
    if (node.type === 'leafDirective' && node.name === 'demo') demos.push({ node, demo: attributeOf(node, 'id'), name: nameOf(node) });
  }
  return {
    targets,
    byAnchor: new Map([...targets].reverse().map((target) => [target.anchor, target])),
    byNode: new Map(targets.map((target) => [target.node, target])),
    demos,
  };
}

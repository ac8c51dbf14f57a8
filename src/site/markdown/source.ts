/** A chapter's file behind its tree: what an author typed, and where. */
import type { Nodes, Parents, Text } from 'mdast';
import type { Point } from 'unist';
import type { Chapter } from './book';
import { walk } from './nodes';

/** A node as it is written, with its escapes. */
export function sourceOf({ source }: Pick<Chapter, 'source'>, { position }: Nodes): string {
  return position === undefined ? '' : source.slice(position.start.offset, position.end.offset);
}

/** The last line of a node as it is written, without the marks of quotations around it. */
export function lastLineOf(chapter: Pick<Chapter, 'source'>, node: Nodes): string {
  return (sourceOf(chapter, node).trimEnd().split('\n').at(-1) ?? '').replace(/^[ \t>]+/, '').trim();
}

/** Line and column of an offset in a chapter's file. */
export function pointAt({ source }: Pick<Chapter, 'source'>, offset: number): Point {
  const before = source.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, offset };
}

/** A run of text as it is written. */
export interface WrittenText {
  readonly node: Text;
  readonly parents: readonly Parents[];
  readonly written: string;
  /** Where it begins in the file. */
  readonly offset: number;
  /** True where it begins a paragraph, and so a line. */
  readonly beginsLine: boolean;
}

/** Every run of text of a chapter, with its escapes. */
export function* writtenTexts(chapter: Pick<Chapter, 'source' | 'tree'>): Generator<WrittenText> {
  for (const { node, parents } of walk(chapter.tree)) {
    const offset = node.position?.start.offset;
    if (node.type !== 'text' || offset === undefined) continue;
    const parent = parents.at(-1);
    const isLabel = parent?.data !== undefined && 'directiveLabel' in parent.data;
    const beginsLine = parent?.type === 'paragraph' && parent.children[0] === node && !isLabel;
    yield { node, parents, written: sourceOf(chapter, node), offset, beginsLine };
  }
}

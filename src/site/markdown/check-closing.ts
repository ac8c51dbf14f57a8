import type { Nodes } from 'mdast';
import type { Chapter } from './book';
import { walk } from './nodes';
import { problemAt, type Problem } from './problem';
import { lastLineOf, sourceOf } from './source';

function faultOf(chapter: Chapter, node: Nodes): string | undefined {
  if (node.type === 'containerDirective' && !/^:{3,}$/.test(lastLineOf(chapter, node))) {
    return `:::${node.name} is never closed: end it with as many colons on a line of their own`;
  }
  if (node.type === 'code') {
    const fence = /^(?:`{3,}|~{3,})/.exec(sourceOf(chapter, node))?.[0];
    if (fence === undefined) return 'four spaces or a tab make this code: begin the line without them, or write code between lines of ```';
    const lines = sourceOf(chapter, node).trimEnd().split('\n');
    if (lines.length < 2 || !lastLineOf(chapter, node).startsWith(fence))
      return `this code is never closed: end it with ${fence} on a line of its own`;
  }
  if (node.type === 'html' && node.value.startsWith('<!--') && !node.value.includes('-->'))
    return 'this comment is never closed: end it with -->';
  return undefined;
}

/** What was opened and runs on to the end of the chapter, and text that its indentation makes code. */
export function checkClosing(chapter: Chapter): readonly Problem[] {
  return [...walk(chapter.tree)].flatMap(({ node }) => {
    const fault = faultOf(chapter, node);
    return fault === undefined ? [] : [problemAt(chapter.path, node.position, fault)];
  });
}

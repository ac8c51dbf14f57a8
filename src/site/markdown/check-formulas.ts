import katex from 'katex';
import type { InlineMath, Math } from 'mdast-util-math';
import type { Chapter } from './book';
import { readLabel } from './inventory';
import { walk } from './nodes';
import { problemAt, type Problem } from './problem';
import { lastLineOf, sourceOf } from './source';

function faultOf(tex: string, displayMode: boolean): string | undefined {
  try {
    katex.renderToString(tex, { displayMode, throwOnError: true, strict: 'error', trust: false });
    return undefined;
  } catch (error) {
    // KaTeX underlines the place with combining characters and keeps the formula's line breaks; a message is one plain line.
    const message = error instanceof Error ? error.message : String(error);
    return message.replaceAll('\u0332', '').replace(/\s+/g, ' ');
  }
}

const MONEY = 'this is read as a formula; a $ that is money is written \\$';

/** Text between two prices, or a formula that was meant to stand on lines of its own. */
function slipOf(chapter: Chapter, node: InlineMath): string | undefined {
  const written = sourceOf(chapter, node);
  if (written.startsWith('$$')) return 'a formula of its own line stands between lines of $$; one within a line between single $';
  const inner = written.slice(1, -1);
  const after = chapter.source.charAt(node.position?.end.offset ?? -1);
  const isLopsided = /^\s/.test(inner) !== /\s$/.test(inner);
  const bare = inner.replace(/\\[a-zA-Z]+\s*\{[^{}]*\}|\\[a-zA-Z]+/g, ' ');
  return isLopsided || /\d/.test(after) || /[a-zA-Z]{2,} [a-zA-Z]{2,}/.test(bare) ? MONEY : undefined;
}

/** The line of "$$" is a fence: what else stands on it is not shown. */
function fenceFaultOf(chapter: Chapter, node: Math): string | undefined {
  const { meta, value } = node;
  if (lastLineOf(chapter, node) !== '$$') return 'this formula is never closed: end it with $$ on a line of its own';
  if (typeof meta === 'string' && meta !== '') return `"${meta}" is not shown: a formula begins on the line below $$`;
  return value.trim() === '' ? 'this formula is empty' : undefined;
}

/** Every formula that KaTeX cannot read, read strictly: rehype-katex would print it in red and go on. */
export function checkFormulas(chapter: Chapter): readonly Problem[] {
  const { path, tree } = chapter;
  const problems: Problem[] = [];
  for (const { node, parents } of walk(tree)) {
    if (node.type !== 'math' && node.type !== 'inlineMath') continue;
    if (parents.some((parent) => parent.type === 'heading')) {
      problems.push(problemAt(path, node.position, 'a heading holds no formula: write it in words'));
    }
    const slip = node.type === 'math' ? fenceFaultOf(chapter, node) : slipOf(chapter, node);
    if (slip !== undefined) {
      problems.push(problemAt(path, node.position, slip));
      continue;
    }
    const { tex, label } = node.type === 'math' ? readLabel(node.value) : { tex: node.value, label: undefined };
    if (label !== undefined && !/^eq-[\p{L}\p{N}-]+$/u.test(label)) {
      problems.push(problemAt(path, node.position, `label "${label}" should look like eq-name`));
    }
    const fault = faultOf(tex, node.type === 'math');
    if (fault !== undefined) problems.push(problemAt(path, node.position, fault));
  }
  return problems;
}

import katex from 'katex';
import type { Chapter } from './book';
import { readLabel } from './inventory';
import { walk } from './nodes';
import { problemAt, type Problem } from './problem';

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

/** Every formula that KaTeX cannot read, read strictly: rehype-katex would print it in red and go on. */
export function checkFormulas({ path, tree }: Chapter): readonly Problem[] {
  const problems: Problem[] = [];
  for (const { node, parents } of walk(tree)) {
    if (node.type !== 'math' && node.type !== 'inlineMath') continue;
    if (parents.some((parent) => parent.type === 'heading')) {
      problems.push(problemAt(path, node.position, 'a heading holds no formula: write it in words'));
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

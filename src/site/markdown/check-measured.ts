import type { TextDirective } from 'mdast-util-directive';
import type { Book, Chapter } from './book';
import { readMeasured } from './measured';
import { walk } from './nodes';
import { problemAt, type Problem } from './problem';

/** Every `:measured` of a chapter, in the order of the text. */
export function measuredIn({ tree }: Pick<Chapter, 'tree'>): readonly TextDirective[] {
  return [...walk(tree)].flatMap(({ node }) => (node.type === 'textDirective' ? [node] : []));
}

/** Every `:measured` that names no run, or nothing to measure in it, or says no number. */
export function checkMeasured({ path, tree }: Chapter, { demos }: Pick<Book, 'demos'>): readonly Problem[] {
  const problems: Problem[] = [];
  for (const { node, parents } of walk(tree)) {
    if (node.type !== 'textDirective') continue;
    if (parents.some(({ type }) => type === 'heading')) {
      problems.push(problemAt(path, node.position, 'a heading holds no :measured: say the number in the text'));
    }
    const read = readMeasured(node, demos);
    const faults = 'problems' in read ? read.problems : [];
    problems.push(...faults.map((fault) => problemAt(path, node.position, `:measured ${fault}`)));
  }
  return problems;
}

import type { ContainerDirective } from 'mdast-util-directive';
import type { Book, Chapter } from './book';
import { attributeOf, labelOf, walk } from './nodes';
import { readPrediction } from './predict';
import { problemAt, type Problem } from './problem';

/** Every prediction of a chapter, in the order of the text. */
export function predictionsIn({ tree }: Pick<Chapter, 'tree'>): readonly ContainerDirective[] {
  return [...walk(tree)].flatMap(({ node }) => (node.type === 'containerDirective' && node.name === 'predict' ? [node] : []));
}

function partFaults(node: ContainerDirective): readonly string[] {
  const faults: string[] = [];
  if (attributeOf(node, 'id') === undefined) faults.push('needs a name, {#name …}: what the reader predicted is kept under it');
  if (labelOf(node) === undefined) faults.push('needs a title, :::predict[Title]');
  const answers = node.children.filter((child) => child.type === 'containerDirective' && child.name === 'answer');
  if (answers.length !== 1) faults.push('needs one :::answer: what is shown when the run is known');
  // A curve says no number of its own, so its answer must say some that are measured again.
  if (
    attributeOf(node, 'kind') === 'curve' &&
    ![...answers.flatMap((answer) => [...walk(answer)])].some((one) => one.node.type === 'textDirective' && one.node.name === 'measured')
  ) {
    faults.push('kind=curve needs a :::answer with a :measured number that says how the curve went');
  }
  return faults;
}

/** Every prediction that lacks a part, names no run, or does not hold together. */
export function checkPredictions(chapter: Chapter, { demos }: Pick<Book, 'demos'>): readonly Problem[] {
  return predictionsIn(chapter).flatMap((node) => {
    const read = readPrediction(node, demos);
    const faults = [...partFaults(node), ...('problems' in read ? read.problems : [])];
    return faults.map((fault) => problemAt(chapter.path, node.position, `:::predict ${fault}`));
  });
}

import type { Chapter } from './book';
import { walk } from './nodes';
import { problemAt, type Problem } from './problem';
import { findHalfWidth, widen } from './punctuation';

/** Half-width marks in Chinese text, one problem a run of text. */
export function checkPunctuation({ path, lang, tree }: Chapter): readonly Problem[] {
  if (lang !== 'zh') return [];
  const problems: Problem[] = [];
  for (const { node } of walk(tree)) {
    if (node.type !== 'text') continue;
    const places = findHalfWidth(node.value);
    const [first] = places;
    if (first === undefined) continue;
    const around = node.value.slice(Math.max(0, first - 4), first + 5).replace(/\s+/g, ' ');
    const more = places.length > 1 ? `, and ${places.length - 1} more here` : '';
    problems.push(
      problemAt(
        path,
        node.position,
        `"${around}" should be "${widen(node.value)
          .slice(Math.max(0, first - 4), first + 5)
          .replace(/\s+/g, ' ')}": Chinese punctuation is full-width${more}`,
      ),
    );
  }
  return problems;
}

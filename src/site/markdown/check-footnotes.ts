import type { Chapter } from './book';
import { walk } from './nodes';
import { problemAt, type Problem } from './problem';

/** Footnotes that nothing points at, and two of one name: they would not be on the page. A missing one is named where it is asked for. */
export function checkFootnotes({ path, tree }: Chapter): readonly Problem[] {
  const nodes = [...walk(tree)].map(({ node }) => node);
  const asked = new Set(nodes.flatMap((node) => (node.type === 'footnoteReference' ? [node.identifier] : [])));
  const known = new Set<string>();
  return nodes.flatMap((node) => {
    if (node.type !== 'footnoteDefinition') return [];
    const twice = known.has(node.identifier);
    known.add(node.identifier);
    const label = node.label ?? node.identifier;
    if (twice) return [problemAt(path, node.position, `there are two footnotes "${label}": only the first is shown`)];
    return asked.has(node.identifier)
      ? []
      : [problemAt(path, node.position, `nothing points at this footnote: write [^${label}] in the text`)];
  });
}

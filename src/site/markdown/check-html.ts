import type { Chapter } from './book';
import { walk } from './nodes';
import { problemAt, type Problem } from './problem';

/** Words and marks that Markdown has no sign for; without attributes. */
const ALLOWED = ['br', 'ins', 'kbd', 'mark', 'small', 'sub', 'sup', 'u', 'wbr'];
const TAG = /<([a-zA-Z][\w-]*)([^>]*)>/g;

/** HTML in a chapter: it would pass by every check, and its scripts are stopped by the page's policy. Comments are welcome. */
export function checkHtml({ path, tree }: Chapter): readonly Problem[] {
  const problems: Problem[] = [];
  for (const { node } of walk(tree)) {
    if (node.type !== 'html') continue;
    const tags = [...node.value.replace(/<!--[\s\S]*?-->/g, '').matchAll(TAG)];
    const [, name] =
      tags.find(([, tag = '', rest = '']) => !ALLOWED.includes(tag.toLowerCase()) || rest.replace('/', '').trim() !== '') ?? [];
    if (name === undefined) continue;
    problems.push(
      problemAt(
        path,
        node.position,
        `<${name}> is HTML, which chapters do not hold (but for ${ALLOWED.join(', ')}): write Markdown, \\< for the sign, or \`…\` for code`,
      ),
    );
  }
  return problems;
}

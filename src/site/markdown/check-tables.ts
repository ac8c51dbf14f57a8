import type { Table, TableCell } from 'mdast';
import type { Chapter } from './book';
import { walk } from './nodes';
import { problemAt, type Problem } from './problem';
import { sourceOf } from './source';

const IN_FORMULAS = 'in a formula in a table write \\mid, \\lvert … \\rvert or \\Vert for a bar';

/** A bar ends a cell, in a formula too. */
function isCutFormula(chapter: Chapter, cell: TableCell): boolean {
  const written = sourceOf(chapter, cell).replace(/`[^`]*`|\\\$/g, '');
  return (written.match(/\$/g)?.length ?? 0) % 2 === 1;
}

/** Double bars in pairs, with whole parentheses between: norms, and not the escaped bar of `P(A\|B)`. */
function areNorms(tex: string): boolean {
  const parts = tex.split(/(?<!\\)\\\|/);
  if (parts.length % 2 === 0) return false;
  const count = (part: string, sign: string): number => part.split(sign).length;
  return parts.every((part, i) => i % 2 === 0 || (count(part, '(') === count(part, ')') && part.trim() !== ''));
}

function checkTable(chapter: Chapter, table: Table): readonly Problem[] {
  const columns = table.children[0]?.children.length ?? 0;
  return table.children.flatMap((row) => {
    const cut = row.children.find((cell) => isCutFormula(chapter, cell));
    if (cut !== undefined) {
      return [problemAt(chapter.path, cut.position, `a "|" cuts a formula here, or a $ is money (write \\$): ${IN_FORMULAS}`)];
    }
    const extra = row.children[columns];
    if (extra === undefined) return [];
    return [
      problemAt(
        chapter.path,
        extra.position,
        `this row has ${row.children.length} cells, its table ${columns} columns: what stands here would be lost`,
      ),
    ];
  });
}

/** Bars in formulas in tables, which mean two things, and cells that no column has. */
export function checkTables(chapter: Chapter): readonly Problem[] {
  const problems: Problem[] = [];
  for (const { node, parents } of walk(chapter.tree)) {
    if (node.type === 'table') problems.push(...checkTable(chapter, node));
    if (node.type !== 'inlineMath' || !parents.some(({ type }) => type === 'tableCell') || areNorms(node.value)) continue;
    problems.push(problemAt(chapter.path, node.position, `"\\|" may be a norm's double bar or one bar with a backslash: ${IN_FORMULAS}`));
  }
  return problems;
}

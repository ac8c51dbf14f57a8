import type { Chapter } from './book';
import { readHeading } from './inventory';
import { problemAt, type Problem } from './problem';
import { SLIPS } from './slips';
import { pointAt, writtenTexts, type WrittenText } from './source';

/** The name at a heading's end is text in the tree, and right there. */
function withoutHeadingName({ parents, written }: WrittenText): string {
  const parent = parents.at(-1);
  if (parent?.type !== 'heading' || readHeading(parent).name === undefined) return written;
  return written.replace(/\{#[^{}]*\}\s*$/, (name) => ' '.repeat(name.length));
}

/** True where only blanks and the marks of a quotation stand before a place in its line. */
function isLineStart({ written, beginsLine }: WrittenText, index: number): boolean {
  const line = written.lastIndexOf('\n', index - 1);
  return (line !== -1 || beginsLine) && /^[ \t>]*$/.test(written.slice(line + 1, index));
}

/** Markup that Markdown does not know for such: it would stand on the page as it was typed. */
export function checkSlips(chapter: Chapter): readonly Problem[] {
  const problems: Problem[] = [];
  for (const text of writtenTexts(chapter)) {
    const inTable = text.parents.some(({ type }) => type === 'tableCell');
    let left = withoutHeadingName(text);
    for (const { pattern, atLine = false, judge } of SLIPS) {
      // A dollar in a table may be half a formula; the check of tables knows.
      if (inTable && pattern.source.includes('[$')) continue;
      for (const { 0: found, index } of [...left.matchAll(pattern)]) {
        if (atLine && !isLineStart(text, index)) continue;
        const message = judge(found);
        if (message === undefined) continue;
        const start = pointAt(chapter, text.offset + index);
        problems.push(problemAt(chapter.path, { start, end: start }, message));
        left = left.slice(0, index) + ' '.repeat(found.length) + left.slice(index + found.length);
      }
    }
  }
  return problems;
}

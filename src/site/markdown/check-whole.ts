/** What a whole chapter says of itself and has, beyond being without mistakes. */
import { plannedChapters } from '../chapters';
import { findCitations } from './anchors';
import type { Book, Chapter } from './book';
import { walk } from './nodes';
import { problemAt, type Problem } from './problem';

/** Characters of a description: a sentence that a preview shows whole. */
const DESCRIPTION = [10, 200] as const;

/** The word of front matter for a chapter whose sections are still being written. */
const GROWING = 'growing';

interface Part {
  /** How many a finished chapter has at least. */
  readonly least: number;
  /** What they are, or how one is written. */
  readonly what: string;
  readonly count: (chapter: Chapter) => number;
}

const boxes = (name: string) => (chapter: Chapter) =>
  [...walk(chapter.tree)].filter(({ node }) => node.type === 'containerDirective' && node.name === name).length;

/** What readers count on finding in each chapter of the book. */
const PARTS: readonly Part[] = [
  { least: 1, what: ':::prerequisites', count: boxes('prerequisites') },
  {
    least: 3,
    what: 'headings (##)',
    count: ({ inventory }) => inventory.targets.filter(({ kind }) => kind === 'section').length,
  },
  { least: 3, what: ':::challenge', count: boxes('challenge') },
  { least: 2, what: ':::predict', count: boxes('predict') },
  { least: 1, what: ':::exercise', count: boxes('exercise') },
  { least: 1, what: ':::summary', count: boxes('summary') },
  {
    least: 1,
    what: 'citation ([@…])',
    count: ({ tree }) => [...walk(tree)].reduce((sum, { node }) => sum + (node.type === 'text' ? findCitations(node.value).length : 0), 0),
  },
];

function checkFrontMatter({ number, description, status, id }: Chapter, book: Pick<Book, 'chapters'>): readonly string[] {
  const faults: string[] = [];
  const planned = plannedChapters.find((one) => one.number === number && one.id !== id);
  if (number === undefined || number < 0) faults.push('front matter needs "chapter": a whole number, its place in the book');
  else if (planned !== undefined && !book.chapters.some((one) => one.id === planned.id)) {
    faults.push(
      `is chapter ${number}, and so is "${planned.id}", which is planned: give one of them another number (src/site/chapters.ts)`,
    );
  }
  const [least, most] = DESCRIPTION;
  const length = description?.length ?? 0;
  if (length < least || length > most) {
    faults.push(`front matter needs "description": one sentence of ${least} to ${most} characters; it has ${length}`);
  }
  if (status !== undefined && status !== GROWING) {
    faults.push(`"status: ${status}" is none; there is "status: ${GROWING}", for a chapter that is still being written`);
  }
  return faults;
}

/** Says in one sentence what a finished chapter has and this one has not, or nothing. The preface, chapter 0, teaches nothing yet. */
function checkParts(chapter: Chapter): string | undefined {
  if (chapter.status === GROWING || chapter.number === 0) return undefined;
  const missing = PARTS.flatMap(({ least, what, count }) => {
    const there = count(chapter);
    return there >= least ? [] : [`${least} ${what}, here ${there}`];
  });
  if (missing.length === 0) return undefined;
  return `a finished chapter has at least: ${missing.join('; ')}. While it is being written, "status: ${GROWING}" in its front matter tells the reader so`;
}

/** Front matter that says too little, and parts that a finished chapter has. */
export function checkWhole(chapter: Chapter, book: Pick<Book, 'chapters'>): readonly Problem[] {
  const parts = checkParts(chapter);
  return [...checkFrontMatter(chapter, book), ...(parts === undefined ? [] : [parts])].map((message) =>
    problemAt(chapter.path, undefined, message),
  );
}

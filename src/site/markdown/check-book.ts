import type { Book, Chapter } from './book';
import { checkDemos } from './check-demos';
import { checkFormulas } from './check-formulas';
import { checkLanguages } from './check-languages';
import { checkMeasured } from './check-measured';
import { checkPunctuation } from './check-punctuation';
import { checkReferences } from './check-references';
import { checkStructure, type GoalCheck } from './check-structure';
import type { Problem } from './problem';

/** What is wrong in one chapter by itself. */
export function checkChapter(chapter: Chapter, book: Book, checkGoal: GoalCheck): readonly Problem[] {
  return [
    ...checkStructure(chapter, book, checkGoal),
    ...checkDemos(chapter, book),
    ...checkMeasured(chapter, book),
    ...checkFormulas(chapter),
    ...checkReferences(chapter, book),
    ...checkPunctuation(chapter),
  ];
}

/** All mistakes of all chapters, so that an author mends them in one go. */
export function checkBook(book: Book, checkGoal: GoalCheck): readonly Problem[] {
  return [...book.problems, ...book.chapters.flatMap((chapter) => checkChapter(chapter, book, checkGoal)), ...checkLanguages(book)];
}

import type { Book, Chapter } from './book';
import { checkClosing } from './check-closing';
import { checkDemos } from './check-demos';
import { checkFootnotes } from './check-footnotes';
import { checkFormulas } from './check-formulas';
import { checkHtml } from './check-html';
import { checkLanguages } from './check-languages';
import { checkMeasured } from './check-measured';
import { checkPictures } from './check-pictures';
import { checkPredictions } from './check-predict';
import { checkPunctuation } from './check-punctuation';
import { checkReferences } from './check-references';
import { checkSlips } from './check-slips';
import { checkStructure, type GoalCheck } from './check-structure';
import { checkTables } from './check-tables';
import { checkTranslation } from './check-translation';
import { checkWhole } from './check-whole';
import type { Problem } from './problem';

/** What is wrong in one chapter by itself. */
export function checkChapter(chapter: Chapter, book: Book, checkGoal: GoalCheck): readonly Problem[] {
  return [
    ...checkStructure(chapter, book, checkGoal),
    ...checkClosing(chapter),
    ...checkDemos(chapter, book),
    ...checkMeasured(chapter, book),
    ...checkPredictions(chapter, book),
    ...checkFormulas(chapter),
    ...checkTables(chapter),
    ...checkReferences(chapter, book),
    ...checkFootnotes(chapter),
    ...checkPictures(chapter, book),
    ...checkHtml(chapter),
    ...checkSlips(chapter),
    ...checkPunctuation(chapter),
  ];
}

/** All mistakes of all chapters, so that an author mends them in one go. */
export function checkBook(book: Book, checkGoal: GoalCheck): readonly Problem[] {
  return [
    ...book.problems,
    ...book.chapters.flatMap((chapter) => [...checkWhole(chapter, book), ...checkChapter(chapter, book, checkGoal)]),
    ...checkLanguages(book),
    ...checkTranslation(book),
  ];
}

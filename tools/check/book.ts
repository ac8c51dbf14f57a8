/** What the build would say of one chapter or of one demo, for `npm run check`. */
import { demos, viewNames } from '../../src/demos/registry';
import { checkGoal } from '../../src/site/check-goal';
import { readBook } from '../../src/site/markdown/book';
import { checkBook } from '../../src/site/markdown/check-book';
import { checkDeclarations } from '../../src/site/markdown/check-declarations';
import { checkRecordings } from '../../src/site/markdown/check-recordings';
import { formatProblems } from '../../src/site/markdown/problem';

/** Prints the problems of `chapter <id>` or `demo <id>`; the result is the exit code. */
export async function main([kind, id = '']: readonly string[]): Promise<number> {
  const book = await readBook(process.cwd(), 'content', demos);
  const demo = demos.get(id);
  const problems =
    kind === 'demo'
      ? demo === undefined
        ? []
        : [
            ...checkDeclarations({ ...book, demos: new Map([[id, demo]]) }, viewNames),
            ...checkRecordings({ ...book, demos: new Map([[id, demo]]) }),
          ]
      : [
          ...checkBook(book, checkGoal),
          ...checkRecordings({ ...book, chapters: book.chapters.filter((chapter) => chapter.id === id) }),
        ].filter(({ path }) => path === `content/zh/${id}.md` || path === `content/en/${id}.md`);
  if (problems.length > 0) console.log(formatProblems(problems));
  return problems.length === 0 ? 0 : 1;
}

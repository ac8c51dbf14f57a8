/** What holds between chapters: both languages are there and tell the same, and no two chapters have one number. */
import { LANGS, type Lang } from '../../i18n/text';
import type { Book } from './book';
import { compareTwins } from './compare-twins';
import { problemAt, type Problem } from './problem';

function other(lang: Lang): Lang {
  return lang === 'zh' ? 'en' : 'zh';
}

/** Missing languages, what differs between them, and numbers given twice. */
export function checkLanguages({ chapters }: Pick<Book, 'chapters'>): readonly Problem[] {
  const problems: Problem[] = [];
  for (const chapter of chapters) {
    const twin = chapters.find(({ id, lang }) => id === chapter.id && lang === other(chapter.lang));
    if (twin === undefined) {
      const missing = chapter.path.replace(new RegExp(`/${chapter.lang}/(?=[^/]+$)`), `/${other(chapter.lang)}/`);
      problems.push(problemAt(chapter.path, undefined, `has no other language: ${missing} is missing`));
    } else if (chapter.lang === LANGS[0]) {
      if (twin.number !== chapter.number) {
        problems.push(
          problemAt(twin.path, undefined, `is chapter ${twin.number ?? '?'}, ${chapter.path} is chapter ${chapter.number ?? '?'}`),
        );
      }
      if (twin.status !== chapter.status) {
        const said = (status: string | undefined): string => (status === undefined ? 'has none' : `has "status: ${status}"`);
        problems.push(
          problemAt(twin.path, undefined, `${said(twin.status)}, ${chapter.path} ${said(chapter.status)}: a chapter grows in both`),
        );
      }
      problems.push(...compareTwins(chapter, twin));
    }
    const same = chapters.find((one) => one.lang === chapter.lang && one.number === chapter.number && one.id < chapter.id);
    if (same !== undefined && chapter.number !== undefined) {
      problems.push(problemAt(chapter.path, undefined, `is chapter ${chapter.number}, and so is ${same.path}`));
    }
  }
  return problems;
}

/** What holds between chapters: both languages are there and tell the same, and no two chapters have one number. */
import { LANGS, type Lang } from '../../i18n/text';
import type { Book, Chapter } from './book';
import type { Target } from './inventory';
import { problemAt, type Problem } from './problem';

function other(lang: Lang): Lang {
  return lang === 'zh' ? 'en' : 'zh';
}

/** What must be the same in both languages; of a heading its level, of all else its anchor. */
function outline(targets: readonly Target[]): readonly { readonly sign: string; readonly target: Target }[] {
  return targets.map((target) => ({
    sign: target.kind === 'section' ? `section ${target.number.replace(/^\d+\./, '§')}` : `${target.kind} ${target.anchor}`,
    target,
  }));
}

function compareOutlines(zh: Chapter, en: Chapter): readonly Problem[] {
  const [ours, theirs] = [outline(zh.inventory.targets), outline(en.inventory.targets)];
  const at = ours.findIndex(({ sign }, i) => sign !== theirs[i]?.sign);
  const here = at === -1 ? undefined : ours[at];
  if (here === undefined) {
    const extra = theirs[ours.length];
    if (extra === undefined) return [];
    return [problemAt(en.path, extra.target.node.position, `has ${extra.sign}, which ${zh.path} has not`)];
  }
  const there = theirs[at]?.sign ?? 'nothing more';
  return [problemAt(zh.path, here.target.node.position, `has ${here.sign} where ${en.path} has ${there}`)];
}

/** Missing languages, differing outlines and numbers. Named once a chapter: at the first place where the languages part. */
export function checkLanguages({ chapters }: Pick<Book, 'chapters'>): readonly Problem[] {
  const problems: Problem[] = [];
  for (const chapter of chapters) {
    if (chapter.number === undefined || chapter.number < 0) {
      problems.push(problemAt(chapter.path, undefined, 'front matter needs "chapter": a whole number, its place in the book'));
    }
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
      problems.push(...compareOutlines(chapter, twin));
    }
    const same = chapters.find((one) => one.lang === chapter.lang && one.number === chapter.number && one.id < chapter.id);
    if (same !== undefined && chapter.number !== undefined) {
      problems.push(problemAt(chapter.path, undefined, `is chapter ${chapter.number}, and so is ${same.path}`));
    }
  }
  return problems;
}

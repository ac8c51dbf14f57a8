/** Whether each language of a chapter is written in that language, and whether both say as much. */
import { LANGS } from '../../i18n/text';
import type { Book, Chapter } from './book';
import { walk } from './nodes';
import { problemAt, type Problem } from './problem';

/** English words below which a text is too short to judge. */
const SHORT = 300;
/** Characters a word, at the least and the most: an English word stands for one to three Chinese characters. */
const RATIO = [1, 3.5] as const;

interface Counts {
  /** Chinese characters. */
  readonly chinese: number;
  /** Words in Latin letters, of three or more. */
  readonly latin: number;
}

function countText({ tree }: Pick<Chapter, 'tree'>): Counts {
  let [chinese, latin] = [0, 0];
  for (const { node } of walk(tree)) {
    if (node.type !== 'text') continue;
    chinese += node.value.match(/[\u3400-\u9fff]/g)?.length ?? 0;
    latin += node.value.match(/[A-Za-z]{3,}/g)?.length ?? 0;
  }
  return { chinese, latin };
}

function checkPair(zh: Chapter, en: Chapter): readonly Problem[] {
  const [ours, theirs] = [countText(zh), countText(en)];
  if (Math.max(ours.latin + ours.chinese / 2, theirs.latin) < SHORT) return [];
  const problems: Problem[] = [];
  if (ours.chinese <= 8 * ours.latin) {
    problems.push(
      problemAt(zh.path, undefined, `is not Chinese: ${ours.chinese} Chinese characters, ${ours.latin} words in Latin letters`),
    );
  }
  if (theirs.latin <= 4 * theirs.chinese) {
    problems.push(
      problemAt(en.path, undefined, `is not English: ${theirs.latin} words in Latin letters, ${theirs.chinese} Chinese characters`),
    );
  }
  const [least, most] = RATIO;
  const ratio = ours.chinese / theirs.latin;
  if (problems.length > 0 || (ratio > least && ratio < most)) return problems;
  const shorter = ratio <= least ? zh : en;
  const counts = `${ours.chinese} Chinese characters stand against ${theirs.latin} English words`;
  return [
    problemAt(shorter.path, undefined, `is a summary of the other language: ${counts}, where a word takes ${least} to ${most} characters`),
  ];
}

/** Chapters that are in the wrong language, or tell in one language much less than in the other. */
export function checkTranslation({ chapters }: Pick<Book, 'chapters'>): readonly Problem[] {
  return chapters
    .filter(({ lang }) => lang === LANGS[0])
    .flatMap((zh) => {
      const en = chapters.find(({ id, lang }) => id === zh.id && lang !== zh.lang);
      return en === undefined ? [] : checkPair(zh, en);
    });
}

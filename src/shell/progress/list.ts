/** Which of the book's challenges are solved and which predictions made, chapter by chapter, each with a link. Plain elements, no framework. */
import { progressText } from '../../i18n/progress';
import { fill, labelled, type Lang } from '../../i18n/text';

interface Listed {
  readonly name: string;
  readonly title: string;
  readonly href: string;
}

/** The book's challenges and predictions, as the site publishes them. */
export type ListedChallenges = readonly {
  readonly chapter: string;
  readonly challenges: readonly Listed[];
  readonly predictions: readonly Listed[];
}[];

/** How many of a chapter's challenges are solved, in words. */
export function chapterProgress(
  { chapter, challenges }: Pick<ListedChallenges[number], 'chapter' | 'challenges'>,
  solved: ReadonlySet<string>,
  lang: Lang,
): string {
  const count = challenges.filter(({ name }) => solved.has(name)).length;
  return labelled(chapter, fill(progressText.ofAll[lang], { count, all: challenges.length }), lang);
}

/** How many of a chapter's predictions were made, in words. */
export function predictionProgress(
  { predictions }: Pick<ListedChallenges[number], 'predictions'>,
  made: ReadonlySet<string>,
  lang: Lang,
): string {
  const count = predictions.filter(({ name }) => made.has(name)).length;
  return labelled(progressText.predictions[lang], fill(progressText.ofAll[lang], { count, all: predictions.length }), lang);
}

/** Things with links; those done are marked by a sign, and by a word for those who do not see it. */
function drawList(
  listed: readonly Listed[],
  done: ReadonlySet<string>,
  words: { readonly done: string; readonly open: string },
): HTMLElement {
  const list = document.createElement('ul');
  for (const { name, title, href } of listed) {
    const isDone = done.has(name);
    const link = Object.assign(document.createElement('a'), { href, textContent: title });
    const mark = Object.assign(document.createElement('span'), { textContent: isDone ? '✓' : '○' });
    mark.setAttribute('role', 'img');
    mark.setAttribute('aria-label', isDone ? words.done : words.open);
    const item = document.createElement('li');
    item.append(mark, ' ', link);
    list.append(item);
  }
  return list;
}

/** The list as elements: of each chapter its challenges, then its predictions. */
export function drawChallenges(
  listed: ListedChallenges,
  solved: ReadonlySet<string>,
  made: ReadonlySet<string>,
  lang: Lang,
): readonly HTMLElement[] {
  return listed.flatMap((one) => {
    const heading = Object.assign(document.createElement('h3'), { textContent: chapterProgress(one, solved, lang) });
    const list = drawList(one.challenges, solved, { done: progressText.isSolved[lang], open: progressText.isOpen[lang] });
    if (one.predictions.length === 0) return [heading, list];
    const below = Object.assign(document.createElement('h4'), { textContent: predictionProgress(one, made, lang) });
    return [heading, list, below, drawList(one.predictions, made, { done: progressText.isMade[lang], open: progressText.isUnmade[lang] })];
  });
}

/** True for what the site publishes; a host may answer with a page of its own. */
function isListed(content: unknown): content is ListedChallenges {
  return (
    Array.isArray(content) &&
    content.every(
      (one: unknown) =>
        typeof one === 'object' &&
        one !== null &&
        'challenges' in one &&
        Array.isArray(one.challenges) &&
        'predictions' in one &&
        Array.isArray(one.predictions),
    )
  );
}

/** Loads the list; empty where it does not arrive (offline, say): the count alone is shown then. */
export async function loadChallenges(address: string): Promise<ListedChallenges> {
  try {
    const answer = await fetch(address);
    const content: unknown = answer.ok ? await answer.json() : [];
    return isListed(content) ? content : [];
  } catch {
    return [];
  }
}

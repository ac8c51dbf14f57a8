/** Which of the book's challenges are solved, chapter by chapter, each with a link. Plain elements, no framework. */
import { progressText } from '../../i18n/progress';
import { fill, labelled, type Lang } from '../../i18n/text';

/** The book's challenges, as the site publishes them. */
export type ListedChallenges = readonly {
  readonly chapter: string;
  readonly challenges: readonly { readonly name: string; readonly title: string; readonly href: string }[];
}[];

/** How many of a chapter's challenges are solved, in words. */
export function chapterProgress({ chapter, challenges }: ListedChallenges[number], solved: ReadonlySet<string>, lang: Lang): string {
  const count = challenges.filter(({ name }) => solved.has(name)).length;
  return labelled(chapter, fill(progressText.ofAll[lang], { count, all: challenges.length }), lang);
}

/** The list as elements; solved ones are marked by a sign and by a word for those who do not see it. */
export function drawChallenges(listed: ListedChallenges, solved: ReadonlySet<string>, lang: Lang): readonly HTMLElement[] {
  return listed.flatMap((one) => {
    const heading = Object.assign(document.createElement('h3'), { textContent: chapterProgress(one, solved, lang) });
    const list = document.createElement('ul');
    for (const { name, title, href } of one.challenges) {
      const isSolved = solved.has(name);
      const link = Object.assign(document.createElement('a'), { href, textContent: title });
      const mark = Object.assign(document.createElement('span'), { textContent: isSolved ? '✓' : '○' });
      mark.setAttribute('role', 'img');
      mark.setAttribute('aria-label', progressText[isSolved ? 'isSolved' : 'isOpen'][lang]);
      const item = document.createElement('li');
      item.append(mark, ' ', link);
      list.append(item);
    }
    return [heading, list];
  });
}

/** True for what the site publishes; a host may answer with a page of its own. */
function isListed(content: unknown): content is ListedChallenges {
  return (
    Array.isArray(content) &&
    content.every((one: unknown) => typeof one === 'object' && one !== null && 'challenges' in one && Array.isArray(one.challenges))
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

/** The challenges and predictions of the book as its reader's progress lists them. */
import { getCollection } from 'astro:content';
import type { ListedChallenges } from '../shell/progress/list';
import type { Lang } from '../i18n/text';
import { listChapters } from './book-chapters';
import { challengesOf, predictionsOf } from './markdown/challenges-of';

/** The challenges and predictions of every chapter that is there, in the order of the book. */
export async function listChallenges(lang: Lang): Promise<ListedChallenges> {
  const entries = await getCollection('docs');
  return (await listChapters(lang)).flatMap(({ id, number, title, href }) => {
    const body = entries.find((entry) => entry.id === (lang === 'en' ? `en/${id}` : id))?.body ?? '';
    const challenges = challengesOf(body).map((one) => ({
      name: `${id}/${one.id}`,
      title: one.title,
      href: `${href ?? ''}#challenge-${one.id}`,
    }));
    const predictions = predictionsOf(body).map((one) => ({
      name: `${id}/${one.id}`,
      href: `${href ?? ''}#predict-${one.id}`,
      title: one.title,
    }));
    const nothing = challenges.length + predictions.length === 0;
    return href === undefined || nothing ? [] : [{ chapter: `${number} ${title}`, challenges, predictions }];
  });
}

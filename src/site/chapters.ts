import type { Text } from '../i18n/text';

/** A chapter that the book will have. */
export interface PlannedChapter {
  readonly id: string;
  readonly number: number;
  readonly title: Text;
}

/**
 * The chapters still to come: named, unlinked, until their Markdown is there in both languages. A chapter that is there needs no
 * entry: its front matter says its place and its title.
 */
export const plannedChapters: readonly PlannedChapter[] = [
  { id: 'inside', number: 8, title: { zh: '看到网络里面去', en: 'Looking inside' } },
];

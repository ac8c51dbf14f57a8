import { fill, type Lang } from '../../i18n/text';
import { siteText } from '../../i18n/site';
import type { Book } from './book';
import type { Inventory, Target } from './inventory';

/** What the steps of rendering one chapter know. */
export interface RenderContext {
  /** The chapter's id, its file's name. */
  readonly chapter: string;
  readonly lang: Lang;
  readonly book: Book;
  readonly inventory: Inventory;
  /** Where the site lives: "/" or "/some/path/". */
  readonly base: string;
}

/** "图 1.2" · "Figure 1.2": how a target is called in the text. */
export function nameOf(target: Pick<Target, 'kind' | 'number'>, lang: Lang): string {
  return fill(siteText[target.kind][lang], { number: target.number });
}

/** The address of a chapter's page. */
export function chapterHref(base: string, lang: Lang, id: string): string {
  return `${base.replace(/\/?$/, '/')}${lang === 'en' ? 'en/' : ''}${id}/`;
}

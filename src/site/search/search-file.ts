import type { Lang } from '../../i18n/text';

/** Where the texts of a language's pages lie in the built site, from its root. */
export function searchFile(lang: Lang): string {
  return `search/${lang}.json`;
}

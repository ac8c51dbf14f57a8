import type { Lang } from '../i18n/text';

/** The language of a page, of Starlight's locale or Astro's: anything that is not English is the default, Chinese. */
export function langOf(locale: string | undefined): Lang {
  return locale?.startsWith('en') === true ? 'en' : 'zh';
}

/** The two languages of the book. Chinese is the default; neither is a translation of the other. */
export type Lang = 'zh' | 'en';

/** Everything a reader sees exists in both languages: a missing one is a type error on that line. */
export type Text = Readonly<Record<Lang, string>>;

/** Both languages, in the order in which they are listed everywhere. */
export const LANGS: readonly Lang[] = ['zh', 'en'];

/** BCP 47 tags for `lang` attributes, `Intl` and `hreflang`. */
export const LANG_TAGS: Readonly<Record<Lang, string>> = { zh: 'zh-CN', en: 'en' };

/** A word that is the same in both languages (names such as tanh, ReLU, Adam). */
export function same(word: string): Text {
  return { zh: word, en: word };
}

/**
 * Fills `{name}` places of a template. A name that the values lack stays as it stands, so that a mistake is seen.
 * @example fill(text.en, { step: 12 }) // 'step 12' for 'step {step}'
 */
export function fill(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

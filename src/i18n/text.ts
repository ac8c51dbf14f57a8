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
 * Fills `{name}` places of a template; `{name:one|many}` is the first word where the value is 1, else the second. A name that the values
 * lack stays as it stands, so that a mistake is seen.
 * @example fill('{count} {count:line|lines}', { count: 1 }) // '1 line'
 */
export function fill(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)(?::([^{}|]*)\|([^{}|]*))?\}/g, (whole, name: string, one?: string, many?: string) => {
    const value = values[name];
    if (value === undefined) return whole;
    return String(one === undefined ? value : Number(value) === 1 ? one : many);
  });
}

/** A name and what is said of it, with the colon of the language. */
export function labelled(name: string, said: string, lang: Lang): string {
  return `${name}${lang === 'zh' ? '\uFF1A' : ': '}${said}`;
}

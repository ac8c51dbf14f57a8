/** Under which letter a term is looked up: in English its first, in Chinese its pinyin's, by the order that sorts the terms, too. */
import { LANG_TAGS, type Lang } from '../i18n/text';

/** For each letter that begins a syllable of pinyin the first character of that letter, in the collation's order. */
const FIRSTS = [...'阿八嚓哒妸发旮哈讥咔垃妈拏噢妑七呥仨他屲夕丫帀'];
const LETTERS = [...'ABCDEFGHJKLMNOPQRSTWXYZ'];
const { compare } = new Intl.Collator(LANG_TAGS.zh);

/** The letter, in capitals; `0–9` for a digit, and in Chinese `Latin` for a term that is written in letters. */
export function initialOf(term: string, lang: Lang): string {
  const first = [...term][0] ?? '';
  if (/\d/.test(first)) return '0–9';
  if (/[a-z]/i.test(first)) return lang === 'zh' ? 'Latin' : first.toUpperCase();
  return LETTERS[FIRSTS.findLastIndex((one) => compare(one, first) <= 0)] ?? first.toUpperCase();
}

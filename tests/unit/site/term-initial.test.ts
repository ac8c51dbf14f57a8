import { describe, expect, it } from 'vitest';
import glossary from '../../../content/glossary.json';
import { initialOf } from '../../../src/site/term-initial';
import { LANGS, LANG_TAGS } from '../../../src/i18n/text';

describe('the letter that a term is looked up under', () => {
  it.each([
    ['多层感知机', 'D'],
    ['权重', 'Q'],
    ['卷积核', 'J'],
    ['残差连接', 'C'],
    ['参数', 'C'],
    ['饱和', 'B'],
    ['转置卷积', 'Z'],
    ['异或', 'Y'],
    ['万能逼近定理', 'W'],
    ['1×1 卷积', '0–9'],
    ['sigmoid 函数', 'Latin'],
  ])('of %s is %s', (term, letter) => expect(initialOf(term, 'zh')).toBe(letter));

  it.each(LANGS)('has its terms together in the glossary (%s)', (lang) => {
    const terms = Object.values(glossary)
      .map((wording) => wording[lang].term)
      .sort(new Intl.Collator(LANG_TAGS[lang]).compare);
    const letters = terms.map((term) => initialOf(term, lang));
    const runs = letters.filter((letter, i) => letter !== letters[i - 1]);
    expect(runs).toHaveLength(new Set(letters).size);
    expect(letters.every((letter) => /^[A-Z]$|^0–9$|^Latin$/.test(letter))).toBe(true);
  });
});

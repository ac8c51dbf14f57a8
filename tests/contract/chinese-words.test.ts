/** The Chinese words of the page and the demos: one word a thing, and punctuation as Chinese has it. */
import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** Words that were once said beside another word for the same thing, and that other word. */
const ONE_WORD: Readonly<Record<string, string>> = {
  时间线: '时间轴',
  结点: '节点',
  平的网络: '普通网络',
  批规范化: '批量规范化',
};

const files = [...globSync('src/i18n/*.ts'), ...globSync('src/demos/*/{demo,words}.ts'), 'src/demos/knobs.ts'];
const texts = files.flatMap((file) =>
  Array.from(readFileSync(file, 'utf8').matchAll(/zh:\s*'((?:[^'\\]|\\.)*)'/g), ([, text = '']) => ({ file, text })),
);

it('there are words', () => {
  expect(texts.length).toBeGreaterThan(500);
});

it.each(Object.entries(ONE_WORD))('never says %s, always %s', (word) => {
  expect(texts.filter(({ text }) => text.includes(word)).map(({ file, text }) => `${file}: ${text}`)).toEqual([]);
});

it('has no half-width colon, comma or bracket beside a Chinese character', () => {
  const wrong = texts.filter(({ text }) => /[一-鿿][:;,!?(]|[):;,!?][一-鿿]/.test(text.replace(/\{\w+\}/g, '')));
  expect(wrong.map(({ file, text }) => `${file}: ${text}`)).toEqual([]);
});

it('sets no space before a sign of per cent', () => {
  expect(texts.filter(({ text }) => /[\d}] %/.test(text)).map(({ file, text }) => `${file}: ${text}`)).toEqual([]);
});

/** The Chinese words of the page, the demos and the chapters: one word a thing, and punctuation as Chinese has it. */
import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { shellText } from '../../src/i18n/shell';

/** Words that were once said beside another word for the same thing, and that other word. */
const ONE_WORD: Readonly<Record<string, string>> = {
  时间线: '时间轴',
  结点: '节点',
  平的网络: '普通网络',
  批规范化: '批量规范化',
  有权重的层: '带参数的层',
  步距: '累积步幅',
  手造特征: '手工特征',
  预激活: '净输入',
};

const files = [...globSync('src/i18n/*.ts'), ...globSync('src/demos/**/*.{ts,tsx}')];
const texts = files.flatMap((file) =>
  Array.from(readFileSync(file, 'utf8').matchAll(/zh:\s*'((?:[^'\\]|\\.)*)'/g), ([, text = '']) => ({ file, text })),
);

/** The chapters, line by line: they call things what the figures call them. */
const lines = globSync('content/zh/*.md').flatMap((file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .map((text, i) => ({ file: `${file}:${i + 1}`, text })),
);

it('there are words', () => {
  expect(texts.length).toBeGreaterThan(500);
});

it.each(Object.entries(ONE_WORD))('never says %s, always %s', (word) => {
  expect([...texts, ...lines].filter(({ text }) => text.includes(word)).map(({ file, text }) => `${file}: ${text}`)).toEqual([]);
});

it('the button that leads back to step 0 is called what the chapters call it', () => {
  expect(shellText.reset.zh).toMatch(/^重置：/);
  expect(lines.filter(({ text }) => text.includes('“重置”')).length).toBeGreaterThan(1);
});

it('has no half-width colon, comma or bracket beside a Chinese character', () => {
  const wrong = texts.filter(({ text }) => /[一-鿿][:;,!?(]|[):;,!?][一-鿿]/.test(text.replace(/\{\w+\}/g, '')));
  expect(wrong.map(({ file, text }) => `${file}: ${text}`)).toEqual([]);
});

it('sets no space before a sign of per cent', () => {
  expect(texts.filter(({ text }) => /[\d}] %/.test(text)).map(({ file, text }) => `${file}: ${text}`)).toEqual([]);
});

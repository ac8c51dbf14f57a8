import type { Text } from './text';

/** What is said about parameters' values that cannot be read. */
export const demoText = {
  unknown: { zh: '没有名为“{name}”的参数；可用的参数：{parameters}', en: 'has no parameter "{name}"; it has: {parameters}' },
  notANumber: { zh: '“{text}”不是数', en: '"{text}" is not a number' },
  outside: { zh: '{text} 不在 {min} 到 {max} 之间', en: '{text} is outside {min} to {max}' },
  notAnOption: { zh: '“{text}”不在选项之列：{options}', en: '"{text}" is none of: {options}' },
  notAToggle: { zh: '“{text}”应为 true 或 false', en: '"{text}" should be true or false' },
  notASize: { zh: '“{text}”应为 {min} 到 {max} 之间的整数', en: '"{text}" should be a whole number from {min} to {max}' },
  tooMany: { zh: '有 {count} 项，最多 {most} 项', en: 'has {count} entries; at most {most}' },
  tooFew: { zh: '至少要选 {least} 项', en: 'needs at least {least}' },
  oneOnly: { zh: '“{text}”应为单个选项', en: '"{text}" should be one option' },
  notADrawing: {
    zh: '“{text}”不是一幅画；应为笔宽（1 到 9）加上用两个字符表示的点，各笔之间用句点分开',
    en: '"{text}" is no drawing; it should be the pen’s width (1 to 9) and points of two characters each, strokes parted by full stops',
  },
  promptLong: { zh: '有 {count} 个字符，最多 {most} 个', en: 'has {count} characters; at most {most}' },
  promptControl: {
    zh: '有一个不能写在一行里的字符（代码 {code}）；应为一行文字',
    en: 'has a character (code {code}) that cannot stand in a line; it should be a line of text',
  },
  lineAlike: {
    zh: '“{text}”里没有两个不同的字符；要学的一行至少得有两个',
    en: '"{text}" has no two different characters; a line to be learnt needs them',
  },
  noVariable: { zh: '“{text}”里没有变量；名字就是变量，例如 x', en: '"{text}" has no variable in it; any name is one, such as x' },
} as const satisfies Record<string, Text>;

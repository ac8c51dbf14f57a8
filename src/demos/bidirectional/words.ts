import type { Text } from '../../i18n/text';

/** Words of this demo's own picture. */
export const bidirectionalText = {
  title: { zh: '回答时各自读过什么，答什么', en: 'What each has read, and what it answers' },
  forward: { zh: '从左往右', en: 'left to right' },
  backward: { zh: '从右往左', en: 'right to left' },
  both: { zh: '两个方向', en: 'both ways' },
  seen: { zh: '{sign} {name}：读过 {count} 个', en: '{sign} {name}: {count} read' },
  row: { zh: '只换一个符号', en: 'one symbol exchanged' },
  answer: { zh: '正确答案', en: 'true answer' },
  shade: {
    zh: '格子的深浅：换掉上面那个符号，回答最多变多少；0 是丝毫不变。',
    en: 'Shade: how far the answer moves at most when the symbol above is exchanged; 0: not at all.',
  },
  exchanged: { zh: '换掉第 {place} 个（{symbol}），回答变了', en: 'moved by exchanging symbol {place} ({symbol})' },
  answered: {
    zh: '第 {step} 步：{rows} 行只差一个符号。答对的行数：从左往右 {forward}，从右往左 {backward}，两个方向 {both}。',
    en: 'Step {step}: {rows} rows that differ in one symbol. Rows answered right: left to right {forward}, right to left {backward}, both ways {both}.',
  },
} as const satisfies Readonly<Record<string, Text>>;

import type { Text } from '../../i18n/text';

/** Words of this demo's own picture. */
export const memoryText = {
  title: { zh: '谁看得到提示，谁答得对', en: 'Who sees the cue, and who answers right' },
  now: { zh: '当前', en: 'present' },
  window: { zh: '窗口', en: 'window' },
  state: { zh: '循环', en: 'recurrent' },
  sees: { zh: '{name}：看到 {count} 个', en: '{name}: sees {count}' },
  keeps: { zh: '{name}：一个接一个', en: '{name}: one by one' },
  row: { zh: '上文', en: 'context' },
  answer: { zh: '正确答案', en: 'true answer' },
  answered: {
    zh: '第 {step} 步：{rows} 行只差提示一个符号。答对的行数：只看当前符号 {now}，窗口 {window}，循环 {state}。',
    en: 'Step {step}: {rows} rows that differ in the cue alone. Rows answered right: present symbol {now}, window {window}, recurrent {state}.',
  },
} as const satisfies Readonly<Record<string, Text>>;

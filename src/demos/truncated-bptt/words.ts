import type { Text } from '../../i18n/text';

/** Words of this demo's own picture. */
export const truncatedText = {
  title: { zh: '状态与梯度各走到哪里，答什么', en: 'How far states and gradients go, and the answers' },
  reset: { zh: '清零', en: 'reset' },
  carried: { zh: '带过', en: 'carried' },
  whole: { zh: '不截', en: 'not cut' },
  back: { zh: '{name}：梯度走 {count} 步', en: '{name}: {count} back' },
  row: { zh: '只换提示', en: 'cue exchanged' },
  answer: { zh: '正确答案', en: 'true answer' },
  shade: {
    zh: '箭头：状态从哪里算起，竖线是切口。格子的深浅：损失对这个符号的梯度，与同一行最大的相比；0 是到不了。',
    en: 'Arrows: where the state begins; a bar is a cut. Shade: the gradient of the loss by this symbol, against the largest of its line; 0: none arrives.',
  },
  gradient: { zh: '对第 {place} 个符号（{symbol}）的梯度', en: 'gradient by symbol {place} ({symbol})' },
  answered: {
    zh: '第 {step} 步：{rows} 行只差提示一个符号。答对的行数：状态清零 {reset}，状态带过 {carried}，不截断 {whole}。',
    en: 'Step {step}: {rows} rows that differ in the cue alone. Rows answered right: state reset {reset}, state carried {carried}, not cut {whole}.',
  },
} as const satisfies Readonly<Record<string, Text>>;

import type { Text } from '../../i18n/text';

/** Words of this demo's own pictures. */
export const charText = {
  title: { zh: '逐字读，逐字写', en: 'Reading and writing, letter by letter' },
  mean: {
    zh: '每个符号平均 {bits} 比特 = {nats} 奈特，困惑度 {perplexity}',
    en: 'mean {bits} bits = {nats} nats, perplexity {perplexity}',
  },
  expected: { zh: '方框处的下一个字：它原以为', en: 'In the frame it expected' },
  surprise: { zh: '意外程度（比特）', en: 'surprise (bits)' },
  moved: { zh: '对方框处答案的影响', en: 'effect on the framed answer' },
  unit: { zh: '单元 {unit}，r = {correlation}：{trait}', en: 'unit {unit}, r = {correlation}: {trait}' },
  line: { zh: '行内位置', en: 'place in the line' },
  word: { zh: '标点之后第几个字', en: 'place in the word' },
  quotes: { zh: '引号之内', en: 'being in quotes' },
  choosePlace: { zh: '选一处（方向键移动）', en: 'choose a place (arrow keys move it)' },
  text: { zh: '文字', en: 'text' },
  bits: { zh: '比特', en: 'bits' },
  passageNow: {
    zh: '第 {step} 步：留出的 {count} 个符号，平均每个 {bits} 比特，困惑度 {perplexity}；最意外的是“{symbol}”，{largest} 比特。',
    en: 'Step {step}: {count} held-out symbols, {bits} bits each on average, perplexity {perplexity}; “{symbol}” surprised it most, {largest} bits.',
  },
} as const satisfies Readonly<Record<string, Text>>;

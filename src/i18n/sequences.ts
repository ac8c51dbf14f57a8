import type { Text } from './text';

/** Words of the pictures of sequences and texts: strips of symbols, matrices with named rows and columns, values along a sequence. */
export const sequenceText = {
  notAsked: { zh: '播放或走一步，它才作答', en: 'Play, or take a step, and it answers' },
  tokenStrip: { zh: '逐个符号', en: 'Symbol by symbol' },
  stripNow: {
    zh: '第 {step} 步：{rows} 行，共 {count} 个符号，平均 {mean}，最大的是“{symbol}”处的 {largest}。',
    en: 'Step {step}: {rows} {rows:row|rows} of {count} {count:symbol|symbols} in all; mean {mean}, largest {largest} at “{symbol}”.',
  },
  stripEmpty: { zh: '第 {step} 步：没有符号。', en: 'Step {step}: no symbols.' },
  row: { zh: '行', en: 'row' },
  position: { zh: '位置', en: 'position' },
  symbol: { zh: '符号', en: 'symbol' },
  value: { zh: '值', en: 'value' },
  surprise: { zh: '意外程度（比特）', en: 'surprise (bits)' },
  probability: { zh: '概率', en: 'probability' },
  answered: { zh: '方框：要回答的地方', en: 'framed: where an answer is due' },
  heatMatrix: { zh: '热力图', en: 'Heat map' },
  heatNow: {
    zh: '第 {step} 步：{rows} 行 {columns} 列，最大的是“{row}”行“{column}”列的 {largest}。',
    en: 'Step {step}: {rows} {rows:row|rows}, {columns} {columns:column|columns}; the largest is {largest}, in row “{row}”, column “{column}”.',
  },
  heatEmpty: { zh: '第 {step} 步：没有数。', en: 'Step {step}: no numbers.' },
  heatReading: { zh: '“{row}”行，“{column}”列：{value}', en: 'row “{row}”, column “{column}”: {value}' },
  keysHeat: { zh: '方向键移动读数位置', en: 'arrow keys move the reading' },
  unit: { zh: '单元', en: 'unit' },
  head: { zh: '头', en: 'head' },
  placesBack: { zh: '往前几个', en: 'places back' },
  query: { zh: '查询', en: 'query' },
  key: { zh: '键', en: 'key' },
  sequencePlot: { zh: '沿序列的值', en: 'Values along the sequence' },
  seriesNow: {
    zh: '{series}：从位置 1 的 {first} 到位置 {count} 的 {last}。',
    en: '{series}: from {first} at position 1 to {last} at position {count}.',
  },
  seriesEmpty: { zh: '没有可画的序列。', en: 'There is no series to draw.' },
  inputGate: { zh: '输入门', en: 'input gate' },
  forgetGate: { zh: '遗忘门', en: 'forget gate' },
  outputGate: { zh: '输出门', en: 'output gate' },
  updateGate: { zh: '更新门', en: 'update gate' },
  resetGate: { zh: '重置门', en: 'reset gate' },
  meanOfUnits: { zh: '各单元的平均', en: 'mean of the units' },
  candidate: { zh: '候选值', en: 'candidate' },
  distance: { zh: '距离', en: 'distance' },
  apart: { zh: '状态之间的距离', en: 'distance between states' },
  gradient: { zh: '梯度大小', en: 'size of the gradient' },
  distribution: { zh: '下一个符号的分布', en: 'Distribution over the next symbol' },
  distributionNow: {
    zh: '第 {step} 步：{count} 个符号中最可能的是“{symbol}”，概率 {share}；熵 {entropy} 比特。',
    en: 'Step {step}: of {count} {count:symbol|symbols} “{symbol}” is most likely, with probability {share}; entropy {entropy} bits.',
  },
  distributionTruth: { zh: '正确的是“{symbol}”，概率 {share}。', en: 'The true one, “{symbol}”, has {share}.' },
  others: { zh: '其余 {count} 个', en: '{count} others' },
  truth: { zh: '正确的', en: 'true' },
} as const satisfies Readonly<Record<string, Text>>;

/** The word of a key in one language; a key that has none is a name and says itself. */
export function sequenceWord(key: string, lang: keyof Text): string {
  const found = Object.entries(sequenceText).find(([name]) => name === key);
  return found === undefined ? key : found[1][lang];
}

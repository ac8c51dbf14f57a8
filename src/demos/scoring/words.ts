import type { Text } from '../../i18n/text';

/** Words of this demo's own picture. */
export const scoringText = {
  title: { zh: '八次查找，三种评分的权重', en: 'Eight look-ups, and the weights of each score' },
  dot: { zh: '点积', en: 'dot product' },
  scaled: { zh: '缩放点积', en: 'scaled' },
  additive: { zh: '加性', en: 'additive' },
  right: { zh: '听对 {share}', en: 'right {share}' },
  entropy: { zh: '熵 {entropy}', en: 'entropy {entropy}' },
  gradient: { zh: '梯度 {gradient}', en: 'gradient {gradient}' },
  axes: { zh: '行：查找；列：键。该听的在对角线上。', en: 'Rows: look-ups; columns: keys. Right: the diagonal.' },
  lookUp: { zh: '查找 {row}', en: 'look-up {row}' },
  draws: { zh: '一万次随机抽取，d = {length}', en: '10,000 random draws, d = {length}' },
  variance: { zh: '方差', en: 'variance' },
  meanEntropy: { zh: '平均熵', en: 'mean entropy' },
  plain: { zh: 'q·k', en: 'q·k' },
  root: { zh: 'q·k/√d', en: 'q·k/√d' },
  now: {
    zh: '第 {step} 步，d = {length}：听对的比例，点积 {dot}，缩放点积 {scaled}，加性 {additive}；分数得到的梯度，点积 {dotGradient}，缩放点积 {scaledGradient}。',
    en: 'Step {step}, d = {length}: heard right by the dot product {dot}, scaled {scaled}, additive {additive}; the gradient at the scores is {dotGradient} for the dot product and {scaledGradient} scaled.',
  },
} as const satisfies Readonly<Record<string, Text>>;

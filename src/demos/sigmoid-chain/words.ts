import type { Text } from '../../i18n/text';

/** Words of the chain of units: its factors and their product. */
export const chainText = {
  chain: { zh: '一串单元', en: 'A chain of units' },
  link: { zh: '节', en: 'link' },
  output: { zh: '输出', en: 'output' },
  weight: { zh: '权重 w', en: 'weight w' },
  slope: { zh: '斜率 f′(z)', en: 'slope f′(z)' },
  factor: { zh: '因子 w·f′(z)', en: 'factor w·f′(z)' },
  product: { zh: '从末节乘到这里', en: 'product back to here' },
  bound: { zh: '对数轴 · 虚线：上限 ∏|w|{steepest}', en: 'log · dashes: at most ∏|w|{steepest}' },
  chainNow: {
    zh: '第 {step} 步：{count} 个因子 {factors}，乘积是 {product}，上限是 {bound}。',
    en: 'Step {step}: {count} factors, {factors}; their product is {product}, and could at most be {bound}.',
  },
} as const satisfies Record<string, Text>;

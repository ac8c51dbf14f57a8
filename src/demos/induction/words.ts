import type { Text } from '../../i18n/text';

/** Words of this demo's own picture. */
export const inductionText = {
  title: { zh: '圈上的下一个，各头看哪里', en: 'Next on the ring, and where heads look' },
  ask: { zh: '指着一处，看它看哪里', en: 'point at a place to see where it looks' },
  given: { zh: '序列', en: 'given' },
  said: { zh: '下一个', en: 'next' },
  short: { zh: '层{layer}头{head}', en: 'L{layer} H{head}' },
  head: { zh: '第 {layer} 层，头 {head}', en: 'layer {layer}, head {head}' },
  looks: { zh: '第 {place} 处（{symbol}）看：', en: 'place {place} ({symbol}) looks at:' },
  rows: { zh: '行：谁在看；列：看谁；框：该看的', en: 'rows look, columns are seen; framed: where to look' },
  place: { zh: '位置', en: 'place' },
  symbol: { zh: '符号', en: 'symbol' },
  truth: { zh: '圈上的下一个', en: 'next on the ring' },
  answer: { zh: '回答', en: 'answer' },
  most: { zh: '{head}：最看重第几处', en: '{head}: looks most at place' },
  now: {
    zh: '第 {step} 步：{asked} 处问到圈上的下一个，答对 {right} 处。',
    en: 'Step {step}: at {asked} places the next symbol on the ring is asked for, and {right} answers are right.',
  },
  keys: { zh: '左右方向键换位置', en: 'left and right arrow keys move' },
} as const satisfies Readonly<Record<string, Text>>;

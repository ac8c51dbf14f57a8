import type { Text } from '../../i18n/text';

/** Words of this demo's own picture. */
export const multiHeadText = {
  title: { zh: '每处问谁，答什么', en: 'Whom each place asks, and what it answers' },
  ask: { zh: '指着一处，看它问谁', en: 'point at a place to see whom it asks' },
  asking: { zh: '第 {place} 处（{symbol}）问：', en: 'place {place} ({symbol}) asks:' },
  rows: { zh: '行：谁在问；列：问到谁', en: 'rows ask, columns are asked' },
  given: { zh: '序列', en: 'given' },
  back: { zh: '前 {count} 个', en: '{count} back' },
  head: { zh: '头 {head}', en: 'head {head}' },
  place: { zh: '位置', en: 'place' },
  symbol: { zh: '符号', en: 'symbol' },
  truth: { zh: '正确：前 {count} 个', en: 'true: {count} back' },
  answered: {
    zh: '第 {step} 步：{places} 处里，前 1 个答对 {near} 处，前 {far} 个答对 {second} 处，两问都对 {both} 处。',
    en: 'Step {step}: of {places} places, {near} name the symbol one back, {second} the one {far} back, {both} both.',
  },
  keys: { zh: '左右方向键换位置', en: 'left and right arrow keys move' },
} as const satisfies Readonly<Record<string, Text>>;

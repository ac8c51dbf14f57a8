import type { Text } from '../../i18n/text';

/** Words of pooling: pictures, maps and what a shift does to them. */
export const poolingText = {
  pooling: { zh: '挪动之前与之后', en: 'Before and after a shift' },
  before: { zh: '原来', en: 'before' },
  after: { zh: '挪动后', en: 'shifted' },
  map: { zh: '特征图 {side}×{side}', en: 'map {side}×{side}' },
  pooled: { zh: '池化后 {side}×{side}', en: 'pooled {side}×{side}' },
  notPooled: { zh: '不池化', en: 'not pooled' },
  reads: { zh: '判为 ＋ 的概率 {share}', en: '+ at {share}' },
  mapChange: { zh: '特征图变了 {share}', en: 'the map changed by {share}' },
  pooledChange: { zh: '池化后变了 {share}', en: 'what is pooled by {share}' },
  shiftKeys: { zh: '挪动后的图像；方向键挪动记号', en: 'the shifted picture; arrow keys move the mark' },
  now: {
    zh: '第 {step} 步：记号挪动（下 {down}，右 {right}）之后，{channels} 个通道的特征图变了 {map}，池化成 {side}×{side}×{channels} 之后变了 {pooled}；判为 ＋ 的概率从 {from} 变为 {to}。',
    en: 'Step {step}: with the mark shifted by {down} down and {right} right, the {channels} maps changed by {map}, pooled to {side}×{side}×{channels} by {pooled}; + is read at {from} before and {to} after.',
  },
  stage: { zh: '阶段', en: 'stage' },
  change: { zh: '变化', en: 'change' },
} as const satisfies Record<string, Text>;

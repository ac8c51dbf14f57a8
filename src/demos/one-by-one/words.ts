import type { Text } from '../../i18n/text';

/** Words of the picture of a 1x1 convolution at one pixel. */
export const oneByOneText = {
  title: { zh: '1×1 卷积在一个像素上', en: 'A 1×1 convolution at one pixel' },
  image: { zh: '图', en: 'image' },
  before: { zh: '1×1 之前：{count} 个通道', en: 'before the 1×1: {count} channels' },
  after: { zh: '1×1 之后：{count} 个通道', en: 'after the 1×1: {count} channels' },
  pixel: { zh: '像素 [{row},{column}]', en: 'pixel [{row},{column}]' },
  keys: { zh: '方向键换一个像素', en: 'arrow keys choose another pixel' },
  bias: { zh: '偏置', en: 'bias' },
  dense: { zh: '全连接层', en: 'dense layer' },
  convolution: { zh: '1×1 卷积', en: '1×1 conv' },
  same: { zh: '全图最大相差 {difference}', en: 'largest difference anywhere: {difference}' },
  maps: { zh: '每类一幅图，得分是它的平均', en: 'a map a class: its mean is the score' },
  scores: { zh: '每类的得分', en: 'the score of each class' },
  counts: { zh: '参数', en: 'parameters' },
  point: { zh: '1×1 卷积：{formula}', en: '1×1 convolution: {formula}' },
  averageHead: { zh: '平均的结尾：{formula}', en: 'average ending: {formula}' },
  denseHead: { zh: '全连接的结尾：{formula}', en: 'dense ending: {formula}' },
  now: {
    zh: '第 {step} 步：看像素 [{row},{column}]；全连接层与 1×1 卷积在全图上最大相差 {difference}。得分最高的是 {best}。平均的结尾有 {average} 个参数，全连接的结尾有 {dense} 个。',
    en: 'Step {step}: looking at pixel [{row},{column}]; dense layer and 1×1 convolution differ by at most {difference} anywhere. The highest score is that of {best}. The ending has {average} parameters with the average and {dense} with a dense layer.',
  },
  channel: { zh: '通道', en: 'channel' },
} as const satisfies Record<string, Text>;

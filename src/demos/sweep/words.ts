import type { Text } from '../../i18n/text';

/** Words of the picture of one network of the maps. */
export const networkText = {
  title: { zh: '所看的网络', en: 'The network looked at' },
  name: { zh: '网络 {number}，{map}', en: 'network {number}, {map}' },
  alone: { zh: '网络 {number}，单独', en: 'network {number} alone' },
  maps: { zh: '第 {map} 张图', en: 'map {map}' },
  rate: { zh: '学习率 {value}', en: 'rate {value}' },
  scale: { zh: '初始尺度 {value}', en: 'initial scale {value}' },
  decay: { zh: '衰减 {value}', en: 'decay {value}' },
  open: { zh: '单独训练它', en: 'train it alone' },
  back: { zh: '回到全部', en: 'back to all' },
  now: {
    zh: '第 {step} 步，{name}：{settings}。',
    en: 'Step {step}, {name}: {settings}.',
  },
} as const satisfies Readonly<Record<string, Text>>;

/** Comments in the printed program. */
export const codeWords = {
  name: { zh: '两张地图上的 256 个网络', en: '256 networks on two maps' },
  members: {
    zh: '每个网络有自己的设置：列、行、第几组初始随机数',
    en: 'What each network has of its own: column, row, draw of the first weights',
  },
  weights: {
    zh: '同一张图上的网络从同样的随机数开始，再乘上各自的尺度；所有网络的权重叠成一个数组',
    en: 'Networks of one map begin with the same draws, each by its own scale; the weights of all are stacked in one array',
  },
  losses: { zh: '每个网络的损失，一次算出', en: 'The loss of every network, at one go' },
  training: {
    zh: '训练：对损失之和求导，网络之间互不相干；损失不再是数的网络不再计入',
    en: 'Training: the gradient of the losses’ sum leaves each network to itself; one whose loss is no number any more is left out',
  },
  maps: { zh: '两张图的测试损失', en: 'Test losses of both maps' },
} as const satisfies Readonly<Record<string, Text>>;

import type { Text } from '../../i18n/text';

/** Words of channels: slices of a kernel, partial sums, the bank. */
export const channelText = {
  channels: { zh: '每个通道乘一片核，加起来', en: 'A slice of the kernel for every channel, added up' },
  red: { zh: '红', en: 'red' },
  green: { zh: '绿', en: 'green' },
  blue: { zh: '蓝', en: 'blue' },
  picture: { zh: '图像', en: 'picture' },
  slice: { zh: '核的一片', en: 'kernel slice' },
  partial: { zh: '这一片的和', en: 'its sum' },
  result: { zh: '输出 {index}', en: 'output {index}' },
  target: { zh: '目标', en: 'target' },
  bias: { zh: '三片相加，再加偏置 {bias}', en: 'three sums and the bias {bias}' },
  count: {
    zh: '参数 {k}·{k}·3·{outputs} + {outputs} = {count}',
    en: 'parameters {k}·{k}·3·{outputs} + {outputs} = {count}',
  },
  bank: { zh: '各个输出', en: 'all outputs' },
  choose: { zh: '输出 {index}，{name}；回车查看', en: 'output {index}, {name}; Enter shows it' },
  now: {
    zh: '第 {step} 步：{outputs} 个 {k}×{k}×3 的核，{count} 个参数；输出 {index} 与目标的均方根差是 {error}。',
    en: 'Step {step}: {outputs} kernels of {k}×{k}×3, {count} parameters; output {index} differs from its target by {error} (root mean square).',
  },
  channel: { zh: '通道', en: 'channel' },
  weight: { zh: '权重', en: 'weight' },
  brightness: { zh: '亮度', en: 'brightness' },
  opponent: { zh: '红减绿', en: 'red minus green' },
  edges: { zh: '竖边', en: 'upright edges' },
  spots: { zh: '蓝色的边', en: 'edges of blue' },
} as const satisfies Record<string, Text>;

import type { Text } from '../../i18n/text';

/** Words of this demo's own pictures. */
export const kernelText = {
  title: { zh: '点、预测，与一个查询的权重', en: 'Points, predictions, and the weights of one query' },
  target: { zh: '目标', en: 'target' },
  average: { zh: '总平均', en: 'plain mean' },
  chosen: { zh: '选定的宽度', en: 'chosen width' },
  learned: { zh: '学出的宽度', en: 'learned width' },
  query: { zh: '查询', en: 'query' },
  drag: { zh: '拖动查询', en: 'drag the query' },
  weights: { zh: '圆的大小：查询 x = {x} 给它的权重', en: 'discs: the weights for the query x = {x}' },
  fitNow: {
    zh: '第 {step} 步：学出的宽度是 {width}。查询 x = {x} 的预测是 {y}，权重最大的点在 x = {key}，占 {share}；权重过百分之一的有 {heard} 个点。',
    en: 'Step {step}: the learned width is {width}. For the query x = {x} the prediction is {y}; the point at x = {key} has the largest weight, {share}, and {heard} points have more than a hundredth.',
  },
  trainError: { zh: '训练误差', en: 'training error' },
  testError: { zh: '测试误差', en: 'test error' },
  width: { zh: '宽度 σ', en: 'width σ' },
  error: { zh: '均方误差', en: 'mean squared error' },
  now: { zh: '现在 σ = {width}', en: 'now σ = {width}' },
  widthsNow: {
    zh: '第 {step} 步：宽度现在是 {width}。训练误差在 σ = {train} 处最小，测试误差在 σ = {test} 处最小。',
    en: 'Step {step}: the width is {width}. The training error is least at σ = {train}, the test error at σ = {test}.',
  },
  x: { zh: '点的 x', en: 'x of the point' },
  y: { zh: '点的 y', en: 'y of the point' },
  weight: { zh: '权重', en: 'weight' },
} as const satisfies Readonly<Record<string, Text>>;

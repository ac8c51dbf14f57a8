import type { Text } from '../../i18n/text';

/** Words of the picture of a layer's statistics. */
export const statisticsText = {
  title: { zh: '一层的均值与标准差', en: 'Means and deviations of a layer' },
  layer: { zh: '隐藏层 {layer} 的净输入', en: 'Weighted sums of hidden layer {layer}' },
  mean: { zh: '均值', en: 'mean' },
  deviation: { zh: '标准差', en: 'standard deviation' },
  unit: { zh: '单元', en: 'unit' },
  came: { zh: '评估时实际来的', en: 'what comes in evaluation' },
  running: { zh: '移动平均', en: 'running average' },
  batches: { zh: '{count} 个批', en: '{count} batches' },
  unused: { zh: '这里不用批的统计量。', en: 'No statistics of batches are used here.' },
  inEvaluation: { zh: '测试准确率：评估模式 {accuracy}', en: 'test accuracy in evaluation mode {accuracy}' },
  inTraining: { zh: '训练模式 {accuracy}', en: 'in training mode {accuracy}' },
  now: {
    zh: '第 {step} 步，隐藏层 {layer}：评估时，净输入的标准差平均 {came}。',
    en: 'Step {step}, hidden layer {layer}: in evaluation the weighted sums have a standard deviation of {came} on average.',
  },
  normed: {
    zh: '移动平均记着 {running}，{count} 个批的平均是 {batches}。',
    en: 'The running average has {running}, and {count} batches have {batches} between them.',
  },
} as const satisfies Readonly<Record<string, Text>>;

import type { Text } from '../../i18n/text';

/** Words of this demo's own pictures. */
export const dropoutText = {
  title: { zh: '随机失活', en: 'Dropout' },
  input: { zh: '输入', en: 'input' },
  hidden: { zh: '第 {layer} 层', en: 'layer {layer}' },
  output: { zh: '输出', en: 'output' },
  kept: { zh: '{kept} / {units}', en: '{kept} of {units}' },
  masks: { zh: '掩码：一行一个样本，灰的丢弃', en: 'masks: a row a sample, grey is dropped' },
  untrained: { zh: '还没有走过一步，什么也没丢', en: 'no step made yet, nothing dropped' },
  thinnedNow: {
    zh: '第 {step} 步，批次中的第 {sample} 个样本：第 1 层留下 {first} 个单元（共 {units} 个），第 2 层留下 {second} 个。整个批次里，被丢弃的占 {share}。',
    en: 'Step {step}, sample {sample} of the batch: {first} of {units} units kept in layer 1 and {second} in layer 2. In the whole batch, {share} were dropped.',
  },
  whole: { zh: '不丢弃', en: 'nothing dropped' },
  averaged: { zh: '丢弃，取平均', en: 'dropped, on the mean' },
  afterDropout: { zh: '第 1 层，丢弃之后', en: 'layer 1 after dropout' },
  afterRelu: { zh: '第 2 层，ReLU 之后', en: 'layer 2 after its ReLU' },
  equal: { zh: '相等', en: 'equal' },
  layerMean: { zh: '{layer}：{whole} → {averaged}（{shift}）', en: '{layer}: {whole} → {averaged} ({shift})' },
  meansNow: {
    zh: '问了 {draws} 次。整层的均值，不丢弃时与丢弃后取平均：{means}。',
    en: 'Asked {draws} times. Means of whole layers, with nothing dropped and dropped on the mean: {means}.',
  },
  layer: { zh: '层', en: 'layer' },
  unit: { zh: '单元', en: 'unit' },
  probability: { zh: '正类的概率', en: 'probability of the positive class' },
  count: { zh: '次数', en: 'how often' },
  answersTitle: { zh: '同一个点，反复问', en: 'The same point, asked again' },
  asked: { zh: '点 ({x1}, {x2})，问 {draws} 次', en: 'at ({x1}, {x2}), asked {draws} times' },
  spread: { zh: '平均 {mean}，标准差 {deviation}', en: 'mean {mean}, standard deviation {deviation}' },
  usual: { zh: '不丢弃：{usual}', en: 'nothing dropped: {usual}' },
  answersNow: {
    zh: '点 ({x1}, {x2}) 问了 {draws} 次：概率平均 {mean}，标准差 {deviation}，最小 {low}，最大 {high}；不丢弃时是 {usual}。',
    en: 'The point ({x1}, {x2}) was asked {draws} times: the probability is {mean} on the mean, with a standard deviation of {deviation}, {low} at least and {high} at most; with nothing dropped it is {usual}.',
  },
  askedOff: { zh: '每个测试点问 {times} 次，什么也不丢', en: 'Every test point is asked {times} times, with nothing dropped' },
  askedOn: {
    zh: '每个测试点问 {times} 次，丢弃一直开着：评估不该这样',
    en: 'Every test point is asked {times} times with dropout left on, as no evaluation should be',
  },
  from: { zh: '从', en: 'from' },
  to: { zh: '到', en: 'to' },
} as const satisfies Readonly<Record<string, Text>>;

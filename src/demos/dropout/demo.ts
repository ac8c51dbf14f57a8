import { learningRate, planarDataset } from '../knobs';
import { defineDemo, range, toggle, type RangeParameter } from '../declaration';
import type { Text } from '../../i18n/text';

/** One coordinate of the point that is asked again and again. */
function askedPlace(label: Text, value: number): RangeParameter {
  return range({
    label,
    help: {
      zh: '反复问的是平面上哪一点；不参加训练，也不改变网络。',
      en: 'Which point of the plane is asked again and again; nothing is learned from it.',
    },
    effect: 'ask',
    min: -6,
    max: 6,
    step: 0.1,
    scale: 'linear',
    value,
  });
}

export default defineDemo({
  title: { zh: '随机失活', en: 'Dropout' },
  claim: {
    zh: '两个网络，初始权重相同，学同样的一百个带噪声的点；一个每一步随机关掉一半单元，另一个不关：不关的背下了训练点，测试损失越学越高。打开“评估时忘了关”，同一个点每次问，答案都不同。',
    en: 'Two networks with the same first weights learn a hundred noisy points; one drops a random half of its units at each step. The other learns them by heart, and its test loss climbs. Leave dropout on at evaluation, and one point gets many answers.',
  },
  chapter: 'tricks',
  seed: 1,
  steps: 1000,
  parameters: {
    rate: range({
      label: { zh: '丢弃概率 p', en: 'dropout p' },
      help: {
        zh: '每个样本、每一步，隐藏单元以这个概率被置零；留下的除以 1 − p。',
        en: 'With what probability a hidden unit is set to 0, for each sample at each step; kept ones are divided by 1 − p.',
      },
      term: 'dropout',
      effect: 'restart',
      prominent: true,
      min: 0,
      max: 0.9,
      step: 0.05,
      scale: 'linear',
      value: 0.5,
    }),
    leftOn: toggle({
      label: { zh: '评估时忘了关', en: 'left on at evaluation' },
      help: {
        zh: '评估时也随机丢弃：测试损失、平面上的颜色和反复问的答案，都由抽到的掩码左右。',
        en: 'Drops units at evaluation as well: test loss, colours of the plane and repeated answers then hang on the masks drawn.',
      },
      effect: 'live',
      prominent: true,
      value: false,
    }),
    draws: range({
      label: { zh: '问几次', en: 'times asked' },
      help: {
        zh: '同一个点问这么多次，每次另抽掩码，再取平均；次数越多，平均越准。',
        en: 'The same point is asked so often, with other masks each time; the more often, the closer the means.',
      },
      effect: 'ask',
      prominent: true,
      min: 1,
      max: 10_000,
      step: 1,
      scale: 'log',
      value: 200,
    }),
    samples: range({
      label: { zh: '训练点数', en: 'training points' },
      help: {
        zh: '用多少个点训练；另有 400 个留作测试。点多了，本来就背不下来。',
        en: 'How many points are learned from; 400 others are held out. Of many, none is learned by heart anyway.',
      },
      effect: 'restart',
      prominent: true,
      min: 20,
      max: 2000,
      step: 1,
      scale: 'log',
      value: 100,
    }),
    units: range({
      label: { zh: '每层单元数', en: 'units per layer' },
      help: {
        zh: '两个隐藏层各有几个 ReLU；丢弃之后，平均只剩 1 − p 这么多。',
        en: 'ReLUs in each of the two hidden layers; with dropout a share of 1 − p is left on the mean.',
      },
      effect: 'restart',
      prominent: true,
      min: 4,
      max: 128,
      step: 1,
      scale: 'log',
      value: 32,
    }),
    sample: range({
      label: { zh: '看第几个样本', en: 'sample shown' },
      help: {
        zh: '一步之内，每个样本有自己的掩码；画出的是批次中这个样本的网络。',
        en: 'Within a step every sample has a mask of its own; the network drawn is that of this sample of the batch.',
      },
      effect: 'view',
      min: 1,
      max: 20,
      step: 1,
      scale: 'linear',
      value: 1,
    }),
    dataset: planarDataset(['xor', 'circle', 'gauss', 'moons'], { value: 'xor' }),
    noise: range({
      label: { zh: '噪声', en: 'noise' },
      help: {
        zh: '多少标签不可信：越大，值得学的越少，可背的越多。',
        en: 'How far labels can be trusted: the more noise, the less there is to learn and the more to learn by heart.',
      },
      effect: 'restart',
      min: 0,
      max: 0.5,
      step: 0.05,
      scale: 'linear',
      value: 0.4,
    }),
    learningRate: learningRate({ min: 1e-4, max: 0.1, value: 0.01 }),
    x1: askedPlace({ zh: '问的点 x₁', en: 'asked at x₁' }, 1.5),
    x2: askedPlace({ zh: '问的点 x₂', en: 'asked at x₂' }, 1),
  },
  presets: {
    half: { title: { zh: '丢一半', en: 'half' }, values: { rate: 0.5, leftOn: false, samples: 100 } },
    none: { title: { zh: 'p = 0', en: 'p = 0' }, values: { rate: 0, leftOn: false, samples: 100 } },
    forgotten: { title: { zh: '评估时忘了关', en: 'left on' }, values: { rate: 0.5, leftOn: true, samples: 100 } },
    plenty: { title: { zh: '数据充足', en: 'plenty of data' }, values: { rate: 0.5, leftOn: false, samples: 2000 } },
  },
  metrics: {
    loss: { label: { zh: '两个批量损失之和', en: 'both batch losses, added' }, role: 'neutral', chart: 'none', format: 'number' },
    plainTest: { label: { zh: '测试损失，不丢弃', en: 'test loss without dropout' }, role: 'first', chart: 'loss', format: 'number' },
    droppedTest: { label: { zh: '测试损失，丢弃', en: 'test loss with dropout' }, role: 'second', chart: 'loss', format: 'number' },
    plainTrain: {
      label: { zh: '训练损失，不丢弃', en: 'training loss without dropout' },
      role: 'first',
      chart: 'other',
      unit: { zh: '训练损失', en: 'training loss' },
      format: 'number',
    },
    droppedTrain: {
      label: { zh: '训练损失，丢弃', en: 'training loss with dropout' },
      role: 'second',
      chart: 'other',
      unit: { zh: '训练损失', en: 'training loss' },
      format: 'number',
    },
    plainAccuracy: {
      label: { zh: '测试准确率，不丢弃', en: 'test accuracy without dropout' },
      role: 'first',
      chart: 'accuracy',
      format: 'percent',
    },
    droppedAccuracy: {
      label: { zh: '测试准确率，丢弃', en: 'test accuracy with dropout' },
      role: 'second',
      chart: 'accuracy',
      format: 'percent',
    },
    averagedTest: {
      label: { zh: '测试损失，丢弃，八次取平均', en: 'test loss, dropped, mean of eight answers' },
      role: 'second',
      chart: 'none',
      format: 'number',
    },
    spread: {
      label: { zh: '同一个点反复问，概率的标准差', en: 'standard deviation of the probability, asked again' },
      role: 'neutral',
      chart: 'none',
      format: 'number',
    },
    keptShift: {
      label: { zh: '丢弃之后，第一层均值的变化', en: 'shift of the first layer’s mean by dropout' },
      role: 'activation',
      chart: 'none',
      format: 'percent',
    },
    bentShift: {
      label: { zh: '再过第二层的 ReLU，均值的变化', en: 'shift of the mean after the second layer’s ReLU' },
      role: 'activation',
      chart: 'none',
      format: 'percent',
    },
    apart: {
      label: { zh: '与同样权重、没有丢弃层的网络之差', en: 'difference from a network of these weights without dropout' },
      role: 'neutral',
      chart: 'none',
      format: 'number',
    },
  },
  asks: ['again'],
  views: [
    { view: 'own', title: { zh: '这一步的子网络', en: 'The thinned network of this step' }, place: 'main' },
    {
      view: 'decision-surface',
      title: { zh: '丢弃的网络', en: 'With dropout' },
      place: 'main',
      options: { surface: 'droppedSurface' },
    },
    {
      view: 'decision-surface',
      title: { zh: '不丢弃的网络', en: 'Without dropout' },
      place: 'side',
      options: { surface: 'plainSurface' },
    },
    { view: 'own', title: { zh: '同一个点，反复问', en: 'Asked again' }, place: 'side', options: { part: 'answers' } },
    { view: 'own', title: { zh: '每个单元的均值', en: 'Means of units' }, place: 'side', options: { part: 'means' } },
  ],
});

import { learningRate, weightDecay } from '../knobs';
import { defineDemo, range } from '../declaration';

export default defineDemo({
  title: { zh: '容量：欠拟合与过拟合', en: 'Capacity: underfitting and overfitting' },
  claim: {
    zh: '七个宽度不同的网络同时学同一批带噪声的样本：样本少时，最窄的学不像，最宽的连噪声也背了下来，测试误差最低的在中间；样本多了，差距就合上。',
    en: 'Seven networks of growing width learn the same noisy samples at once: with few samples the narrowest misses the curve, the widest learns the noise by heart, and a width in between has the lowest test error; with many the gap closes.',
  },
  chapter: 'mlp',
  seed: 1,
  steps: 2000,
  parameters: {
    samples: range({
      label: { zh: '训练样本数', en: 'training samples' },
      help: {
        zh: '七个网络共用多少个训练点；点少时，最宽的网络能弯到每个点上去。',
        en: 'How many points all seven learn from; where they are few, the widest can bend through every one.',
      },
      effect: 'restart',
      prominent: true,
      min: 6,
      max: 400,
      step: 1,
      scale: 'log',
      value: 14,
    }),
    noise: range({
      label: { zh: '噪声', en: 'noise' },
      help: {
        zh: '给每个样本的 y 加上的正态噪声的标准差，测试样本也加；最宽的网络会去背它。',
        en: 'Standard deviation of what is added to each y, held-out ones too; the widest network may learn it by heart.',
      },
      effect: 'restart',
      prominent: true,
      min: 0,
      max: 1,
      step: 0.05,
      scale: 'linear',
      value: 0.4,
    }),
    shown: range({
      label: { zh: '显示哪个网络', en: 'network shown' },
      help: {
        zh: '拟合图里画哪个网络的曲线：从 1（最窄）到 7（最宽）。',
        en: 'Whose curve is drawn through the samples: from 1, the narrowest, to 7, the widest.',
      },
      effect: 'view',
      prominent: true,
      min: 1,
      max: 7,
      step: 1,
      scale: 'linear',
      value: 7,
    }),
    learningRate: learningRate({ min: 1e-3, max: 0.1, value: 0.02 }),
    weightDecay: weightDecay({ max: 1, value: 0 }),
  },
  opens: 'few',
  presets: {
    few: { title: { zh: '样本少', en: 'few samples' }, values: { samples: 16, noise: 0.2 } },
    many: { title: { zh: '样本多', en: 'many samples' }, values: { samples: 300, noise: 0.2 } },
  },
  metrics: {
    loss: {
      label: { zh: '七个训练损失的平均', en: 'mean of the seven training losses' },
      role: 'neutral',
      chart: 'loss',
      format: 'number',
    },
    narrowTest: {
      label: { zh: '最窄网络的测试误差', en: 'test error of the narrowest' },
      role: 'neutral',
      chart: 'loss',
      format: 'number',
    },
    wideTrain: {
      label: { zh: '最宽网络的训练误差', en: 'training error of the widest' },
      role: 'train',
      chart: 'loss',
      scale: 'log',
      format: 'number',
    },
    wideTest: { label: { zh: '最宽网络的测试误差', en: 'test error of the widest' }, role: 'test', chart: 'loss', format: 'number' },
  },
  views: [
    {
      view: 'line-chart',
      title: { zh: '误差与宽度', en: 'Error against width' },
      place: 'main',
      options: { x: 'widths', series: ['trainError', 'testError'], xScale: 'log', yScale: 'linear', xLabel: 'units', yLabel: 'error' },
    },
    {
      view: 'function-fit',
      title: { zh: '所选网络的拟合', en: 'The fit of the network shown' },
      place: 'main',
      options: { fits: 'fits', which: 'shown' },
    },
  ],
});

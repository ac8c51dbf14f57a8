import { learningRate } from '../knobs';
import { defineDemo, range } from '../declaration';

export default defineDemo({
  title: { zh: '三种评分，同一批查找', en: 'Three scores, the same look-ups' },
  claim: {
    zh: '向量越长，点积的方差越大，softmax 越像一个开关，梯度也越难过去。d = 512 时按下播放：不缩放的点积学不动，除以 √d 的学得会；再把 d 调到 8，差别就小多了。',
    en: 'The longer the vectors, the larger the variance of their dot product, the more the softmax is a switch, and the less gradient gets through it. Press play at d = 512: without the root it stalls, with it it learns. Then set d to 8, and there is little between them.',
  },
  chapter: 'attention',
  seed: 1,
  steps: 200,
  reference: 'compiled',
  parameters: {
    length: range({
      label: { zh: '向量长度 d', en: 'length d' },
      help: {
        zh: '查询和键各有几个数；点积的方差就是它。',
        en: 'How many numbers a query and a key have; it is the variance of their dot product.',
      },
      effect: 'restart',
      prominent: true,
      min: 2,
      max: 512,
      step: 1,
      scale: 'log',
      value: 512,
    }),
    learningRate: learningRate({
      help: {
        zh: '每一步把每个查询挪多远；各个查找有各自的查询，互不影响。',
        en: 'How far a step moves each query; every look-up has one of its own, and none touches another’s.',
      },
      prominent: true,
      min: 1e-3,
      max: 10,
      value: 1,
    }),
  },
  presets: {
    long: { title: { zh: '很长的向量', en: 'long vectors' }, values: { length: 512 } },
    middle: { title: { zh: 'd = 64', en: 'd = 64' }, values: { length: 64 } },
    eight: { title: { zh: 'd = 8', en: 'd = 8' }, values: { length: 8 } },
    plane: { title: { zh: '平面上的向量', en: 'vectors of a plane' }, values: { length: 2 } },
    leap: { title: { zh: '学习率十倍', en: 'ten times the rate' }, values: { learningRate: 10 } },
  },
  metrics: {
    loss: { label: { zh: '三个损失之和', en: 'the three losses, added' }, role: 'neutral', chart: 'loss', format: 'number' },
    dotAccuracy: { label: { zh: '点积听对的', en: 'heard right, dot product' }, role: 'test', chart: 'accuracy', format: 'percent' },
    scaledAccuracy: { label: { zh: '缩放点积听对的', en: 'heard right, scaled' }, role: 'first', chart: 'accuracy', format: 'percent' },
    additiveAccuracy: { label: { zh: '加性听对的', en: 'heard right, additive' }, role: 'second', chart: 'accuracy', format: 'percent' },
    dotEntropy: { label: { zh: '点积权重的熵', en: 'entropy of weights, dot product' }, role: 'test', chart: 'none', format: 'number' },
    scaledEntropy: { label: { zh: '缩放点积权重的熵', en: 'entropy of weights, scaled' }, role: 'first', chart: 'none', format: 'number' },
    additiveEntropy: { label: { zh: '加性权重的熵', en: 'entropy of weights, additive' }, role: 'second', chart: 'none', format: 'number' },
    dotGradient: {
      label: { zh: '点积分数得到的梯度', en: 'gradient at the scores, dot product' },
      role: 'gradient',
      chart: 'none',
      format: 'number',
    },
    scaledGradient: {
      label: { zh: '缩放点积分数得到的梯度', en: 'gradient at the scores, scaled' },
      role: 'gradient',
      chart: 'none',
      format: 'number',
    },
    additiveGradient: {
      label: { zh: '加性分数得到的梯度', en: 'gradient at the scores, additive' },
      role: 'gradient',
      chart: 'none',
      format: 'number',
    },
    variance: { label: { zh: 'q·k 的方差', en: 'variance of q·k' }, role: 'neutral', chart: 'none', format: 'number' },
    drawnEntropy: {
      label: { zh: '随机分数的熵，不缩放', en: 'entropy of drawn scores, not scaled' },
      role: 'neutral',
      chart: 'none',
      format: 'number',
    },
    drawnScaledEntropy: {
      label: { zh: '随机分数的熵，缩放', en: 'entropy of drawn scores, scaled' },
      role: 'neutral',
      chart: 'none',
      format: 'number',
    },
    drawnSlope: {
      label: { zh: '随机分数的 ∑p(1−p)，不缩放', en: '∑p(1−p) of drawn scores, not scaled' },
      role: 'neutral',
      chart: 'none',
      format: 'number',
    },
    drawnScaledSlope: {
      label: { zh: '随机分数的 ∑p(1−p)，缩放', en: '∑p(1−p) of drawn scores, scaled' },
      role: 'neutral',
      chart: 'none',
      format: 'number',
    },
  },
  views: [{ view: 'own', title: { zh: '八次查找，三种评分的权重', en: 'Eight look-ups, and the weights of each score' }, place: 'main' }],
});

import { activation, learningRate } from '../knobs';
import { defineDemo, range } from '../declaration';

export default defineDemo({
  title: { zh: '一串 sigmoid', en: 'A chain of sigmoids' },
  claim: {
    zh: 'a、b、c、d 四个 sigmoid 首尾相接，∂d/∂x 是四个因子的乘积；权重为 1 时，每个因子不超过 1/4，链每长一节，梯度就至少再缩到四分之一。按下播放：最后一个权重动得最快，第一个几乎不动。',
    en: 'Four sigmoids a, b, c, d in a row: ∂d/∂x is a product of four factors; with weights of 1 each is at most 1/4, so that every further link leaves at most a quarter of the gradient. Press play: the last weight moves most, the first hardly at all.',
  },
  chapter: 'gradients',
  seed: 1,
  steps: 200,
  parameters: {
    length: range({
      label: { zh: '几节', en: 'links' },
      help: {
        zh: '几个单元首尾相接；每多一节，传到开头的梯度就多乘一个因子。',
        en: 'How many units follow one another; each puts one more factor before the gradient at the beginning.',
      },
      effect: 'restart',
      prominent: true,
      min: 1,
      max: 12,
      step: 1,
      scale: 'linear',
      value: 4,
    }),
    activation: activation(['sigmoid', 'tanh', 'relu', 'identity'], {
      help: {
        zh: '每一节的函数 f；它的斜率进入每个因子 w·f′(z)。',
        en: 'The function f of every link; its slope enters each of the factors w·f′(z).',
      },
      prominent: true,
      value: 'sigmoid',
    }),
    weight: range({
      label: { zh: '初始权重 w', en: 'initial weight w' },
      help: {
        zh: '每一节的权重都从它开始；太大，sigmoid 便饱和，斜率几乎为 0。',
        en: 'What the weight of every link starts as; where it is large, sigmoids saturate and slopes are nearly 0.',
      },
      effect: 'restart',
      prominent: true,
      min: -8,
      max: 8,
      step: 0.1,
      scale: 'linear',
      value: 1,
    }),
    bias: range({
      label: { zh: '初始偏置', en: 'initial bias' },
      help: {
        zh: '每一节的偏置都从它开始；它左右各节落在曲线的哪一段，斜率有多大。',
        en: 'What the bias of every link starts as; it shifts where on the curve a link works, and so its slope.',
      },
      effect: 'restart',
      prominent: true,
      min: -4,
      max: 4,
      step: 0.1,
      scale: 'linear',
      value: 0,
    }),
    input: range({
      label: { zh: '输入 x', en: 'input x' },
      help: {
        zh: '送进第一节的数；第一个权重的梯度里乘着它。',
        en: 'The number that goes into the first link; the gradient of the first weight has it as a factor.',
      },
      effect: 'restart',
      min: -4,
      max: 4,
      step: 0.1,
      scale: 'linear',
      value: 1,
    }),
    target: range({
      label: { zh: '目标', en: 'target' },
      help: {
        zh: '训练要最后一节给出的数；所有的梯度都从输出与它之差开始。',
        en: 'What the last link is trained to give; every gradient begins with how far the output is from it.',
      },
      effect: 'restart',
      min: 0.05,
      max: 0.95,
      step: 0.05,
      scale: 'linear',
      value: 0.2,
    }),
    learningRate: learningRate({ prominent: true, min: 0.01, max: 10, value: 0.3 }),
  },
  presets: {
    four: { title: { zh: '四节', en: 'four links' }, values: { length: 4, weight: 1, bias: 0 } },
    ten: { title: { zh: '十节', en: 'ten links' }, values: { length: 10, weight: 1, bias: 0 } },
    saturated: { title: { zh: '权重太大，饱和', en: 'large weights, saturated' }, values: { length: 4, weight: 8, bias: 0 } },
  },
  metrics: {
    loss: { label: { zh: '损失', en: 'loss' }, role: 'train', chart: 'loss', format: 'number' },
    decades: {
      label: { zh: '所有因子之积的对数（以 10 为底）', en: 'log₁₀ of the product of all factors' },
      role: 'gradient',
      chart: 'other',
      format: 'number',
    },
  },
  views: [{ view: 'own', title: { zh: '因子与它们的乘积', en: 'The factors and their product' }, place: 'main' }],
});

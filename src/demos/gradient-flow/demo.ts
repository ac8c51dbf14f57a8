import { same } from '../../i18n/text';
import { activation, depth, layerNorm, learningRate, optimiser, planarDataset, residual, width } from '../knobs';
import { choice, defineDemo, range } from '../declaration';

export default defineDemo({
  title: { zh: '梯度走过许多层', en: 'A gradient on its way through many layers' },
  claim: {
    zh: '十二层 sigmoid，第一层拿到的梯度不到最后一层的百万分之一，训练纹丝不动；换成 ReLU 与 He 初始化，各层的梯度大小相当，同样的数据很快学会。',
    en: 'Through twelve layers of sigmoid the first is left with less than a millionth of the last one’s gradient, and nothing is learned; with ReLU and He’s initialisation all layers get about as much, and the same data is soon learned.',
  },
  chapter: 'gradients',
  seed: 1,
  steps: 400,
  parameters: {
    activation: activation(['sigmoid', 'tanh', 'relu', 'leakyRelu', 'elu', 'gelu', 'silu', 'identity'], {
      prominent: true,
      value: 'sigmoid',
    }),
    initialiser: choice({
      label: { zh: '初始化', en: 'initialisation' },
      help: {
        zh: '初始权重的方差，n 与 m 是一层的输入数与输出数；太小，信号一层比一层弱。',
        en: 'The variance of the initial weights, for n inputs and m outputs; where it is too small, signals fade.',
      },
      effect: 'restart',
      prominent: true,
      options: {
        lecunNormal: { zh: 'LeCun，1/n', en: 'LeCun, 1/n' },
        xavierNormal: { zh: 'Xavier，2/(n + m)', en: 'Xavier, 2/(n + m)' },
        heNormal: { zh: 'He，2/n', en: 'He, 2/n' },
        orthogonal: { zh: '正交', en: 'orthogonal' },
        normal: { zh: '标准正态，1', en: 'standard normal, 1' },
      },
      value: 'lecunNormal',
    }),
    depth: depth({ prominent: true, max: 32, value: 12 }),
    normalise: layerNorm({ prominent: true, value: false }),
    residual: residual({ prominent: true, value: false }),
    learningRate: learningRate({ min: 1e-4, max: 1, value: 0.03 }),
    width: width({ min: 2, max: 32, value: 16 }),
    initialScale: range({
      label: { zh: '初始权重的倍数', en: 'factor on the initial weights' },
      help: {
        zh: '所有初始权重都乘上它：小了，信号逐层减弱；大了，逐层放大，或者饱和。',
        en: 'Multiplies all initial weights: if small, signals fade layer by layer; if large, they grow or saturate.',
      },
      effect: 'restart',
      min: 0.1,
      max: 4,
      scale: 'log',
      value: 1,
    }),
    optimiser: optimiser(['sgd', 'momentum', 'adam'], { value: 'sgd' }),
    dataset: planarDataset(['circle', 'xor', 'moons', 'spiral'], {
      help: {
        zh: '要把哪些点分成两类；这几种都不是一条直线分得开的。',
        en: 'Which points are to be told apart; no straight line parts the two classes of any of these.',
      },
      value: 'circle',
    }),
  },
  presets: {
    sigmoid: {
      title: same('sigmoid'),
      values: {
        activation: 'sigmoid',
        initialiser: 'lecunNormal',
        residual: false,
        normalise: false,
        optimiser: 'sgd',
        learningRate: 0.03,
      },
    },
    relu: {
      title: { zh: 'ReLU 与 He', en: 'ReLU and He' },
      values: { activation: 'relu', initialiser: 'heNormal', residual: false, normalise: false, optimiser: 'sgd', learningRate: 0.03 },
    },
    tanh: {
      title: { zh: 'tanh 与 Xavier', en: 'tanh and Xavier' },
      values: { activation: 'tanh', initialiser: 'xavierNormal', residual: false, normalise: false, optimiser: 'sgd', learningRate: 0.03 },
    },
    shortcuts: {
      title: { zh: 'sigmoid 加残差', en: 'sigmoid with shortcuts' },
      values: {
        activation: 'sigmoid',
        initialiser: 'lecunNormal',
        residual: true,
        normalise: false,
        optimiser: 'adam',
        learningRate: 0.01,
      },
    },
  },
  metrics: {
    loss: { label: { zh: '批量损失', en: 'batch loss' }, role: 'neutral', chart: 'loss', format: 'number' },
    testAccuracy: { label: { zh: '测试准确率', en: 'test accuracy' }, role: 'test', chart: 'accuracy', format: 'percent' },
    decades: {
      label: { zh: '第一层与最后一层梯度之比的对数（以 10 为底）', en: 'log₁₀ of first over last layer’s gradient' },
      role: 'gradient',
      chart: 'other',
      format: 'number',
    },
  },
  views: [
    {
      view: 'layer-sizes',
      title: { zh: '每层的梯度与激活有多大', en: 'How large gradients and activations are, layer by layer' },
      place: 'main',
    },
    {
      view: 'histogram-ridge',
      title: { zh: '每层梯度的分布', en: 'How each layer’s gradients spread' },
      place: 'side',
      options: { counts: 'gradientCounts', range: 'gradientRange', scale: 'log', colour: 'gradient' },
    },
    {
      view: 'histogram-ridge',
      title: { zh: '每层激活的分布', en: 'How each layer’s activations spread' },
      place: 'side',
      options: { counts: 'activationCounts', range: 'activationRange', scale: 'linear', colour: 'activation' },
    },
  ],
});

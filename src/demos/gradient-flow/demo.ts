import { same } from '../../i18n/text';
import { activation, depth, learningRate, optimiser, planarDataset, width } from '../knobs';
import { choice, defineDemo, range, toggle } from '../declaration';

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
        zh: '权重的方差。n 是一个单元的输入个数。',
        en: 'The variance of the weights; n is how many inputs a unit has.',
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
    normalise: toggle({
      label: { zh: '层规范化', en: 'layer norm' },
      help: { zh: '每层的净输入先变成平均 0、方差 1。', en: 'Brings each layer’s pre-activations to mean 0 and variance 1.' },
      effect: 'restart',
      prominent: true,
      value: false,
    }),
    residual: toggle({
      label: { zh: '残差连接', en: 'residual connections' },
      help: { zh: '每层输出加上它的输入：h + f(h)。', en: 'Each layer adds to its input: h + f(h).' },
      effect: 'restart',
      prominent: true,
      value: false,
    }),
    learningRate: learningRate({ min: 1e-4, max: 1, value: 0.03 }),
    width: width({ min: 2, max: 32, value: 16 }),
    initialScale: range({
      label: { zh: '初始权重的倍数', en: 'factor on the initial weights' },
      effect: 'restart',
      min: 0.1,
      max: 4,
      scale: 'log',
      value: 1,
    }),
    optimiser: optimiser(['sgd', 'momentum', 'adam'], { value: 'sgd' }),
    dataset: planarDataset(['circle', 'xor', 'moons', 'spiral'], { value: 'circle' }),
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

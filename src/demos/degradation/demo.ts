import { same } from '../../i18n/text';
import { learningRate } from '../knobs';
import { choice, defineDemo, range, toggle } from '../declaration';

export default defineDemo({
  title: { zh: '越深反而越差；残差连接来救', en: 'Deeper and worse, and what shortcuts do about it' },
  claim: {
    zh: '把普通网络从 8 层加到 32 层，训练损失不降反升：不是过拟合，是训练不动。同样的层配上 x + g(x)，32 层学得不比 8 层差。',
    en: 'Taken from 8 layers to 32, a plain network ends with a higher training loss: that is no overfitting, it is not trained. The same layers as x + g(x) do no worse with 32 than with 8.',
  },
  chapter: 'modern-cnn',
  seed: 1,
  steps: 400,
  reference: 'compiled',
  parameters: {
    depth: choice({
      label: { zh: '带参数的层数', en: 'layers with parameters' },
      help: {
        zh: '6n + 2：三段，每段 n 块、每块两个 3×3 卷积，加上开头的卷积与最后的全连接层。',
        en: '6n + 2: three stages of n blocks of two 3×3 convolutions each, the first convolution and the last dense layer.',
      },
      effect: 'restart',
      prominent: true,
      options: { 8: same('8'), 20: same('20'), 32: same('32') },
      value: '8',
    }),
    identity: toggle({
      label: { zh: '残差块从恒等开始', en: 'blocks begin as the identity' },
      help: {
        zh: '每块最后一个批量规范化的缩放从 0 起步，于是一开始 x + g(x) = x；普通网络不受影响。',
        en: 'The scale of each block’s last batch norm begins at 0, so that at first x + g(x) = x; the plain one has none.',
      },
      effect: 'restart',
      prominent: true,
      value: true,
    }),
    batchNorm: toggle({
      label: { zh: '批量规范化', en: 'batch norm' },
      help: {
        zh: '两个网络的卷积之后要不要批量规范化；关掉，两边都更难训练。',
        en: 'Whether both networks normalise what their convolutions give; without it both are harder to train.',
      },
      effect: 'restart',
      prominent: true,
      value: true,
    }),
    learningRate: learningRate({ min: 1e-4, max: 0.05, value: 0.003 }),
    samples: range({
      label: { zh: '训练图的数目', en: 'pictures to learn from' },
      help: {
        zh: '训练图少了，同样几幅反复出现，网络会背下它们；测试图另有一批。',
        en: 'With few, the same ones come again and again and are learned by heart; the test pictures are others.',
      },
      effect: 'restart',
      min: 400,
      max: 8000,
      step: 100,
      scale: 'linear',
      value: 4000,
    }),
  },
  presets: {
    shallow: { title: { zh: '8 层', en: '8 layers' }, values: { depth: '8' } },
    middle: { title: { zh: '20 层', en: '20 layers' }, values: { depth: '20' } },
    deep: { title: { zh: '32 层', en: '32 layers' }, values: { depth: '32' } },
  },
  metrics: {
    loss: { label: { zh: '两个批量损失之和', en: 'both batch losses, added' }, role: 'neutral', chart: 'loss', format: 'number' },
    plainLoss: { label: { zh: '普通网络的训练损失', en: 'training loss, plain' }, role: 'first', chart: 'loss', format: 'number' },
    residualLoss: { label: { zh: '残差网络的训练损失', en: 'training loss, residual' }, role: 'second', chart: 'loss', format: 'number' },
    plainAccuracy: {
      label: { zh: '普通网络的测试准确率', en: 'test accuracy, plain' },
      role: 'first',
      chart: 'accuracy',
      format: 'percent',
    },
    residualAccuracy: {
      label: { zh: '残差网络的测试准确率', en: 'test accuracy, residual' },
      role: 'second',
      chart: 'accuracy',
      format: 'percent',
    },
  },
  views: [
    {
      view: 'line-chart',
      title: { zh: '每块之后的梯度有多大', en: 'How large gradients are, block by block' },
      place: 'main',
      options: {
        x: 'places',
        series: ['plainGradient', 'residualGradient'],
        xScale: 'linear',
        yScale: 'log',
        xLabel: 'blockNumber',
        yLabel: 'rootMeanSquare',
      },
    },
    {
      view: 'line-chart',
      title: { zh: '每块交出的数有多大', en: 'How large the numbers are that each block hands on' },
      place: 'side',
      options: {
        x: 'places',
        series: ['plainActivation', 'residualActivation'],
        xScale: 'linear',
        yScale: 'log',
        xLabel: 'blockNumber',
        yLabel: 'rootMeanSquare',
      },
    },
  ],
});

import { activation, depth, layerNorm, learningRate, residual, width } from '../knobs';
import { defineDemo, range } from '../declaration';

export default defineDemo({
  title: { zh: '权重太大，梯度爆炸', en: 'Weights too large: the gradient explodes' },
  claim: {
    zh: '二十层，初始权重是 He 的两倍，不裁剪。按下播放：只走一步，损失就不再是一个数，调试器停在出事的地方。再选“裁剪到 1”：损失很高，但始终是有限的数。',
    en: 'Twenty layers, with weights twice He’s and nothing clipped. Press play: after a single step the loss is no number any more, and the debugger stops where it happened. Then choose “clipped at 1”: the loss is high, but finite to the end.',
  },
  chapter: 'gradients',
  seed: 1,
  steps: 500,
  parameters: {
    initialScale: range({
      label: { zh: '初始权重是 He 的几倍', en: 'initial weights, times He’s' },
      help: {
        zh: '所有初始权重都乘上它：每过一层，前向的信号与回来的梯度都多乘一次。',
        en: 'Multiplies all initial weights, and so, in every layer, the signal on its way and the gradient coming back.',
      },
      effect: 'restart',
      prominent: true,
      min: 0.5,
      max: 4,
      step: 0.1,
      scale: 'linear',
      value: 2,
    }),
    clipNorm: range({
      label: { zh: '梯度范数的上限', en: 'largest norm of the gradient' },
      help: {
        zh: '全部参数的梯度合在一起，长度超过上限就按比例缩短；取最大值即不裁剪。',
        en: 'If the gradient of all parameters together is longer, it is shortened to this; the maximum clips nothing.',
      },
      effect: 'live',
      prominent: true,
      min: 0.01,
      max: 1000,
      most: { zh: '不裁剪', en: 'off' },
      scale: 'log',
      value: 1,
    }),
    depth: depth({ prominent: true, max: 32, value: 20 }),
    learningRate: learningRate({
      help: {
        zh: '每一步逆着梯度走多远；裁剪时，步长不会超过它乘以范数的上限。',
        en: 'How far steps go against the gradient; with clipping, never farther than this times the largest norm.',
      },
      prominent: true,
      min: 1e-5,
      max: 1,
      value: 0.03,
    }),
    normalise: layerNorm({ prominent: true, value: false }),
    activation: activation(['relu', 'leakyRelu', 'tanh', 'gelu', 'identity'], { value: 'leakyRelu' }),
    residual: residual({ value: false }),
    width: width({ min: 2, max: 32, value: 16 }),
  },
  opens: 'unclipped',
  presets: {
    clipped: { title: { zh: '裁剪到 1', en: 'clipped at 1' }, values: { clipNorm: 1, initialScale: 2 } },
    unclipped: { title: { zh: '不裁剪', en: 'unclipped' }, values: { clipNorm: 1000, initialScale: 2 } },
    slightly: { title: { zh: '略大，裁剪', en: 'slightly too large, clipped' }, values: { clipNorm: 1, initialScale: 1.2 } },
    he: { title: { zh: '恰好 He，不裁剪', en: 'He’s own, unclipped' }, values: { clipNorm: 1000, initialScale: 1 } },
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
      view: 'line-chart',
      title: { zh: '权重矩阵之积把向量平均拉长多少倍', en: 'How far all weights together stretch a vector' },
      place: 'side',
      options: { x: 'layers', series: ['productStretch'], xScale: 'linear', yScale: 'log', xLabel: 'layer', yLabel: 'stretch' },
    },
    {
      view: 'histogram-ridge',
      title: { zh: '每层梯度的分布', en: 'How each layer’s gradients spread' },
      place: 'side',
      options: { counts: 'gradientCounts', range: 'gradientRange', scale: 'log', colour: 'gradient' },
    },
  ],
});

import { activation, learningRate } from '../../../src/demos/knobs';
import { defineDemo, range } from '../../../src/demos/declaration';

export default defineDemo({
  title: { zh: '圆盘与圆环', en: 'A disc and a ring' },
  claim: {
    zh: '三个隐藏单元才围得住一个圆盘：一个单元只能用一条直线去分。先看 1 个，再看 8 个。',
    en: 'It takes three hidden units to fence a disc in: one unit divides the plane by a single straight line. Try 1 unit, then 8.',
  },
  chapter: 'mlp',
  seed: 1,
  steps: 400,
  parameters: {
    units: range({
      label: { zh: '隐藏单元', en: 'hidden units' },
      help: {
        zh: '隐藏层能画几条直线边界：三条围得住圆盘，一条围不住。',
        en: 'How many straight borders the layer can draw: three fence a disc in, one cannot.',
      },
      effect: 'restart',
      prominent: true,
      min: 1,
      max: 16,
      step: 1,
      scale: 'linear',
      value: 8,
    }),
    activation: activation(['tanh', 'relu'], { value: 'tanh' }),
    learningRate: learningRate({ min: 1e-3, max: 0.3, value: 0.03 }),
  },
  presets: { line: { title: { zh: '一条直线', en: 'one line' }, values: { units: 1 } } },
  metrics: {
    loss: { label: { zh: '训练损失', en: 'training loss' }, role: 'train', chart: 'loss', format: 'number' },
    testLoss: { label: { zh: '测试损失', en: 'test loss' }, role: 'test', chart: 'loss', format: 'number' },
    testAccuracy: { label: { zh: '测试准确率', en: 'test accuracy' }, role: 'test', chart: 'accuracy', format: 'percent' },
  },
  views: [
    { view: 'decision-surface', title: { zh: '网络的回答', en: 'What the network answers' }, place: 'main' },
    { view: 'network', title: { zh: '网络', en: 'The network' }, place: 'side' },
  ],
});

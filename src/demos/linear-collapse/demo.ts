import { same } from '../../i18n/text';
import { depth, learningRate, planarDataset, width } from '../knobs';
import { choice, defineDemo } from '../declaration';

export default defineDemo({
  title: { zh: '没有激活函数，深网络塌成一层', en: 'Without activation, a deep network collapses into one layer' },
  claim: {
    zh: '一幅图是训练着的深网络，另一幅是它各层权重乘成的一个矩阵。没有激活函数时，两幅图处处相同；打开激活函数，它们立刻分开。',
    en: 'One picture is the deep network that trains, the other the single matrix its weights multiply to. Without activation they agree everywhere; switch one on and they part at once.',
  },
  chapter: 'mlp',
  seed: 1,
  steps: 400,
  parameters: {
    activation: choice({
      label: { zh: '激活函数', en: 'activation' },
      help: {
        zh: '隐藏层之间的函数；只有没有它（恒等）时，各层才乘得成一个矩阵。',
        en: 'The function between the layers; only without one (identity) do they multiply into a single matrix.',
      },
      effect: 'restart',
      prominent: true,
      options: { identity: { zh: '没有（恒等）', en: 'none (identity)' }, tanh: same('tanh'), relu: same('ReLU') },
      value: 'identity',
    }),
    depth: depth({
      help: {
        zh: '叠几个隐藏层；没有激活函数时，不论几层，都乘成一个矩阵。',
        en: 'How many hidden layers are stacked; without activation any number multiplies into one matrix.',
      },
      prominent: true,
      max: 8,
      value: 3,
    }),
    width: width({ prominent: true, min: 1, max: 12, value: 8 }),
    dataset: planarDataset(['circle', 'xor', 'gauss', 'moons'], { value: 'circle' }),
    learningRate: learningRate({ min: 1e-3, max: 0.3, value: 0.01 }),
  },
  metrics: {
    loss: { label: { zh: '批量损失', en: 'batch loss' }, role: 'neutral', chart: 'loss', format: 'number' },
    testLoss: { label: { zh: '测试损失', en: 'test loss' }, role: 'test', chart: 'loss', format: 'number' },
    testAccuracy: { label: { zh: '测试准确率', en: 'test accuracy' }, role: 'test', chart: 'accuracy', format: 'percent' },
    difference: { label: { zh: '两者的最大差', en: 'largest difference of the two' }, role: 'weight', chart: 'other', format: 'number' },
  },
  views: [
    { view: 'decision-surface', title: { zh: '深网络', en: 'The deep network' }, place: 'main' },
    {
      view: 'decision-surface',
      title: { zh: '乘成一个矩阵之后', en: 'Multiplied into one matrix' },
      place: 'main',
      options: { surface: 'collapsedSurface' },
    },
    {
      view: 'matrix',
      title: { zh: '乘积 W 与 b', en: 'The product W, and b' },
      place: 'side',
      options: { matrix: 'collapsed', rows: ['x₁', 'x₂', 'b'] },
    },
  ],
});

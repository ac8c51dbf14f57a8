import { same } from '../../i18n/text';
import { defineDemo } from '../declaration';
import { parameters } from './parameters';

export default defineDemo({
  title: { zh: '多层感知机实验台', en: 'The multilayer-perceptron playground' },
  claim: {
    zh: '只给原始坐标 x₁、x₂，两个小小的隐藏层也能学会缠绕的螺旋：按下播放，看每个单元把平面切开，再由下一层拼起来。',
    en: 'Given nothing but x₁ and x₂, two small hidden layers learn an entangled spiral: press play and watch each unit cut the plane and the next layer put the pieces together.',
  },
  chapter: 'mlp',
  seed: 1,
  steps: 1500,
  parameters,
  opens: 'spiral',
  presets: {
    circle: { title: { zh: '圆', en: 'circle' }, values: { dataset: 'circle', hidden: [4, 2], activations: ['tanh'] } },
    xor: { title: { zh: '异或', en: 'xor' }, values: { dataset: 'xor', hidden: [8], activations: ['tanh'] } },
    xorFolded: { title: { zh: '异或对折', en: 'xor, folded' }, values: { dataset: 'corners', hidden: [2], activations: ['relu'] } },
    gauss: { title: { zh: '两团', en: 'clouds' }, values: { dataset: 'gauss', hidden: [], activations: ['tanh'] } },
    spiral: {
      title: { zh: '螺旋', en: 'spiral' },
      values: { dataset: 'spiral', hidden: [8, 8], activations: ['silu'], learningRate: 0.03 },
    },
    fourClasses: { title: { zh: '四类', en: 'four classes' }, values: { dataset: 'multiGauss', hidden: [6], activations: ['relu'] } },
    byHand: {
      title: { zh: '手工特征', en: 'by hand' },
      values: { dataset: 'circle', hidden: [], features: ['x1Squared', 'x2Squared'], learningRate: 0.1 },
    },
  },
  metrics: {
    loss: { label: { zh: '批量损失', en: 'batch loss' }, role: 'neutral', chart: 'loss', format: 'number' },
    trainLoss: { label: { zh: '训练损失', en: 'training loss' }, role: 'train', chart: 'loss', format: 'number' },
    testLoss: { label: { zh: '测试损失', en: 'test loss' }, role: 'test', chart: 'loss', format: 'number' },
    trainAccuracy: { label: { zh: '训练准确率', en: 'training accuracy' }, role: 'train', chart: 'accuracy', format: 'percent' },
    testAccuracy: { label: { zh: '测试准确率', en: 'test accuracy' }, role: 'test', chart: 'accuracy', format: 'percent' },
  },
  views: [
    { view: 'network', title: { zh: '每个单元的响应', en: 'What each unit answers' }, place: 'main' },
    { view: 'decision-surface', title: { zh: '输出', en: 'Output' }, place: 'main', options: { paint: true } },
    { view: 'hidden-plane', title: { zh: '隐藏层的平面', en: 'Hidden plane' }, place: 'side' },
    { view: 'network-table', title: { zh: '逐层计数', en: 'Layers' }, place: 'side' },
  ],
  ownData: {
    kind: 'rows',
    columns: [same('x₁'), same('x₂'), { zh: '标签', en: 'label' }],
    most: 2000,
    shown: [
      [-6, 6],
      [-6, 6],
    ],
  },
});

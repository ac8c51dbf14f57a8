import { same } from '../../i18n/text';
import { learningRate } from '../knobs';
import { choice, defineDemo, range } from '../declaration';

const names = {
  sigmoid: same('sigmoid'),
  tanh: same('tanh'),
  relu: same('ReLU'),
  leakyRelu: same('leaky ReLU'),
  elu: same('ELU'),
  gelu: same('GELU'),
  silu: same('SiLU'),
  softplus: same('softplus'),
  identity: { zh: '恒等', en: 'identity' },
} as const;

export default defineDemo({
  title: { zh: '激活函数与它们的导数', en: 'Activation functions and their derivatives' },
  claim: {
    zh: '把起点拖到曲线平坦的地方再按播放：导数几乎为零，梯度下降就几乎不动；换一个函数，同样的步数早已到达。',
    en: 'Drag the start to where the curve is flat and press play: the derivative is nearly zero, so gradient descent hardly moves; another function arrives within the same steps.',
  },
  chapter: 'mlp',
  seed: 1,
  steps: 200,
  parameters: {
    activation: choice({
      label: { zh: '显示', en: 'show' },
      help: {
        zh: '大图里画哪一个函数；九个函数始终一起训练。',
        en: 'Which function is drawn large; all nine are trained at once, whichever it is.',
      },
      effect: 'view',
      prominent: true,
      options: names,
      value: 'sigmoid',
    }),
    start: range({
      label: { zh: '起点 z₀', en: 'start z₀' },
      help: {
        zh: '训练开始时的净输入；可以直接在图上拖动。',
        en: 'The pre-activation at which training starts; it can be dragged in the picture.',
      },
      effect: 'restart',
      prominent: true,
      min: -8,
      max: 8,
      step: 0.1,
      scale: 'linear',
      value: 5,
    }),
    goal: range({
      label: { zh: '目标处 z*', en: 'goal z*' },
      help: { zh: '目标是 f(z*)，每个函数都够得着。', en: 'The target is f(z*), within reach of every function.' },
      effect: 'restart',
      min: -4,
      max: 4,
      step: 0.1,
      scale: 'linear',
      value: 0.5,
    }),
    learningRate: learningRate({
      help: {
        zh: '每一步里乘在梯度上的倍数；曲线平坦处梯度几乎为 0，调大也走不远。',
        en: 'What the gradient is multiplied by at each step; where the curve is flat, even a large one gets nowhere.',
      },
      prominent: true,
      min: 0.01,
      max: 2,
      value: 0.3,
    }),
  },
  metrics: {
    loss: { label: { zh: '九个损失之和', en: 'sum of the nine losses' }, role: 'neutral', chart: 'loss', format: 'number' },
    arrived: { label: { zh: '已到达的比例', en: 'share that has arrived' }, role: 'activation', chart: 'accuracy', format: 'percent' },
  },
  views: [
    { view: 'activation-curve', title: { zh: '函数与导数', en: 'The function and its derivative' }, place: 'main' },
    { view: 'activation-grid', title: { zh: '九个函数，同一起点', en: 'Nine functions, one start' }, place: 'side' },
  ],
});

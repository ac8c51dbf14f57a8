import { learningRate } from '../knobs';
import { choice, defineDemo, range, toggle } from '../declaration';

export default defineDemo({
  title: { zh: '核回归：看近处的点', en: 'Kernel regression: listening to the points nearby' },
  claim: {
    zh: '每个位置的预测是所有点的加权平均，越近的点权重越大。多近算近，由一个宽度决定；按下播放，让梯度下降学出这个宽度，再把掩码关掉试试。',
    en: 'The prediction at each place is a mean of all points, the nearer the heavier. What counts as near is one number, the width: press play and let gradient descent learn it, then switch the mask off.',
  },
  chapter: 'attention',
  seed: 1,
  steps: 150,
  parameters: {
    width: range({
      label: { zh: '宽度 σ', en: 'width σ' },
      help: {
        zh: '高斯核有多宽：选定的那条曲线一直用它，学出来的那条从它出发。',
        en: 'How wide the Gaussian is: the chosen curve keeps it, and the learned one sets out from it.',
      },
      effect: 'restart',
      prominent: true,
      min: 0.01,
      max: 2,
      scale: 'log',
      value: 0.6,
    }),
    mask: toggle({
      label: { zh: '训练时不看自己', en: 'no point sees itself' },
      help: {
        zh: '训练时把每个点自己的分数遮住；关掉之后，每个点都可以照抄自己的 y。',
        en: 'Hides each point’s own score in training; without it a point can copy its own y.',
      },
      term: 'attention-mask',
      effect: 'live',
      prominent: true,
      value: true,
    }),
    query: range({
      label: { zh: '查询 x', en: 'query x' },
      help: {
        zh: '看哪个位置的权重；也可以在图上拖动。',
        en: 'The place whose weights are shown; it can be dragged in the picture as well.',
      },
      term: 'query',
      effect: 'view',
      prominent: true,
      min: -1,
      max: 1,
      step: 0.05,
      scale: 'linear',
      value: -0.4,
    }),
    target: choice({
      label: { zh: '目标函数', en: 'target' },
      help: { zh: '点围着哪条曲线撒。', en: 'The curve around which the points are scattered.' },
      effect: 'restart',
      options: {
        sine: { zh: '正弦', en: 'sine' },
        step: { zh: '阶跃', en: 'step' },
        sawtooth: { zh: '锯齿', en: 'sawtooth' },
        bump: { zh: '鼓包', en: 'bump' },
      },
      value: 'sine',
    }),
    samples: range({
      label: { zh: '点数', en: 'points' },
      help: {
        zh: '有几个点可看；越多，合适的宽度就越窄。',
        en: 'How many points there are to look at; the more, the narrower the width that suits them.',
      },
      effect: 'restart',
      min: 8,
      max: 48,
      step: 1,
      scale: 'linear',
      value: 30,
    }),
    noise: range({
      label: { zh: '噪声', en: 'noise' },
      help: {
        zh: '每个点的 y 离开曲线的标准差；噪声越大，就要听越多的点。',
        en: 'Standard deviation of the points around the curve: the more of it, the more points must be heard.',
      },
      effect: 'restart',
      min: 0,
      max: 0.6,
      step: 0.05,
      scale: 'linear',
      value: 0.3,
    }),
    learningRate: learningRate({ min: 1e-3, max: 1, value: 0.05 }),
  },
  presets: {
    wide: { title: { zh: '从太宽开始', en: 'from too wide' }, values: { width: 2 } },
    narrow: { title: { zh: '从太窄开始', en: 'from too narrow' }, values: { width: 0.03 } },
    unmasked: { title: { zh: '让点看见自己', en: 'points see themselves' }, values: { mask: false } },
  },
  metrics: {
    loss: { label: { zh: '训练损失', en: 'training loss' }, role: 'train', chart: 'loss', format: 'number' },
    averageError: { label: { zh: '总平均的测试误差', en: 'test error, plain mean' }, role: 'neutral', chart: 'loss', format: 'number' },
    chosenError: {
      label: { zh: '选定宽度的测试误差', en: 'test error, chosen width' },
      role: 'activation',
      chart: 'loss',
      format: 'number',
    },
    learnedError: { label: { zh: '学出宽度的测试误差', en: 'test error, learned width' }, role: 'second', chart: 'loss', format: 'number' },
    learnedWidth: { label: { zh: '学出的宽度', en: 'learned width' }, role: 'weight', chart: 'other', format: 'number' },
    own: { label: { zh: '给自己的平均权重', en: 'mean weight on oneself' }, role: 'attention', chart: 'none', format: 'percent' },
  },
  views: [
    { view: 'own', title: { zh: '点、预测，与一个查询的权重', en: 'Points, predictions, and the weights of one query' }, place: 'main' },
    {
      view: 'heat-matrix',
      title: { zh: '训练时谁听谁', en: 'Who hears whom in training' },
      place: 'main',
      options: { matrix: 'seen', rowLabel: 'query', columnLabel: 'key' },
    },
    {
      view: 'own',
      title: { zh: '误差随宽度怎么变', en: 'The error at every width' },
      place: 'side',
      options: { part: 'widths' },
    },
  ],
});

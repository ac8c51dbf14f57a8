import { same } from '../../i18n/text';
import { activation, learningRate } from '../knobs';
import { choice, defineDemo, range, toggle } from '../declaration';

export default defineDemo({
  title: { zh: '折线拼出任意连续函数', en: 'Hinges add up to any continuous function' },
  claim: {
    zh: '用 ReLU 时，每个隐藏单元只贡献一条折线；单元越多，折线之和越贴近目标。先试 4 个，再试 32 个。',
    en: 'With ReLU each hidden unit contributes one hinge; the more units, the closer their sum follows the target. Try 4 units, then 32.',
  },
  chapter: 'mlp',
  seed: 1,
  steps: 2000,
  parameters: {
    target: choice({
      label: { zh: '目标函数', en: 'target' },
      help: { zh: '要逼近的函数；也可以直接在图上画一条。', en: 'The function to be approximated; you may also draw one in the picture.' },
      effect: 'restart',
      prominent: true,
      options: {
        sine: { zh: '正弦', en: 'sine' },
        step: { zh: '阶跃', en: 'step' },
        sawtooth: { zh: '锯齿', en: 'sawtooth' },
        bump: { zh: '鼓包', en: 'bump' },
        abs: { zh: '绝对值', en: 'absolute value' },
      },
      value: 'sine',
    }),
    units: range({
      label: { zh: '隐藏单元', en: 'hidden units' },
      help: {
        zh: '几个单元的贡献加在一起；越多，和就越能贴近目标。',
        en: 'How many shares are added up, one a unit; the more there are, the closer the sum can come.',
      },
      effect: 'restart',
      prominent: true,
      min: 1,
      max: 64,
      step: 1,
      scale: 'log',
      value: 16,
    }),
    activation: activation(['relu', 'tanh'], {
      help: {
        zh: '每个单元贡献的形状：ReLU 是一条折线，tanh 是一级光滑的台阶。',
        en: 'The shape of each unit’s share: a hinge with ReLU, a smooth step with tanh.',
      },
      prominent: true,
      value: 'relu',
    }),
    learningRate: learningRate({
      help: {
        zh: '开头每次更新把参数挪多远；此后学习率沿余弦降到 0。',
        en: 'How far updates move the parameters at first; from there the rate falls along a cosine to 0.',
      },
      min: 1e-4,
      max: 0.1,
      value: 0.01,
    }),
    samples: range({
      label: { zh: '样本数', en: 'samples' },
      help: {
        zh: '从目标上取几个点来训练，每步都用全部；点与点之间没有人教。',
        en: 'How many points of the target are learned from, all in every step; between them nothing is taught.',
      },
      effect: 'restart',
      min: 8,
      max: 256,
      step: 1,
      scale: 'log',
      value: 96,
    }),
    noise: range({
      label: { zh: '噪声', en: 'noise' },
      help: {
        zh: '给每个样本的 y 加上的正态噪声的标准差；误差按没有噪声的目标算。',
        en: 'Standard deviation of what is added to each sample’s y; the error is measured without it.',
      },
      effect: 'restart',
      min: 0,
      max: 0.5,
      step: 0.01,
      scale: 'linear',
      value: 0,
    }),
    showUnits: toggle({
      label: { zh: '显示各单元的贡献', en: 'show each unit’s share' },
      help: {
        zh: '用淡线画出每个单元的贡献；它们与输出层的偏置加起来，就是拟合的曲线。',
        en: 'Draws each unit’s share as a faint line; all of them and the output’s bias add up to the fit.',
      },
      effect: 'view',
      value: true,
      prominent: true,
    }),
  },
  metrics: {
    loss: { label: { zh: '训练损失', en: 'training loss' }, role: 'train', chart: 'loss', scale: 'log', format: 'number' },
    error: {
      label: { zh: '与目标的均方误差', en: 'mean squared error against the target' },
      role: 'test',
      chart: 'loss',
      scale: 'log',
      format: 'number',
    },
  },
  views: [
    {
      view: 'function-fit',
      title: { zh: '目标、拟合与各单元的贡献', en: 'Target, fit, and each unit’s share' },
      place: 'main',
      options: { draw: true },
    },
  ],
  ownData: {
    kind: 'rows',
    columns: [same('x'), same('y')],
    most: 400,
    shown: [
      [-1, 1],
      [-1.6, 1.6],
    ],
  },
});

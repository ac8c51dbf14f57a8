import { activation, learningRate } from '../knobs';
import { choices, defineDemo, range, sizes } from '../declaration';

/** Farther than this no pixel is asked for. */
const FAR = 7;

export default defineDemo({
  title: { zh: '一个像素看得见多远', en: 'How far a pixel sees' },
  claim: {
    zh: '叠几层卷积，让每个输出像素去抄它右边几格的输入像素：在感受野之内，学得会；差一格在外面，训练多久也学不会。',
    en: 'Stack a few convolutions and ask every output pixel to copy the input pixel some places to its right: inside the receptive field it learns to; one place outside, no training will teach it.',
  },
  chapter: 'cnn',
  seed: 1,
  steps: 600,
  parameters: {
    kernels: sizes({
      label: { zh: '各层窗口的大小', en: 'window size of each layer' },
      help: {
        zh: '叠几层，每层的窗口多大：一个输出像素看得多远，由它们一起决定。',
        en: 'How many layers there are and how large their windows: together they decide how far a pixel sees.',
      },
      effect: 'restart',
      prominent: true,
      min: 1,
      max: 5,
      most: 5,
      entry: { zh: '第 {index} 层', en: 'layer {index}' },
      value: [3, 3, 3],
    }),
    kinds: choices({
      label: { zh: '各层的种类', en: 'kind of each layer' },
      help: {
        zh: '步幅与池化让后面各层看得更远，空洞把本层的窗口撑开。',
        en: 'Strides and pooling let all later layers see farther; dilation spreads the layer’s own window.',
      },
      effect: 'restart',
      prominent: true,
      along: 'kernels',
      most: 5,
      options: {
        plain: { zh: '卷积', en: 'convolution' },
        strided: { zh: '卷积，步幅 2', en: 'conv., stride 2' },
        dilated: { zh: '卷积，空洞率 2', en: 'conv., dilation 2' },
        holes: { zh: '卷积，空洞率 4', en: 'conv., dilation 4' },
        maxPool: { zh: '最大池化，步幅 2', en: 'max pool, stride 2' },
        averagePool: { zh: '平均池化，步幅 2', en: 'avg pool, stride 2' },
      },
      value: ['plain'],
    }),
    right: range({
      label: { zh: '抄右边第几格', en: 'copy how far to the right' },
      help: {
        zh: '每个输出像素要抄的那个像素偏右几格，负数偏左；也可以直接点输入图。',
        en: 'How far right of its own place each output is to copy from, left if negative; or point at the input.',
      },
      effect: 'live',
      prominent: true,
      min: -FAR,
      max: FAR,
      step: 1,
      scale: 'linear',
      value: 3,
    }),
    down: range({
      label: { zh: '抄下边第几格', en: 'copy how far down' },
      help: {
        zh: '每个输出像素要抄的那个像素偏下几格，负数偏上；也可以直接点输入图。',
        en: 'How far below its own place each output is to copy from, above if negative; or point at the input.',
      },
      effect: 'live',
      min: -FAR,
      max: FAR,
      step: 1,
      scale: 'linear',
      value: 0,
    }),
    activation: activation(['identity', 'relu', 'tanh'], {
      help: {
        zh: '每个卷积之后的函数；换哪一个，都够不着感受野之外。',
        en: 'The function after each convolution; none of them reaches beyond the receptive field.',
      },
      value: 'identity',
    }),
    learningRate: learningRate({ min: 1e-4, max: 0.1, value: 0.01 }),
    row: range({
      label: { zh: '看输出的第几行', en: 'row of the output looked at' },
      help: {
        zh: '输入图上画的是哪一行的输出像素的梯度；从 1 数起，第 8 行是 y 的下标 7。',
        en: 'In which row the output pixel lies whose gradient is drawn; counted from 1, so row 8 is y’s index 7.',
      },
      effect: 'live',
      min: 1,
      max: 15,
      step: 1,
      scale: 'linear',
      value: 8,
    }),
    column: range({
      label: { zh: '看输出的第几列', en: 'column of the output looked at' },
      help: {
        zh: '输入图上画的是哪一列的输出像素的梯度；从 1 数起，第 8 列是 y 的下标 7。',
        en: 'In which column the output pixel lies whose gradient is drawn; counted from 1, so column 8 is index 7.',
      },
      effect: 'live',
      min: 1,
      max: 15,
      step: 1,
      scale: 'linear',
      value: 8,
    }),
  },
  presets: {
    inside: {
      title: { zh: '三层，抄第三格', en: 'three layers, third pixel' },
      values: { kernels: [3, 3, 3], kinds: ['plain'], right: 3 },
    },
    outside: {
      title: { zh: '三层，抄第四格', en: 'three layers, fourth pixel' },
      values: { kernels: [3, 3, 3], kinds: ['plain'], right: 4 },
    },
    dilated: {
      title: { zh: '两层，空洞率 1、2', en: 'two layers, dilations 1, 2' },
      values: { kernels: [3, 3], kinds: ['plain', 'dilated'], right: 3 },
    },
    pooled: {
      title: { zh: '卷积与池化', en: 'with pooling' },
      values: { kernels: [3, 2, 3], kinds: ['plain', 'averagePool', 'plain'], right: 2 },
    },
  },
  metrics: {
    loss: { label: { zh: '训练损失', en: 'training loss' }, role: 'train', chart: 'loss', format: 'number' },
    unexplained: {
      label: { zh: '没有抄对的份额（方差）', en: 'share of variance not copied' },
      role: 'test',
      chart: 'other',
      format: 'percent',
    },
    field: { label: { zh: '感受野的边长', en: 'side of the receptive field' }, role: 'neutral', chart: 'none', format: 'number' },
  },
  views: [{ view: 'own', title: { zh: '看得见的像素', en: 'What can be seen' }, place: 'main' }],
});

import { learningRate } from '../knobs';
import { choice, defineDemo, range } from '../declaration';

export default defineDemo({
  title: { zh: '核与输入一样深', en: 'A kernel as deep as its input' },
  claim: {
    zh: '彩色图有三个通道，所以每个核有三片：各乘各的通道，加成一幅输出。要几个输出，就要几个核。按下播放，看这些核学会从颜色里取出亮度、红减绿和边。',
    en: 'A colour picture has three channels, so every kernel has three slices; each meets its own channel, and the sums add up to one output. As many outputs, so many kernels. Press play and watch them learn brightness, red minus green, and edges.',
  },
  chapter: 'cnn',
  seed: 1,
  steps: 300,
  parameters: {
    outputs: range({
      label: { zh: '输出通道数', en: 'output channels' },
      help: {
        zh: '学几个核，一个核一个输出：依次是亮度、红减绿、竖边和蓝色的边。',
        en: 'How many kernels are learned, one an output: brightness, red minus green, upright edges, edges of blue.',
      },
      effect: 'restart',
      prominent: true,
      min: 1,
      max: 4,
      step: 1,
      scale: 'linear',
      value: 4,
    }),
    size: range({
      label: { zh: '核的大小 k', en: 'kernel size k' },
      help: {
        zh: '1 只能在每个像素上调配颜色，看不见邻居。',
        en: 'At 1 colours are mixed pixel by pixel, without a look at the neighbours.',
      },
      effect: 'restart',
      prominent: true,
      min: 1,
      max: 3,
      step: 2,
      scale: 'linear',
      value: 3,
    }),
    shown: range({
      label: { zh: '看第几个输出', en: 'output shown' },
      help: {
        zh: '图里拆开哪个输出：它的核的三片，和三片各自的和怎样加起来。',
        en: 'Which output is taken apart: the three slices of its kernel, and how their three sums add up.',
      },
      effect: 'view',
      prominent: true,
      min: 1,
      max: 4,
      step: 1,
      scale: 'linear',
      value: 2,
    }),
    picture: choice({
      label: { zh: '看哪幅图', en: 'picture shown' },
      help: { zh: '只换看的图；训练用的是随机的彩色图。', en: 'Changes what is shown; training uses random colour pictures.' },
      effect: 'view',
      prominent: true,
      options: {
        landscape: { zh: '风景', en: 'a landscape' },
        berries: { zh: '红果与绿叶', en: 'berries and leaves' },
        stripes: { zh: '一样亮的彩条', en: 'stripes' },
      },
      value: 'berries',
    }),
    learningRate: learningRate({ min: 1e-4, max: 0.1, value: 0.03 }),
  },
  presets: {
    bank: { title: { zh: '四个核', en: 'four kernels' }, values: { outputs: 4, size: 3, shown: 2 } },
    one: { title: { zh: '一个核', en: 'one kernel' }, values: { outputs: 1, size: 3, shown: 1 } },
    pointwise: { title: { zh: '1×1 的核', en: 'kernels of 1×1' }, values: { outputs: 4, size: 1, shown: 3 } },
  },
  metrics: {
    loss: { label: { zh: '训练损失', en: 'training loss' }, role: 'train', chart: 'loss', format: 'number' },
    testLoss: { label: { zh: '测试损失', en: 'test loss' }, role: 'test', chart: 'loss', format: 'number' },
    colourLoss: {
      label: { zh: '测试损失：亮度与红减绿', en: 'test loss: brightness, red minus green' },
      role: 'weight',
      chart: 'loss',
      format: 'number',
    },
  },
  views: [
    { view: 'own', title: { zh: '每个通道乘一片核，加起来', en: 'A slice of the kernel for every channel, added up' }, place: 'main' },
  ],
});

import { activation, batchSize, learningRate, optimiser } from '../knobs';
import { choice, defineDemo, range, text, toggle } from '../declaration';

export default defineDemo({
  title: { zh: 'LeNet 认数字', en: 'LeNet reads digits' },
  claim: {
    zh: '训练三四百步，LeNet 就能认出它没见过的手写数字，也认得你写的：在格子里写一个，粗些、歪些都行，看每一层把它变成了什么。写在角落里也行，因为送进网络之前，它先被移到正中；关掉“先居中”，特征图就跟着挪动，网络也常常认错。',
    en: 'After three or four hundred steps LeNet reads digits it has never seen, and yours as well: write one in the pad, thick or slanted, and see what every layer makes of it. It may stand in a corner too, because it is moved to the middle before the network sees it; switch off "centre the drawing first", and the maps move along while the network often misreads.',
  },
  chapter: 'cnn',
  seed: 1,
  steps: 400,
  reference: 'compiled',
  parameters: {
    activation: activation(['relu', 'tanh', 'sigmoid'], { value: 'relu', prominent: true }),
    pooling: choice({
      label: { zh: '池化', en: 'pooling' },
      help: {
        zh: '每个 2×2 的窗口留下最大值还是平均值；特征图的边长随之减半。',
        en: 'Whether a 2×2 window leaves its largest number or its mean; either way maps become half as wide.',
      },
      effect: 'restart',
      prominent: true,
      options: { maxPool: { zh: '最大', en: 'maximum' }, averagePool: { zh: '平均', en: 'average' } },
      value: 'maxPool',
    }),
    learningRate: learningRate({
      help: {
        zh: '每一步更新把参数挪多远；随机梯度下降要取得比 Adam 大得多。',
        en: 'How far each update moves the parameters; SGD wants a far larger value than Adam.',
      },
      min: 1e-5,
      max: 1,
      value: 0.002,
      prominent: true,
    }),
    digit: range({
      label: { zh: '看哪个测试数字', en: 'test digit shown' },
      help: {
        zh: '网络没有见过的十个数字里的一个；自己写了数字就看自己的。',
        en: 'One of ten digits the network has never seen; your own, once you have written one.',
      },
      effect: 'ask',
      prominent: true,
      min: 0,
      max: 9,
      step: 1,
      scale: 'linear',
      value: 2,
    }),
    drawing: text({
      label: { zh: '写的数字', en: 'what is written' },
      help: {
        zh: '写在格子里的笔画；写了，网络就读它，不读测试数字。',
        en: 'The strokes written in the pad, which the network reads in place of a test digit.',
      },
      effect: 'ask',
      grammar: 'drawing',
      // Written in the picture, not in a field.
      when: () => false,
      value: '5',
    }),
    centre: toggle({
      label: { zh: '先居中', en: 'centre the drawing first' },
      help: {
        zh: '写的数字缩放之后，把重心移到正中，像训练用的数字那样；关掉，就只缩放。',
        en: 'Moves the centre of mass of what you wrote to the middle, as in training; off, it is scaled and no more.',
      },
      effect: 'ask',
      prominent: true,
      value: true,
    }),
    optimiser: optimiser(['sgd', 'momentum', 'adam'], { value: 'adam' }),
    filters1: range({
      label: { zh: '第一层卷积核数', en: 'kernels of the first layer' },
      help: {
        zh: '第一个卷积层有几个核，也就是找几种特征；各给出一幅特征图。',
        en: 'How many features the first convolution looks for, each with a kernel and a feature map of its own.',
      },
      effect: 'restart',
      min: 1,
      max: 16,
      step: 1,
      scale: 'linear',
      value: 6,
    }),
    filters2: range({
      label: { zh: '第二层卷积核数', en: 'kernels of the second layer' },
      help: {
        zh: '第二个卷积层有几个核；每个都看前一层的全部特征图。',
        en: 'How many kernels the second convolution has; each looks at all feature maps of the first.',
      },
      effect: 'restart',
      min: 1,
      max: 32,
      step: 1,
      scale: 'linear',
      value: 16,
    }),
    batchSize: batchSize({ min: 8, max: 256, step: 8, scale: 'linear', value: 64 }),
    train: range({
      label: { zh: '训练数字的个数', en: 'digits to learn from' },
      help: {
        zh: '个数少，同样的数字就会反复见到，训练与测试的差距随之变大。',
        en: 'With few, the same digits come again and again, and training and test results drift apart.',
      },
      effect: 'restart',
      min: 100,
      max: 20000,
      step: 100,
      scale: 'log',
      value: 20000,
    }),
  },
  presets: {
    today: {
      title: { zh: '现在的做法', en: 'as today' },
      values: { activation: 'relu', pooling: 'maxPool', optimiser: 'adam', learningRate: 0.002 },
    },
    then: {
      title: { zh: '近似 1998 年的做法', en: 'nearly as in 1998' },
      values: { activation: 'tanh', pooling: 'averagePool', optimiser: 'sgd', learningRate: 0.1 },
    },
    few: {
      title: { zh: '只有三百个数字', en: 'three hundred digits alone' },
      values: { train: 300 },
    },
  },
  metrics: {
    loss: { label: { zh: '批量损失', en: 'batch loss' }, role: 'train', chart: 'loss', format: 'number' },
    testLoss: { label: { zh: '测试损失', en: 'test loss' }, role: 'test', chart: 'loss', format: 'number' },
    testAccuracy: { label: { zh: '测试准确率', en: 'test accuracy' }, role: 'test', chart: 'accuracy', format: 'percent' },
  },
  views: [
    {
      view: 'own',
      title: { zh: '写一个数字，看网络怎么读', en: 'Write a digit, and see how it is read' },
      place: 'main',
      options: { part: 'reading' },
    },
    {
      view: 'own',
      title: { zh: '每一层的特征图', en: 'Feature maps of every layer' },
      place: 'main',
      options: { part: 'maps' },
    },
    {
      view: 'image-grid',
      title: { zh: '第一层的卷积核', en: 'Kernels of the first layer' },
      place: 'side',
      options: { images: 'weights/conv1/kernel', layout: 'kernel' },
    },
    {
      view: 'image-grid',
      title: { zh: '读得最差的测试数字', en: 'Test digits that are read worst' },
      place: 'side',
      options: { images: 'misread', captions: 'misreadAs' },
    },
    { view: 'confusion', title: { zh: '把什么读成了什么', en: 'What is read as what' }, place: 'side' },
  ],
  asks: ['reading'],
  ownData: { kind: 'images', most: 20000, mostTest: 400 },
});

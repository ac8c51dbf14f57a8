import { same } from '../../i18n/text';
import { learningRate } from '../knobs';
import { choice, defineDemo, range } from '../declaration';

/** Shown only where the reader gives a size of their own. */
const ownSize = ({ input }: Readonly<Record<string, unknown>>): boolean => input === 'own';

export default defineDemo({
  title: { zh: '打开七个家族的网络', en: 'Seven families of networks, opened' },
  claim: {
    zh: '参数最多的地方，往往不是计算最多的地方：VGG-16 的参数九成在全连接层，乘加几乎全在卷积。一块一块地打开，数一数；再播放，训练一个同样结构、窄得多的缩小版，看信号与梯度走到了哪里。',
    en: 'Where the parameters are is seldom where the work is: nine tenths of VGG-16’s parameters lie in its dense layers, nearly all of its multiply-adds in convolutions. Open a network block by block and count; then press play, and a miniature of the same graph, much narrower, is trained to see how far signal and gradient carry.',
  },
  chapter: 'modern-cnn',
  seed: 1,
  steps: 400,
  parameters: {
    architecture: choice({
      label: { zh: '网络', en: 'network' },
      help: {
        zh: '打开哪个网络：图和数字照发表时的大小，播放训练的是同样结构、窄得多的缩小版。',
        en: 'The network opened, counted as published; what play trains is a miniature of the same graph, much narrower.',
      },
      effect: 'restart',
      drawnAtOnce: true,
      prominent: true,
      options: {
        lenet: same('LeNet-5'),
        'lenet-1998': same('LeNet-5 (1998)'),
        alexnet: same('AlexNet'),
        'alexnet-2012': same('AlexNet (2012)'),
        'vgg-11': same('VGG-11'),
        'vgg-11-bn': same('VGG-11 + BN'),
        'vgg-13': same('VGG-13'),
        'vgg-13-bn': same('VGG-13 + BN'),
        'vgg-16': same('VGG-16'),
        'vgg-16-bn': same('VGG-16 + BN'),
        'vgg-19': same('VGG-19'),
        'vgg-19-bn': same('VGG-19 + BN'),
        nin: same('NiN'),
        'nin-cifar': same('NiN (CIFAR-10)'),
        googlenet: same('GoogLeNet + BN'),
        'googlenet-2014': same('GoogLeNet (2014)'),
        'resnet-18': same('ResNet-18'),
        'resnet-34': same('ResNet-34'),
        'resnet-50': same('ResNet-50'),
        'resnet-101': same('ResNet-101'),
        'resnet-152': same('ResNet-152'),
        'densenet-121': same('DenseNet-121'),
        'densenet-161': same('DenseNet-161'),
        'densenet-169': same('DenseNet-169'),
        'densenet-201': same('DenseNet-201'),
      },
      value: 'lenet',
    }),
    input: choice({
      label: { zh: '输入', en: 'input' },
      help: {
        zh: '形状与数目按发表时的输入和类别数来算，还是按你给的来算。',
        en: 'Whether shapes and counts are worked out for the input and classes as published or for your own.',
      },
      effect: 'view',
      prominent: true,
      options: { published: { zh: '发表时的大小', en: 'size as published' }, own: { zh: '自己定', en: 'of your own' } },
      value: 'published',
    }),
    side: range({
      label: { zh: '图的边长', en: 'side of the image' },
      help: {
        zh: '输入图的宽与高：各层输出和乘加次数随它变，卷积的参数不变。',
        en: 'Width and height of the image: outputs and multiply-adds change with it, a convolution’s parameters do not.',
      },
      unit: { zh: '像素', en: 'pixels' },
      effect: 'view',
      prominent: true,
      when: ownSize,
      min: 8,
      max: 512,
      step: 1,
      scale: 'linear',
      value: 224,
    }),
    classes: range({
      label: { zh: '类别数', en: 'classes' },
      help: {
        zh: '最后给出几个分数：只有给分数的那一层随它变。',
        en: 'How many scores come out at the end: only the layer that gives them changes.',
      },
      effect: 'view',
      prominent: true,
      when: ownSize,
      min: 2,
      max: 1000,
      step: 1,
      scale: 'linear',
      value: 1000,
    }),
    learningRate: learningRate({
      label: { zh: '缩小版的学习率', en: 'learning rate of the miniature' },
      help: {
        zh: '每一步更新把缩小版的参数挪多远；图里的形状与数目不受影响。',
        en: 'How far each update moves the miniature’s parameters; shapes and counts in the picture stay as they are.',
      },
      min: 1e-5,
      max: 0.1,
      value: 0.01,
    }),
  },
  metrics: {
    loss: { label: { zh: '缩小版的批量损失', en: 'batch loss of the miniature' }, role: 'neutral', chart: 'loss', format: 'number' },
    testAccuracy: {
      label: { zh: '缩小版的测试准确率', en: 'test accuracy of the miniature' },
      role: 'test',
      chart: 'accuracy',
      format: 'percent',
    },
  },
  views: [
    { view: 'own', title: { zh: '网络，一块一块地打开', en: 'The network, block by block' }, place: 'main' },
    {
      view: 'layer-sizes',
      title: {
        zh: '缩小版里每个卷积层与全连接层的激活与梯度',
        en: 'Activations and gradients in the miniature',
      },
      place: 'side',
    },
  ],
});

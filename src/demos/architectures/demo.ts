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
        zh: '图和数字是发表时大小的网络（ResNet 照 torchvision，NiN 照作者的 Caffe 模型）；播放时训练的是它的缩小版：同样的节点和连接，通道数是十六分之一（LeNet 这样的小网络是一半，至少 4 个），图只有几十个像素宽。',
        en: 'Picture and numbers are of the network at its published size (the ResNets as in torchvision, NiN as in its authors’ Caffe model). What play trains is its miniature: the same nodes and connections, a sixteenth of the channels (half for small networks such as LeNet; at least 4), on images a few dozen pixels wide.',
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
      effect: 'view',
      prominent: true,
      options: { published: { zh: '发表时的大小', en: 'size as published' }, own: { zh: '自己定', en: 'of your own' } },
      value: 'published',
    }),
    side: range({
      label: { zh: '图的边长', en: 'side of the image' },
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
      effect: 'view',
      prominent: true,
      when: ownSize,
      min: 2,
      max: 1000,
      step: 1,
      scale: 'linear',
      value: 1000,
    }),
    learningRate: learningRate({ label: { zh: '缩小版的学习率', en: 'learning rate of the miniature' }, min: 1e-5, max: 0.1, value: 0.01 }),
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
        en: 'Activations and gradients of the miniature’s convolutions and dense layers',
      },
      place: 'side',
    },
  ],
});

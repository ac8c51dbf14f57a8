import { FAMILY_LABELS } from '../../i18n/races';
import { same, type Text } from '../../i18n/text';
import { learningRate } from '../knobs';
import { choice, defineDemo, range } from '../declaration';

const families = {
  lenet: same(FAMILY_LABELS.lenet),
  alexnet: same(FAMILY_LABELS.alexnet),
  vgg: same(FAMILY_LABELS.vgg),
  nin: same(FAMILY_LABELS.nin),
  googlenet: same(FAMILY_LABELS.googlenet),
  resnet: same(FAMILY_LABELS.resnet),
  densenet: same(FAMILY_LABELS.densenet),
};

const activations = {
  own: { zh: '它自己的', en: 'its own' },
  relu: same('ReLU'),
  tanh: same('tanh'),
  sigmoid: same('sigmoid'),
};

const activationHelp: Text = {
  zh: '“它自己的”在 LeNet 是 tanh，在其余各家是 ReLU；换了函数，初始权重不变。',
  en: 'Its own is tanh for LeNet and ReLU for all others; another one leaves the initial weights as they are.',
};

export default defineDemo({
  title: { zh: '两个网络，一场赛跑', en: 'Two networks, one race' },
  claim: {
    zh: '七家的小网络，任选两个，在同一批图、同一个种子上同步训练。按下播放：跑完一千步，ResNet 到了 99%，LeNet 还不到 90%。再换别家：ReLU 比 sigmoid 起步快得多；NiN 的参数不到 AlexNet 的四分之一；GoogLeNet 与 DenseNet 参数更少，三百步时却已走在 VGG 与 AlexNet 前面。',
    en: 'Small networks of all seven families, any two trained in lockstep on the same batches from the same seed. Press play: when the thousand steps are over, ResNet is at 99%, LeNet still below 90%. Then choose others: ReLU is off the line long before sigmoid; NiN needs less than a quarter of AlexNet’s parameters; GoogLeNet and DenseNet, smaller than VGG and AlexNet, are ahead of them after three hundred steps.',
  },
  chapter: 'modern-cnn',
  seed: 1,
  steps: 1000,
  reference: 'compiled',
  parameters: {
    first: choice({
      label: { zh: '甲', en: 'A' },
      help: {
        zh: '甲道上跑哪一家的小网络；两道用同样的批量、同一个种子。',
        en: 'Whose small network runs as A; both lanes get the same batches and the same seed.',
      },
      effect: 'restart',
      prominent: true,
      options: families,
      value: 'lenet',
    }),
    second: choice({
      label: { zh: '乙', en: 'B' },
      help: {
        zh: '乙道上跑哪一家的小网络；与甲选同一家，便可单比激活函数。',
        en: 'Whose small network runs as B; choose A’s family again to compare two activations alone.',
      },
      effect: 'restart',
      prominent: true,
      options: families,
      value: 'resnet',
    }),
    firstActivation: choice({
      label: { zh: '甲的激活函数', en: 'A’s activation' },
      help: activationHelp,
      effect: 'restart',
      prominent: true,
      options: activations,
      value: 'own',
    }),
    secondActivation: choice({
      label: { zh: '乙的激活函数', en: 'B’s activation' },
      help: activationHelp,
      effect: 'restart',
      prominent: true,
      options: activations,
      value: 'own',
    }),
    learningRate: learningRate({
      help: {
        zh: '起步时每次更新把参数挪多远；此后沿余弦降到终点的 0。',
        en: 'How far updates move the parameters at first; from there the rate falls along a cosine to 0 at the finish.',
      },
      min: 1e-4,
      max: 0.05,
      value: 0.004,
    }),
    steps: range({
      label: { zh: '赛程（步）', en: 'length of the race, in steps' },
      help: {
        zh: '学习率沿余弦降到终点的 0：终点线一到，两个网络都停下来。',
        en: 'The learning rate falls along a cosine to 0 at the finish, where both networks come to rest.',
      },
      effect: 'restart',
      min: 200,
      max: 4000,
      step: 100,
      scale: 'linear',
      value: 1000,
    }),
    samples: range({
      label: { zh: '训练图的数目', en: 'pictures to learn from' },
      help: {
        zh: '训练图少了，同样几幅反复出现，网络会背下它们；测试图另有一批。',
        en: 'With few, the same ones come again and again and are learned by heart; the test pictures are others.',
      },
      effect: 'restart',
      min: 200,
      max: 8000,
      step: 100,
      scale: 'linear',
      value: 6000,
    }),
  },
  presets: {
    relu: {
      title: { zh: 'AlexNet：sigmoid 与 ReLU', en: 'AlexNet: sigmoid and ReLU' },
      values: { first: 'alexnet', second: 'alexnet', firstActivation: 'sigmoid', secondActivation: 'relu' },
    },
    parameters: {
      title: { zh: 'AlexNet 与 NiN', en: 'AlexNet and NiN' },
      values: { first: 'alexnet', second: 'nin', firstActivation: 'own', secondActivation: 'own' },
    },
    paths: {
      title: { zh: 'VGG 与 GoogLeNet', en: 'VGG and GoogLeNet' },
      values: { first: 'vgg', second: 'googlenet', firstActivation: 'own', secondActivation: 'own' },
    },
    sums: {
      title: { zh: 'ResNet 与 DenseNet', en: 'ResNet and DenseNet' },
      values: { first: 'resnet', second: 'densenet', firstActivation: 'own', secondActivation: 'own' },
    },
  },
  metrics: {
    loss: { label: { zh: '两个批量损失之和', en: 'both batch losses, added' }, role: 'neutral', chart: 'loss', format: 'number' },
    firstLoss: { label: { zh: '甲的测试损失', en: 'A’s test loss' }, role: 'first', chart: 'loss', format: 'number' },
    secondLoss: { label: { zh: '乙的测试损失', en: 'B’s test loss' }, role: 'second', chart: 'loss', format: 'number' },
    firstAccuracy: { label: { zh: '甲的测试准确率', en: 'A’s test accuracy' }, role: 'first', chart: 'accuracy', format: 'percent' },
    secondAccuracy: { label: { zh: '乙的测试准确率', en: 'B’s test accuracy' }, role: 'second', chart: 'accuracy', format: 'percent' },
  },
  views: [
    { view: 'own', title: { zh: '两个网络的块', en: 'The blocks of both' }, place: 'main' },
    { view: 'two-answers', title: { zh: '没见过的十幅图', en: 'Ten pictures not learned from' }, place: 'main' },
  ],
});

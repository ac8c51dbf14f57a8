import { same } from '../../i18n/text';
import { learningRate, optimiser } from '../knobs';
import { choice, defineDemo, range } from '../declaration';

export default defineDemo({
  title: { zh: '权重衰减：几个特征才算多', en: 'Weight decay, and how many features are too many' },
  claim: {
    zh: '特征和样本一样多的时候，不加惩罚的测试误差高得离谱，一点权重衰减就能把它压到十分之一以下；特征是样本的二十倍，衰减就帮不上多少。',
    en: 'With as many features as samples, the test error without a penalty is enormous, and a little decay brings it to under a tenth. With twenty times as many features decay has little left to do.',
  },
  chapter: 'tricks',
  seed: 1,
  steps: 1000,
  parameters: {
    penalty: choice({
      label: { zh: '惩罚', en: 'penalty' },
      help: {
        zh: '怎样不让权重变大：惩罚平方，直接缩小，惩罚绝对值（用次梯度，或用近端步）。',
        en: 'What keeps weights small: squares in the loss, shrinking, or absolute values by subgradient or proximal step.',
      },
      term: 'weight-decay',
      effect: 'live',
      prominent: true,
      options: {
        none: { zh: '无', en: 'none' },
        l2: same('L2'),
        decay: { zh: '解耦衰减', en: 'decoupled decay' },
        subgradient: { zh: 'L1，次梯度', en: 'L1, subgradient' },
        proximal: { zh: 'L1，近端步', en: 'L1, proximal' },
      },
      value: 'none',
    }),
    strength: range({
      label: { zh: '强度 λ', en: 'strength λ' },
      help: {
        zh: '惩罚乘的系数；也可以在图上拖动。没有惩罚的时候它不起作用。',
        en: 'What the penalty is multiplied by; it can be dragged in the picture too. Without a penalty it does nothing.',
      },
      effect: 'live',
      prominent: true,
      min: 1e-5,
      max: 1,
      scale: 'log',
      value: 0.01,
    }),
    features: range({
      label: { zh: '特征数 P', en: 'features P' },
      help: {
        zh: '模型有几个权重；在图上按一个位置也行。',
        en: 'How many weights the model has; pressing a place in the picture sets it too.',
      },
      effect: 'restart',
      prominent: true,
      min: 5,
      max: 800,
      step: 1,
      scale: 'log',
      value: 40,
    }),
    data: choice({
      label: { zh: '特征', en: 'kind of features' },
      help: {
        zh: '随机 ReLU：二十个输入都有用。稀疏：特征就是输入，有用的只有前四个。',
        en: 'Random ReLUs of twenty inputs, all of which matter; or the inputs themselves, of which the first four matter.',
      },
      effect: 'restart',
      prominent: true,
      options: {
        relu: { zh: '随机 ReLU', en: 'random ReLUs' },
        sparse: { zh: '四个有用的输入', en: 'inputs, four of use' },
      },
      value: 'relu',
    }),
    samples: range({
      label: { zh: '样本数 n', en: 'samples n' },
      help: {
        zh: '从几个样本学；每步都用全部。',
        en: 'How many samples are learned from, all of them in every step.',
      },
      effect: 'restart',
      min: 20,
      max: 80,
      step: 1,
      scale: 'linear',
      value: 40,
    }),
    noise: range({
      label: { zh: '噪声', en: 'noise' },
      help: {
        zh: '训练样本的目标值里加进的正态噪声的标准差；测试误差按没有噪声的值算。',
        en: 'Standard deviation of what is added to the values learned from; the test error is measured without it.',
      },
      effect: 'restart',
      min: 0,
      max: 1,
      step: 0.05,
      scale: 'linear',
      value: 0.5,
    }),
    optimiser: optimiser(['sgd', 'adam'], {
      help: {
        zh: '用普通梯度下降，L2 与解耦衰减走同一条路；用 Adam 就不同了。Adam 的学习率要小得多，取 0.01 左右。',
        en: 'For plain gradient descent L2 and decoupled decay are the same; for Adam they are not. Adam wants a far smaller rate, about 0.01.',
      },
      value: 'sgd',
    }),
    learningRate: learningRate({ min: 1e-3, max: 10, value: 1 }),
  },
  presets: {
    decayed: { title: { zh: '峰上加衰减', en: 'decay at the peak' }, values: { penalty: 'decay' } },
    many: { title: same('P = 20 n'), values: { features: 800 } },
    subgradient: {
      title: { zh: 'L1，次梯度', en: 'L1, subgradient' },
      values: { data: 'sparse', features: 200, penalty: 'subgradient', strength: 0.005, noise: 0.2, learningRate: 5 },
    },
    proximal: {
      title: { zh: 'L1，近端步', en: 'L1, proximal' },
      values: { data: 'sparse', features: 200, penalty: 'proximal', strength: 0.005, noise: 0.2, learningRate: 5 },
    },
  },
  metrics: {
    loss: {
      label: { zh: '目标：误差的一半加惩罚', en: 'objective: half the error and penalty' },
      role: 'neutral',
      chart: 'none',
      format: 'number',
    },
    trainError: { label: { zh: '训练误差', en: 'training error' }, role: 'train', chart: 'loss', scale: 'log', format: 'number' },
    testError: { label: { zh: '测试误差', en: 'test error' }, role: 'test', chart: 'loss', format: 'number' },
    noneError: {
      label: { zh: '解出的测试误差，无惩罚', en: 'test error solved, no penalty' },
      role: 'neutral',
      chart: 'none',
      format: 'number',
    },
    bestError: {
      label: { zh: '解出的测试误差，最好的 L2', en: 'test error solved, best L2' },
      role: 'neutral',
      chart: 'none',
      format: 'number',
    },
    bestStrength: { label: { zh: '最好的 λ（L2）', en: 'best λ of L2' }, role: 'neutral', chart: 'none', format: 'number' },
    solvedError: {
      label: { zh: '解出的测试误差，现在的惩罚', en: 'test error solved, present penalty' },
      role: 'neutral',
      chart: 'none',
      format: 'number',
    },
    weightSize: { label: { zh: '权重的大小 |w|²', en: 'size of the weights, |w|²' }, role: 'weight', chart: 'other', format: 'number' },
    zeroShare: {
      label: { zh: '恰好为 0 的权重', en: 'weights that are exactly 0' },
      role: 'neutral',
      chart: 'accuracy',
      format: 'percent',
    },
  },
  views: [
    { view: 'own', title: { zh: '测试误差与特征数', en: 'Test error against features' }, place: 'main' },
    { view: 'own', title: { zh: '误差与强度', en: 'Errors against strength' }, place: 'main', options: { part: 'strengths' } },
    { view: 'own', title: { zh: '权重，从大到小', en: 'Weights, largest first' }, place: 'side', options: { part: 'weights' } },
  ],
});

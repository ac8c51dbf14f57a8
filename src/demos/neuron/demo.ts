import { activation, batchSize, learningRate, planarDataset } from '../knobs';
import { defineDemo, range, toggle } from '../declaration';

export default defineDemo({
  title: { zh: '一个神经元', en: 'One neuron' },
  claim: {
    zh: '拖动箭头和直线：一个神经元只会把平面沿一条直线分开，再按到直线的距离打分。按下播放，看梯度下降自己把直线放好。',
    en: 'Drag the arrow and the line: one neuron can only split the plane along a straight line and score by the distance to it. Press play and watch gradient descent place the line by itself.',
  },
  chapter: 'mlp',
  seed: 2,
  steps: 150,
  parameters: {
    activation: activation(['tanh', 'sigmoid', 'relu', 'identity'], {
      help: {
        zh: '作用在 w·x + b 上的函数：离直线多远、答多大，由它决定。',
        en: 'The function of w·x + b: it says how the answer grows with the distance from the line.',
      },
      prominent: true,
      value: 'tanh',
    }),
    dataset: planarDataset(['gauss', 'moons', 'xor', 'circle'], {
      help: {
        zh: '要把哪些点分成两类；其中只有“两团”，一条直线差不多分得开。',
        en: 'Which points are to be told apart; one straight line comes near to it for the two clouds alone.',
      },
      prominent: true,
      value: 'gauss',
    }),
    learningRate: learningRate({ prominent: true, min: 1e-3, max: 3, value: 0.05 }),
    noise: range({
      label: { zh: '噪声', en: 'noise' },
      help: {
        zh: '数据有多乱：点偏离原来的形状，或者分界附近的标签出错。',
        en: 'How untidy the data are: points stray from their shapes, or labels near a border come out wrong.',
      },
      effect: 'restart',
      min: 0,
      max: 0.5,
      step: 0.05,
      scale: 'linear',
      value: 0.1,
    }),
    samples: range({
      label: { zh: '样本数', en: 'samples' },
      help: {
        zh: '一共有多少个点：一半用来训练，一半留作测试。',
        en: 'How many points there are in all: half are trained on, half are held out for the test.',
      },
      effect: 'restart',
      min: 20,
      max: 400,
      step: 10,
      scale: 'linear',
      value: 200,
    }),
    batchSize: batchSize({ min: 1, max: 128, value: 16 }),
    showTest: toggle({
      label: { zh: '显示测试数据', en: 'show test data' },
      help: {
        zh: '把留作测试的点也画上（空心的）；它们从不参加训练。',
        en: 'Draws the points held out for the test as well, hollow; no step ever learns from them.',
      },
      effect: 'view',
      value: false,
    }),
  },
  metrics: {
    loss: { label: { zh: '批量损失', en: 'batch loss' }, role: 'neutral', chart: 'loss', format: 'number' },
    trainLoss: { label: { zh: '训练损失', en: 'training loss' }, role: 'train', chart: 'loss', format: 'number' },
    testLoss: { label: { zh: '测试损失', en: 'test loss' }, role: 'test', chart: 'loss', format: 'number' },
    testAccuracy: { label: { zh: '测试准确率', en: 'test accuracy' }, role: 'test', chart: 'accuracy', format: 'percent' },
  },
  views: [{ view: 'own', title: { zh: '神经元在平面上的响应', en: 'What the neuron answers over the plane' }, place: 'main' }],
});

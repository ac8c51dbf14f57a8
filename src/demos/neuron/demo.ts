import { activation, learningRate, planarDataset } from '../knobs';
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
    activation: activation(['tanh', 'sigmoid', 'relu', 'identity'], { prominent: true, value: 'tanh' }),
    dataset: planarDataset(['gauss', 'moons', 'xor', 'circle'], { prominent: true, value: 'gauss' }),
    learningRate: learningRate({ prominent: true, min: 1e-3, max: 3, value: 0.05 }),
    noise: range({ label: { zh: '噪声', en: 'noise' }, effect: 'restart', min: 0, max: 0.5, step: 0.05, scale: 'linear', value: 0.1 }),
    samples: range({ label: { zh: '样本数', en: 'samples' }, effect: 'restart', min: 20, max: 400, step: 10, scale: 'linear', value: 200 }),
    batchSize: range({
      label: { zh: '批量大小', en: 'batch size' },
      effect: 'restart',
      min: 1,
      max: 128,
      step: 1,
      scale: 'log',
      value: 16,
    }),
    showTest: toggle({ label: { zh: '显示测试数据', en: 'show test data' }, effect: 'view', value: false }),
  },
  metrics: {
    loss: { label: { zh: '批量损失', en: 'batch loss' }, role: 'neutral', chart: 'loss', format: 'number' },
    trainLoss: { label: { zh: '训练损失', en: 'training loss' }, role: 'train', chart: 'loss', format: 'number' },
    testLoss: { label: { zh: '测试损失', en: 'test loss' }, role: 'test', chart: 'loss', format: 'number' },
    testAccuracy: { label: { zh: '测试准确率', en: 'test accuracy' }, role: 'test', chart: 'accuracy', format: 'percent' },
  },
  views: [{ view: 'own', title: { zh: '神经元在平面上的响应', en: 'What the neuron answers over the plane' }, place: 'main' }],
});

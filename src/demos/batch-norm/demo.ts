import { same } from '../../i18n/text';
import { activation, learningRate, planarDataset } from '../knobs';
import { choice, defineDemo, range, toggle } from '../declaration';

export default defineDemo({
  title: { zh: '批量规范化', en: 'Batch normalisation' },
  claim: {
    zh: '学习率 3：没有批量规范化学不成，有它不到一百步，测试准确率就有 95%。再把批量改成 4 和 2：训练时用一批的均值和方差，评估时用移动平均，批量一小，两者就成了两个网络。',
    en: 'At a rate of 3 nothing is learned without batch norm; with it, 95% in less than a hundred steps. Then take batches of 4, and of 2: training uses a batch’s statistics, evaluation running averages, and these become two different networks.',
  },
  chapter: 'tricks',
  seed: 1,
  steps: 500,
  parameters: {
    norm: choice({
      label: { zh: '规范化', en: 'normalisation' },
      help: {
        zh: '激活之前，把每个单元在一批之内（批量规范化）或每个样本在一层之内（层规范化）变成均值 0、方差 1。',
        en: 'Before its activation a unit is brought to mean 0 and variance 1 over the batch (batch norm), or a sample over the layer (layer norm).',
      },
      term: 'batch-normalisation',
      effect: 'restart',
      prominent: true,
      options: {
        none: { zh: '没有', en: 'none' },
        batch: { zh: '批量规范化', en: 'batch norm' },
        layer: { zh: '层规范化', en: 'layer norm' },
      },
      value: 'batch',
    }),
    learningRate: learningRate({ min: 1e-3, max: 30, value: 3, prominent: true }),
    batchSize: choice({
      label: { zh: '批量大小', en: 'batch size' },
      help: {
        zh: '一步看几个样本；批量规范化的均值和方差也只从这几个样本来。',
        en: 'How many samples a step sees; the mean and variance of batch norm come from these and no others.',
      },
      term: 'mini-batch',
      effect: 'restart',
      prominent: true,
      options: { 2: same('2'), 4: same('4'), 8: same('8'), 16: same('16'), 32: same('32'), 64: same('64') },
      value: '32',
    }),
    layer: range({
      label: { zh: '看哪个隐藏层', en: 'hidden layer looked at' },
      help: {
        zh: '左图画的是这一层各个单元的均值和标准差，从输入一侧数起。',
        en: 'Whose units’ means and standard deviations are drawn; counted from the input.',
      },
      effect: 'view',
      prominent: true,
      min: 1,
      max: 4,
      step: 1,
      scale: 'linear',
      value: 1,
    }),
    momentum: choice({
      label: { zh: '移动平均的动量', en: 'momentum of the running average' },
      help: {
        zh: '每一步，移动平均保留旧值的这么多，其余取自这一批；0：只记得上一批。PyTorch 的动量是 1 减去它。',
        en: 'How much of the running average a step keeps; the rest is the batch’s. 0: the last batch alone. PyTorch’s momentum is 1 minus this.',
      },
      effect: 'restart',
      prominent: true,
      when: ({ norm }) => norm === 'batch',
      options: { 0: same('0'), 0.5: same('0.5'), 0.9: same('0.9'), 0.99: same('0.99'), 0.999: same('0.999') },
      value: '0.9',
    }),
    trainingMode: toggle({
      label: { zh: '用训练模式评估', en: 'evaluates in training mode' },
      help: {
        zh: '评估时不用移动平均，而用和这个点一起送来的那批点的均值和方差：回答取决于同伴。',
        en: 'Judges not by the running averages but by those of the batch in which a point comes: its answer depends on its company.',
      },
      effect: 'live',
      prominent: true,
      when: ({ norm }) => norm === 'batch',
      value: false,
    }),
    company: choice({
      label: { zh: '和谁一起评估', en: 'judged together with' },
      help: {
        zh: '训练模式下，留作测试的点怎样分批：打乱了，按类别排好，还是一个一个来。',
        en: 'How held-out points come in training mode: batches of points in no order, sorted by class, or each alone.',
      },
      effect: 'live',
      prominent: true,
      when: ({ norm }) => norm === 'batch',
      options: {
        mixed: { zh: '打乱的一批', en: 'a mixed batch' },
        sorted: { zh: '按类别排好的一批', en: 'a batch sorted by class' },
        alone: { zh: '没有同伴', en: 'nobody' },
      },
      value: 'mixed',
    }),
    shift: range({
      label: { zh: '测试点右移', en: 'test points moved right' },
      help: {
        zh: '训练的点不动，评估时所有留作测试的点向右移这么多：数据变了，网络不知道。',
        en: 'All held-out points are moved this far before they are judged; those that are learned from stay: the data have changed.',
      },
      effect: 'live',
      min: 0,
      max: 3,
      step: 0.25,
      scale: 'linear',
      value: 0,
    }),
    initialScale: range({
      label: { zh: '初始权重的倍数', en: 'factor on the initial weights' },
      help: {
        zh: '所有隐藏层的初始权重都乘上它；有规范化时，网络一开始的回答不因它改变。',
        en: 'Multiplies the first weights of all hidden layers; where they are normalised, the first answers do not change with it.',
      },
      effect: 'restart',
      min: 0.1,
      max: 10,
      scale: 'log',
      value: 1,
    }),
    activation: activation(['relu', 'tanh', 'sigmoid'], { value: 'relu' }),
    dataset: planarDataset(['moons', 'circle', 'xor', 'spiral'], { value: 'moons' }),
    showTest: toggle({
      label: { zh: '显示测试数据', en: 'show test data' },
      help: {
        zh: '把留作测试的点也画上（空心的）；在训练模式下是其中的第一批。',
        en: 'Draws the points held out for the test as well, hollow; in training mode the first batch of them.',
      },
      effect: 'view',
      value: true,
    }),
  },
  presets: {
    batch: {
      title: { zh: '批量规范化', en: 'batch norm' },
      values: { norm: 'batch', learningRate: 3, batchSize: '32', trainingMode: false, company: 'mixed' },
    },
    none: {
      title: { zh: '没有', en: 'without' },
      values: { norm: 'none', learningRate: 3, batchSize: '32', trainingMode: false, company: 'mixed' },
    },
    layer: {
      title: { zh: '层规范化', en: 'layer norm' },
      values: { norm: 'layer', learningRate: 3, batchSize: '32', trainingMode: false, company: 'mixed' },
    },
    tiny: {
      title: { zh: '一批 4 个', en: 'batches of 4' },
      values: { norm: 'batch', learningRate: 0.1, batchSize: '4', trainingMode: false, company: 'mixed' },
    },
    fault: {
      title: { zh: '有个毛病', en: 'something is wrong' },
      values: { norm: 'batch', learningRate: 0.1, batchSize: '32', trainingMode: true, company: 'sorted' },
    },
  },
  metrics: {
    loss: { label: { zh: '批量损失', en: 'batch loss' }, role: 'train', chart: 'loss', scale: 'log', format: 'number' },
    testLoss: { label: { zh: '测试损失', en: 'test loss' }, role: 'test', chart: 'loss', format: 'number' },
    testAccuracy: { label: { zh: '测试准确率', en: 'test accuracy' }, role: 'test', chart: 'accuracy', format: 'percent' },
    firstSize: {
      label: { zh: '隐藏层 1', en: 'hidden layer 1' },
      role: 'first',
      chart: 'other',
      unit: { zh: '激活读到的数，均方根', en: 'what activations read, root mean square' },
      format: 'number',
    },
    lastSize: {
      label: { zh: '隐藏层 4', en: 'hidden layer 4' },
      role: 'second',
      chart: 'other',
      unit: { zh: '激活读到的数，均方根', en: 'what activations read, root mean square' },
      format: 'number',
    },
    runningAccuracy: {
      label: { zh: '测试准确率，用移动平均', en: 'test accuracy by the running averages' },
      role: 'test',
      chart: 'none',
      format: 'percent',
    },
    companyAccuracy: {
      label: { zh: '测试准确率，用同批的统计量', en: 'test accuracy by the batches’ own statistics' },
      role: 'test',
      chart: 'none',
      format: 'percent',
    },
    gap: {
      label: { zh: '评估模式减训练模式', en: 'evaluation mode minus training mode' },
      role: 'test',
      chart: 'none',
      format: 'percent',
    },
    runningLoss: {
      label: { zh: '测试损失，用移动平均', en: 'test loss by the running averages' },
      role: 'test',
      chart: 'none',
      format: 'number',
    },
    companyLoss: {
      label: { zh: '测试损失，用同批的统计量', en: 'test loss by the batches’ own statistics' },
      role: 'test',
      chart: 'none',
      format: 'number',
    },
  },
  views: [
    { view: 'own', title: { zh: '一层的均值与标准差', en: 'Means and deviations of a layer' }, place: 'main' },
    { view: 'decision-surface', title: { zh: '网络的回答', en: 'What the network answers' }, place: 'main' },
    {
      view: 'histogram-ridge',
      title: { zh: '每层的激活读到的数', en: 'What each layer’s activations read' },
      place: 'side',
      options: { counts: 'activationCounts', range: 'activationRange', scale: 'linear', colour: 'activation', of: 'preActivation' },
    },
  ],
});

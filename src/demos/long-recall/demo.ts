import { same } from '../../i18n/text';
import { learningRate } from '../knobs';
import { choice, defineDemo, range, toggle } from '../declaration';

export default defineDemo({
  title: { zh: '记住第一个符号', en: 'Remembering the first symbol' },
  claim: {
    zh: '读完四十个符号，要说出第一个：简单循环的梯度回不到那里，只能瞎猜；LSTM 和 GRU 的门一开始就开着，两百步之内就学会。把偏置 b 调回常用的 1，LSTM 到头也学不会。',
    en: 'Of forty symbols the first is asked for. The simple cell’s gradient never gets back to it, and it guesses; an LSTM and a GRU whose gates begin open learn it within two hundred steps. Set the bias b to the usual 1, and the LSTM does not get there.',
  },
  chapter: 'rnn',
  seed: 1,
  steps: 300,
  reference: 'compiled',
  parameters: {
    length: range({
      label: { zh: '序列长度 T', en: 'length T of the sequence' },
      help: {
        zh: '第一个字母要记多久：后面全是不相干的小写字母，直到问号。',
        en: 'How long the first letter must be kept, through small letters that mean nothing, up to the question mark.',
      },
      effect: 'restart',
      prominent: true,
      min: 5,
      max: 200,
      step: 1,
      scale: 'log',
      value: 40,
    }),
    keepBias: range({
      label: { zh: '保留门的偏置 b', en: 'bias b of the keeping gates' },
      help: {
        zh: 'LSTM 的遗忘门、GRU 的更新门起初开到 σ(b)；取 log(T − 1)，走完 T 步约剩三分之一。',
        en: 'How far forget gate (LSTM) and update gate (GRU) begin open: σ(b). With log(T − 1) about a third is left after T steps.',
      },
      effect: 'restart',
      prominent: true,
      min: -2,
      max: 6,
      step: 0.1,
      scale: 'linear',
      value: 3.7,
    }),
    closed: toggle({
      label: { zh: 'LSTM 的输入门从 −b 开始', en: 'LSTM’s input gate begins at −b' },
      help: {
        zh: '输入门起初放进的份额，正好是遗忘门没有留下的；关掉，它就从半开起步。',
        en: 'The input gate then lets in at first just what the forget gate lets go; off, it begins half open.',
      },
      effect: 'restart',
      prominent: true,
      value: true,
    }),
    start: choice({
      label: { zh: '循环权重的初始化', en: 'initial recurrent weights' },
      help: {
        zh: '从状态到状态的初始权重：正交矩阵不改变向量的长度，Xavier 的不保证。',
        en: 'First weights from state to state: orthogonal ones keep a vector’s length step by step, Xavier’s need not.',
      },
      effect: 'restart',
      options: { orthogonal: { zh: '正交', en: 'orthogonal' }, xavierUniform: same('Xavier') },
      value: 'orthogonal',
    }),
    units: range({
      label: { zh: '每个网络的单元数', en: 'units of each network' },
      help: {
        zh: '三个网络的隐状态各有几个数；越多，能记的越多，每步也算得越久。',
        en: 'How many numbers each network’s hidden state has; more can hold more, and take longer to compute.',
      },
      effect: 'restart',
      min: 2,
      max: 64,
      step: 1,
      scale: 'linear',
      value: 32,
    }),
    symbols: range({
      label: { zh: '有几种大写字母', en: 'different capital letters' },
      help: { zh: '瞎猜的准确率是它的倒数。', en: 'Guessing is right one time in so many.' },
      effect: 'restart',
      min: 2,
      max: 8,
      step: 1,
      scale: 'linear',
      value: 8,
    }),
    learningRate: learningRate({ min: 1e-4, max: 0.1, value: 0.005 }),
  },
  presets: {
    open: { title: same('b = 3.7'), values: { length: 40, keepBias: 3.7, closed: true } },
    usual: { title: { zh: '常用的 b = 1', en: 'usual b = 1' }, values: { length: 40, keepBias: 1, closed: false } },
    half: { title: same('b = 0'), values: { length: 40, keepBias: 0, closed: false } },
    far: { title: same('T = 100, b = 4.6'), values: { length: 100, keepBias: 4.6, closed: true } },
    near: { title: same('T = 5'), values: { length: 5, keepBias: 1.4, closed: true } },
  },
  metrics: {
    loss: { label: { zh: '三个批量损失之和', en: 'the three batch losses, added' }, role: 'neutral', chart: 'loss', format: 'number' },
    rnnLoss: { label: { zh: '简单循环的测试损失', en: 'test loss, simple' }, role: 'test', chart: 'loss', format: 'number' },
    lstmLoss: { label: { zh: 'LSTM 的测试损失', en: 'test loss, LSTM' }, role: 'first', chart: 'loss', format: 'number' },
    gruLoss: { label: { zh: 'GRU 的测试损失', en: 'test loss, GRU' }, role: 'second', chart: 'loss', format: 'number' },
    rnnAccuracy: { label: { zh: '简单循环的准确率', en: 'accuracy, simple' }, role: 'test', chart: 'accuracy', format: 'percent' },
    lstmAccuracy: { label: { zh: 'LSTM 的准确率', en: 'accuracy, LSTM' }, role: 'first', chart: 'accuracy', format: 'percent' },
    gruAccuracy: { label: { zh: 'GRU 的准确率', en: 'accuracy, GRU' }, role: 'second', chart: 'accuracy', format: 'percent' },
    rnnGradientShare: {
      label: { zh: '首位的梯度除以末位的，简单循环', en: 'gradient at the first position over that at the last, simple' },
      role: 'neutral',
      chart: 'none',
      format: 'number',
    },
    lstmGradientShare: {
      label: { zh: '首位的梯度除以末位的，LSTM', en: 'gradient at the first position over that at the last, LSTM' },
      role: 'neutral',
      chart: 'none',
      format: 'number',
    },
    gruGradientShare: {
      label: { zh: '首位的梯度除以末位的，GRU', en: 'gradient at the first position over that at the last, GRU' },
      role: 'neutral',
      chart: 'none',
      format: 'number',
    },
  },
  views: [
    { view: 'own', title: { zh: '传回来多少梯度', en: 'How much gradient comes back' }, place: 'main' },
    {
      view: 'sequence-plot',
      title: { zh: 'LSTM 的门', en: 'LSTM gates' },
      place: 'side',
      options: {
        series: ['lstmInput', 'lstmForget', 'lstmOutput'],
        names: ['inputGate', 'forgetGate', 'outputGate'],
        symbols: 'symbols',
        yLabel: 'meanOfUnits',
      },
    },
    {
      view: 'sequence-plot',
      title: { zh: 'GRU 的门', en: 'GRU gates' },
      place: 'side',
      options: {
        series: ['gruReset', 'gruUpdate'],
        names: ['resetGate', 'updateGate'],
        symbols: 'symbols',
        yLabel: 'meanOfUnits',
      },
    },
    {
      view: 'heat-matrix',
      title: { zh: '遗忘门，逐个单元', en: 'Forget gate by unit' },
      place: 'side',
      options: { matrix: 'forget', columns: 'symbols', rowLabel: 'unit', columnLabel: 'symbol', largest: 1 },
    },
  ],
});

import { learningRate, recurrentCell, stateUnits } from '../knobs';
import { defineDemo, range } from '../declaration';

export default defineDemo({
  title: { zh: '同一个符号，不同的上文', en: 'The same symbol in another context' },
  claim: {
    zh: '最后一个符号总是问号，答案却是前面出现过的那个大写字母。只看当前符号的网络只能瞎猜；看一段窗口的网络，窗口够到提示才会；循环网络把提示记在隐状态里，它原来在哪儿都行。',
    en: 'The last symbol is always a question mark, and the answer is the capital letter that came before. A network that sees the present symbol alone can only guess; one with a window knows as soon as its window reaches the cue; a recurrent one keeps the cue in its hidden state, wherever it stood.',
  },
  chapter: 'rnn',
  seed: 1,
  steps: 600,
  reference: 'compiled',
  parameters: {
    distance: range({
      label: { zh: '提示离问号多远', en: 'distance of the cue' },
      help: {
        zh: '大写字母在问号之前几个位置；中间都是不相干的小写字母。',
        en: 'How far before the question mark the capital letter stands, with letters of no meaning between.',
      },
      effect: 'restart',
      prominent: true,
      min: 1,
      max: 9,
      step: 1,
      scale: 'linear',
      value: 4,
    }),
    window: range({
      label: { zh: '窗口里有几个符号', en: 'symbols in the window' },
      help: {
        zh: '窗口网络看到的最后几个符号，问号也算一个。',
        en: 'The last symbols that the network with a window sees, the question mark among them.',
      },
      effect: 'restart',
      prominent: true,
      min: 1,
      max: 10,
      step: 1,
      scale: 'linear',
      value: 3,
    }),
    units: stateUnits({ max: 32, value: 16, prominent: true }),
    cell: recurrentCell(['rnn', 'gru', 'lstm'], { value: 'rnn' }),
    symbols: range({
      label: { zh: '有几种提示', en: 'different cues' },
      help: { zh: '瞎猜的准确率是它的倒数。', en: 'Guessing is right one time in so many.' },
      effect: 'restart',
      min: 2,
      max: 6,
      step: 1,
      scale: 'linear',
      value: 4,
    }),
    learningRate: learningRate({ min: 1e-4, max: 0.1, value: 0.01 }),
  },
  presets: {
    out: { title: { zh: '窗口差一个符号', en: 'window one symbol short' }, values: { distance: 4, window: 4 } },
    reach: { title: { zh: '窗口恰好够到', en: 'window just long enough' }, values: { distance: 4, window: 5 } },
    far: { title: { zh: '提示在最前面', en: 'cue at the very beginning' }, values: { distance: 9, window: 5 } },
    one: { title: { zh: '只有一个单元的状态', en: 'a state of one unit' }, values: { units: 1, window: 5 } },
  },
  metrics: {
    loss: { label: { zh: '三个批量损失之和', en: 'the three batch losses, added' }, role: 'neutral', chart: 'loss', format: 'number' },
    windowLoss: { label: { zh: '窗口网络的测试损失', en: 'test loss, window' }, role: 'first', chart: 'loss', format: 'number' },
    stateLoss: { label: { zh: '循环网络的测试损失', en: 'test loss, recurrent' }, role: 'second', chart: 'loss', format: 'number' },
    nowAccuracy: {
      label: { zh: '只看当前符号的准确率', en: 'accuracy, present symbol alone' },
      role: 'neutral',
      chart: 'accuracy',
      format: 'percent',
    },
    windowAccuracy: { label: { zh: '窗口网络的准确率', en: 'accuracy, window' }, role: 'first', chart: 'accuracy', format: 'percent' },
    stateAccuracy: { label: { zh: '循环网络的准确率', en: 'accuracy, recurrent' }, role: 'second', chart: 'accuracy', format: 'percent' },
  },
  views: [
    { view: 'own', title: { zh: '谁看得到提示，谁答得对', en: 'Who sees the cue, and who answers right' }, place: 'main' },
    {
      view: 'heat-matrix',
      title: { zh: '第一行的隐状态，逐个单元', en: 'Hidden state of the first row, unit by unit' },
      place: 'main',
      options: { matrix: 'state', columns: 'firstSymbols', rowLabel: 'unit', columnLabel: 'symbol', largest: 1 },
    },
    {
      view: 'sequence-plot',
      title: { zh: '各行的隐状态相距多远', en: 'How far apart the hidden states of the rows are' },
      place: 'side',
      options: { series: ['apart'], names: ['apart'], symbols: 'firstSymbols', yLabel: 'distance' },
    },
  ],
});

import { learningRate, recurrentCell, stateUnits } from '../knobs';
import { defineDemo, range } from '../declaration';

export default defineDemo({
  title: { zh: '截断的反向传播', en: 'Backpropagation, cut short' },
  claim: {
    zh: '提示在问号之前 k 个位置，梯度从问号只往回走 K 步。状态在切口处清零，K 比 k 少一就只能瞎猜，够到 k 就全对；状态带过切口，梯度够不到的提示也可能留在状态里，只是没有人教网络把它留住。',
    en: 'The cue stands k places before the question mark, and the gradient goes back from there only K steps. With the state reset at the cut, one step too few is guessing and K = k is enough. With the state carried across, a cue that no gradient reaches may still be in it, but nothing teaches the network to keep it there.',
  },
  chapter: 'rnn',
  seed: 1,
  steps: 600,
  reference: 'compiled',
  parameters: {
    distance: range({
      label: { zh: '提示离问号多远（k）', en: 'distance of the cue (k)' },
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
      value: 6,
    }),
    back: range({
      label: { zh: '梯度往回走几步（K）', en: 'steps that the gradient goes back (K)' },
      help: {
        zh: '从问号处的状态往回数，再往前梯度就切断；一段有 K + 1 个符号，问号算一个。',
        en: 'Counted back from the state at the question mark; the gradient is cut beyond, in pieces of K + 1 symbols.',
      },
      effect: 'restart',
      prominent: true,
      min: 0,
      max: 11,
      step: 1,
      scale: 'linear',
      value: 5,
    }),
    units: stateUnits({ max: 32, value: 16 }),
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
    enough: { title: { zh: '恰好够到', en: 'just far enough' }, values: { distance: 6, back: 6 } },
    one: { title: { zh: '只走一步', en: 'a single step' }, values: { distance: 6, back: 1 } },
    far: { title: { zh: '提示更远', en: 'a cue farther back' }, values: { distance: 9, back: 5 } },
  },
  metrics: {
    loss: { label: { zh: '三个批量损失之和', en: 'the three batch losses, added' }, role: 'neutral', chart: 'loss', format: 'number' },
    resetLoss: { label: { zh: '状态清零的测试损失', en: 'test loss, state reset' }, role: 'first', chart: 'loss', format: 'number' },
    carriedLoss: { label: { zh: '状态带过的测试损失', en: 'test loss, state carried' }, role: 'second', chart: 'loss', format: 'number' },
    resetAccuracy: { label: { zh: '状态清零的准确率', en: 'accuracy, state reset' }, role: 'first', chart: 'accuracy', format: 'percent' },
    carriedAccuracy: {
      label: { zh: '状态带过的准确率', en: 'accuracy, state carried' },
      role: 'second',
      chart: 'accuracy',
      format: 'percent',
    },
    wholeAccuracy: { label: { zh: '不截断的准确率', en: 'accuracy, not cut' }, role: 'neutral', chart: 'accuracy', format: 'percent' },
  },
  views: [
    { view: 'own', title: { zh: '状态与梯度各走到哪里，答什么', en: 'How far states and gradients go, and the answers' }, place: 'main' },
  ],
});

import { learningRate, recurrentCell } from '../knobs';
import { choice, defineDemo, range } from '../declaration';

export default defineDemo({
  title: { zh: '从两头读', en: 'Read from both ends' },
  claim: {
    zh: '问号处要填的，由它左右两边的符号一起决定。从左往右读的网络走到问号时，还没见过右边；从右往左读的还没见过左边；两个都只能瞎猜。把两个方向的状态并在一起，才填得对。',
    en: 'What belongs in the gap depends on the symbols at its left and at its right. A network that reads from left to right has not seen the right one when it comes to the gap, one that reads from right to left has not seen the left one, and both can only guess. The states of both directions, side by side, know.',
  },
  chapter: 'rnn',
  seed: 1,
  steps: 400,
  reference: 'compiled',
  parameters: {
    answer: choice({
      label: { zh: '要答什么', en: 'what is asked for' },
      help: {
        zh: '该答什么，也就是非读到哪一边不可；求和时 A 是 0、B 是 1……，超出便从 A 数起。',
        en: 'Decides which side must have been read; in sums A is 0, B is 1, …, and after the last letter comes A again.',
      },
      effect: 'restart',
      prominent: true,
      options: {
        sum: { zh: '左右两个之和', en: 'sum of neighbours' },
        left: { zh: '左边那个', en: 'left neighbour' },
        right: { zh: '右边那个', en: 'right neighbour' },
        next: { zh: '每处的下一个符号', en: 'each next symbol' },
      },
      value: 'sum',
    }),
    units: range({
      label: { zh: '每个方向的单元数', en: 'units of each direction' },
      help: {
        zh: '每个方向的隐状态有几个数；两头都读的网络把两份并在一起。',
        en: 'How many numbers the state of each direction has; the network that reads both ways puts two such side by side.',
      },
      effect: 'restart',
      prominent: true,
      min: 1,
      max: 32,
      step: 1,
      scale: 'linear',
      value: 16,
    }),
    cell: recurrentCell(['rnn', 'gru', 'lstm'], { value: 'rnn' }),
    symbols: range({
      label: { zh: '有几种字母', en: 'different letters' },
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
    right: { title: { zh: '答案只在右边', en: 'the answer lies to the right' }, values: { answer: 'right' } },
    left: { title: { zh: '答案只在左边', en: 'the answer lies to the left' }, values: { answer: 'left' } },
    leak: { title: { zh: '猜下一个：偷看', en: 'predict the next: a leak' }, values: { answer: 'next' } },
  },
  metrics: {
    loss: { label: { zh: '三个批量损失之和', en: 'the three batch losses, added' }, role: 'neutral', chart: 'loss', format: 'number' },
    forwardLoss: { label: { zh: '从左读的测试损失', en: 'test loss, left to right' }, role: 'first', chart: 'loss', format: 'number' },
    bothLoss: { label: { zh: '双向的测试损失', en: 'test loss, both ways' }, role: 'second', chart: 'loss', format: 'number' },
    forwardAccuracy: {
      label: { zh: '从左读的准确率', en: 'accuracy, left to right' },
      role: 'first',
      chart: 'accuracy',
      format: 'percent',
    },
    backwardAccuracy: {
      label: { zh: '从右读的准确率', en: 'accuracy, right to left' },
      role: 'neutral',
      chart: 'accuracy',
      format: 'percent',
    },
    bothAccuracy: { label: { zh: '双向的准确率', en: 'accuracy, both ways' }, role: 'second', chart: 'accuracy', format: 'percent' },
    blindAccuracy: {
      label: { zh: '双向，但右边还没来', en: 'both ways, the right yet to come' },
      role: 'test',
      chart: 'accuracy',
      format: 'percent',
    },
  },
  views: [{ view: 'own', title: { zh: '回答时各自读过什么，答什么', en: 'What each has read, and what it answers' }, place: 'main' }],
});

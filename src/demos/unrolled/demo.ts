import { same } from '../../i18n/text';
import { learningRate, recurrentCell, stateUnits } from '../knobs';
import { choice, defineDemo, range, text } from '../declaration';

export default defineDemo({
  title: { zh: '沿着一行字展开', en: 'Unrolled along a line' },
  claim: {
    zh: '状态一直带着，单元背得出整行；每个符号都清零，准确率就停在“只看当前符号”的上限。读真的符号时只错一处，自己往下写却可能就此走岔。',
    en: 'With its state carried on the cell learns the line by heart; reset at every symbol, it stops at the best that the present symbol allows. One slip in reading the true symbols can be the end of writing alone.',
  },
  chapter: 'rnn',
  seed: 1,
  steps: 300,
  reference: 'compiled',
  parameters: {
    line: text({
      label: { zh: '要背的一行', en: 'line to be learnt' },
      help: {
        zh: '逐个读进、每次都要答出下一个的那行字：2 到 48 个字符，至少两个不同的。',
        en: 'What is read symbol by symbol, the next one asked for each time: 2 to 48 characters of any script, two different ones at least.',
      },
      effect: 'restart',
      prominent: true,
      grammar: 'line',
      value: 'to be or not to be that is the question',
    }),
    cell: recurrentCell(['rnn', 'lstm', 'gru'], { value: 'rnn', prominent: true }),
    state: choice({
      label: { zh: '状态', en: 'state' },
      help: {
        zh: '上一步的状态在哪里换成零：从不，每行开头，或每个符号。',
        en: 'Where the state before is replaced by zeros: nowhere, at the beginning of each row, or at each symbol.',
      },
      effect: 'restart',
      prominent: true,
      options: {
        carried: { zh: '一直带着', en: 'carried on' },
        row: { zh: '每行清零', en: 'reset each row' },
        symbol: { zh: '每个符号清零', en: 'reset each symbol' },
      },
      value: 'carried',
    }),
    row: range({
      label: { zh: '一行几个符号', en: 'symbols in a row' },
      help: {
        zh: '每隔这么多个符号清零一次，从读到的最后一个往回数；第一行可能短些。',
        en: 'The state is reset every so many symbols, counted back from the last that is read; the first row may be shorter.',
      },
      effect: 'restart',
      prominent: true,
      min: 2,
      max: 24,
      step: 1,
      scale: 'linear',
      value: 8,
      when: ({ state }) => state === 'row',
    }),
    place: range({
      label: { zh: '看第几个符号', en: 'symbol looked at' },
      help: {
        zh: '读到这个符号时的算式和预测写在图下；训练不受影响。',
        en: 'Equations and answer below the strip are of the step that reads this symbol; training is not changed.',
      },
      effect: 'view',
      prominent: true,
      min: 1,
      max: 47,
      step: 1,
      scale: 'linear',
      value: 19,
    }),
    unit: range({
      label: { zh: '看第几个单元', en: 'unit looked at' },
      help: {
        zh: '写出状态里这个单元的算式，代入当前的数。',
        en: 'Which unit of the state is worked out with the present numbers.',
      },
      effect: 'view',
      min: 1,
      max: 16,
      step: 1,
      scale: 'linear',
      value: 2,
    }),
    given: range({
      label: { zh: '自写之前给几个', en: 'given before it writes alone' },
      help: {
        zh: '先读这么多个正确的符号，此后每一步读它自己上一步写出的符号。',
        en: 'So many true symbols are read first; from there on it reads what it has written itself.',
      },
      effect: 'view',
      prominent: true,
      min: 1,
      max: 47,
      step: 1,
      scale: 'linear',
      value: 1,
    }),
    units: stateUnits({ max: 16, value: 8 }),
    learningRate: learningRate({ min: 1e-4, max: 0.1, value: 0.01 }),
  },
  presets: {
    rows: { title: { zh: '每行清零', en: 'reset by row' }, values: { state: 'row', row: 8 } },
    bug: { title: { zh: '每个符号清零', en: 'reset by symbol' }, values: { state: 'symbol' } },
    lstm: { title: same('LSTM'), values: { cell: 'lstm' } },
    gru: { title: same('GRU'), values: { cell: 'gru' } },
    twister: { title: { zh: '绕口令', en: 'tongue-twister' }, values: { line: '四是四十是十十四是十四四十是四十', place: 5 } },
  },
  metrics: {
    loss: { label: { zh: '损失', en: 'loss' }, role: 'train', chart: 'loss', format: 'number' },
    leastLoss: { label: { zh: '损失的下限', en: 'least loss possible' }, role: 'neutral', chart: 'loss', format: 'number' },
    accuracy: { label: { zh: '读真的符号', en: 'reading true symbols' }, role: 'first', chart: 'accuracy', format: 'percent' },
    aloneAccuracy: {
      label: { zh: '自写（给 1 个）', en: 'writing alone (given 1)' },
      role: 'second',
      chart: 'accuracy',
      format: 'percent',
    },
    bestAccuracy: { label: { zh: '准确率的上限', en: 'best accuracy possible' }, role: 'neutral', chart: 'accuracy', format: 'percent' },
    length: { label: { zh: '这一行的符号数', en: 'symbols in the line' }, role: 'neutral', chart: 'none', format: 'number' },
    distinct: { label: { zh: '不同的符号', en: 'different symbols' }, role: 'neutral', chart: 'none', format: 'number' },
  },
  views: [{ view: 'own', title: { zh: '展开：每个符号一份单元', en: 'Unrolled: a copy of the cell at each symbol' }, place: 'main' }],
});

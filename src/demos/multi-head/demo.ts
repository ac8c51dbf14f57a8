import { learningRate } from '../knobs';
import { choice, defineDemo, range } from '../declaration';

export default defineDemo({
  title: { zh: '一个头与几个头', en: 'One head and several' },
  claim: {
    zh: '每个位置都要按次序报出前 1 个和前 4 个符号。一个头只能取一份加权平均：两个符号混在一起，谁先谁后就丢了。参数一样多，换成两个头，几百步就全对。',
    en: 'Each place has to name, in order, the symbols one and four places back. One head takes one weighted mean, in which two symbols are mixed and their order is lost. Two heads with no more parameters have all of it right within a few hundred steps.',
  },
  chapter: 'attention',
  seed: 1,
  steps: 300,
  reference: 'compiled',
  parameters: {
    heads: choice({
      label: { zh: '几个头', en: 'heads' },
      help: {
        zh: '总宽度不变，平分给各头：头多了，每个就窄了，参数一个不多。',
        en: 'They share the width, which stays as it is: more heads are narrower ones, and not one parameter more.',
      },
      effect: 'restart',
      prominent: true,
      options: { 1: { zh: '1', en: '1' }, 2: { zh: '2', en: '2' }, 4: { zh: '4', en: '4' }, 8: { zh: '8', en: '8' } },
      value: '1',
    }),
    far: range({
      label: { zh: '第二问：前几个', en: 'second question: how far back' },
      help: {
        zh: '第一问总是前 1 个；第二问也设成 1，一个头就够了。开头之前接着序列的末尾。',
        en: 'The first question is always one back; where the second is one back as well, one head is enough. Before the first symbol comes the last.',
      },
      effect: 'restart',
      prominent: true,
      min: 1,
      max: 11,
      step: 1,
      scale: 'linear',
      value: 4,
    }),
    width: choice({
      label: { zh: '各头宽度之和', en: 'width of all heads together' },
      help: {
        zh: '一个位置的向量有几个数。再宽的一个头也只有一份权重。',
        en: 'How many numbers stand for a place. One head has one set of weights, however wide it is.',
      },
      effect: 'restart',
      options: { 16: { zh: '16', en: '16' }, 32: { zh: '32', en: '32' }, 64: { zh: '64', en: '64' } },
      value: '16',
    }),
    learningRate: learningRate({ min: 1e-3, max: 0.1, value: 0.01 }),
  },
  presets: {
    one: { title: { zh: '一个头', en: 'one head' }, values: { heads: '1', far: 4, width: '16' } },
    two: { title: { zh: '两个头', en: 'two heads' }, values: { heads: '2', far: 4, width: '16' } },
    wide: { title: { zh: '一个头，四倍宽', en: 'one head, four times as wide' }, values: { heads: '1', far: 4, width: '64' } },
    same: { title: { zh: '两问同一处', en: 'both ask for one place' }, values: { heads: '1', far: 1, width: '16' } },
  },
  metrics: {
    loss: { label: { zh: '批量损失', en: 'batch loss' }, role: 'neutral', chart: 'loss', format: 'number' },
    testLoss: { label: { zh: '测试损失', en: 'test loss' }, role: 'test', chart: 'loss', format: 'number' },
    nearAccuracy: { label: { zh: '第一问', en: 'first question' }, role: 'first', chart: 'accuracy', format: 'percent' },
    farAccuracy: { label: { zh: '第二问', en: 'second question' }, role: 'second', chart: 'accuracy', format: 'percent' },
    bothAccuracy: { label: { zh: '两问都对', en: 'both right' }, role: 'test', chart: 'accuracy', format: 'percent' },
  },
  views: [
    { view: 'own', title: { zh: '每处问谁，答什么', en: 'Whom each place asks, and what it answers' }, place: 'main' },
    {
      view: 'heat-matrix',
      title: { zh: '各头平均看多远', en: 'How far back each head looks, on the mean' },
      place: 'main',
      options: {
        matrix: 'looks',
        columns: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
        rowLabel: 'head',
        columnLabel: 'placesBack',
        largest: 1,
      },
    },
  ],
});

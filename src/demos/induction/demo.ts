import { learningRate } from '../knobs';
import { choice, defineDemo, range } from '../declaration';

export default defineDemo({
  title: { zh: '归纳头', en: 'An induction head' },
  claim: {
    zh: '每个序列有一个新抽的圈，走着走着还会跳。要报出圈上的下一个，只能到这个序列里去查：上一次出现这个符号时，后面是什么。一层注意力做不到，两层做得到。',
    en: 'Each sequence walks around a ring that is drawn anew, and leaps now and then. What comes next on the ring can only be looked up in the sequence itself: what followed when this symbol stood there before? One layer of attention cannot do it, two can.',
  },
  chapter: 'attention',
  seed: 1,
  steps: 600,
  reference: 'compiled',
  parameters: {
    layers: choice({
      label: { zh: '几层', en: 'layers' },
      help: {
        zh: '几层注意力，每层的结果加回到它读的向量上。',
        en: 'How many layers of attention; what each gives is added to what it has read.',
      },
      effect: 'restart',
      prominent: true,
      options: { 1: { zh: '1', en: '1' }, 2: { zh: '2', en: '2' } },
      value: '2',
    }),
    heads: choice({
      label: { zh: '每层几个头', en: 'heads of each layer' },
      help: { zh: '一层 32 个数平分给各头。', en: 'They share the 32 numbers of a layer.' },
      effect: 'restart',
      prominent: true,
      options: { 1: { zh: '1', en: '1' }, 2: { zh: '2', en: '2' }, 4: { zh: '4', en: '4' } },
      value: '2',
    }),
    jumps: range({
      label: { zh: '跳走的比例', en: 'share of leaps' },
      help: {
        zh: '每走一步，有这么大的可能不去圈上的下一个，而是随便跳到圈上一处；零就只是绕圈。',
        en: 'How likely a step goes to any place of the ring instead of the next one; at zero it is just round and round.',
      },
      effect: 'restart',
      prominent: true,
      min: 0,
      max: 0.6,
      step: 0.05,
      scale: 'linear',
      value: 0.3,
    }),
    example: range({
      label: { zh: '看第几个序列', en: 'sequence looked at' },
      help: { zh: '八个没有训练过的序列里看哪一个。', en: 'Which of eight sequences that were not trained on.' },
      effect: 'ask',
      prominent: true,
      min: 1,
      max: 8,
      step: 1,
      scale: 'linear',
      value: 1,
    }),
    learningRate: learningRate({ min: 1e-4, max: 0.1, value: 0.005 }),
  },
  presets: {
    two: { title: { zh: '两层', en: 'two layers' }, values: { layers: '2', heads: '2', jumps: 0.3 } },
    oneLayer: { title: { zh: '只有一层', en: 'one layer' }, values: { layers: '1', heads: '2', jumps: 0.3 } },
    oneHead: { title: { zh: '两层，每层一个头', en: 'two layers of one head' }, values: { layers: '2', heads: '1', jumps: 0.3 } },
  },
  metrics: {
    loss: { label: { zh: '批量损失', en: 'batch loss' }, role: 'neutral', chart: 'loss', format: 'number' },
    testLoss: { label: { zh: '测试损失', en: 'test loss' }, role: 'test', chart: 'loss', format: 'number' },
    accuracy: { label: { zh: '测试准确率', en: 'test accuracy' }, role: 'test', chart: 'accuracy', format: 'percent' },
    countingAccuracy: {
      label: { zh: '只凭计数', en: 'by counting' },
      role: 'neutral',
      chart: 'accuracy',
      format: 'percent',
    },
    previousScore: { label: { zh: '看前一个', en: 'looks one back' }, role: 'first', chart: 'accuracy', format: 'percent' },
    inductionScore: { label: { zh: '归纳', en: 'induction' }, role: 'second', chart: 'accuracy', format: 'percent' },
  },
  asks: ['look'],
  views: [
    {
      view: 'own',
      title: { zh: '圈上的下一个，各头看哪里', en: 'Next on the ring, and where heads look' },
      place: 'main',
    },
  ],
});

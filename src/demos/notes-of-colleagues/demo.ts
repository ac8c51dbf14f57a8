import { learningRate } from '../knobs';
import { choice, defineDemo, range } from '../declaration';

export default defineDemo({
  title: { zh: '同事的笔记', en: 'The notes of colleagues' },
  claim: {
    zh: '拖动问题的箭头，看听谁的：权重之和总是 1，所以答案总在最小与最大的笔记之间。再按下播放：梯度下降会自己学会该怎么问。',
    en: 'Drag the arrow of the question and see who is listened to: the weights always sum to 1, so the answer stays between the least note and the largest. Then press play, and gradient descent learns how to ask.',
  },
  chapter: 'attention',
  seed: 1,
  steps: 150,
  parameters: {
    score: choice({
      label: { zh: '评分函数', en: 'score' },
      help: {
        zh: '怎样由问题和一把键算出一个分数：点积、除以 √2 的点积，或者先相加再过 tanh。',
        en: 'How a question and a key make a score: by a dot product, by one over √2, or through a tanh of their sum.',
      },
      term: 'attention-score',
      effect: 'live',
      prominent: true,
      options: {
        dot: { zh: '点积', en: 'dot product' },
        scaled: { zh: '缩放点积', en: 'scaled dot product' },
        additive: { zh: '加性', en: 'additive' },
      },
      value: 'dot',
    }),
    temperature: range({
      label: { zh: '温度', en: 'temperature' },
      help: {
        zh: '分数先除以它，再做 softmax：小了几乎只听一个人，大了人人都听一点。',
        en: 'Scores are divided by it before the softmax: low, one colleague is heard alone; high, all are alike.',
      },
      term: 'temperature',
      effect: 'live',
      prominent: true,
      min: 0.05,
      max: 20,
      scale: 'log',
      value: 1,
    }),
    goal: range({
      label: { zh: '目标', en: 'goal' },
      help: {
        zh: '事后才知道的真实天数，答案该是它；训练让答案走向它。',
        en: 'The days that it really took, known afterwards: training takes the answer there.',
      },
      effect: 'live',
      prominent: true,
      min: 0,
      max: 15,
      step: 0.1,
      scale: 'linear',
      unit: { zh: '天', en: 'days' },
      value: 10,
    }),
    learns: choice({
      label: { zh: '学什么', en: 'what learns' },
      help: {
        zh: '每一步改动哪些数：只改怎么问，也改键，或者连笔记也改。',
        en: 'What a step may change: how you ask, the keys as well, or even what the notes say.',
      },
      effect: 'live',
      prominent: true,
      options: {
        query: { zh: '只学查询', en: 'the query' },
        keys: { zh: '查询和键', en: 'query and keys' },
        notes: { zh: '查询、键和值', en: 'query, keys, values' },
      },
      value: 'query',
    }),
    colleagues: range({
      label: { zh: '同事', en: 'colleagues' },
      help: { zh: '有几个人的笔记可以看。', en: 'How many notebooks there are to look into.' },
      effect: 'restart',
      min: 2,
      max: 6,
      step: 1,
      scale: 'linear',
      value: 5,
    }),
    learningRate: learningRate({ min: 1e-3, max: 0.3, value: 0.004 }),
  },
  presets: {
    sharp: { title: { zh: '几乎只听一个人', en: 'one is heard alone' }, values: { temperature: 0.1 } },
    flat: { title: { zh: '人人都听', en: 'all are heard alike' }, values: { temperature: 20 } },
    beyond: { title: { zh: '谁的笔记都没有这么大', en: 'more than any note says' }, values: { goal: 14 } },
    rewritten: { title: { zh: '连笔记一起学', en: 'notes learn, too' }, values: { goal: 14, learns: 'notes' } },
  },
  metrics: {
    loss: { label: { zh: '损失', en: 'loss' }, role: 'train', chart: 'loss', format: 'number' },
    answer: {
      label: { zh: '答案', en: 'the answer' },
      role: 'activation',
      chart: 'other',
      unit: { zh: '天', en: 'days' },
      format: 'number',
    },
    largest: { label: { zh: '最大的权重', en: 'the largest weight' }, role: 'attention', chart: 'accuracy', format: 'percent' },
    sum: { label: { zh: '权重之和', en: 'sum of the weights' }, role: 'attention', chart: 'none', format: 'number' },
    length: { label: { zh: '查询的长度', en: 'length of the query' }, role: 'weight', chart: 'none', format: 'number' },
  },
  views: [{ view: 'own', title: { zh: '问谁，听谁，得到什么', en: 'Who is asked, who is heard, and what comes of it' }, place: 'main' }],
});

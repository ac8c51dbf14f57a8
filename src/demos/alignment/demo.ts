import { learningRate } from '../knobs';
import { choice, defineDemo } from '../declaration';

export default defineDemo({
  title: { zh: '答案看向哪里', en: 'Where an answer looks' },
  claim: {
    zh: '一个网络把符号倒着念、排顺序，或者改写日期，每答一个，都由注意力说出它在看原文的哪里。编码器只给符号和位置时，权重正落在答案的来处；换成从左往右读的循环网络，倒着念得一样对，权重却指着旁边。',
    en: 'A network says symbols backwards or in order, or rewrites dates, and for each answer attention tells where in the source it looks. If the encoder gives symbols and places and no more, the weights lie where the answer comes from. If it is a recurrent network that reads from left to right, what is said backwards is as right and the weights point beside it.',
  },
  chapter: 'attention',
  seed: 1,
  steps: 1200,
  reference: 'compiled',
  parameters: {
    task: choice({
      label: { zh: '任务', en: 'task' },
      help: {
        zh: '倒念：从最后一个说到第一个；排序：从小到大，相同的符号都要说出来；日期：五种写法，一律改成年-月-日。',
        en: 'Backwards: from the last symbol to the first. In order: from the least to the greatest, equal ones as often as they stand there. Dates: five ways to write one become year-month-day.',
      },
      effect: 'restart',
      prominent: true,
      options: {
        reverse: { zh: '倒着念', en: 'say it backwards' },
        sort: { zh: '排顺序', en: 'put it in order' },
        dates: { zh: '改写日期', en: 'rewrite a date' },
      },
      value: 'reverse',
    }),
    encoder: choice({
      label: { zh: '编码器', en: 'encoder' },
      help: {
        zh: '每一处给出什么：符号加位置，别的都不知道；或者循环网络的状态，读过的都混在里面。',
        en: 'What stands at each place of the source: symbol and place and nothing else, or the state of a recurrent network, into which all that it has read is mixed.',
      },
      effect: 'restart',
      prominent: true,
      options: {
        positions: { zh: '符号加位置', en: 'symbol and place' },
        forward: { zh: 'GRU，从左往右', en: 'GRU, left to right' },
        both: { zh: 'GRU，两头读', en: 'GRU, both ways' },
      },
      value: 'positions',
    }),
    score: choice({
      label: { zh: '评分', en: 'score' },
      help: {
        zh: '查询与键怎样才算合适；“不看”就是没有注意力，整句话只剩一个向量。',
        en: 'What makes a key fit a query. “None” leaves attention out: of the whole source one vector is left.',
      },
      effect: 'restart',
      prominent: true,
      options: {
        dot: { zh: '点积', en: 'dot product' },
        scaled: { zh: '缩放点积', en: 'scaled dot product' },
        additive: { zh: '加性', en: 'additive' },
        none: { zh: '不看', en: 'none' },
      },
      value: 'dot',
    }),
    learningRate: learningRate({ min: 1e-3, max: 0.1, value: 0.02 }),
  },
  presets: {
    recurrent: { title: { zh: '循环编码器', en: 'a recurrent encoder' }, values: { task: 'reverse', encoder: 'forward', score: 'dot' } },
    both: { title: { zh: '两头读', en: 'read both ways' }, values: { task: 'reverse', encoder: 'both', score: 'dot' } },
    bottleneck: { title: { zh: '只有一个向量', en: 'one vector alone' }, values: { task: 'reverse', encoder: 'forward', score: 'none' } },
    sort: { title: { zh: '排顺序', en: 'put in order' }, values: { task: 'sort', encoder: 'positions', score: 'dot' } },
    dates: { title: { zh: '改写日期', en: 'rewrite dates' }, values: { task: 'dates', encoder: 'positions', score: 'additive' } },
  },
  metrics: {
    loss: { label: { zh: '批量损失', en: 'batch loss' }, role: 'neutral', chart: 'loss', format: 'number' },
    testLoss: { label: { zh: '测试损失', en: 'test loss' }, role: 'test', chart: 'loss', format: 'number' },
    accuracy: { label: { zh: '答对的符号', en: 'symbols right' }, role: 'test', chart: 'accuracy', format: 'percent' },
    wholeAccuracy: { label: { zh: '全对的序列', en: 'whole sequences right' }, role: 'neutral', chart: 'accuracy', format: 'percent' },
    trueWeight: { label: { zh: '来处的权重', en: 'weight on the true source' }, role: 'first', chart: 'other', format: 'percent' },
    truePlace: { label: { zh: '来处权重最大', en: 'largest weight on it' }, role: 'neutral', chart: 'none', format: 'percent' },
    beforeWeight: {
      label: { zh: '上一个的来处', en: 'on the one said before' },
      role: 'second',
      chart: 'other',
      format: 'percent',
    },
  },
  views: [{ view: 'own', title: { zh: '每个答案看向哪里', en: 'Where each answer looks' }, place: 'main' }],
});

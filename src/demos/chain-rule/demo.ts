import { learningRate } from '../knobs';
import { defineDemo, range, text } from '../declaration';

export default defineDemo({
  title: { zh: '链式法则，一条边一条边地走', en: 'The chain rule, edge by edge' },
  claim: {
    zh: '一个节点并不把梯度“分给”它的输入：每个输入得到的，都是上游梯度乘以它自己的局部导数。t = x/2 + y/2 里各得一半，是因为系数是 1/2；换成 x*y 再看，两份加起来就不是一份了。',
    en: 'A node does not share its gradient out among its inputs: each gets the whole upstream gradient times its own local slope. In t = x/2 + y/2 each gets a half because of the factors 1/2; change it to x*y, and the parts no longer add up to the whole.',
  },
  chapter: 'gradients',
  seed: 1,
  steps: 60,
  parameters: {
    expression: text({
      label: { zh: '表达式 t', en: 'expression t' },
      help: {
        zh: '要算的式子：可用 + - * / ^ 和 exp、log、sin、cos、tanh、sigmoid、relu、abs、sqrt、max、min，别的名字都是变量。',
        en: 'What the graph computes, of + - * / ^, exp, log, sin, cos, tanh, sigmoid, relu, abs, sqrt, max, min and variables.',
      },
      grammar: 'expression',
      effect: 'restart',
      prominent: true,
      value: 'x/2 + y/2',
    }),
    start: text({
      label: { zh: '变量的初值', en: 'starting values' },
      help: {
        zh: '训练从哪里出发，例如 x = 3, y = 1；没有写的变量从 1 开始。',
        en: 'Where training sets out from, such as x = 3, y = 1; a variable that is not named starts at 1.',
      },
      grammar: 'bindings',
      effect: 'restart',
      prominent: true,
      value: 'x = 3, y = 1',
    }),
    goal: range({
      label: { zh: 't 的目标', en: 'goal for t' },
      help: { zh: '训练让 t 走向它：损失是 (t − 目标)²/2。', en: 'Training takes t there: the loss is (t − goal)²/2.' },
      effect: 'live',
      prominent: true,
      min: -5,
      max: 5,
      step: 0.1,
      scale: 'linear',
      value: 0.5,
    }),
    learningRate: learningRate({
      help: {
        zh: '每一步让各变量逆着自己的梯度走多远；太大，t 会越过目标。',
        en: 'How far each step takes the variables against their gradients; too far, and t overshoots its goal.',
      },
      prominent: true,
      min: 0.001,
      max: 1,
      value: 0.1,
    }),
  },
  presets: {
    halves: {
      title: { zh: '笔记里的例子', en: 'the notes’ example' },
      values: { expression: 'x/2 + y/2', start: 'x = 3, y = 1', goal: 0.5 },
    },
    product: { title: { zh: '乘积', en: 'a product' }, values: { expression: 'x*y', start: 'x = 3, y = 2', goal: 1 } },
    neuron: {
      title: { zh: '一个神经元', en: 'a neuron' },
      values: { expression: 'sigmoid(w*x + b)', start: 'w = 2, x = 1, b = -1', goal: 0.2 },
    },
    twice: { title: { zh: '一个变量用两次', en: 'a variable used twice' }, values: { expression: 'x*x + 3*x', start: 'x = 1', goal: 0 } },
    twoLayers: {
      title: { zh: '两层网络', en: 'two layers' },
      values: {
        expression: 'v*tanh(w*x + b) + u*tanh(q*x + c)',
        start: 'x = 1, w = 1, b = 0, v = 0.5, q = -0.5, c = 0.5, u = 1',
        goal: -1,
      },
    },
  },
  metrics: {
    loss: { label: { zh: '损失', en: 'loss' }, role: 'train', chart: 'loss', format: 'number' },
    value: { label: { zh: 't 的值', en: 'the value of t' }, role: 'activation', chart: 'other', format: 'number' },
  },
  views: [{ view: 'own', title: { zh: '前向的值，反向的梯度', en: 'Values forwards, gradients backwards' }, place: 'main' }],
});

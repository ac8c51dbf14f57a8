/**
 * Knobs that many demos have, each with its words, effect and scale. Ranges and defaults are the demo's own, as are which options it
 * offers and in which order; whatever is given takes the place of what stands here: `depth({ max: 8, value: 3, prominent: true })`.
 * Their help holds in every demo; one that can say it more nearly says it itself.
 */
import { same, type Text } from '../i18n/text';
import { choice, range, toggle, type ChoiceParameter, type RangeParameter, type ToggleParameter } from './declaration';

/** What a demo says of a slider: its default, and what differs from the usual. */
type Slider<Given extends keyof RangeParameter> = Pick<RangeParameter, Given> & Partial<Omit<RangeParameter, 'kind' | Given>>;

/** What a demo says of a choice: its default, and what differs from the usual. */
type Choice<K extends string> = { readonly value: NoInfer<K> } & Partial<Omit<ChoiceParameter<K>, 'kind' | 'value' | 'options'>>;

/** What a demo says of a switch: its default, and what differs from the usual. */
type Switch = Pick<ToggleParameter, 'value'> & Partial<Omit<ToggleParameter, 'kind' | 'value'>>;

const OPTIMISERS = {
  sgd: { zh: '随机梯度下降', en: 'SGD' },
  momentum: { zh: '动量', en: 'momentum' },
  rmsprop: same('RMSProp'),
  adam: same('Adam'),
} as const satisfies Readonly<Record<string, Text>>;

const PLANAR_DATASETS = {
  circle: { zh: '圆', en: 'circle' },
  xor: { zh: '异或', en: 'xor' },
  corners: { zh: '异或的四角', en: 'xor corners' },
  gauss: { zh: '两团', en: 'two clouds' },
  spiral: { zh: '螺旋', en: 'spiral' },
  moons: { zh: '月牙', en: 'moons' },
  rings: { zh: '圆环', en: 'rings' },
  checkerboard: { zh: '棋盘', en: 'checkerboard' },
  multiGauss: { zh: '四团（四类）', en: 'four clouds' },
  plane: { zh: '斜面（回归）', en: 'plane (regression)' },
  gaussRegression: { zh: '山丘（回归）', en: 'hills (regression)' },
} as const satisfies Readonly<Record<string, Text>>;

const ACTIVATIONS = {
  identity: { zh: '恒等', en: 'identity' },
  sigmoid: same('sigmoid'),
  tanh: same('tanh'),
  relu: same('ReLU'),
  leakyRelu: same('leaky ReLU'),
  elu: same('ELU'),
  gelu: same('GELU'),
  silu: same('SiLU'),
  softplus: same('softplus'),
} as const satisfies Readonly<Record<string, Text>>;

const CELLS = {
  rnn: { zh: '简单循环', en: 'simple' },
  gru: same('GRU'),
  lstm: same('LSTM'),
} as const satisfies Readonly<Record<string, Text>>;

/** Some of the named words, in the order of the names. */
function among<K extends string>(words: Readonly<Record<K, Text>>, names: readonly K[]): Readonly<Record<K, Text>> {
  const chosen: Partial<Record<K, Text>> = {};
  for (const name of names) chosen[name] = words[name];
  // Every name that K stands for is one of `names`.
  return chosen as Record<K, Text>;
}

/** The step size of the optimiser: live, on a logarithmic slider. */
export function learningRate(options: Slider<'min' | 'max' | 'value'>): RangeParameter {
  return range({
    label: { zh: '学习率', en: 'learning rate' },
    help: {
      zh: '每一步更新把参数挪多远：太小学得慢，太大损失就上下乱跳。',
      en: 'How far each update moves the parameters: too small is slow, too large makes the loss jump about.',
    },
    term: 'learning-rate',
    effect: 'live',
    scale: 'log',
    ...options,
  });
}

/** How many samples a step learns from. */
export function batchSize(options: Slider<'min' | 'max' | 'value'>): RangeParameter {
  return range({
    label: { zh: '批量大小', en: 'batch size' },
    help: {
      zh: '每步更新对几个样本的损失取平均：少了，步子摇摆；多了，每步算得久。',
      en: 'How many samples’ losses are averaged for an update: few make it unsteady, many make it slow.',
    },
    effect: 'restart',
    step: 1,
    scale: 'log',
    ...options,
  });
}

/** Decay of the weights apart from the gradient (Loshchilov & Hutter 2019). */
export function weightDecay(options: Slider<'max' | 'value'>): RangeParameter {
  return range({
    label: { zh: '权重衰减', en: 'weight decay' },
    help: {
      zh: '每步把权重（不含偏置）按它与学习率之积的比例缩小，学到的函数因而平缓些。',
      en: 'Shrinks every weight, but no bias, by the fraction rate × this at each step, which smooths what is learned.',
    },
    effect: 'live',
    min: 0,
    step: 0.01,
    scale: 'linear',
    ...options,
  });
}

/** How many hidden layers there are, from 1. */
export function depth(options: Slider<'max' | 'value'>): RangeParameter {
  return range({
    label: { zh: '隐藏层数', en: 'hidden layers' },
    help: {
      zh: '输入与输出之间叠几层；梯度要一层层传回去，每过一层就乘一次。',
      en: 'How many layers are stacked; the gradient comes back through all of them and is multiplied in each.',
    },
    term: 'hidden-layer',
    effect: 'restart',
    min: 1,
    step: 1,
    scale: 'linear',
    ...options,
  });
}

/** How many units each hidden layer has. */
export function width(options: Slider<'min' | 'max' | 'value'>): RangeParameter {
  return range({
    label: { zh: '每层单元数', en: 'units per layer' },
    help: {
      zh: '所有隐藏层一起加宽或收窄；相邻两个隐藏层之间的权重个数是它的平方。',
      en: 'Widens all hidden layers alike; between two neighbours there are as many weights as its square.',
    },
    effect: 'restart',
    step: 1,
    scale: 'linear',
    ...options,
  });
}

/** Which of these optimisers trains. */
export function optimiser<const K extends keyof typeof OPTIMISERS>(names: readonly K[], options: Choice<K>): ChoiceParameter<K> {
  return choice({
    label: { zh: '优化器', en: 'optimiser' },
    help: {
      zh: '怎样由梯度算出更新：动量累积以往的梯度，Adam 还给每个参数各自的步长。',
      en: 'How gradients become updates: momentum adds up past ones, Adam also fits each parameter’s own step.',
    },
    effect: 'restart',
    options: among(OPTIMISERS, names),
    ...options,
  });
}

/** Which of these data sets of the plane is learned (`ml/data-kinds/planar`). */
export function planarDataset<const K extends keyof typeof PLANAR_DATASETS>(names: readonly K[], options: Choice<K>): ChoiceParameter<K> {
  return choice({
    label: { zh: '数据', en: 'data' },
    help: {
      zh: '要分开平面上的哪些点：有的一条直线就够，有的非要弯曲的边界不可。',
      en: 'Which points of the plane are to be told apart: some by a straight line, others by a curve alone.',
    },
    effect: 'restart',
    options: among(PLANAR_DATASETS, names),
    ...options,
  });
}

/** Which of these activation functions the hidden units have. */
export function activation<const K extends keyof typeof ACTIVATIONS>(names: readonly K[], options: Choice<K>): ChoiceParameter<K> {
  return choice({
    label: { zh: '激活函数', en: 'activation' },
    help: {
      zh: '隐藏单元作用在净输入上的函数；曲线平坦的地方，几乎没有梯度传得回去。',
      en: 'The function of the hidden units’ pre-activations; where it is flat, hardly any gradient passes back.',
    },
    term: 'activation-function',
    effect: 'restart',
    options: among(ACTIVATIONS, names),
    ...options,
  });
}

/** Layer norm in every hidden layer, or in none. */
export function layerNorm(options: Switch): ToggleParameter {
  return toggle({
    label: { zh: '层规范化', en: 'layer norm' },
    help: {
      zh: '每层的净输入先在一个样本之内变成平均 0、方差 1。',
      en: 'Brings each layer’s pre-activations to mean 0 and variance 1 first, within every sample.',
    },
    effect: 'restart',
    ...options,
  });
}

/** Residual connections around hidden layers, or none. */
export function residual(options: Switch): ToggleParameter {
  return toggle({
    label: { zh: '残差连接', en: 'residual connections' },
    help: {
      zh: '除第一层外，每个隐藏层在自己的输出上加上它的输入，h + f(h)，梯度便有一条不被缩小的路。',
      en: 'Each hidden layer but the first adds to its input, h + f(h): a way back for the gradient that nothing shrinks.',
    },
    effect: 'restart',
    ...options,
  });
}

/** Which of these cells a recurrent layer has (`ml/blueprint/layers/recurrent`). */
export function recurrentCell<const K extends keyof typeof CELLS>(names: readonly K[], options: Choice<K>): ChoiceParameter<K> {
  return choice({
    label: { zh: '循环单元', en: 'recurrent cell' },
    help: {
      zh: '旧状态与当前输入如何合成新状态：简单单元没有门，LSTM 和 GRU 用门决定留下多少。',
      en: 'How a new state is made of the old one and the input: without gates, or with gates that decide how much is kept.',
    },
    term: 'recurrent-network',
    effect: 'restart',
    options: among(CELLS, names),
    ...options,
  });
}

/** How many numbers a hidden state has, from 1. */
export function stateUnits(options: Slider<'max' | 'value'>): RangeParameter {
  return range({
    label: { zh: '隐状态的单元数', en: 'units of the hidden state' },
    help: {
      zh: '状态由几个数组成；关于读过的一切，能带到下一步的只有这些数。',
      en: 'How many numbers the state has: all that the next step is told of what was read.',
    },
    term: 'hidden-state',
    effect: 'restart',
    min: 1,
    step: 1,
    scale: 'linear',
    ...options,
  });
}

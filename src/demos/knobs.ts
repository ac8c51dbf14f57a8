/**
 * Knobs that many demos have, each with its words, effect and scale. Ranges and defaults are the demo's own, as are which options it
 * offers and in which order; whatever is given takes the place of what stands here: `depth({ max: 8, value: 3, prominent: true })`.
 */
import { same, type Text } from '../i18n/text';
import { choice, range, type ChoiceParameter, type RangeParameter } from './declaration';

/** What a demo says of a slider: its default, and what differs from the usual. */
type Slider<Given extends keyof RangeParameter> = Pick<RangeParameter, Given> & Partial<Omit<RangeParameter, 'kind' | Given>>;

/** What a demo says of a choice: its default, and what differs from the usual. */
type Choice<K extends string> = { readonly value: NoInfer<K> } & Partial<Omit<ChoiceParameter<K>, 'kind' | 'value' | 'options'>>;

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
  multiGauss: { zh: '四团（四类）', en: 'four clouds (four classes)' },
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
  return range({ label: { zh: '学习率', en: 'learning rate' }, effect: 'live', scale: 'log', ...options });
}

/** How many hidden layers there are, from 1. */
export function depth(options: Slider<'max' | 'value'>): RangeParameter {
  return range({ label: { zh: '隐藏层数', en: 'hidden layers' }, effect: 'restart', min: 1, step: 1, scale: 'linear', ...options });
}

/** How many units each hidden layer has. */
export function width(options: Slider<'min' | 'max' | 'value'>): RangeParameter {
  return range({ label: { zh: '每层单元数', en: 'units per layer' }, effect: 'restart', step: 1, scale: 'linear', ...options });
}

/** Which of these optimisers trains. */
export function optimiser<const K extends keyof typeof OPTIMISERS>(names: readonly K[], options: Choice<K>): ChoiceParameter<K> {
  return choice({ label: { zh: '优化器', en: 'optimiser' }, effect: 'restart', options: among(OPTIMISERS, names), ...options });
}

/** Which of these data sets of the plane is learned (`ml/data-kinds/planar`). */
export function planarDataset<const K extends keyof typeof PLANAR_DATASETS>(names: readonly K[], options: Choice<K>): ChoiceParameter<K> {
  return choice({ label: { zh: '数据', en: 'data' }, effect: 'restart', options: among(PLANAR_DATASETS, names), ...options });
}

/** Which of these activation functions the hidden units have. */
export function activation<const K extends keyof typeof ACTIVATIONS>(names: readonly K[], options: Choice<K>): ChoiceParameter<K> {
  return choice({ label: { zh: '激活函数', en: 'activation' }, effect: 'restart', options: among(ACTIVATIONS, names), ...options });
}

/** Which of these cells a recurrent layer has (`ml/blueprint/layers/recurrent`). */
export function recurrentCell<const K extends keyof typeof CELLS>(names: readonly K[], options: Choice<K>): ChoiceParameter<K> {
  return choice({ label: { zh: '循环单元', en: 'recurrent cell' }, effect: 'restart', options: among(CELLS, names), ...options });
}

/** How many numbers a hidden state has, from 1. */
export function stateUnits(options: Slider<'max' | 'value'>): RangeParameter {
  return range({
    label: { zh: '隐状态的单元数', en: 'units of the hidden state' },
    effect: 'restart',
    min: 1,
    step: 1,
    scale: 'linear',
    ...options,
  });
}

import type { Text } from './text';

/** Words in the pictures of the chapter on gradients, their descriptions and tables. */
export const gradientText = {
  layer: { zh: '层', en: 'layer' },
  layerSizes: { zh: '每层的大小', en: 'Size of each layer' },
  gradient: { zh: '梯度', en: 'gradient' },
  activation: { zh: '激活', en: 'activation' },
  preActivation: { zh: '净输入', en: 'pre-activation' },
  size: { zh: '均方根', en: 'root mean square' },
  notFinite: { zh: '不是有限数', en: 'not finite' },
  layerSizesNow: {
    zh: '第 {step} 步，{layers} 层：梯度在第一层是 {first}，最后一层是 {last}，前者是后者的 {ratio} 倍；激活从 {from} 变到 {to}。',
    en: 'Step {step}, {layers} layers: the gradient is {first} in the first layer and {last} in the last, a ratio of {ratio}; activations go from {from} to {to}.',
  },
  ridge: { zh: '逐层直方图', en: 'Histograms layer by layer' },
  ridgeNow: {
    zh: '第 {step} 步，{layers} 层的分布；中位数在第一层是 {first}，最后一层是 {last}。',
    en: 'Step {step}, the spread in {layers} layers; the median is {first} in the first and {last} in the last.',
  },
  ridgeEmpty: { zh: '第 {step} 步：{layers} 层都没有可画的数。', en: 'Step {step}: none of {layers} layers has a number to draw.' },
  low: { zh: '一成低于', en: 'a tenth lie below' },
  median: { zh: '中位数', en: 'median' },
  high: { zh: '一成高于', en: 'a tenth lie above' },
  absoluteGradient: { zh: '|梯度|', en: '|gradient|' },
} as const satisfies Record<string, Text>;

/** Words of the graph of an expression and the two passes over it. */
export const passText = {
  graph: { zh: '表达式的计算图', en: 'The expression as a graph' },
  node: { zh: '节点', en: 'node' },
  gets: { zh: '传给', en: 'hands to' },
  value: { zh: '值', en: 'value' },
  upstream: { zh: '上游梯度', en: 'upstream' },
  local: { zh: '局部导数', en: 'local slope' },
  product: { zh: '乘积', en: 'product' },
  result: { zh: '（结果）', en: '(the result)' },
  graphNow: {
    zh: '第 {step} 步：{expression} = {value}；{gradients}。',
    en: 'Step {step}: {expression} = {value}; {gradients}.',
  },
  forward: { zh: '前向 {part} / {parts}：{node} = {value}', en: 'forward {part} of {parts}: {node} = {value}' },
  start: { zh: '前向：变量和常数的值已知', en: 'forward: variables and constants are known' },
  backward: { zh: '反向 {part} / {parts}', en: 'backward {part} of {parts}' },
  gradientAt: { zh: '{node} 的梯度是 {gradient}', en: 'the gradient at {node} is {gradient}' },
  next: { zh: '下一步', en: 'next part of the pass' },
  previous: { zh: '上一步', en: 'previous part of the pass' },
  drag: { zh: '变量 {name} = {value}，可拖动，也可用方向键', en: 'variable {name} = {value}; drag it, or use the arrow keys' },
} as const satisfies Record<string, Text>;

import type { Text } from './text';

/** Words in the pictures of the chapter on convolution, their descriptions and tables. */
export const cnnText = {
  weightAt: {
    zh: '{name}，权重 w[{row},{column}]：{value}；上下键改变它',
    en: '{name}, weight w[{row},{column}]: {value}; up and down change it',
  },
  convolution: { zh: '输入、卷积核、输出', en: 'Input, kernel, output' },
  input: { zh: '输入 {rows}×{columns}', en: 'input {rows}×{columns}' },
  chosenKernel: { zh: '选定的核', en: 'chosen kernel' },
  learnedKernel: { zh: '学到的核', en: 'learned kernel' },
  learnedAt: { zh: '学到的核，{step} 步', en: 'learned, {step} steps' },
  chosenOutput: { zh: '选定的核给出', en: 'chosen kernel gives' },
  learnedOutput: { zh: '学到的核给出', en: 'learned kernel gives' },
  paintKeys: {
    zh: '输入图像；按住拖动来画，或用方向键移动、空格涂改',
    en: 'the input picture; drag to paint, or move with the arrow keys and paint with Space',
  },
  outputKeys: { zh: '{name}；方向键移动窗口', en: '{name}; arrow keys move the window' },
  sumOf: { zh: 'y[{row},{column}]，{name}：', en: 'y[{row},{column}], {name}:' },
  restZero: { zh: '其余 {count} 项是 0', en: 'the other {count} terms are 0' },
  sizeFormula: {
    zh: '边长 ⌊({n} + 2·{p} − {d}·({k} − 1) − 1) / {s}⌋ + 1 = {output}',
    en: 'side ⌊({n} + 2·{p} − {d}·({k} − 1) − 1) / {s}⌋ + 1 = {output}',
  },
  convolutionNow: {
    zh: '第 {step} 步：{k}×{k} 的窗口走过 {n}×{n} 的图像，输出是 {output}×{output}；y[{row},{column}] = {sum}；学到的核与选定的核最多差 {error}。',
    en: 'Step {step}: a {k}×{k} window over a {n}×{n} picture gives an output of {output}×{output}; y[{row},{column}] = {sum}; learned and chosen kernel differ by {error} at most.',
  },
  what: { zh: '何处', en: 'what' },
  kernel: { zh: '核', en: 'kernel' },
  output: { zh: '输出', en: 'output' },
  row: { zh: '行', en: 'row' },
  column: { zh: '列', en: 'column' },
  chosen: { zh: '选定的', en: 'chosen' },
  learned: { zh: '学到的', en: 'learned' },
} as const satisfies Record<string, Text>;

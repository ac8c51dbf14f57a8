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

/** Words of the stack and of what its pixels see. */
export const fieldText = {
  field: { zh: '看得见的像素', en: 'What can be seen' },
  input: { zh: '输入：框内看得见，颜色是梯度', en: 'input: seen inside the frame, coloured by gradient' },
  output: { zh: '输出 {rows}×{columns}', en: 'output {rows}×{columns}' },
  inputKeys: {
    zh: '输入；点一个像素，让输出去抄它；方向键移动，空格选定',
    en: 'the input; point at the pixel to be copied, or move with the arrow keys and choose with Space',
  },
  outputKeys: { zh: '输出；方向键移动，空格选定要看的像素', en: 'the output; arrow keys move, Space chooses the pixel to look at' },
  asked: { zh: '○ 要抄的像素', en: '○ pixel to copy' },
  layer: { zh: '层', en: 'layer' },
  window: { zh: '窗口', en: 'window' },
  side: { zh: '边长', en: 'side' },
  jump: { zh: '累积步幅', en: 'jump' },
  sees: { zh: '看见', en: 'sees' },
  inputRow: { zh: '输入', en: 'input' },
  plain: { zh: '{size}×{size}', en: '{size}×{size}' },
  strided: { zh: '{size}×{size}，步幅 {stride}', en: '{size}×{size}, stride {stride}' },
  dilated: { zh: '{size}×{size}，空洞率 {dilation}', en: '{size}×{size}, dilation {dilation}' },
  maxPool: { zh: '最大池化 {size}×{size}', en: 'max pool {size}×{size}' },
  averagePool: { zh: '平均池化 {size}×{size}', en: 'mean pool {size}×{size}' },
  now: {
    zh: '第 {step} 步：{layers} 层之后，y[{row},{column}] 看得见 {rows}×{columns} 个像素，其中 {count} 个的梯度超过最大值的一成；要抄的像素{inside}感受野{place}。',
    en: 'Step {step}: after {layers} layers, y[{row},{column}] sees {rows}×{columns} pixels, {count} of which have more than a tenth of the largest gradient; the pixel to be copied lies {inside} the receptive field{place}.',
  },
  insideField: { zh: '在', en: 'inside' },
  outsideField: { zh: '在', en: 'outside' },
  insidePlace: { zh: '之内', en: '' },
  outsidePlace: { zh: '之外', en: '' },
} as const satisfies Record<string, Text>;

/** Words of pooling: pictures, maps and what a shift does to them. */
export const poolingText = {
  pooling: { zh: '挪动之前与之后', en: 'Before and after a shift' },
  before: { zh: '原来', en: 'before' },
  after: { zh: '挪动后', en: 'shifted' },
  map: { zh: '特征图 {side}×{side}', en: 'map {side}×{side}' },
  pooled: { zh: '池化后 {side}×{side}', en: 'pooled {side}×{side}' },
  notPooled: { zh: '不池化', en: 'not pooled' },
  reads: { zh: '判为 ＋ 的概率 {share}', en: '+ at {share}' },
  mapChange: { zh: '特征图变了 {share}', en: 'the map changed by {share}' },
  pooledChange: { zh: '池化后变了 {share}', en: 'what is pooled by {share}' },
  shiftKeys: { zh: '挪动后的图像；方向键挪动记号', en: 'the shifted picture; arrow keys move the mark' },
  now: {
    zh: '第 {step} 步：记号挪动（下 {down}，右 {right}）之后，{channels} 个通道的特征图变了 {map}，池化成 {side}×{side}×{channels} 之后变了 {pooled}；判为 ＋ 的概率从 {from} 变为 {to}。',
    en: 'Step {step}: with the mark shifted by {down} down and {right} right, the {channels} maps changed by {map}, pooled to {side}×{side}×{channels} by {pooled}; + is read at {from} before and {to} after.',
  },
  stage: { zh: '阶段', en: 'stage' },
  change: { zh: '变化', en: 'change' },
} as const satisfies Record<string, Text>;

/** Words of channels: slices of a kernel, partial sums, the bank. */
export const channelText = {
  channels: { zh: '每个通道乘一片核，加起来', en: 'A slice of the kernel for every channel, added up' },
  red: { zh: '红', en: 'red' },
  green: { zh: '绿', en: 'green' },
  blue: { zh: '蓝', en: 'blue' },
  picture: { zh: '图像', en: 'picture' },
  slice: { zh: '核的一片', en: 'kernel slice' },
  partial: { zh: '这一片的和', en: 'its sum' },
  result: { zh: '输出 {index}', en: 'output {index}' },
  target: { zh: '目标', en: 'target' },
  bias: { zh: '三片相加，再加偏置 {bias}', en: 'three sums and the bias {bias}' },
  count: {
    zh: '参数 {k}·{k}·3·{outputs} + {outputs} = {count}',
    en: 'parameters {k}·{k}·3·{outputs} + {outputs} = {count}',
  },
  bank: { zh: '各个输出', en: 'all outputs' },
  choose: { zh: '输出 {index}，{name}；回车查看', en: 'output {index}, {name}; Enter shows it' },
  now: {
    zh: '第 {step} 步：{outputs} 个 {k}×{k}×3 的核，{count} 个参数；输出 {index} 与目标的均方根差是 {error}。',
    en: 'Step {step}: {outputs} kernels of {k}×{k}×3, {count} parameters; output {index} differs from its target by {error} (root mean square).',
  },
  channel: { zh: '通道', en: 'channel' },
  weight: { zh: '权重', en: 'weight' },
  brightness: { zh: '亮度', en: 'brightness' },
  opponent: { zh: '红减绿', en: 'red minus green' },
  edges: { zh: '竖边', en: 'upright edges' },
  spots: { zh: '蓝色的边', en: 'edges of blue' },
} as const satisfies Record<string, Text>;

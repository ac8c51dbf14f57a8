import type { Text } from '../../i18n/text';

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
  dilated: { zh: '{size}×{size}，d = {dilation}', en: '{size}×{size}, d = {dilation}' },
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

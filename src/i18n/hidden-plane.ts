import type { Text } from './text';

/** Words of the picture of where points lie in a hidden layer. */
export const hiddenPlaneText = {
  title: { zh: '隐藏层的平面', en: 'The plane of a hidden layer' },
  now: {
    zh: '第 {step} 步，第 {layer} 个隐藏层的 {units} 个单元：{places}。',
    en: 'Step {step}, the {units} units of hidden layer {layer}: {places}.',
  },
  right: {
    zh: '{right} / {count} 个训练点在分界的正确一侧。',
    en: '{right} of {count} training points lie on the right side of the boundary.',
  },
  placeOf: { zh: '标签 {label} 的点平均在 ({place})', en: 'points labelled {label} lie on average at ({place})' },
  placesOfAll: { zh: '所有点平均在 ({place})', en: 'the points lie on average at ({place})' },
  unshown: {
    zh: '这幅图画得出 2 个或 3 个单元的隐藏层；现在各层有 {widths} 个单元。',
    en: 'Hidden layers of 2 or 3 units can be drawn here; those of this network have {widths}.',
  },
  noLayer: { zh: '这个网络没有隐藏层。', en: 'This network has no hidden layer.' },
  remedy: {
    zh: '请在“隐藏层”里把一层设为 2 个单元，或选预设“异或对折”。',
    en: 'Give one hidden layer 2 units, or choose the preset “xor, folded”.',
  },
  broken: { zh: '有的权重已不是有限的数，画不出来。', en: 'Some weights are no longer finite numbers: nothing can be drawn.' },
  layer: { zh: '第 {layer} 层', en: 'layer {layer}' },
  fold: {
    zh: '从输入平面到隐藏层：{where}，可拖动，也可用方向键',
    en: 'from the input plane to the hidden layer: {where}; drag it, or use the arrow keys',
  },
  between: { zh: '之间', en: 'in between' },
  reading: { zh: '方向键移动读数位置', en: 'arrow keys move the reading' },
  turn: { zh: '拖动或用方向键转动', en: 'drag or use the arrow keys to turn it' },
} as const satisfies Record<string, Text>;

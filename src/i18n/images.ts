import type { Text } from './text';

/** Words of pictures of images: what is written, what is read, kernels and maps. */
export const imageText = {
  grid: { zh: '图像', en: 'Images' },
  gridNow: {
    zh: '{count} 幅 {rows} × {columns} 的图像，数值从 {low} 到 {high}。',
    en: '{count} images of {rows} × {columns}; values from {low} to {high}.',
  },
  gridWorst: {
    zh: '最差的一幅是 {truth}，读成了 {read}，给正确类别的概率只有 {sure}。',
    en: 'The worst is a {truth} read as {read}; its own class is given a probability of {sure}.',
  },
  image: { zh: '图像', en: 'image' },
  mean: { zh: '平均', en: 'mean' },
  least: { zh: '最小', en: 'least' },
  most: { zh: '最大', en: 'greatest' },
  readAs: { zh: '{truth} 读成 {read}', en: '{truth} read as {read}' },
  confusion: { zh: '混淆矩阵', en: 'Confusion matrix' },
  confusionNow: {
    zh: '{total} 幅测试图像里读对了 {right} 幅（{share}）。',
    en: '{right} of {total} held-out images are read rightly ({share}).',
  },
  confusionWorst: {
    zh: '最常见的错误：把 {truth} 读成 {read}，{count} 次。',
    en: 'The most frequent mistake: {truth} read as {read}, {count} times.',
  },
  truth: { zh: '真实类别', en: 'class' },
  read: { zh: '读成', en: 'read as' },
  rightly: { zh: '读对', en: 'rightly' },
  reading: { zh: '读数字', en: 'Reading a digit' },
  readingNow: {
    zh: '第 {step} 步：{what}读作 {read}，概率 {sure}。',
    en: 'Step {step}: {what} is read as {read}, with a probability of {sure}.',
  },
  readingUnread: { zh: '第 {step} 步：{what}；训练开始后才能读。', en: 'Step {step}: {what}; it is read once a run has begun.' },
  yours: { zh: '你写的数字', en: 'what you wrote' },
  test: { zh: '测试数字“{label}”', en: 'the test digit {label}' },
  pad: {
    zh: '写字格：用鼠标或手指写；用键盘时，方向键移动笔，回车落笔与提笔，退格键擦去一笔',
    en: 'Pad: write with the mouse or a finger; with the keyboard, arrow keys move the pen, Enter sets it down and lifts it, Backspace takes a stroke away',
  },
  writeHere: { zh: '在这里写', en: 'write here' },
  clear: { zh: '擦掉', en: 'Clear' },
  thinner: { zh: '细一些', en: 'Thinner pen' },
  thicker: { zh: '粗一些', en: 'Thicker pen' },
  pen: { zh: '笔', en: 'pen' },
  seen: { zh: '网络看到的', en: 'what the network sees' },
  class: { zh: '类别', en: 'class' },
  probability: { zh: '概率', en: 'probability' },
  maps: { zh: '特征图', en: 'Feature maps' },
  mapsNow: { zh: '第 {step} 步：{what}在 {layers} 里变成的样子。', en: 'Step {step}: what {what} becomes in {layers}.' },
  layer: { zh: '层', en: 'layer' },
  shape: { zh: '形状', en: 'shape' },
  input: { zh: '输入', en: 'input' },
} as const satisfies Record<string, Text>;

import type { Text } from './text';

/** Names of the small networks, by family; the same in both languages. */
export const FAMILY_LABELS = {
  lenet: 'LeNet',
  alexnet: 'AlexNet',
  vgg: 'VGG',
  nin: 'NiN',
  googlenet: 'GoogLeNet',
  resnet: 'ResNet',
  densenet: 'DenseNet',
} as const;

/** Classes of the pictures of shapes and textures, in the order of their labels. */
export const shapeClassText: readonly Text[] = [
  { zh: '圆', en: 'disc' },
  { zh: '环', en: 'ring' },
  { zh: '方', en: 'square' },
  { zh: '三角', en: 'triangle' },
  { zh: '十字', en: 'cross' },
  { zh: '星', en: 'star' },
  { zh: '月牙', en: 'crescent' },
  { zh: '条纹', en: 'stripes' },
  { zh: '棋盘', en: 'checks' },
  { zh: '圆点', en: 'dots' },
];

/** Words in the pictures of two networks trained in one run. */
export const raceText = {
  board: { zh: '两个网络', en: 'The two networks' },
  first: { zh: '甲', en: 'A' },
  second: { zh: '乙', en: 'B' },
  parameters: { zh: '参数', en: 'parameters' },
  multiplyAdds: { zh: '每幅图的乘加', en: 'multiply-adds a picture' },
  layers: { zh: '带参数的层', en: 'layers with parameters' },
  parametersOf: { zh: '参数 {count} 个', en: '{count} parameters' },
  multiplyAddsOf: { zh: '每幅图 {count} 次乘加', en: '{count} multiply-adds a picture' },
  layersOf: { zh: '{count} 个带参数的层', en: '{count} layers with parameters' },
  accuracy: { zh: '测试准确率', en: 'test accuracy' },
  boardNow: {
    zh: '第 {step} 步。{lanes}',
    en: 'Step {step}. {lanes}',
  },
  laneNow: {
    zh: '{lane}（{name}）：{parameters} 个参数，每幅图 {multiplyAdds} 次乘加，最长的路上有 {layers} 个带参数的层，测试准确率 {accuracy}。',
    en: '{lane} ({name}): {parameters} parameters, {multiplyAdds} multiply-adds a picture, {layers} layers with parameters on the longest path, test accuracy {accuracy}.',
  },
  answers: { zh: '两个网络的回答', en: 'What both networks answer' },
  answersNow: {
    zh: '第 {step} 步，{count} 幅没见过的图：甲答对 {first} 幅，乙答对 {second} 幅。',
    en: 'Step {step}, {count} pictures not learned from: A names {first} rightly, B {second}.',
  },
  picture: { zh: '图', en: 'picture' },
  truth: { zh: '实际', en: 'is' },
  sure: { zh: '{name}，{share}', en: '{name}, {share}' },
  network: { zh: '网络', en: 'network' },
} as const satisfies Record<string, Text>;

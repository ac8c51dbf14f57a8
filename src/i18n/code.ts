import type { Text } from './text';

/** Comments in printed programs. */
export const codeText = {
  title: { zh: '玻璃盒打印的程序：{name}', en: 'Printed by Glassbox: {name}' },
  data: { zh: '数据', en: 'Data' },
  files: {
    zh: '同样格式的四个文件（MNIST 或自己的），解压后放在程序旁的 data 文件夹里',
    en: 'Four files in this format (MNIST’s or your own), unpacked, in the folder data beside the program',
  },
  network: { zh: '网络', en: 'Network' },
  training: { zh: '训练', en: 'Training' },
  evaluation: { zh: '评估', en: 'Evaluation' },
  penalty: { zh: 'L1 与 L2 惩罚，只加在权重上', en: 'L1 and L2 penalties on the weights alone' },
  schedule: { zh: '学习率随步数变化', en: 'The learning rate over the steps' },
  halfSquares: { zh: '平方误差的一半', en: 'Half the squared error' },
  signs: { zh: '标签为 -1 与 +1', en: 'Labels are -1 and +1' },
  clip: { zh: '梯度的总范数最多为 {norm}', en: 'The gradient’s global norm is at most {norm}' },
  noProgram: { zh: '这里训练的不是网络，没有程序可以打印。', en: 'No network is trained here, so there is no program to print.' },
} as const satisfies Record<string, Text>;

import type { Text } from './text';

/** Comments in printed programs. */
export const codeText = {
  title: { zh: '玻璃盒打印的程序：{name}', en: 'Printed by Glassbox: {name}' },
  data: { zh: '数据', en: 'Data' },
  files: {
    zh: '同样格式的四个文件（MNIST 或自己的），解压后放在程序旁的 data 文件夹里',
    en: 'Four files in this format (MNIST’s or your own), unpacked, in the folder data beside the program',
  },
  fileMissing: {
    zh: '找不到 {file}。请把 {files} 这四个文件（MNIST 的，或同样格式的自己的图像）解压后放进程序旁的 data 文件夹。',
    en: '{file} is not there. Put the four files {files} (MNIST’s, or images of your own in the same format), unpacked, into the folder data beside this program.',
  },
  textFile: {
    zh: '要学的文本，UTF-8 编码，放在程序旁的 data 文件夹里（在网页上“自己的数据”里可以存下书中的文本）',
    en: 'The text to be learned, in UTF-8, in the folder data beside the program (the page saves the book’s own under “Your own data”)',
  },
  textMissing: {
    zh: '找不到 {file}。请把要学的文本存成 UTF-8，以这个名字放进程序旁的 data 文件夹；书中的文本可以在网页的“自己的数据”里存下。',
    en: '{file} is not there. Put the text to be learned, in UTF-8, under this name into the folder data beside this program; the page saves the book’s own texts under “Your own data”.',
  },
  nothingAsked: { zh: '目标为 -1 的位置不计损失', en: 'Places whose target is -1 do not count' },
  previous: {
    zh: '训练时告诉解码器前一个应答的符号；第一个之前是标记 {mark}',
    en: 'While it learns, the decoder is told the symbol it should have said before; before the first stands the mark {mark}',
  },
  ofOne: {
    zh: 'PyTorch 拒绝只有一个样本的批次：方差为 0，归一化之后只剩偏移量',
    en: 'PyTorch refuses a batch of one sample: its variance is 0, and the shift is all that is left of it',
  },
  network: { zh: '网络', en: 'Network' },
  training: { zh: '训练', en: 'Training' },
  evaluation: { zh: '评估', en: 'Evaluation' },
  penalty: { zh: 'L1 与 L2 惩罚，只加在权重上', en: 'L1 and L2 penalties on the weights alone' },
  schedule: { zh: '学习率随步数变化', en: 'The learning rate over the steps' },
  signs: { zh: '标签为 -1 与 +1', en: 'Labels are -1 and +1' },
  shrinkage: {
    zh: 'L1 的近端步：每个权重向 0 靠近，到 0 为止',
    en: 'The proximal step of L1: each weight comes nearer to 0, and stops there',
  },
  clip: { zh: '梯度的总范数最多为 {norm}', en: 'The gradient’s global norm is at most {norm}' },
  notLoaded: { zh: '代码没有载入。请检查网络，再打开一次。', en: 'The code did not load. Check the connection and open this again.' },
  noProgram: { zh: '这里训练的不是网络，没有程序可以打印。', en: 'No network is trained here, so there is no program to print.' },
} as const satisfies Record<string, Text>;

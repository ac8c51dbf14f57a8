import type { Text } from './text';

/** Words of the drawing of the tent function put into itself. */
export const tentText = {
  times: { zh: '复合次数 k', en: 'times k' },
  curve: {
    zh: 'T 复合 {k} 次：在 [0, 1] 上升降交替的 {pieces} 段直线，每一段都从 0 到 1。',
    en: 'T put into itself, {k} in all: {pieces} straight pieces on [0, 1], rising and falling in turn, each from 0 to 1 or back.',
  },
  folds: {
    zh: '从上到下是折叠的每一步：一条纸带从中间对折，再拉回原来的长度，重复 {k} 次，叠数是 {plies}。',
    en: 'From top to bottom the steps of the folding: a strip is folded in the middle and stretched to its old length, {k} times; its plies are {plies}.',
  },
  ply: { zh: '{plies} 叠', en: '{plies} ply' },
  plies: { zh: '{plies} 叠', en: '{plies} plies' },
  counts: {
    zh: '{pieces} 段。深的：{k} 个隐藏层，每层 2 个，共 {deep} 个神经元。浅的：一个隐藏层，至少 {wide} 个。',
    en: '{pieces} pieces. Deep: {k} hidden layers of 2, {deep} neurons in all. Shallow: one hidden layer of at least {wide}.',
  },
} as const satisfies Record<string, Text>;

import type { Text } from './text';

/** What a script is told that asks a demo for something it cannot do. */
export const scriptText = {
  count: {
    zh: '要训练的步数是 {given}，应为 {least} 到 {most} 的整数',
    en: 'the number of steps is {given}; it should be a whole number from {least} to {most}',
  },
  step: { zh: '步数是 {given}，应为从 {least} 起的整数', en: 'the step is {given}; it should be a whole number from {least}' },
  seed: {
    zh: '种子是 {given}，应为 {least} 到 {most} 的整数',
    en: 'the seed is {given}; it should be a whole number from {least} to {most}',
  },
  backend: { zh: '没有名为 {given} 的后端；有 {names}', en: 'there is no backend {given}; there are {names}' },
  values: {
    zh: '设置是 {given}，应为由参数名和值组成的对象',
    en: 'the settings are {given}; they should be an object of parameters and their values',
  },
  value: {
    zh: '{name} 是 {given}，应为数、文字、真假值或它们的列表',
    en: '{name} is {given}; it should be a number, a text, true or false, or a list of such',
  },
  noRows: { zh: '这个演示不接受自己的点', en: 'this demo takes no points of your own' },
  rows: {
    zh: '数据是 {given}，应为至多 {most} 行的列表，每行 {columns} 个数',
    en: 'the data are {given}; they should be a list of at most {most} rows of {columns} numbers',
  },
  row: {
    zh: '第 {index} 行（从 0 数起）是 {given}，应为 {columns} 个有限的数',
    en: 'row {index} (from 0) is {given}; it should be {columns} finite numbers',
  },
} as const satisfies Record<string, Text>;

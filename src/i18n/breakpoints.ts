import type { Text } from './text';

/** The words of breakpoints: conditions at which a run pauses by itself. */
export const breakpointText = {
  breakpoints: { zh: '断点', en: 'Breakpoints' },
  count: { zh: '断点（{count}）', en: 'Breakpoints ({count})' },
  about: {
    zh: '条件一成立就暂停。损失或梯度不再是有限数时总会暂停，不必写出来。',
    en: 'The run pauses at the step where a condition comes true. It always pauses where a loss or a gradient stops being finite.',
  },
  condition: { zh: '条件', en: 'condition' },
  add: { zh: '添加', en: 'Add' },
  remove: { zh: '去掉断点 {condition}', en: 'Remove the breakpoint {condition}' },
  active: { zh: '启用断点 {condition}', en: 'Breakpoint {condition} in force' },
  examples: { zh: '例如', en: 'For example' },
  there: { zh: '已经有这个断点', en: 'this breakpoint is there already' },
  tooMany: { zh: '最多 {most} 个断点', en: 'there may be {most} breakpoints at most' },
  suggestions: { zh: '可以接着写的', en: 'What may come next' },
  keys: {
    zh: '↓ 看可以写什么，回车采用，Esc 收起。dead、saturated、gradNorm、weightNorm、updateRatio、largest 后面的括号里写层名。',
    en: '↓ shows what may come next, Enter takes it, Esc closes. dead, saturated, gradNorm, weightNorm, updateRatio and largest take a layer in brackets.',
  },
  pausedAt: { zh: '停在第 {step} 步，断点成立：{condition}', en: 'Paused at step {step}, a breakpoint came true: {condition}' },
  pausedValues: { zh: '（{values}）', en: ' ({values})' },
  markStop: { zh: '断点 {condition}', en: 'breakpoint {condition}' },
  markBroke: { zh: '{tensor} 不再是有限数', en: '{tensor} stopped being finite' },
} as const satisfies Record<string, Text>;

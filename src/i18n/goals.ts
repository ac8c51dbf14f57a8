import type { Text } from './text';

/** The words of a challenge's goal, and of the strip in its figure that says how far a run is from it. */
export const goalText = {
  atLeast: { zh: '{name}至少 {number}', en: '{name} at least {number}' },
  atMost: { zh: '{name}至多 {number}', en: '{name} at most {number}' },
  above: { zh: '{name}高于 {number}', en: '{name} above {number}' },
  below: { zh: '{name}低于 {number}', en: '{name} below {number}' },
  exactly: { zh: '{name}恰为 {number}', en: '{name} exactly {number}' },
  between: { zh: '{name} {low} 到 {high}', en: '{name} {low} to {high}' },
  setting: { zh: '{name}：{value}', en: '{name}: {value}' },
  notSetting: { zh: '{name}：不是{value}', en: '{name}: not {value}' },
  or: { zh: '，或者', en: ', or ' },
  on: { zh: '开', en: 'on' },
  off: { zh: '关', en: 'off' },
  none: { zh: '无', en: 'none' },
  step: { zh: '步数', en: 'steps' },
  parameters: { zh: '参数个数', en: 'parameters' },
  hiddenUnits: { zh: '隐藏单元', en: 'hidden units' },
  hiddenLayers: { zh: '隐藏层', en: 'hidden layers' },
  loss: { zh: '损失', en: 'loss' },
  /** What a run has, and what is asked for. */
  now: { zh: '{name} {now}（{asked}）', en: '{name} {now} ({asked})' },
  otherSetting: { zh: '{name}：{now}（应为{value}）', en: '{name}: {now} (should be {value})' },
  otherThan: { zh: '{name}：{now}（不应是{value}）', en: '{name}: {now} (should be another)' },
  met: { zh: '已达到', en: 'met' },
  unmet: { zh: '尚未达到', en: 'not yet' },
  challenge: { zh: '挑战', en: 'Challenge' },
  setUp: { zh: '按题目设好', en: 'Set it up' },
  setUpHelp: {
    zh: '重新开始：用图原来的设置和题目写明的设置；要动脑筋的，留给你',
    en: 'Starts anew: the figure’s own settings and those the goal names; what takes thought is left to you',
  },
  back: { zh: '回到题目', en: 'Back to the text' },
  close: { zh: '收起挑战', en: 'Put the challenge away' },
  solved: { zh: '完成了', en: 'Solved' },
} as const satisfies Record<string, Text>;

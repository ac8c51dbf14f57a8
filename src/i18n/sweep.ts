import type { Text } from './text';

/** Words of maps whose cells are runs. */
export const sweepText = {
  cellMap: { zh: '一格一次训练', en: 'A run in every cell' },
  learningRate: { zh: '学习率', en: 'learning rate' },
  initialScale: { zh: '初始尺度', en: 'initial scale' },
  weightDecay: { zh: '权重衰减', en: 'weight decay' },
  reading: { zh: '{column}，{row}：{loss}', en: '{column}, {row}: {loss}' },
  diverged: { zh: '发散', en: 'diverged' },
  absent: { zh: '没有训练', en: 'not trained' },
  moreThan: { zh: '超过 {loss}', en: 'more than {loss}' },
  legendBest: { zh: '○ 最好', en: '○ best' },
  legendChosen: { zh: '□ 所看的', en: '□ looked at' },
  legendDiverged: { zh: '× 发散', en: '× diverged' },
  legendBetter: { zh: '蓝：好过瞎猜（{chance}）', en: 'blue: better than guessing ({chance})' },
  legendWorse: { zh: '橙：还不如', en: 'orange: worse' },
  keys: { zh: '方向键移动读数，回车看这个网络', en: 'arrow keys move the reading, Enter looks at that network' },
  map: { zh: '第 {map} 张图', en: 'map {map}' },
  mapBest: { zh: '{name}，最好的是 {loss}', en: '{name}, best {loss}' },
  now: {
    zh: '第 {step} 步：{count} 个网络，按{columns}与{rows}排开，{diverged} 个发散。',
    en: 'Step {step}: {count} {count:network|networks} by {columns} and {rows}; {diverged} {diverged:has|have} diverged.',
  },
  nowBest: {
    zh: '第 {map} 张图上最好的测试损失是 {loss}，在{columns} {column}、{rows} {row} 处。',
    en: 'On map {map} the best test loss is {loss}, at {columns} {column} and {rows} {row}.',
  },
} as const satisfies Readonly<Record<string, Text>>;

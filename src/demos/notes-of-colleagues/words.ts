import type { Text } from '../../i18n/text';

/** Words of this demo's own picture. */
export const colleaguesText = {
  title: { zh: '问谁，听谁，得到什么', en: 'Who is asked, who is heard, and what comes of it' },
  names: { zh: '甲乙丙丁戊己', en: 'ABCDEF' },
  query: { zh: '查询', en: 'query' },
  pull: { zh: '负梯度', en: 'minus the gradient' },
  met: { zh: '答案 = 目标', en: 'answer = goal' },
  dragQuery: { zh: '拖动查询', en: 'drag the query' },
  dragKey: { zh: '拖动{name}的键', en: 'drag the key of {name}' },
  dragGoal: { zh: '拖动目标', en: 'drag the goal' },
  goesOn: { zh: '箭头伸到图外，长 {length}', en: 'the arrow goes on, its length is {length}' },
  score: { zh: '分数', en: 'score' },
  weight: { zh: '权重', en: 'weight' },
  note: { zh: '笔记', en: 'note' },
  share: { zh: '权重 × 笔记', en: 'weight × note' },
  colleague: { zh: '同事', en: 'colleague' },
  key: { zh: '键', en: 'key' },
  sum: { zh: '和', en: 'sum' },
  answerIs: { zh: '答案 {answer}', en: 'answer {answer}' },
  goalIs: { zh: '目标 {goal}', en: 'goal {goal}' },
  days: { zh: '天', en: 'days' },
  now: {
    zh: '第 {step} 步：查询在 ({x}, {y})。听得最多的是{name}，权重 {share}；答案 {answer}，目标 {goal}。',
    en: 'Step {step}: the query is at ({x}, {y}). {name} is heard most, with weight {share}; the answer is {answer}, the goal {goal}.',
  },
  lost: { zh: '第 {step} 步：分数不是数，没有权重。', en: 'Step {step}: the scores are no numbers, and there are no weights.' },
} as const satisfies Readonly<Record<string, Text>>;

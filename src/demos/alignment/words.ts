import type { Text } from '../../i18n/text';

/** Words of this demo's own picture. */
export const alignmentText = {
  title: { zh: '每个答案看向哪里', en: 'Where each answer looks' },
  answers: { zh: '答案 ↓', en: 'answer ↓' },
  source: { zh: '原文 →', en: 'source →' },
  reading: {
    zh: '答第 {answer} 个，看第 {place} 处（{symbol}）：{share}',
    en: 'answer {answer} looks at place {place} ({symbol}): {share}',
  },
  frame: { zh: '框：答案的来处', en: 'framed: where the answer comes from' },
  onSource: { zh: '来处的权重 {share}', en: 'weight there {share}' },
  blind: { zh: '没有注意力，哪里也不看', en: 'no attention: it looks nowhere' },
  answer: { zh: '第几个', en: 'answer' },
  said: { zh: '答', en: 'says' },
  due: { zh: '应答', en: 'should say' },
  there: { zh: '来处的权重', en: 'weight on the true source' },
  now: {
    zh: '第 {step} 步：原文 {source}，{answers} 个符号答对 {right} 个。',
    en: 'Step {step}: of the source {source}, {right} of {answers} answers are right.',
  },
  looking: { zh: '权重平均有 {share} 落在来处。', en: 'On the mean, {share} of the weight lies where the answer comes from.' },
  keys: { zh: '方向键换格子', en: 'arrow keys move' },
} as const satisfies Readonly<Record<string, Text>>;

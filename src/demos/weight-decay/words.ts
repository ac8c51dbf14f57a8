import type { Text } from '../../i18n/text';

/** Words of this demo's own pictures. */
export const decayText = {
  sizesTitle: { zh: '测试误差与特征数', en: 'Test error against the number of features' },
  testError: { zh: '测试误差', en: 'test error' },
  trainError: { zh: '训练误差', en: 'training error' },
  weightSize: { zh: '权重 |w|²', en: 'weights |w|²' },
  none: { zh: '无惩罚', en: 'no penalty' },
  best: { zh: '最好的 L2', en: 'best L2' },
  now: { zh: 'L2，现在的 λ', en: 'L2, present λ' },
  run: { zh: '训练的模型', en: 'the model trained' },
  features: { zh: '特征数 P', en: 'features P' },
  interpolation: { zh: 'P = n', en: 'P = n' },
  standing: { zh: '训练到现在 {run}，解出来 {solved}', en: 'trained so far {run}, solved {solved}' },
  sizesNow: {
    zh: '第 {step} 步，{features} 个特征、{samples} 个样本：训练的模型测试误差 {run}，照现在的惩罚解出来是 {solved}。无惩罚的误差在 {peak} 个特征处最高，是 {most}；最好的 L2 在那里是 {least}。',
    en: 'Step {step}, {features} features and {samples} samples: the trained model has a test error of {run}, and solved with the present penalty it is {solved}. With no penalty the error is highest at {peak} features, {most}; the best L2 has {least} there.',
  },
  strengthsTitle: { zh: '误差与惩罚的强度', en: 'Errors against the strength of the penalty' },
  strength: { zh: '强度 λ', en: 'strength λ' },
  amount: { zh: '误差，|w|²', en: 'error, |w|²' },
  ofSquares: { zh: '曲线：L2，解出来的', en: 'curves: L2, solved' },
  ofAbsolutes: { zh: '曲线：L1，解出来的', en: 'curves: L1, solved' },
  noStrength: { zh: '现在没有惩罚：λ = 0', en: 'no penalty now: λ = 0' },
  presentStrength: { zh: '现在 λ = {strength}', en: 'now λ = {strength}' },
  drag: { zh: '拖动强度', en: 'drag the strength' },
  strengthsNow: {
    zh: '第 {step} 步。{kind}，测试误差在 λ = {best} 处最小，是 {least}。{now}，训练的模型测试误差 {run}，|w|² = {size}。',
    en: 'Step {step}; {kind}. The test error is least at λ = {best}, {least}. {now}; the trained model has a test error of {run} and |w|² = {size}.',
  },
  weightsTitle: { zh: '权重，从大到小', en: 'Weights, largest first' },
  rank: { zh: '名次', en: 'rank' },
  magnitude: { zh: '大小 |w|', en: 'size |w|' },
  zeros: { zh: '恰好为 0：{zeros} / {count}', en: 'exactly 0: {zeros} of {count}' },
  weightsNow: {
    zh: '第 {step} 步：{count} 个权重，最大的 {most}，不是 0 的里面最小的 {least}，恰好为 0 的有 {zeros} 个。',
    en: 'Step {step}: of {count} weights the largest is {most}, the smallest that is not 0 is {least}, and {zeros} are exactly 0.',
  },
} as const satisfies Readonly<Record<string, Text>>;

/** A number for a picture; a dash for what is none. */
export function said(value: number, short: (value: number) => string): string {
  return Number.isFinite(value) ? short(value) : '—';
}

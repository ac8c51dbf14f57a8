import type { Text } from '../../i18n/text';

/** Words of this demo's own picture. */
export const recallText = {
  title: { zh: '传回来多少梯度', en: 'How much gradient comes back' },
  rnn: { zh: '简单循环', en: 'simple' },
  lstm: { zh: 'LSTM', en: 'LSTM' },
  gru: { zh: 'GRU', en: 'GRU' },
  alone: { zh: '只算偏置：σ(b) 连乘', en: 'powers of σ(b)' },
  axis: { zh: '对状态的梯度，末位为 1', en: 'gradient by the state, last = 1' },
  position: { zh: '位置', en: 'position' },
  plot: { zh: '损失对各位置状态的梯度', en: 'Gradient of the loss by the state at each position' },
  first: { zh: '第一个符号', en: 'first symbol' },
  answered: { zh: '{name}的回答', en: 'answer, {name}' },
  gradientOf: { zh: '{name}的梯度', en: 'gradient, {name}' },
  now: {
    zh: '第 {step} 步，{length} 个符号，答对的首字母 / {letters}：简单循环 {rnn}，LSTM {lstm}，GRU {gru}。第一个位置的梯度是最后位置的几倍：简单循环 {rnnShare}，LSTM {lstmShare}，GRU {gruShare}；只算偏置是 {aloneShare}。',
    en: 'Step {step}, {length} symbols. First letters answered right, of {letters}: simple {rnn}, LSTM {lstm}, GRU {gru}. Gradient at the first position over that at the last: simple {rnnShare}, LSTM {lstmShare}, GRU {gruShare}; powers of σ(b) give {aloneShare}.',
  },
} as const satisfies Readonly<Record<string, Text>>;

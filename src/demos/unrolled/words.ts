import type { Text } from '../../i18n/text';

/** Words of this demo's own picture. */
export const unrolledText = {
  title: { zh: '展开：每个符号一份单元', en: 'Unrolled: a copy of the cell at each symbol' },
  reads: { zh: '读', en: 'reads' },
  state: { zh: '状态', en: 'state' },
  says: { zh: '答', en: 'says' },
  alone: { zh: '自写', en: 'alone' },
  place: { zh: '第 {place} 个“{symbol}” · 单元 {unit}', en: 'symbol {place}, “{symbol}” · unit {unit}' },
  next: { zh: '下一个符号', en: 'next symbol' },
  previous: { zh: '上一个符号', en: 'previous symbol' },
  units: { zh: '状态：方向键选符号和单元', en: 'states: arrow keys choose symbol and unit' },
  terms: { zh: '括号里：符号 + 上一状态 h′ + 偏置', en: '(symbol + state before h′ + bias)' },
  gruTerms: { zh: '括号里：符号 + h′ + 偏置；n 中是 r·h′', en: '(symbol + h′ + bias; in n: r·h′)' },
  fresh: { zh: '括号里：符号 + 0（状态清零）+ 偏置', en: '(symbol + 0, state reset + bias)' },
  position: { zh: '位置', en: 'position' },
  shouldSay: { zh: '接下来', en: 'comes next' },
  share: { zh: '概率', en: 'probability' },
  unit: { zh: '单元 {unit}', en: 'unit {unit}' },
  now: {
    zh: '第 {step} 步，{count} 个符号。每次读真的符号，{steps} 个答案对 {right} 个。',
    en: 'Step {step}, {count} symbols. Reading the true ones, {right} of {steps} answers are right.',
  },
  whole: { zh: '给 {given} 个符号，其余自写：一字不差。', en: 'Given {given}, it writes the rest without a slip.' },
  parted: {
    zh: '给 {given} 个符号，其余自写：到第 {place} 个走岔，写成“{wrong}”，应为“{symbol}”；自写的 {own} 个里对 {kept} 个。',
    en: 'Given {given}, it writes on alone and parts at symbol {place}: “{wrong}” for “{symbol}”; of its own {own}, {kept} are right.',
  },
  here: { zh: '读第 {place} 个“{symbol}”时，单元 {unit}：{equations}。', en: 'At symbol {place}, “{symbol}”, unit {unit}: {equations}.' },
} as const satisfies Readonly<Record<string, Text>>;

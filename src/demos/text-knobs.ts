/** What demos that learn a text have in common: the text, how the network writes on, the vocabulary, and the curves with the tables beside them. */
import type { CorpusName } from '../ml/data-kinds/text/program';
import { choice, range, text, type ChoiceParameter, type MetricSpec, type RangeParameter, type TextParameter } from './declaration';

/** Characters of a reader's own text at least, and at most. */
export const OWN_TEXT = { least: 100, most: 200_000 } as const;

/** Bits a character, which can be read as nats and as a perplexity as well. */
export const PER_CHARACTER = {
  unit: { zh: '每字符比特数', en: 'Bits per character' },
  also: [
    { unit: { zh: '每字符奈特数', en: 'Nats per character' }, times: Math.LN2 },
    { unit: { zh: '每字符困惑度', en: 'Perplexity per character' }, base: 2 },
  ],
} as const;

/** A table of n-grams as a line across the chart. */
function table(n: number, zh: string): MetricSpec {
  return {
    label: { zh: `${zh}元字表`, en: `table of ${n}` },
    role: 'neutral',
    chart: 'loss',
    ...PER_CHARACTER,
    format: 'number',
    level: `n=${n}`,
  };
}

/** What tables of one to five symbols take. */
export const TABLES = {
  table1: table(1, '一'),
  table2: table(2, '二'),
  table3: table(3, '三'),
  table4: table(4, '四'),
  table5: table(5, '五'),
} as const;

/** The book's texts. */
export function corpus(): ChoiceParameter<CorpusName> {
  return choice({
    label: { zh: '学哪篇文字', en: 'text to learn' },
    help: {
      zh: '《白鲸》里的英文，末尾十分之一不学；或唐人五言绝句，每十首留出一首不学。',
      en: 'English prose from Moby-Dick, its last tenth held out, or Tang quatrains, every tenth poem held out.',
    },
    effect: 'restart',
    prominent: true,
    options: { 'moby-dick': { zh: '英文散文', en: 'English prose' }, quatrains: { zh: '五言绝句', en: 'Tang quatrains' } },
    value: 'moby-dick',
  });
}

/** What the network reads before it writes on. */
export function prompt(given: Pick<TextParameter, 'help' | 'value'>): TextParameter {
  return text({ label: { zh: '接着写', en: 'go on from' }, effect: 'ask', prominent: true, grammar: 'prompt', ...given });
}

/** By what scores are divided before a letter is drawn. */
export function temperature(given: Partial<RangeParameter> = {}): RangeParameter {
  return range({
    label: { zh: '温度', en: 'temperature' },
    help: {
      zh: '抽样前把分数除以它：越接近 0，越只写最可能的字；大于 1，少见的字也常写。',
      en: 'Scores are divided by it before a letter is drawn: near 0 only the likeliest is written, above 1 rare ones often are.',
    },
    effect: 'ask',
    min: 0.1,
    max: 2,
    step: 0.1,
    scale: 'linear',
    value: 0.8,
    ...given,
  });
}

/** Which of the texts that may be drawn. */
export function draw(given: Partial<RangeParameter> = {}): RangeParameter {
  return range({
    label: { zh: '第几次抽', en: 'which draw' },
    help: { zh: '同一次抽总写同一段文字。', en: 'The same draw always writes the same text.' },
    effect: 'ask',
    min: 1,
    max: 99,
    step: 1,
    scale: 'linear',
    value: 1,
    ...given,
  });
}

/** How many symbols are told apart. */
export function vocabularySize(given: Partial<RangeParameter> = {}): RangeParameter {
  return range({
    label: { zh: '字表大小 V', en: 'vocabulary size V' },
    help: {
      zh: '最常见的 V − 1 个字各算一个符号，其余的合为 □，它容易猜，从不写出。',
      en: 'The V − 1 commonest characters are told apart; all others are one symbol, □, which is easy to guess and never written.',
    },
    effect: 'restart',
    min: 16,
    max: 2000,
    step: 1,
    scale: 'log',
    value: 1000,
    ...given,
  });
}

import { learningRate, recurrentCell, stateUnits } from '../knobs';
import { corpus, draw, OWN_TEXT, PER_CHARACTER, prompt, TABLES, temperature, vocabularySize } from '../text-knobs';
import { choice, defineDemo, range } from '../declaration';

/** Steps at which the network writes a line: multiples of those between evaluations, so that its bits there stand beside it. */
const SAMPLED_AT = [0, 25, 50, 100, 200, 300, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000];

export default defineDemo({
  title: { zh: '逐字读，逐字写', en: 'Reading and writing, letter by letter' },
  claim: {
    zh: '每读一个字，网络就给出下一个字的概率分布。训练两百步，英文留出部分上每个字符的比特数就低于三元字表；四元、五元字表它却赶不上。换成绝句，它又胜过所有的字表。',
    en: 'After each letter the network says how likely every next letter is. Two hundred steps take it below a table of letter triples on English it has never seen, but not below tables of four or five. On Chinese quatrains it beats every table.',
  },
  chapter: 'rnn',
  seed: 1,
  steps: 500,
  reference: 'compiled',
  parameters: {
    corpus: corpus(),
    cell: recurrentCell(['rnn', 'gru', 'lstm'], { value: 'gru', prominent: true }),
    prompt: prompt({
      help: {
        zh: '网络先读这些字，再接着写；开头已先读过一个换行符。',
        en: 'What the network reads before it writes on; a line end has been read before it.',
      },
      value: 'The ',
    }),
    temperature: temperature({ prominent: true }),
    draw: draw({ prominent: true }),
    colour: choice({
      label: { zh: '底色表示', en: 'colour shows' },
      help: {
        zh: '每个字的底色是它的比特数、前面每个字对框中那处的影响，或与某件事最相关的一个单元的值。',
        en: 'A character’s ground is its bits, how much it moved the answer at the frame, or the unit that goes along best with a thing.',
      },
      effect: 'view',
      prominent: true,
      options: {
        surprise: { zh: '意外程度', en: 'surprise' },
        moved: { zh: '前文的影响', en: 'what moved it' },
        line: { zh: '行内位置的单元', en: 'unit: place in line' },
        word: { zh: '词内位置的单元', en: 'unit: place in word' },
        quotes: { zh: '引号的单元', en: 'unit: quotes' },
      },
      value: 'surprise',
    }),
    place: range({
      label: { zh: '看哪一处', en: 'place looked at' },
      help: { zh: '画出框中那个字之前的预测；在图里点选。', en: 'Shows what was expected at the framed character; chosen in the picture.' },
      effect: 'ask',
      min: 1,
      max: 250,
      step: 1,
      scale: 'linear',
      value: 20,
      // Chosen in the picture, not by a slider.
      when: () => false,
    }),
    symbols: vocabularySize({ when: ({ unit }) => unit === 'character' }),
    unit: choice({
      label: { zh: '符号是', en: 'a symbol is' },
      help: {
        zh: '一个汉字是三个 UTF-8 字节；损失都折算成每字符的比特数，两种做法可以直接比。',
        en: 'A Chinese character is three bytes of UTF-8; losses are in bits per character either way, so that they compare.',
      },
      effect: 'restart',
      options: { character: { zh: '一个字符', en: 'a character' }, byte: { zh: '一个 UTF-8 字节', en: 'a byte of UTF-8' } },
      value: 'character',
    }),
    length: range({
      label: { zh: '训练片段的长度 T', en: 'length T of a stretch' },
      help: {
        zh: '每个片段从零状态读起，梯度也只在片段之内往回传。',
        en: 'Each is read from a state of zeros, and gradients go back within it alone.',
      },
      effect: 'restart',
      min: 4,
      max: 200,
      step: 1,
      scale: 'log',
      value: 48,
    }),
    units: stateUnits({ min: 4, max: 256, value: 64, scale: 'log' }),
    learningRate: learningRate({ min: 1e-4, max: 0.1, value: 0.01 }),
  },
  presets: {
    english: {
      title: { zh: '英文散文', en: 'English prose' },
      values: { corpus: 'moby-dick', unit: 'character', symbols: 1000, length: 48, prompt: 'The ' },
    },
    quatrains: {
      title: { zh: '五言绝句', en: 'Tang quatrains' },
      values: { corpus: 'quatrains', unit: 'character', symbols: 1000, length: 25, prompt: '春' },
    },
    bytes: {
      title: { zh: '绝句，按字节', en: 'quatrains in bytes' },
      values: { corpus: 'quatrains', unit: 'byte', length: 75, prompt: '春' },
    },
  },
  metrics: {
    loss: { label: { zh: '批量损失（奈特）', en: 'batch loss (nats)' }, role: 'neutral', chart: 'other', format: 'number' },
    trainBits: { label: { zh: '学过的文字', en: 'learned text' }, role: 'train', chart: 'loss', ...PER_CHARACTER, format: 'number' },
    bits: { label: { zh: '留出的文字', en: 'held-out text' }, role: 'test', chart: 'loss', ...PER_CHARACTER, format: 'number' },
    unknownBits: { label: { zh: '其中的 □', en: '□ in it' }, role: 'second', chart: 'loss', ...PER_CHARACTER, format: 'number' },
    unknownShare: { label: { zh: '□ 的占比', en: 'share of □' }, role: 'second', chart: 'none', format: 'percent' },
    markBits: { label: { zh: '标点与空白的比特数', en: 'bits of marks and blanks' }, role: 'neutral', chart: 'none', format: 'number' },
    otherBits: { label: { zh: '其余字符的比特数', en: 'bits of other characters' }, role: 'neutral', chart: 'none', format: 'number' },
    ...TABLES,
  },
  views: [
    { view: 'own', title: { zh: '没学过的文字', en: 'Text never seen' }, place: 'main' },
    { view: 'written-text', title: { zh: '它接着写', en: 'What it writes' }, place: 'main', options: { part: 'ways' } },
    { view: 'written-text', title: { zh: '越学越会写', en: 'How its writing grew' }, place: 'side', options: { part: 'strip' } },
  ],
  asks: ['writing', 'reading'],
  along: { sample: { values: { temperature: 1 }, steps: SAMPLED_AT, shown: ['text'] } },
  ownData: { kind: 'text', ...OWN_TEXT, chosenBy: 'corpus' },
});

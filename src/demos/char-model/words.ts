import type { Text } from '../../i18n/text';

/** Words of this demo's own pictures. */
export const charText = {
  title: { zh: '逐字读，逐字写', en: 'Reading and writing, letter by letter' },
  sampledAt: { zh: '第 {step} 步', en: 'step {step}' },
  sampledBits: { zh: '留出的文字：每字符 {bits} 比特', en: 'held-out text: {bits} bits a character' },
  goThere: { zh: '去第 {step} 步：{text}', en: 'go to step {step}: {text}' },
  perCharacter: { zh: '每字符比特数', en: 'bits a character' },
  stepOfSample: { zh: '步', en: 'step' },
  stripNow: {
    zh: '每到一个固定的步数，网络都用同一串随机数、以温度 1 写一行，共 {count} 行。第 {first} 步（每字符 {firstBits} 比特）：“{firstText}”。第 {last} 步（每字符 {lastBits} 比特）：“{lastText}”。',
    en: 'At fixed steps the network writes a line at temperature 1, with the same lots each time: {count} lines. Step {first} ({firstBits} bits a character): “{firstText}”. Step {last} ({lastBits} bits a character): “{lastText}”.',
  },
  notAsked: { zh: '播放或走一步，它才作答', en: 'Play, or take a step, and it answers' },
  mean: {
    zh: '每个符号平均 {bits} 比特 = {nats} 奈特，困惑度 {perplexity}',
    en: 'mean {bits} bits = {nats} nats, perplexity {perplexity}',
  },
  expected: { zh: '方框处的下一个字：它原以为', en: 'In the frame it expected' },
  surprise: { zh: '意外程度（比特）', en: 'surprise (bits)' },
  moved: { zh: '对方框处答案的影响', en: 'effect on the framed answer' },
  unit: { zh: '单元 {unit}，r = {correlation}：{trait}', en: 'unit {unit}, r = {correlation}: {trait}' },
  line: { zh: '行内位置', en: 'place in the line' },
  word: { zh: '标点之后第几个字', en: 'place in the word' },
  quotes: { zh: '引号之内', en: 'being in quotes' },
  choosePlace: { zh: '选一处（方向键移动）', en: 'choose a place (arrow keys move it)' },
  greedy: { zh: '每次取最可能的', en: 'always the likeliest' },
  drawn: { zh: '按温度 {temperature} 抽', en: 'drawn at temperature {temperature}' },
  beam: { zh: '束搜索，宽 4', en: 'beam search, width 4' },
  each: { zh: '每个符号 {bits} 比特', en: '{bits} bits a symbol' },
  after: { zh: '“{prompt}”之后，温度 {temperature}', en: 'after “{prompt}”, at temperature {temperature}' },
  way: { zh: '写法', en: 'way' },
  text: { zh: '文字', en: 'text' },
  bits: { zh: '比特', en: 'bits' },
  passageNow: {
    zh: '第 {step} 步：留出的 {count} 个符号，平均每个 {bits} 比特，困惑度 {perplexity}；最意外的是“{symbol}”，{largest} 比特。',
    en: 'Step {step}: {count} held-out symbols, {bits} bits each on average, perplexity {perplexity}; “{symbol}” surprised it most, {largest} bits.',
  },
  writingNow: {
    zh: '第 {step} 步，从“{prompt}”接着写。最可能的：“{greedy}”。抽样：“{drawn}”。束搜索：“{beam}”。',
    en: 'Step {step}, going on from “{prompt}”. Likeliest: “{greedy}”. Drawn: “{drawn}”. Beam search: “{beam}”.',
  },
  writingNone: { zh: '第 {step} 步：还没有问它。', en: 'Step {step}: it has not been asked.' },
} as const satisfies Readonly<Record<string, Text>>;

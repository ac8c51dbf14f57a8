import type { Text } from './text';

/** Words of what a network writes, and of what it wrote on its way. */
export const writingText = {
  title: { zh: '它写的文字', en: 'What it writes' },
  sampledAt: { zh: '第 {step} 步', en: 'step {step}' },
  sampledBits: { zh: '留出的文字：每字符 {bits} 比特', en: 'held-out text: {bits} bits a character' },
  sampledBitsShort: { zh: '每字符 {bits} 比特', en: '{bits} bits a character' },
  goThere: { zh: '去第 {step} 步：{text}', en: 'go to step {step}: {text}' },
  perCharacter: { zh: '每字符比特数', en: 'bits a character' },
  stepOfSample: { zh: '步', en: 'step' },
  stripNow: {
    zh: '每到一个固定的步数，网络都用同一串随机数、以温度 1 写一行，共 {count} 行。第 {first} 步（每字符 {firstBits} 比特）：“{firstText}”。第 {last} 步（每字符 {lastBits} 比特）：“{lastText}”。',
    en: 'At fixed steps the network writes a line at temperature 1, with the same lots each time: {count} lines. Step {first} ({firstBits} bits a character): “{firstText}”. Step {last} ({lastBits} bits a character): “{lastText}”.',
  },
  greedy: { zh: '每次取最可能的', en: 'always the likeliest' },
  drawn: { zh: '按温度 {temperature} 抽', en: 'drawn at temperature {temperature}' },
  beam: { zh: '束搜索，宽 4', en: 'beam search, width 4' },
  each: { zh: '每个符号 {bits} 比特', en: '{bits} bits a symbol' },
  after: { zh: '“{prompt}”之后，温度 {temperature}', en: 'after “{prompt}”, at temperature {temperature}' },
  work: { zh: '写一段要 {work} 次乘加', en: '{work} multiply-adds a text' },
  way: { zh: '写法', en: 'way' },
  writingNow: {
    zh: '第 {step} 步，从“{prompt}”接着写。最可能的：“{greedy}”。抽样：“{drawn}”。束搜索：“{beam}”。',
    en: 'Step {step}, going on from “{prompt}”. Likeliest: “{greedy}”. Drawn: “{drawn}”. Beam search: “{beam}”.',
  },
  writingNone: { zh: '第 {step} 步：还没有问它。', en: 'Step {step}: it has not been asked.' },
  text: { zh: '文字', en: 'text' },
  bits: { zh: '比特', en: 'bits' },
} as const satisfies Readonly<Record<string, Text>>;

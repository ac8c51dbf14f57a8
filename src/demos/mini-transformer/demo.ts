import { learningRate, residual } from '../knobs';
import { corpus, draw, OWN_TEXT, PER_CHARACTER, prompt, TABLES, temperature, vocabularySize } from '../text-knobs';
import { choice, defineDemo, range, toggle } from '../declaration';

/** Steps at which the network writes a line: multiples of those between evaluations, so that its bits there stand beside it. */
const SAMPLED_AT = [0, 50, 100, 200, 300, 500, 750, 1000, 1500, 2000, 5000, 10_000, 20_000, 50_000];

export default defineDemo({
  title: { zh: '一个小 GPT', en: 'A small GPT' },
  claim: {
    zh: '一层注意力、一层逐处的前馈网络，都往同一条残差流里加：训练一千五百步，英文留出部分上每个字符的比特数低于三元字表。每一部分对得分的贡献加起来，恰好就是得分。',
    en: 'A part that looks back and a part that thinks for itself, both adding to one stream: fifteen hundred steps take held-out English below a table of letter triples, and what the parts add to a score sums to the score exactly.',
  },
  chapter: 'attention',
  seed: 1,
  steps: 1500,
  reference: 'compiled',
  parameters: {
    corpus: corpus(),
    prompt: prompt({
      help: {
        zh: '网络先读这些字，再接着写；图里打开的也是它们。开头已有一个换行符，只看得见末尾一个窗口（32 或 64 个字）。',
        en: 'What the network reads before it writes on, and what is opened in the pictures; a line end stands before it. Of a longer text it sees the last 32 symbols, or 64.',
      },
      value: 'The whale and the ',
    }),
    place: range({
      label: { zh: '看第几处', en: 'place followed' },
      help: { zh: '图里打开的是哪个字；在图里点选。', en: 'Which symbol is opened in the pictures; chosen there.' },
      effect: 'ask',
      min: 1,
      max: 64,
      step: 1,
      scale: 'linear',
      value: 19,
      // Chosen in the picture, not by a slider.
      when: () => false,
    }),
    block: choice({
      label: { zh: '打开第几块', en: 'block opened' },
      help: { zh: '哪一块的注意力画在图里。', en: 'The block whose attention is drawn.' },
      effect: 'view',
      prominent: true,
      options: { 1: { zh: '1', en: '1' }, 2: { zh: '2', en: '2' } },
      value: '1',
      when: ({ size }) => size === 'two',
    }),
    head: choice({
      label: { zh: '打开哪个头', en: 'head opened' },
      help: { zh: '它的查询、键、值和权重画在图里。', en: 'Its queries, keys, values and weights are drawn.' },
      effect: 'view',
      prominent: true,
      options: { 1: { zh: '1', en: '1' }, 2: { zh: '2', en: '2' }, 3: { zh: '3', en: '3' }, 4: { zh: '4', en: '4' } },
      value: '1',
    }),
    mask: toggle({
      label: { zh: '因果掩码', en: 'causal mask' },
      help: {
        zh: '每处只许看自己和前面。去掉它，每处都能看见要它猜的那个字。',
        en: 'A place sees itself and those before it alone. Without it, each sees the symbol that it is to guess.',
      },
      effect: 'restart',
      prominent: true,
      value: true,
    }),
    size: choice({
      label: { zh: '大小', en: 'size' },
      help: {
        zh: '一块：宽 32，读 32 个字；两块：宽 64，读 64 个字，每步的计算约七倍。',
        en: 'One block: 32 wide, reads 32 symbols. Two: 64 wide, read 64, about seven times the work of a step.',
      },
      effect: 'restart',
      options: { one: { zh: '一块', en: 'one block' }, two: { zh: '两块', en: 'two blocks' } },
      value: 'one',
    }),
    positions: choice({
      label: { zh: '位置', en: 'positions' },
      help: {
        zh: '怎样知道一个字在第几处：不告诉、学一张表、正弦、旋转查询与键。',
        en: 'How it knows where a symbol stands: not at all, a learned table, sines, or queries and keys that are turned.',
      },
      effect: 'restart',
      options: {
        none: { zh: '没有', en: 'none' },
        learned: { zh: '学出来', en: 'learned' },
        sinusoidal: { zh: '正弦', en: 'sinusoidal' },
        rotary: { zh: '旋转', en: 'rotary' },
      },
      value: 'learned',
    }),
    norm: choice({
      label: { zh: '层规范化', en: 'layer norm' },
      help: {
        zh: '放在每一部分之前（残差流上不经过它）、每次相加之后，或者不用。',
        en: 'Before each part, off the stream; after each sum, on the stream; or nowhere.',
      },
      effect: 'restart',
      options: { before: { zh: '在前', en: 'before' }, after: { zh: '在后', en: 'after' }, none: { zh: '不用', en: 'none' } },
      value: 'before',
    }),
    residual: residual({ value: true }),
    warmUp: toggle({
      label: { zh: '预热再退火', en: 'warm up, then cool' },
      help: {
        zh: '前一百五十步把学习率从零升上去，再按余弦降到零；到此为止，再训练也不动。不开则学习率不变。',
        en: 'The rate rises over the first 150 steps and falls to zero along a cosine: it ends there. Otherwise it stays as it is.',
      },
      effect: 'restart',
      value: false,
    }),
    temperature: temperature(),
    draw: draw(),
    cache: toggle({
      label: { zh: '留着键和值', en: 'keep keys and values' },
      help: {
        zh: '写字时每添一个字只读这一个字，前面的键和值留着用；窗口满了为止。写出来的一样，算得少。没有掩码时不能用。',
        en: 'While it writes, each new symbol alone is read, with the keys and values before it kept, until the window is full. The text is the same for less work. Not without the mask.',
      },
      effect: 'ask',
      value: false,
      when: ({ mask }) => mask === true,
    }),
    symbols: vocabularySize(),
    learningRate: learningRate({ min: 1e-4, max: 0.1, value: 0.005 }),
  },
  presets: {
    english: { title: { zh: '英文散文', en: 'English prose' }, values: { corpus: 'moby-dick', prompt: 'The whale and the ', place: 19 } },
    quatrains: { title: { zh: '五言绝句', en: 'Tang quatrains' }, values: { corpus: 'quatrains', prompt: '春风不知处，', place: 7 } },
    leak: { title: { zh: '去掉掩码', en: 'without the mask' }, values: { mask: false } },
    two: { title: { zh: '两块', en: 'two blocks' }, values: { size: 'two' } },
  },
  metrics: {
    loss: { label: { zh: '批量损失（奈特）', en: 'batch loss (nats)' }, role: 'neutral', chart: 'other', format: 'number' },
    trainBits: { label: { zh: '学过的文字', en: 'learned text' }, role: 'train', chart: 'loss', ...PER_CHARACTER, format: 'number' },
    bits: { label: { zh: '留出的文字', en: 'held-out text' }, role: 'test', chart: 'loss', ...PER_CHARACTER, format: 'number' },
    lastBits: { label: { zh: '其中窗口的末位', en: 'its last places' }, role: 'second', chart: 'loss', ...PER_CHARACTER, format: 'number' },
    ...TABLES,
  },
  views: [
    { view: 'own', title: { zh: '打开一个头', en: 'One head, opened' }, place: 'main', options: { part: 'head' } },
    {
      view: 'own',
      title: { zh: '残差流：谁给下一个字加了分', en: 'The stream: who spoke for the next symbol' },
      place: 'side',
      options: { part: 'stream' },
    },
    { view: 'written-text', title: { zh: '它接着写', en: 'What it writes' }, place: 'side', options: { part: 'ways' } },
    { view: 'written-text', title: { zh: '越学越会写', en: 'How its writing grew' }, place: 'side', options: { part: 'strip' } },
  ],
  asks: ['inside', 'writing'],
  along: { sample: { values: { temperature: 1 }, steps: SAMPLED_AT, shown: ['text'] } },
  ownData: { kind: 'text', ...OWN_TEXT, chosenBy: 'corpus' },
});

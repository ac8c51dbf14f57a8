import type { Text } from '../../i18n/text';

/** Words of this demo's own pictures. */
export const miniText = {
  title: { zh: '打开的 GPT', en: 'A GPT, opened' },
  notAsked: { zh: '播放或走一步，它才打开', en: 'Play, or take a step, and it opens' },
  heard: {
    zh: '第 {block} 块头 {head}：第 {place} 处（{symbol}）听谁的',
    en: 'block {block}, head {head}: whom place {place} ({symbol}) hears',
  },
  scores: { zh: '得分 q·k / √{width}', en: 'scores q·k / √{width}' },
  weights: { zh: '权重（softmax）', en: 'weights (softmax)' },
  keysMatrix: { zh: '行在问，列被问；方向键移动', en: 'rows ask, columns are asked; arrow keys move' },
  choosePlace: { zh: '选第几处（左右方向键移动）', en: 'choose the place that is followed (left and right arrow keys)' },
  keysNumbers: {
    zh: '选一个数，看它从哪一行、哪一列来（方向键移动）',
    en: 'choose a number to see the row and the column it came from (arrow keys)',
  },
  query: { zh: '查询', en: 'query' },
  key: { zh: '键', en: 'key' },
  value: { zh: '值', en: 'value' },
  out: { zh: '取回', en: 'out' },
  row: { zh: '行', en: 'row' },
  column: { zh: '列', en: 'col.' },
  scored: { zh: '“{asks}”问“{asked}”：得分 {score}，权重 {weight}', en: '“{asks}” asks “{asked}”: score {score}, weight {weight}' },
  made: {
    zh: '“{symbol}”的{name}第 {unit} 个数 = 行·列 = {made}',
    en: '{name} of “{symbol}”, number {unit} = row · column = {made}',
  },
  madeBefore: {
    zh: '“{symbol}”的{name}第 {unit} 个数，转之前 = 行·列 = {made}',
    en: '{name} of “{symbol}”, number {unit}, before turning = row · column = {made}',
  },
  mixed: { zh: '取回的第 {unit} 个数 = Σ 权重 × 值 = {made}', en: 'out, number {unit} = sum of weights × values = {made}' },
  after: { zh: '第 {place} 处（{symbol}）之后，它以为是：', en: 'behind place {place} ({symbol}) it expects:' },
  chooseNext: { zh: '选一个可能的下一个字（左右方向键移动）', en: 'choose a symbol that may come next (left and right arrow keys)' },
  adds: { zh: '谁给“{symbol}”加了多少分（减去各字平均）', en: 'what each adds to “{symbol}”, less all symbols’ mean' },
  sum: { zh: '合计 = 得分', en: 'sum = score' },
  inBlock: { zh: '{block} 块·{name}', en: '{block}: {name}' },
  parts: {
    embedding: { zh: '这个字', en: 'the symbol' },
    positions: { zh: '它的位置', en: 'its place' },
    head: { zh: '头 {head}', en: 'head {head}' },
    mlp: { zh: '前馈网络', en: 'MLP' },
    bias: { zh: '末尾的偏置', en: 'last biases' },
  },
  headNow: {
    zh: '第 {step} 步，第 {block} 块头 {head}：第 {place} 处的“{symbol}”最听第 {asked} 处的“{heard}”，权重 {weight}。',
    en: 'Step {step}, block {block}, head {head}: “{symbol}” at place {place} hears “{heard}” at place {asked} most, with a weight of {weight}.',
  },
  streamNow: {
    zh: '第 {step} 步，第 {place} 处之后最可能是“{symbol}”（{probability}），它的得分比平均高 {score}；加分最多的是{part}：{added}。',
    en: 'Step {step}: behind place {place}, “{symbol}” is likeliest ({probability}); its score is {score} above the mean, most of it from: {part}, {added}.',
  },
  none: { zh: '第 {step} 步：还没有问它。', en: 'Step {step}: it has not been asked.' },
  place: { zh: '位置', en: 'place' },
  symbol: { zh: '符号', en: 'symbol' },
  weight: { zh: '权重', en: 'weight' },
  score: { zh: '得分', en: 'score' },
  part: { zh: '部分', en: 'part' },
} as const satisfies Readonly<Record<string, Text | Readonly<Record<string, Text>>>>;

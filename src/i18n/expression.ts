import type { Text } from './text';

/** What is wrong with an expression that a reader typed, and what would be right. */
export const expressionText = {
  at: { zh: '第 {column} 列：{problem}', en: 'column {column}: {problem}' },
  empty: { zh: '这里还没有表达式；例如 {example}', en: 'there is no expression yet; for example {example}' },
  tooLong: { zh: '表达式太长，最多 {most} 个字符', en: 'the expression is too long; it may have {most} characters' },
  tooDeep: { zh: '嵌套太深，最多 {most} 层', en: 'it is nested too deeply; {most} levels at most' },
  unknownSign: {
    zh: '不认识“{sign}”；可以用数、名字、括号和 {known}',
    en: '"{sign}" has no meaning here; use numbers, names, brackets and {known}',
  },
  otherSign: { zh: '“{sign}”应写成“{right}”', en: '"{sign}" is written "{right}" here' },
  operand: {
    zh: '这里应当是数、名字、函数或“(”，而不是{found}',
    en: 'a number, a name, a function or "(" should stand here, not {found}',
  },
  operator: {
    zh: '{found}之前缺少运算符，例如 {example}',
    en: 'an operator is missing before {found}, for example {example}',
  },
  found: { zh: '“{text}”', en: '"{text}"' },
  foundEnd: { zh: '结尾', en: 'the end' },
  unclosed: { zh: '第 {opened} 列的“(”没有对应的“)”', en: 'the "(" of column {opened} needs its ")"' },
  unopened: { zh: '多出一个“)”，前面没有对应的“(”', en: 'this ")" has no "(" before it' },
  numberTooLarge: { zh: '“{text}”超出了可以表示的范围', en: '"{text}" is larger than any number that can be represented' },
  unknownName: { zh: '没有名为“{name}”的量{perhaps}；有 {known}', en: 'there is no quantity "{name}"{perhaps}; there are {known}' },
  perhaps: { zh: '，是不是“{name}”', en: ', perhaps "{name}"' },
  reserved: { zh: '“{name}”是语法里的词，不能当作名字', en: '"{name}" is a word of the grammar and cannot be a name' },
  unknownFunction: { zh: '没有名为“{name}”的函数{perhaps}；有 {known}', en: 'there is no function "{name}"{perhaps}; there are {known}' },
  needsBrackets: { zh: '函数 {name} 要带括号，写成 {right}', en: '{name} is a function: write {right}' },
  tooFewParts: { zh: '{name} 至少需要 {least} 个数，这里有 {count} 个', en: '{name} takes at least {least} numbers, not {count}' },
  tooManyParts: { zh: '{name} 最多取 {most} 个数，这里有 {count} 个', en: '{name} takes {most} at most, not {count}' },
  unknownLayer: {
    zh: '{name} 问不了“{layer}”这一层{perhaps}；可以问 {known}',
    en: '{name} has no layer "{layer}"{perhaps}; it has {known}',
  },
  missingLayer: { zh: '{name} 的括号里应当是一层的名字，例如 {right}', en: '{name} needs the name of a layer, for example {right}' },
  noLayers: { zh: '这个网络里没有哪一层可以用 {name}', en: 'this network has no layer for {name}' },
  isWhat: { zh: '“is”之后应当是 NaN、finite、not NaN 或 not finite', en: 'after "is" comes NaN, finite, not NaN or not finite' },
  chained: {
    zh: '比较不能连写；写成 a < x and x < b',
    en: 'comparisons do not chain; write a < x and x < b',
  },
  wantsNumber: { zh: '“{operator}”两边应当是数，这里却是条件', en: '"{operator}" works on numbers; this is a condition' },
  wantsCondition: {
    zh: '“{operator}”连接的应当是条件（例如 x > 1），这里却是数',
    en: '"{operator}" joins conditions (such as x > 1); this is a number',
  },
  wholeNumber: { zh: '整个表达式应当是一个数，这里却是条件', en: 'the whole should be a number; this is a condition' },
  wholeCondition: { zh: '整个表达式应当是条件，例如 {example}', en: 'the whole should be a condition, for example {example}' },
} as const satisfies Record<string, Text>;

/** What is wrong with numbers given to names, such as `w = 0.5, b = -1`. */
export const bindingText = {
  notAPair: {
    zh: '第 {column} 列：“{text}”应写成 名字 = 数，例如 w = 0.5',
    en: 'column {column}: "{text}" should be name = number, for example w = 0.5',
  },
  notANumber: {
    zh: '第 {column} 列：“{text}”应当是 -1000000 到 1000000 之间的数',
    en: 'column {column}: "{text}" should be a number from -1000000 to 1000000',
  },
  twice: { zh: '第 {column} 列：“{name}”出现了两次', en: 'column {column}: "{name}" stands here twice' },
  tooMany: { zh: '最多给 {most} 个数', en: 'at most {most} numbers can be given' },
} as const satisfies Record<string, Text>;

/** What is wrong with rows of numbers, such as `1 0 -1 / 2 0 -2`. */
export const gridText = {
  empty: { zh: '这里应当是几行数，例如 1 0 -1 / 2 0 -2', en: 'rows of numbers should stand here, such as 1 0 -1 / 2 0 -2' },
  notANumber: {
    zh: '第 {column} 列：“{text}”应当是 -{largest} 到 {largest} 之间的数',
    en: 'column {column}: "{text}" should be a number from -{largest} to {largest}',
  },
  uneven: {
    zh: '第 {column} 列：这一行有 {count} 个数，应当有 {expected} 个；行与行用“/”隔开',
    en: 'column {column}: this row has {count} numbers and should have {expected}; rows are parted by "/"',
  },
  tooMany: { zh: '最多 {most} 行 {most} 列', en: 'at most {most} rows of {most} numbers' },
} as const satisfies Record<string, Text>;

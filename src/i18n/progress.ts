import type { Text } from './text';

/** The words of a reader's progress: which challenges are solved and predictions made, as a file to keep and to bring back. */
export const progressText = {
  solvedCount: { zh: '已完成 {count} 个挑战。', en: 'Challenges solved: {count}.' },
  predictions: { zh: '猜一猜', en: 'Predictions' },
  predictionCount: { zh: '已猜 {count} 题。', en: 'Predictions made: {count}.' },
  isMade: { zh: '已猜', en: 'made' },
  isUnmade: { zh: '还没有猜', en: 'not made yet' },
  ofAll: { zh: '{all} 个中的 {count} 个', en: '{count} of {all}' },
  isSolved: { zh: '已完成', en: 'solved' },
  isOpen: { zh: '尚未完成', en: 'not solved yet' },
  where: {
    zh: '进度只存在这个浏览器里，不会发往任何地方。换浏览器或清理数据之前，请先导出。',
    en: 'Progress is kept in this browser alone and sent nowhere. Export it before you change browsers or clear their data.',
  },
  notStored: {
    zh: '浏览器不允许存储，或空间已满：进度只保留到关闭这个页面为止，请导出。',
    en: 'This browser forbids storage, or it is full: progress lasts until this page is closed. Export it.',
  },
  exportIt: { zh: '导出', en: 'Export' },
  importIt: { zh: '导入', en: 'Import' },
  close: { zh: '关闭', en: 'Close' },
  imported: {
    zh: '导入完成：新增 {added} 个挑战，共 {count} 个；新增 {predictions} 题猜测。',
    en: 'Imported: {added} new {added:challenge|challenges}, {count} in all; {predictions} new {predictions:prediction|predictions}.',
  },
  kept: { zh: '没有改动已有的进度。', en: 'What was there is kept.' },
  notJson: {
    zh: '这个文件不是玻璃盒的进度：第 {line} 行第 {column} 列不合 JSON 语法',
    en: 'this is not a progress file of Glassbox: no JSON at line {line}, column {column}',
  },
  notProgress: {
    zh: '这个文件不是玻璃盒的进度：应有 "format": "glassbox-progress" 和列表 "solved"',
    en: 'this is not a progress file of Glassbox: it should have "format": "glassbox-progress" and a list "solved"',
  },
  notChallenge: {
    zh: 'solved[{index}] 不是挑战的名称：应为“章节/挑战”，例如 "mlp/xor"',
    en: 'solved[{index}] is not the name of a challenge: it should be "chapter/challenge", for instance "mlp/xor"',
  },
  notPredictions: {
    zh: '"predictions" 应为一个对象：以“章节/名称”为键，值里有 "of" 和 "guess"',
    en: '"predictions" should be an object: by "chapter/name", each with "of" and "guess"',
  },
  tooLarge: { zh: '文件有 {size} kB，进度文件最多 {most} kB', en: 'the file has {size} kB; a progress file has at most {most} kB' },
  unreadable: { zh: '这个文件读不出来', en: 'this file cannot be read' },
} as const satisfies Record<string, Text>;

import type { Text } from './text';

/** The words of the site around the chapters: names of things with numbers, boxes, pages. */
export const siteText = {
  name: { zh: '玻璃盒', en: 'Glassbox' },
  /** The name before what it is, in the heading of the first page. */
  nameBefore: { zh: '{name}：', en: '{name}: ' },
  motto: { zh: '可以调试的深度学习笔记', en: 'Deep-learning notes you can debug' },
  description: {
    zh: '每幅会学习的图，都是在你的浏览器里真正进行的一次训练：可以单步、倒带、暂停、查看、修改，再把链接发给别人。',
    en: 'Every figure that learns is a real training run in your browser: step it, rewind it, stop it, look inside, change it, and send it to somebody as a link.',
  },

  notices: { zh: '本站及所用软件的许可证', en: 'Licences of this book and of its software' },

  chapter: { zh: '第 {number} 章', en: 'Chapter {number}' },
  section: { zh: '{number} 节', en: 'Section {number}' },
  figure: { zh: '图 {number}', en: 'Figure {number}' },
  equation: { zh: '式（{number}）', en: 'Eq. ({number})' },
  challenge: { zh: '挑战 {number}', en: 'Challenge {number}' },
  exercise: { zh: '练习 {number}', en: 'Exercise {number}' },
  definition: { zh: '定义 {number}', en: 'Definition {number}' },
  prediction: { zh: '猜一猜 {number}', en: 'Prediction {number}' },

  prerequisites: { zh: '先要知道', en: 'What you should know first' },
  summary: { zh: '小结', en: 'Summary' },
  hint: { zh: '提示 {index}', en: 'Hint {index}' },
  onlyHint: { zh: '提示', en: 'Hint' },
  answer: { zh: '参考解答', en: 'A worked answer' },
  predictionAnswer: { zh: '揭晓', en: 'What the run says' },
  predictionSays: { zh: '训练给出的是 {number}。', en: 'The run gives {number}. ' },
  predictionRight: { zh: '训练给出的是 {number}，所以答案是 {letter}。', en: 'The run gives {number}, so the answer is {letter}. ' },
  predictionFigure: { zh: '在{figure}里打开这次训练', en: 'Open this run in {figure}' },
  predictionRun: { zh: '打开这次训练', en: 'Open this run' },
  goal: { zh: '目标', en: 'Goal' },
  details: { zh: '展开', en: 'Details' },
  references: { zh: '参考文献', en: 'References' },
  footnotes: { zh: '脚注', en: 'Notes' },
  backToText: { zh: '回到正文', en: 'Back to the text' },

  citeOne: { zh: '{first}，{year}', en: '{first}, {year}' },
  citeTwo: { zh: '{first} 与 {second}，{year}', en: '{first} and {second}, {year}' },
  citeMany: { zh: '{first} 等，{year}', en: '{first} et al., {year}' },
  citeSeparator: { zh: '；', en: '; ' },
  citeOpen: { zh: '（', en: '(' },
  citeClose: { zh: '）', en: ')' },

  search: { zh: '搜索', en: 'Search' },
  searchHint: { zh: '搜索全书', en: 'Search the book' },
  searchNone: { zh: '没有找到“{query}”', en: 'Nothing found for “{query}”' },
  searchCount: { zh: '{count} 页', en: '{count} pages' },
  searchFailed: { zh: '搜索的索引没能载入。', en: 'The search index could not be loaded.' },
  close: { zh: '关闭', en: 'Close' },

  chapters: { zh: '章节', en: 'Chapters' },
  toCome: { zh: '待写', en: 'to come' },
  growing: { zh: '在写', en: 'growing' },
  growingChapter: {
    zh: '这一章还在写：已有的几节可以先读，其余的会陆续补上。',
    en: 'This chapter is still growing: the sections that are here can be read, the others will follow.',
  },
  gallery: { zh: '全部演示', en: 'All demos' },
  galleryIntroduction: {
    zh: '书中全部的活图，按章排列。每一个都可以单独打开、分享，或嵌入别的网页。',
    en: 'All live figures of the book, by chapter. Each can be opened by itself, shared, or embedded in another page.',
  },
  glossary: { zh: '术语表', en: 'Glossary' },
  glossaryLetters: { zh: '按拼音首字母查找', en: 'By the first letter' },
  glossaryLatin: { zh: '字母', en: 'letters' },
  glossaryIntroduction: {
    zh: '全书的术语，中英对照，按拼音排列；后面是用到它的章。',
    en: 'The terms of the book, in English and Chinese, with the chapters that use them.',
  },
  openDemo: { zh: '单独打开', en: 'By itself' },
  readInChapter: { zh: '在正文中', en: 'In its chapter' },
  embed: { zh: '嵌入代码', en: 'Embed' },

  notFoundTitle: { zh: '没有这一页', en: 'Page not found' },
  notFound: {
    zh: '这个地址没有对应的页面，也许它还没有写好，或者链接有误。',
    en: 'There is no page at this address: it may not be written yet, or the link may be wrong.',
  },
  home: { zh: '回到首页', en: 'To the beginning' },

  startWithPreface: { zh: '从前言读起', en: 'Begin with the preface' },
  startReading: { zh: '从第 {number} 章读起：{title}', en: 'Begin with chapter {number}: {title}' },
  /** The language's own name for itself: the same wherever it is said. */
  languageName: { zh: '中文', en: 'English' },
  tryIt: { zh: '按播放，真正训练一次', en: 'Press play: this really trains' },
  whatIsDifferent: { zh: '有什么不同', en: 'What is different' },
  realRuns: { zh: '真的在训练', en: 'It really trains' },
  realRunsBody: {
    zh: '图里先是一次录下的训练；一按播放，网络就在你的浏览器里真的学起来，用 TensorFlow.js，每一步都是当场算出来的。',
    en: 'A figure opens on a recorded run; press play, and the network really learns in your browser, with TensorFlow.js, every step computed as you watch.',
  },
  debugger: { zh: '可以调试', en: 'It can be debugged' },
  debuggerBody: {
    zh: '单步、后退、拖动时间轴、从任何一步改一个参数再走下去；损失不再有限时自动停下，并说明原因。',
    en: 'Step, step back, drag the timeline, change a knob at any step and go on from there; a loss that stops being finite halts the run and is explained.',
  },
  reproducible: { zh: '分毫不差', en: 'The same, bit for bit' },
  reproducibleBody: {
    zh: '种子、参数和步数都在链接里；别人打开链接，得到的是同一次训练。',
    en: 'Seed, settings and step are in the link; whoever opens it gets the same run.',
  },
  inside: { zh: '看得见里面', en: 'You can look inside' },
  insideBody: {
    zh: '每个单元的响应、每个权重、每层的形状和参数个数，都画在图上，也能读成数字。',
    en: 'What each unit answers, every weight, the shape and size of each layer: drawn, and readable as numbers.',
  },
  yours: { zh: '由你来动手', en: 'Yours to try' },
  yoursBody: {
    zh: '每章有挑战，由你自己的训练来判定；可以画点、贴数据、导出代码到 Keras 或 PyTorch。',
    en: 'Challenges are judged by your own run; paint points, paste data, take the code to Keras or PyTorch.',
  },
  local: { zh: '不出你的浏览器', en: 'Nothing leaves your browser' },
  localBody: {
    zh: '静态网页，没有服务器，不收集任何东西，可以自己托管。',
    en: 'Static pages, no server, nothing collected; host it yourself.',
  },
} as const satisfies Record<string, Text>;

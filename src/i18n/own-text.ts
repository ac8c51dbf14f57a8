import type { Text } from './text';

/** What is said of a text that the reader brings. */
export const ownTextWords = {
  field: { zh: '粘贴文本，或把文件拖进来', en: 'Paste a text here, or drop a file' },
  help: {
    zh: '什么文字都行，至少 {least} 个字符；超过 {most} 个时用前 {most} 个。文件可以是 UTF-8、UTF-16 或 GBK 编码的纯文本，也可以用 gzip 压缩。文本不会离开这个网页。',
    en: 'In any script, of at least {least} characters; of more than {most}, the first {most} are used. A file may be plain text in UTF-8, UTF-16 or GBK, packed with gzip or not. It never leaves this page.',
  },
  use: { zh: '学这篇文本', en: 'Learn this text' },
  chooseFile: { zh: '选择文件', en: 'Choose a file' },
  save: { zh: '存下正在学的文本', en: 'Save the text in use' },
  reading: { zh: '正在读……', en: 'Reading …' },
  cancel: { zh: '取消', en: 'Cancel' },
  inUse: {
    zh: '正在学你的文本：{count} 个字符，{distinct} 种。',
    en: 'Your text is in use: {count} characters, {distinct} different ones.',
  },
  cut: {
    zh: '文本有 {count} 个字符，用了前 {most} 个。',
    en: 'The text has {count} characters, of which the first {most} are used.',
  },
  empty: { zh: '文本是空的，没有可学的', en: 'The text is empty: there is nothing to learn' },
  short: {
    zh: '文本只有 {count} 个字符，至少要 {least} 个：一部分用来学，一部分留作测试',
    en: 'The text has {count} {count:character|characters}; there should be {least} at least, some to learn from and some to hold out',
  },
  same: {
    zh: '文本的 {count} 个字符全是“{character}”，没有可学的；应至少有两种字符',
    en: 'All {count} characters of the text are "{character}", so there is nothing to learn; there should be two different ones at least',
  },
  control: {
    zh: '第 {line} 行有一个文本里不会有的字符（代码 {code}）；请从写这个文件的程序里另存为纯文本',
    en: 'Line {line} holds a character that no text has (code {code}); save the file as plain text from the program that wrote it',
  },
  large: {
    zh: '文件有 {size} MB，最多 {most} MB；请只留一部分',
    en: 'The file has {size} MB; at most {most} MB are read: keep a part of it',
  },
  notText: {
    zh: '这个文件不是纯文本，或编码认不出；请另存为 UTF-8 纯文本',
    en: 'This file is no plain text, or its encoding cannot be told; save it as plain text in UTF-8',
  },
  archive: {
    zh: '这是文档或压缩文件（.docx、.odt、.epub、.zip 之类），不是纯文本；请另存为纯文本（.txt）',
    en: 'This is a document or an archive (.docx, .odt, .epub, .zip and the like), not plain text; save it as plain text (.txt)',
  },
  compressed: { zh: '压缩数据有错，解不开；请重新压缩', en: 'The compressed data are damaged; compress the file again' },
  notRead: { zh: '文件读不出来（可能已被移走）', en: 'The file could not be read (it may have been moved)' },
  cancelled: { zh: '已取消', en: 'Reading was cancelled' },
  notLoaded: {
    zh: '需要的部分没有载入（可能离线）；请稍后再试',
    en: 'What this needs could not be loaded (offline, perhaps); try again later',
  },
} as const satisfies Record<string, Text>;

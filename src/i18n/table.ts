import type { Text } from './text';

/** What is said about tables of numbers that a reader brings. Lines and columns are counted from 1, as an editor shows them. */
export const tableText = {
  atCell: { zh: '第 {line} 行第 {column} 列：{problem}', en: 'line {line}, column {column}: {problem}' },
  large: { zh: '文件有 {size} MB，最多 {most} MB', en: 'the file has {size} MB; at most {most} MB are read' },
  empty: { zh: '没有数据行', en: 'there are no lines of data' },
  columns: {
    zh: '第 {line} 行有 {count} 列，应为 {wanted} 列',
    en: 'line {line} has {count} {count:column|columns}; it should have {wanted}',
  },
  columnsMany: {
    zh: '第 {line} 行至少有 {count} 列，应为 {wanted} 列',
    en: 'line {line} has {count} columns or more; it should have {wanted}',
  },
  columnsCommas: {
    zh: '第 {line} 行有 {count} 列，应为 {wanted} 列；如果逗号是小数点，请改用分号或制表符分列',
    en: 'line {line} has {count} {count:column|columns}; it should have {wanted}; if its commas are decimal marks, separate the columns with semicolons or tabs',
  },
  names: {
    zh: '第 {line} 行给出 {count} 个列名，第 {other} 行却有 {wanted} 列；请让每列都有名字，或删去第 {line} 行',
    en: 'line {line} names {count} {count:column|columns}, but line {other} has {wanted}; every column should have a name, or line {line} be deleted',
  },
  missing: {
    zh: '第 {line} 行第 {column} 列是空的，应填一个数，或删去这一行',
    en: 'line {line}, column {column} is empty; it should hold a number, or the line be deleted',
  },
  number: { zh: '“{text}”不是数', en: '"{text}" is not a number' },
  infinite: { zh: '“{text}”不是有限的数', en: '"{text}" is not a finite number' },
  beyond: {
    zh: '“{text}”的绝对值超过 10¹⁵；请换一个单位',
    en: '"{text}" is beyond 10¹⁵; another unit would bring it into range',
  },
  error: {
    zh: '“{text}”是出错或缺失的值；请填一个数，或删去这一行',
    en: '"{text}" is an error or a missing value; put a number in its place, or delete the line',
  },
  date: {
    zh: '“{text}”是日期或时刻；请换成数，例如天数',
    en: '"{text}" is a date or a time; write it as a number, of days for example',
  },
  hex: { zh: '“{text}”不是十进制数', en: '"{text}" is not written in decimals' },
  truth: {
    zh: '“{text}”是真假值，只能作标签；坐标应为数',
    en: '"{text}" is a truth value, which can only be a label; a coordinate should be a number',
  },
  unit: {
    zh: '“{text}”除了数还有别的字符；请只留下数',
    en: '"{text}" is a number with something added; write the number alone',
  },
  twoValues: {
    zh: '“{text}”可能是 {whole}，也可能是 {part}；请去掉千位分隔符，或统一用小数点',
    en: '"{text}" may be {whole} or {part}; leave the thousands separators out, or use decimal points throughout',
  },
  twoMarks: {
    zh: '第 {line} 行的“{text}”与第 {other} 行的“{otherText}”对逗号和点的用法相反；整个文件应只用一种小数点',
    en: 'line {line} has "{text}" and line {other} "{otherText}": comma and point change places; the file should have one decimal mark throughout',
  },
  twoSeparators: {
    zh: '第 {line} 行按逗号或按空格分列都讲得通；请改用分号或制表符分列',
    en: 'line {line} can be divided at its commas or at its spaces; separate the columns with semicolons or tabs',
  },
  quote: {
    zh: '第 {line} 行有一个引号（"）开了头，却没有结束',
    en: 'line {line} opens a quotation mark (") that is never closed',
  },
  mixedLabels: {
    zh: '标签“{text}”是词，第 {other} 行的“{otherText}”却是数；标签应全是数或全是词',
    en: 'the label "{text}" is a word, "{otherText}" in line {other} a number; labels should be all numbers or all words',
  },
  manyLabels: {
    zh: '“{text}”是第 {count} 种标签；最多 {most} 种',
    en: '"{text}" is label number {count}; there can be at most {most} different ones',
  },
  control: {
    zh: '第 {line} 行有一个文本里不会有的字符（代码 {code}）；如果这是电子表格文件，请先另存为 CSV',
    en: 'line {line} holds a character that no text has (code {code}); a spreadsheet should be saved as CSV first',
  },
  notText: {
    zh: '这个文件不是文本；请从写它的程序里导出为 CSV',
    en: 'this file is not text; export it as CSV from the program that wrote it',
  },
  workbook: {
    zh: '这是电子表格或压缩文件（.xlsx、.ods、.numbers、.zip 之类），不是文本；请在电子表格程序里另存为 CSV',
    en: 'this is a spreadsheet or an archive (.xlsx, .ods, .numbers, .zip and the like), not text; save it as CSV in the spreadsheet program',
  },
  markup: { zh: '这是网页或 XML，不是 CSV；请导出为 CSV', en: 'this is a web page or XML, not CSV; export it as CSV' },
  json: { zh: '这是 JSON 或程序，不是 CSV；请每行写一个点', en: 'this is JSON or a program, not CSV; write one point a line' },
  compressed: { zh: '压缩数据有错，解不开；请重新压缩', en: 'the compressed data are damaged; compress the file again' },
  namedBy: { zh: '第 {line} 行作为列名：{names}。', en: 'Line {line} was taken for names: {names}.' },
  titles: {
    zh: '第 {line} 行之前没有数，作为标题略去。',
    en: 'What stands before line {line} holds no numbers and was left out as a title.',
  },
  rowNumbers: { zh: '第一列是行号，略去了。', en: 'The first column holds row names and was left out.' },
  numberedNames: {
    zh: '第 {line} 行（{names}）作为一个点读入；如果它是列名，请删去。',
    en: 'Line {line} ({names}) was read as a point; if these are names, delete it.',
  },
  sampled: {
    zh: '共有 {count} 个点，最多用 {most} 个：从整个文件里随机抽取了 {most} 个。',
    en: 'There are {count} points; at most {most} are used: so many were drawn at random from the whole file.',
  },
  classes: { zh: '标签是词，作为类别：{names}。', en: 'The labels are words and were taken for classes: {names}.' },
  reading: { zh: '正在读数据…… {percent}%', en: 'Reading the data … {percent} %' },
  cancel: { zh: '取消', en: 'Cancel' },
  cancelled: { zh: '已取消读取', en: 'Reading was cancelled' },
  notRead: { zh: '文件读不出来；请重新选择', en: 'the file could not be read; choose it again' },
  notLoaded: {
    zh: '读取数据的程序没能载入（可能离线）；请再试一次',
    en: 'the program that reads data could not be loaded (offline, perhaps); try again',
  },
} as const satisfies Record<string, Text>;

/** What has no meaning, or two: the line, and a way out. */
import { describe, expect, it } from 'vitest';
import { CURVE, problemOf, read } from './reading';

/** What has no meaning or two: text, and the sentence. */
const REFUSED: readonly (readonly [string, string])[] = [
  ['1,2,1\n3,,1', 'line 2, column 2 is empty; it should hold a number, or the line be deleted'],
  ['1,2,1\n3,4,', 'line 2, column 3 is empty; it should hold a number, or the line be deleted'],
  ['x,y,label\r\n1,2,1\r3,abc,1\n', 'line 3, column 2: "abc" is not a number'],
  ['"x\n\n(cm)",y,label\n1,2,1\n3,abc,1', 'line 5, column 2: "abc" is not a number'],
  ['1,2,1\n\n\n3,abc,1', 'line 4, column 2: "abc" is not a number'],
  ['# one\n# two\n3,abc,1', 'line 3, column 2: "abc" is not a number'],
  [',x,y,label\n0,1,2,1\n1,3,abc,1', 'line 3, column 3: "abc" is not a number'],
  ['1,2,Infinity', 'line 1, column 3: "Infinity" is not a finite number'],
  ['1,-inf,1', 'line 1, column 2: "-inf" is not a finite number'],
  ['1,2,1e308', 'line 1, column 3: "1e308" is beyond 10¹⁵; another unit would bring it into range'],
  ...['#N/A', '#DIV/0!', '#NV', '#WERT!', 'NaN', 'NULL', 'NA', '-', '.', '\\N', '?', '1.#QNAN', 'None', '缺失'].map(
    (cell) =>
      [
        `1,2,1\n3,${cell},1`,
        `line 2, column 2: "${cell}" is an error or a missing value; put a number in its place, or delete the line`,
      ] as const,
  ),
  ['#DIV/0!,2,1\n3,4,1', 'line 1, column 1: "#DIV/0!" is an error or a missing value; put a number in its place, or delete the line'],
  ['NULL,NULL,NULL\n3,4,1', 'line 1, column 1: "NULL" is an error or a missing value; put a number in its place, or delete the line'],
  ['1,2,cat\n3,4,NA', 'line 2, column 3: "NA" is an error or a missing value; put a number in its place, or delete the line'],
  ['1,2024-01-31,1', 'line 1, column 2: "2024-01-31" is a date or a time; write it as a number, of days for example'],
  ['1;31.01.2024;1', 'line 1, column 2: "31.01.2024" is a date or a time; write it as a number, of days for example'],
  ['2-Jan,5,1', 'line 1, column 1: "2-Jan" is a date or a time; write it as a number, of days for example'],
  ['1,12:30,1', 'line 1, column 2: "12:30" is a date or a time; write it as a number, of days for example'],
  ['2024-01-31,2024-02-01,cat', 'line 1, column 1: "2024-01-31" is a date or a time; write it as a number, of days for example'],
  ['0x1F,2,1', 'line 1, column 1: "0x1F" is not written in decimals'],
  ['TRUE,2,1', 'line 1, column 1: "TRUE" is a truth value, which can only be a label; a coordinate should be a number'],
  ['5 cm,2,1', 'line 1, column 1: "5 cm" is a number with something added; write the number alone'],
  ['$5,2,1', 'line 1, column 1: "$5" is a number with something added; write the number alone'],
  [
    '1;2;1\n1,234;2;1',
    'line 2, column 1: "1,234" may be 1234 or 1.234; leave the thousands separators out, or use decimal points throughout',
  ],
  ['"1,234",2,1', 'line 1, column 1: "1,234" may be 1234 or 1.234; leave the thousands separators out, or use decimal points throughout'],
  ['0,5;1.234;1', 'line 1, column 2: "1.234" may be 1234 or 1.234; leave the thousands separators out, or use decimal points throughout'],
  [
    '0.5;2;1\n3;0,25;1',
    'line 2 has "0,25" and line 1 "0.5": comma and point change places; the file should have one decimal mark throughout',
  ],
  [
    '1,234.5;0,5;1',
    'line 1 has "0,5" and line 1 "1,234.5": comma and point change places; the file should have one decimal mark throughout',
  ],
  ['1 234,5 678,1', 'line 1 can be divided at its commas or at its spaces; separate the columns with semicolons or tabs'],
  ['1,2,1\n3,4', 'line 2 has 2 columns; it should have 3'],
  ['1,2,1\n3', 'line 2 has 1 column; it should have 3'],
  ['1;2;1\n3;4;5;6', 'line 2 has 4 columns; it should have 3'],
  ['0,5,1,25,1', 'line 1 has 5 columns; it should have 3; if its commas are decimal marks, separate the columns with semicolons or tabs'],
  ['x,y\n1,2,1', 'line 1 names 2 columns, but line 2 has 3; every column should have a name, or line 1 be deleted'],
  [',x,label\n0,2,1', 'line 1 names 2 columns, but line 2 has 3; every column should have a name, or line 1 be deleted'],
  ['1,2,1\n"3,4,1\n5,6,1', 'line 2 opens a quotation mark (") that is never closed'],
  ['1,2,1\n3,4,cat', 'line 2, column 3: the label "cat" is a word, "1" in line 1 a number; labels should be all numbers or all words'],
  [
    Array.from({ length: 9 }, (_, i) => `${i},2,${'abcdefghi'[i] ?? ''}`).join('\n'),
    'line 9, column 3: "i" is label number 9; there can be at most 8 different ones',
  ],
  ['', 'there are no lines of data'],
  ['x,y,label', 'there are no lines of data'],
  [' \n;;\n', 'there are no lines of data'],
  ['1,2,1\n\u0002,4,1', 'line 2 holds a character that no text has (code 02); a spreadsheet should be saved as CSV first'],
  ['<table><tr><td>1</td></tr></table>', 'this is a web page or XML, not CSV; export it as CSV'],
  ['[[1, 2, 1], [3, 4, 1]]', 'this is JSON or a program, not CSV; write one point a line'],
];

describe('a table', () => {
  it.each(REFUSED)('that has no meaning, or two, is refused: %j', (text, problem) => {
    const given = problemOf(read(text));
    expect(given.en).toBe(problem);
    // Line and column are the same in Chinese, in other words.
    expect(given.zh).toMatch(/[一-鿿]/);
    const line = /line (\d+)/.exec(problem)?.[1];
    if (line !== undefined) expect(given.zh).toContain(`第 ${line} 行`);
    const column = /column (\d+)/.exec(problem)?.[1];
    if (column !== undefined) expect(given.zh).toContain(`第 ${column} 列`);
  });

  it('that is too large is refused before it is read', () => {
    expect(problemOf(read('1,2,1\n'.repeat(1_700_000))).en).toBe('the file has 10.2 MB; at most 10 MB are read');
  });
});

describe('a table of two columns', () => {
  it('has no labels: words are refused', () => {
    expect(problemOf(read('0,1\n1,cat', CURVE)).en).toBe('line 2, column 2: "cat" is not a number');
    expect(problemOf(read('"y"\n"1" 0.5', CURVE)).en).toContain('line 1 names 1 column, but line 2 has 2');
  });
});

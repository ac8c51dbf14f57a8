/** What programs write of which each line has one meaning. */
import { describe, expect, it } from 'vitest';
import { CURVE, read, rowsOf } from './reading';

const POINTS = [
  [0.5, 1.25, 1],
  [-0.75, 2, -1],
];

/** What writes it, the text, and what is read where that is not the two points above. */
const READ: readonly (readonly [what: string, text: string, points?: readonly (readonly number[])[]])[] = [
  ['commas', '0.5,1.25,1\n-0.75,2,-1'],
  [
    'commas and spaces between whole numbers',
    '4, 4, 1\n4, -4, -1',
    [
      [4, 4, 1],
      [4, -4, -1],
    ],
  ],
  [
    'spaces before commas',
    '4 ,4 ,1\n4 , -4 ,-1',
    [
      [4, 4, 1],
      [4, -4, -1],
    ],
  ],
  ['semicolons and Windows line ends', '0.5;1.25;1\r\n-0.75;2;-1\r\n'],
  ['tabs', '0.5\t1.25\t1\n-0.75\t2\t-1'],
  ['bars', '0.5|1.25|1\n-0.75|2|-1'],
  ['spaces in columns', '  0.5   1.25   1\n-0.75   2     -1 '],
  ['spaces and tabs', '0.5 1.25\t1\n-0.75\t2 -1'],
  ['no-break spaces, as copied from a web page', '0.5\u00A01.25\u00A01\n-0.75\u00A02\u00A0-1'],
  ['German Excel', 'x;y;Klasse\r\n0,5;1,25;1\r\n-0,75;2,0;-1\r\n'],
  ['French Excel without names', '0,5;1,25;1\n-0,75;2,0;-1\n'],
  ['decimal commas between tabs', '0,5\t1,25\t1\n-0,75\t2,0\t-1'],
  ['decimal commas between spaces', '0,5 1,25 1\n-0,75 2 -1'],
  ['decimal commas in quotes', '"0,5","1,25",1\n"-0,75",2,-1'],
  ["Excel's line that names the separator", 'sep=;\r\nx;y;label\r\n0,5;1,25;1\r\n-0,75;2;-1\r\n'],
  ['the same for a tab', '"sep=\\t"\n0.5\t1.25\t1\n-0.75\t2\t-1'],
  ['a line that names the comma', 'sep=,\n0.5,1.25,1\n-0.75,2,-1'],
  ['old Macintosh line ends', 'x,y,label\r0.5,1.25,1\r-0.75,2,-1\r'],
  ['all line ends in one file', 'x,y,label\r\n0.5,1.25,1\r-0.75,2,-1\n'],
  ['a BOM, names, empty lines', '\uFEFFx1,x2,label\n\n0.5,1.25,1\n\n-0.75,2,-1\n\n'],
  ['lines of nothing but separators', '0.5;1.25;1\n;;\n-0.75;2;-1\n;;\n;;\n'],
  ['separators at the end', '0.5,1.25,1,\n-0.75,2,-1,\n'],
  ['empty columns', 'x;y;label;;;\n0.5;1.25;1;;;\n-0.75;2;-1;;;'],
  ['an empty first column', ';0.5;1.25;1\n;-0.75;2;-1'],
  ['quotes', '"x","y","label"\n"0.5","1.25","1"\n"-0.75","2","-1"'],
  ['names with line breaks in quotes', '"x\n(cm)","y\r\n(cm)",label\n0.5,1.25,1\n-0.75,2,-1'],
  ['single quotes', "'0.5','1.25','1'\n'-0.75','2','-1'"],
  ['values kept as text', '="0.5",="1.25",="1"\n="-0.75",="2",="-1"'],
  ["Excel's apostrophe", "'0.5;'1.25;'1\n'-0.75;'2;'-1"],
  ['pandas with its index', ',x,y,label\n0,0.5,1.25,1\n1,-0.75,2.0,-1\n'],
  ['pandas with its index and without names', ',0,1,2\n0,0.5,1.25,1\n1,-0.75,2.0,-1\n'],
  ['an index with a name', 'Unnamed: 0,x,y,label\n0,0.5,1.25,1\n1,-0.75,2,-1'],
  ['rows numbered in Chinese', '序号,横,纵,类\n1,0.5,1.25,1\n2,-0.75,2,-1'],
  ['R with row names', '"x" "y" "label"\n"1" 0.5 1.25 1\n"2" -0.75 2 -1\n'],
  ['write.csv2 of R', '"";"x";"y";"label"\n"1";0,5;1,25;1\n"2";-0,75;2;-1\n'],
  ['comments', '# measured\n0.5,1.25,1\n# again, later\n-0.75,2,-1'],
  ['numpy', '# x y label\n5.0e-01 1.25e+00 1.0e+00\n-7.5e-01 2.0e+00 -1.0e+00'],
  ['psql', '   x   |  y   | label \n-------+------+-------\n   0.5 | 1.25 |     1\n -0.75 |    2 |    -1\n(2 rows)\n'],
  [
    'MySQL',
    '+-------+------+----+\n| x     | y    | l  |\n+-------+------+----+\n|   0.5 | 1.25 |  1 |\n| -0.75 |    2 | -1 |\n+-------+------+----+\n2 rows in set (0.00 sec)',
  ],
  ['a table of Markdown', '| x | y | label |\n|---|:-:|---|\n| 0.5 | 1.25 | 1 |\n| -0.75 | 2 | -1 |'],
  ['a minus sign', '0.5,1.25,1\n\u22120.75,2,\u22121'],
  ['a dash for a minus', '0.5,1.25,1\n\u20130.75,2,\u20131'],
  ['a full-width minus', '0.5,1.25,1\n\uFF0D0.75,2,\uFF0D1'],
  ['a minus behind, as old systems write', '0.5,1.25,1\n0.75-,2,1-'],
  ['plus signs', '+0.5,+1.25,+1\n-0.75,+2,-1'],
  ['full-width digits and punctuation', '横，纵，类\n０．５，１．２５，１\n－０．７５，２，－１'],
  ['full-width semicolons', '0.5；1.25；1\n-0.75；2；-1'],
  ['Arabic digits and marks', '٠٫٥؛١٫٢٥؛١\n-٠٫٧٥؛٢؛-١'],
  ['no zero before the point', '.5,1.25,1\n-.75,2.,-1'],
  ['exponents', '5e-1,1.25E+00,1\n-7.5E-01,0.2e1,-1'],
  ['exponents behind decimal commas', '5,0E-01;1,25E+00;1\n-7,5e-1;2;-1'],
  ["Fortran's exponents", '0.5D+00 1.25D+00 1\n-7.5D-01 2.0D+00 -1'],
  ['percent', '50%,125 %,1\n-75%,200%,-1'],
  ['the end of a file of DOS', '0.5,1.25,1\r\n-0.75,2,-1\r\n\u001A'],
  ['marks of direction', '\u200E0.5,1.25,1\n\u200E-0.75,2,-1'],
  [
    'points that are the same',
    '1,2,1\n1,2,1',
    [
      [1, 2, 1],
      [1, 2, 1],
    ],
  ],
  [
    'thousands, English',
    '"1,234.5",2,1\n"12,345,678",0.5,-1',
    [
      [1234.5, 2, 1],
      [12345678, 0.5, -1],
    ],
  ],
  [
    'thousands, German',
    '1.234,5;2;1\n12.345;0,5;-1',
    [
      [1234.5, 2, 1],
      [12345, 0.5, -1],
    ],
  ],
  [
    'thousands, French',
    '1\u202F234,5;2;1\n12\u00A0345;0,5;-1',
    [
      [1234.5, 2, 1],
      [12345, 0.5, -1],
    ],
  ],
  [
    'thousands, Swiss',
    "1'234.5;2;1\n12’345;0.5;-1",
    [
      [1234.5, 2, 1],
      [12345, 0.5, -1],
    ],
  ],
  ['thousands beside decimal points', '"1,234";0.5;1', [[1234, 0.5, 1]]],
  ['three decimals between semicolons', '1.250;2.125;1', [[1.25, 2.125, 1]]],
  ['three decimal digits behind a comma, beside others', '1,250;0,5;1', [[1.25, 0.5, 1]]],
  ['a number and its neighbours in 32 bits', '0.1,16777217,1', [[0.1, 16777217, 1]]],
  ['a title above the names', 'Messung 3\n\nx;y;label\n0,5;1,25;1\n-0,75;2;-1'],
];

/** Labels that are words: text, labels read, names of classes. */
const WORDS: readonly (readonly [string, string, readonly number[], readonly string[]])[] = [
  ['words', 'x,y,species\n1,2,dog\n3,4,cat\n5,6,dog', [1, 0, 1], ['cat', 'dog']],
  ['words without names of columns', '1,2,猫\n3,4,狗', [1, 0], ['狗', '猫']],
  ['words with the separator in quotes', '1,2,"a, b"\n3,4,"c ""d"""', [0, 1], ['a, b', 'c "d"']],
  ['truth values', '1,2,TRUE\n3,4,FALSE', [1, 0], ['FALSE', 'TRUE']],
  ['truth values in German', '1;2;WAHR\n3;4;FALSCH', [1, 0], ['FALSCH', 'WAHR']],
  ['truth values in Chinese', '1,2,真\n3,4,假', [1, 0], ['假', '真']],
  ['plus and minus', '1,2,+\n3,4,-', [0, 1], ['+', '-']],
  ['numbers in quotes', '1,2,"1"\n3,4,"0"', [1, 0], []],
];

describe('a table', () => {
  it.each(READ.map(([what, text, points = POINTS]) => ({ what, text, points })))('with $what is read', ({ text, points }) => {
    expect(rowsOf(read(text))).toEqual(points);
  });

  it.each(WORDS)('whose labels are %s has classes', (_, text, labels, names) => {
    const table = read(text);
    expect(rowsOf(table).map(([, , label]) => label)).toEqual(labels);
    expect(table).toMatchObject({ classNames: names });
  });
});

describe('a table of two columns', () => {
  it.each([
    [
      'decimal commas between semicolons',
      'x;y\n0,5;1,25\n-0,75;2,5',
      [
        [0.5, 1.25],
        [-0.75, 2.5],
      ],
    ],
    [
      'commas',
      '1,5\n2,3',
      [
        [1, 5],
        [2, 3],
      ],
    ],
    ['decimal commas between spaces', '1,5 2,3', [[1.5, 2.3]]],
    ['thousands between commas', '1 234,5 678', [[1234, 5678]]],
  ] as const)('with %s is read', (_, text, points) => {
    expect(rowsOf(read(text, CURVE))).toEqual(points);
  });
});

import { describe, expect, it } from 'vitest';
import { parseCsv } from '../../../src/shell/csv';
import { paintLabels, textOfBytes } from '../../../src/shell/own-data';

const utf16 = (text: string, order: 'little' | 'big'): Uint8Array =>
  Uint8Array.from(
    [...`\uFEFF${text}`].flatMap((one) => {
      const code = one.charCodeAt(0);
      return order === 'little' ? [code & 255, code >> 8] : [code >> 8, code & 255];
    }),
  );

describe('a file', () => {
  it.each([
    ['UTF-8', new TextEncoder().encode('横坐标,纵坐标,标签\n1,2,1')],
    ['UTF-8 with a BOM', new TextEncoder().encode('\uFEFF横坐标,纵坐标,标签\n1,2,1')],
    // 横坐标,纵坐标,标签 as Chinese Excel writes it.
    [
      'GB 18030',
      Uint8Array.from([
        0xba,
        0xe1,
        0xd7,
        0xf8,
        0xb1,
        0xea,
        0x2c,
        0xd7,
        0xdd,
        0xd7,
        0xf8,
        0xb1,
        0xea,
        0x2c,
        0xb1,
        0xea,
        0xc7,
        0xa9,
        0x0d,
        0x0a,
        ...new TextEncoder().encode('1,2,1'),
      ]),
    ],
    ['UTF-16, low byte first', utf16('横坐标\t纵坐标\t标签\r\n1\t2\t1', 'little')],
    ['UTF-16, high byte first', utf16('横坐标\t纵坐标\t标签\r\n1\t2\t1', 'big')],
  ])('in %s is read, its line of names left out', (_, bytes) => {
    expect(parseCsv(textOfBytes(bytes) ?? '', 3, 10)).toEqual({ rows: [[1, 2, 1]] });
  });

  it.each([
    ['PNG', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]],
    ['zip', [0x50, 0x4b, 3, 4, 20, 0, 8, 0]],
    ['lone high byte', [0x31, 0xff]],
  ])('that is a %s is no text', (_, bytes) => {
    expect(textOfBytes(Uint8Array.from(bytes))).toBeUndefined();
  });
});

describe('painting', () => {
  it.each([
    ['signs', [1, -1, 1], [1, -1]],
    ['one sign', [1, 1], [1, -1]],
    ['two classes', [0, 1], [0, 1, 2]],
    ['classes', [0, 2, 1], [0, 1, 2, 3]],
    ['as many classes as have colours', [0, 7], [0, 1, 2, 3, 4, 5, 6, 7]],
    ['values', [0.5, 2], [1, -1]],
    ['nothing', [], [1, -1]],
  ])('offers labels that go with %s', (_, labels, offered) => {
    expect(paintLabels(labels)).toEqual(offered);
  });
});

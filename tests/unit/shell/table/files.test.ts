/** Tables as files: their encodings, packed or not, and files of another kind. */
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { textOfFile } from '../../../../src/shell/own-data/rows/table/file-text';
import { readTable } from '../../../../src/shell/own-data/rows/table/read-table';

const ascii = (text: string): number[] => [...text].map((one) => one.charCodeAt(0));
const utf16 = (text: string, order: 'little' | 'big'): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(
    [...text].flatMap((one) => {
      const code = one.charCodeAt(0);
      return order === 'little' ? [code & 255, code >> 8] : [code >> 8, code & 255];
    }),
  );
const utf8 = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(new TextEncoder().encode(text));

// 横坐标,纵坐标,标签 as Chinese Excel writes it.
const GB = [0xba, 0xe1, 0xd7, 0xf8, 0xb1, 0xea, 0x2c, 0xd7, 0xdd, 0xd7, 0xf8, 0xb1, 0xea, 0x2c, 0xb1, 0xea, 0xc7, 0xa9, 0x0d, 0x0a];
const TABLE = '横坐标,纵坐标,标签\n1,2,1';

describe('a file', () => {
  it.each<[string, Uint8Array<ArrayBuffer>, string]>([
    ['UTF-8', utf8(TABLE), '横坐标, 纵坐标, 标签'],
    ['UTF-8 with a mark', utf8(`\uFEFF${TABLE}`), '横坐标, 纵坐标, 标签'],
    ['GB 18030', Uint8Array.from([...GB, ...ascii('1,2,1')]), '横坐标, 纵坐标, 标签'],
    ['UTF-16, low byte first', utf16(`\uFEFF${TABLE}`, 'little'), '横坐标, 纵坐标, 标签'],
    ['UTF-16, high byte first', utf16(`\uFEFF${TABLE}`, 'big'), '横坐标, 纵坐标, 标签'],
    ['UTF-16 without a mark, low byte first', utf16('x\ty\tqualité\r\n1\t2\t1\r\n', 'little'), 'x, y, qualité'],
    ['UTF-16 without a mark, high byte first', utf16('x\ty\tqualité\r\n1\t2\t1\r\n', 'big'), 'x, y, qualité'],
    ['Windows-1252', Uint8Array.from(ascii('largeur;qualité;classe\n1;2;1')), 'largeur, qualité, classe'],
    ['Windows-1252, two accents side by side', Uint8Array.from(ascii('Größe;Länge;Klasse\n1;2;1')), 'Größe, Länge, Klasse'],
    ['Windows-1252 with a degree sign', Uint8Array.from(ascii('Temp °C;y;z\n1;2;1')), 'Temp °C, y, z'],
    ['gzip', Uint8Array.from(gzipSync(TABLE)), '横坐标, 纵坐标, 标签'],
  ])('in %s is read with its names', async (_, bytes, names) => {
    const given = await textOfFile(bytes);
    if ('problem' in given) throw new Error(given.problem.en);
    const table = readTable(given.text, { columns: 3, labelled: true, most: 10 });
    expect(table).toMatchObject({ rows: [[1, 2, 1]], notices: [{ en: `Line 1 was taken for names: ${names}.` }] });
  });

  it('with labels in Western letters keeps them', async () => {
    const given = await textOfFile(Uint8Array.from(ascii('1;2;été\n3;4;forêt')));
    if ('problem' in given) throw new Error(given.problem.en);
    expect(readTable(given.text, { columns: 3, labelled: true, most: 10 })).toMatchObject({ classNames: ['forêt', 'été'] });
  });

  it.each<[string, readonly number[], string]>([
    ['an .xlsx', [0x50, 0x4b, 3, 4, 20, 0, 8, 0], 'this is a spreadsheet or an archive'],
    ['an .xls', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], 'this is a spreadsheet or an archive'],
    ['a PNG', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13], 'this file is not text'],
    ['gzip that is cut off', [...gzipSync(TABLE).subarray(0, 20)], 'the compressed data are damaged'],
  ])('that is %s is refused by its name', async (_, bytes, problem) => {
    const given = await textOfFile(Uint8Array.from(bytes));
    expect('problem' in given && given.problem.en).toContain(problem);
    expect('problem' in given && given.problem.zh).toMatch(/[一-鿿]/);
  });
});

/** What a reader is told of a table that was read. */
import { describe, expect, it } from 'vitest';
import { readTable } from '../../../../src/shell/own-data/rows/table/read-table';
import { PLANE, problemOf, read, rowsOf } from './reading';

describe('whoever brings a table', () => {
  const noticesOf = (text: string, wanted = PLANE): readonly string[] => {
    const table = read(text, wanted);
    if ('problem' in table) throw new Error(table.problem.en);
    for (const { zh } of table.notices) expect(zh).toMatch(/[一-鿿].*。$/);
    return table.notices.map(({ en }) => en);
  };

  it('is told of every line and column that was no point', () => {
    expect(noticesOf('1,2,1')).toEqual([]);
    expect(noticesOf('O.5,l.25,label\n1,2,1')).toEqual(['Line 1 was taken for names: O.5, l.25, label.']);
    expect(noticesOf('Messung 3\nx;y;label\n1;2;1')).toEqual([
      'What stands before line 2 holds no numbers and was left out as a title.',
      'Line 2 was taken for names: x, y, label.',
    ]);
    expect(noticesOf(',x,y,label\n0,1,2,1')).toEqual([
      'Line 1 was taken for names: x, y, label.',
      'The first column holds row names and was left out.',
    ]);
    expect(noticesOf('0,1,2\n3,4,1')).toEqual(['Line 1 (0, 1, 2) was read as a point; if these are names, delete it.']);
  });

  it('of too many points gets a fair part of the whole file, always the same', () => {
    // Sorted by class, as files often are: the first ones would all be of one.
    const text = Array.from({ length: 4000 }, (_, i) => `${i},0,${i < 2000 ? 0 : 1}`).join('\n');
    const wanted = { ...PLANE, most: 400 };
    const rows = rowsOf(read(text, wanted));
    expect(noticesOf(text, wanted)).toEqual([
      'There are 4000 points; at most 400 are used: so many were drawn at random from the whole file.',
    ]);
    expect(rows).toHaveLength(400);
    const ones = rows.filter(([, , label]) => label === 1).length;
    expect(Math.abs(ones - 200)).toBeLessThan(40);
    expect(rows.map(([x = 0]) => x)).toEqual(rows.map(([x = 0]) => x).sort((a, b) => a - b));
    expect(rowsOf(read(text, wanted))).toEqual(rows);
    // A fault behind the last that is used is a fault all the same.
    expect(problemOf(read(`${text}\n1,two,1`, wanted)).en).toContain('line 4001');
  });

  it('hears how far the reading is', () => {
    const told: number[] = [];
    readTable('1,2,1\n'.repeat(50_000), PLANE, (fraction) => told.push(fraction));
    expect(told.length).toBeGreaterThan(10);
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(told.at(-1)).toBeLessThanOrEqual(1);
  });
});

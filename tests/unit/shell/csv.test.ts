import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCsv } from '../../../src/shell/csv';

const rows = [
  [1, 2, 1],
  [-0.5, 3.25, -1],
];

function problemOf(text: string): string {
  const result = parseCsv(text, 3, 100);
  if (!('problem' in result)) throw new Error('it was read');
  expect(result.problem.zh).toMatch(/[一-鿿]/);
  return result.problem.en;
}

describe('rows of numbers', () => {
  it.each([
    ['commas', '1,2,1\n-0.5,3.25,-1'],
    ['semicolons and Windows line ends', '1;2;1\r\n-0.5;3.25;-1\r\n'],
    ['tabs', '1\t2\t1\n-0.5\t3.25\t-1'],
    ['spaces', ' 1 2   1\n-0.5 3.25 -1 '],
    ['a BOM, a line of names and empty lines', '\uFEFFx1,x2,label\n\n1,2,1\n\n-0.5,3.25,-1\n\n'],
    ['full-width commas', '1，2，1\n-0.5，3.25，-1'],
    ['quotes', '"1","2","1"\n"-0.5","3.25","-1"'],
  ])('are read with %s', (_, text) => {
    expect(parseCsv(text, 3, 100)).toEqual({ rows });
  });

  it('names line and column of what is missing, no number, not finite, or too many', () => {
    expect(problemOf('1,2,1\n3,,1')).toBe('line 2, column 2 is empty');
    expect(problemOf('1,2,1\n3,abc,1')).toBe('line 2, column 2: "abc" is not a finite number');
    expect(problemOf('1,2,Infinity')).toBe('line 1, column 3: "Infinity" is not a finite number');
    expect(problemOf('1,2,1e308')).toContain('line 1, column 3');
    expect(problemOf('1,2,1\n3,4')).toBe('line 2 has 2 columns; it should have 3');
    expect(problemOf('')).toBe('there are no lines of data');
    expect(problemOf('x,y,label')).toBe('there are no lines of data');
  });

  it('refuses what is no text, and what is too large', () => {
    expect(problemOf('\u0000\u0001\u0002ELF')).toContain('byte 1');
    expect(problemOf('1,2,1\n'.repeat(2_000_000))).toContain('at most 10 MB');
  });

  it('uses as many as fit, and says from which line on the rest was left out', () => {
    const result = parseCsv('1,2,1\n'.repeat(7), 3, 5);
    expect(result).toMatchObject({ rows: Array.from({ length: 5 }, () => [1, 2, 1]) });
    expect('notice' in result && result.notice?.en).toContain('line 6');
  });

  it('never throws, whatever is pasted', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const result = parseCsv(text, 3, 100);
        if ('rows' in result) for (const row of result.rows) expect(row.length === 3 && row.every(Number.isFinite)).toBe(true);
      }),
      { numRuns: 5000 },
    );
  });
});

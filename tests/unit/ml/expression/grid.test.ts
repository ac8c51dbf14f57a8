import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gridOf, parseGrid, printGrid } from '../../../../src/ml/expression/grid';

describe('rows of numbers', () => {
  it.each([
    [
      '1 0 -1 / 2 0 -2 / 1 0 -1',
      [
        [1, 0, -1],
        [2, 0, -2],
        [1, 0, -1],
      ],
    ],
    [
      '.5,1;0,1',
      [
        [0.5, 1],
        [0, 1],
      ],
    ],
    ['7', [[7]]],
    [
      ' 1  −2 \n 3 4 ',
      [
        [1, -2],
        [3, 4],
      ],
    ],
  ])('"%s" is read', (text, expected) => {
    expect(parseGrid(text)).toEqual({ grid: expected });
  });

  it.each([
    ['', 'rows of numbers should stand here'],
    ['1 x', 'column 3: "x" should be a number from -100 to 100'],
    ['1 2 / 3 1e9', 'column 9: "1e9" should be a number from -100 to 100'],
    ['1 2 / 3', 'column 6: this row has 1 numbers and should have 2'],
    ['1 / / 2', 'column 4: this row has 0 numbers and should have 1'],
    [Array.from({ length: 33 }, () => '1').join('/'), 'at most 32 rows of 32 numbers'],
  ])('"%s" is refused', (text, problem) => {
    const parsed = parseGrid(text);
    expect('problem' in parsed && parsed.problem.en).toContain(problem);
  });

  it('come back from what is printed', () => {
    const grids = fc.integer({ min: 1, max: 6 }).chain((columns) =>
      fc.array(fc.array(fc.integer({ min: -4000, max: 4000 }), { minLength: columns, maxLength: columns }), {
        minLength: 1,
        maxLength: 6,
      }),
    );
    fc.assert(
      fc.property(grids, (whole) => {
        const grid = whole.map((row) => row.map((value) => value / 1000 + 0));
        expect(parseGrid(printGrid(grid))).toEqual({ grid });
      }),
    );
  });

  it('never throw, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        expect(parseGrid(text)).toBeTypeOf('object');
      }),
    );
  });

  it('are cut or filled up about their middle', () => {
    expect(gridOf('5', 3, 3)).toEqual([
      [0, 0, 0],
      [0, 5, 0],
      [0, 0, 0],
    ]);
    expect(gridOf('1 2 3 / 4 5 6 / 7 8 9', 1, 1)).toEqual([[5]]);
    expect(gridOf('what', 1, 2)).toEqual([[0, 0]]);
  });
});

/** Tables written in any dialect are read back; any bytes are a table or a sentence. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textOfFile } from '../../../../src/shell/own-data/rows/table/file-text';
import { readTable } from '../../../../src/shell/own-data/rows/table/read-table';

const PLANE = { columns: 3, labelled: true, most: 1000 };

interface Dialect {
  readonly separator: string;
  readonly decimal: '.' | ',';
  readonly end: string;
  readonly minus: string;
  readonly quoted: boolean;
  readonly names: boolean;
  readonly index: boolean;
  readonly trailing: boolean;
  readonly comment: boolean;
}

const dialect = fc.record({
  separator: fc.constantFrom(',', ';', '\t', '|', ' ', '，', '；'),
  decimal: fc.constantFrom<('.' | ',')[]>('.', ','),
  end: fc.constantFrom('\n', '\r\n', '\r'),
  minus: fc.constantFrom('-', '\u2212', '\u2013', '\uFF0D'),
  quoted: fc.boolean(),
  names: fc.boolean(),
  index: fc.boolean(),
  trailing: fc.boolean(),
  comment: fc.boolean(),
});

/** Numbers with another count of decimals than three, so that no comma is open to two readings. */
const coordinate = fc
  .tuple(fc.integer({ min: -99_999, max: 99_999 }), fc.constantFrom(1, 2, 4))
  .map(([whole, decimals]) => ({ value: whole / 10 ** decimals, decimals }));
const points = fc.array(fc.record({ x: coordinate, y: coordinate, label: fc.integer({ min: -1, max: 7 }) }), {
  minLength: 1,
  maxLength: 12,
});

type Point = typeof points extends fc.Arbitrary<(infer P)[]> ? P : never;

function written(rows: readonly Point[], { separator, decimal, end, minus, quoted, names, index, trailing, comment }: Dialect): string {
  const cell = (text: string): string => (quoted || (decimal === ',' && /[,，]/.test(separator)) ? `"${text}"` : text);
  const number = (value: number, decimals: number): string => value.toFixed(decimals).replace('.', decimal).replace('-', minus);
  const lines = rows.map(({ x, y, label }, i) => [
    ...(index ? [cell(String(i + 1))] : []),
    cell(number(x.value, x.decimals)),
    cell(number(y.value, y.decimals)),
    cell(number(label, 0)),
  ]);
  const head = names ? [[...(index ? ['id'] : []), 'x', 'y', 'label'].map(cell)] : [];
  const all = [...head, ...lines].map((cells) => cells.join(separator) + (trailing && separator !== ' ' ? separator : ''));
  return (comment ? `# written by a test${end}` : '') + all.join(end) + end;
}

describe('a table', () => {
  it('written in any dialect is read back as it was', () => {
    fc.assert(
      fc.property(points, dialect, (rows, given) => {
        // Row numbers are known for such by their name.
        const how = { ...given, names: given.names || given.index };
        const text = written(rows, how);
        const table = readTable(text, PLANE);
        if ('problem' in table) throw new Error(`${JSON.stringify(text)}: ${table.problem.en}`);
        expect(table.rows).toEqual(rows.map(({ x, y, label }) => [x.value, y.value, label]));
      }),
      { numRuns: 1500 },
    );
  });

  it('with one bad cell is refused with that cell’s line, whatever ends the lines', () => {
    fc.assert(
      fc.property(points, dialect, fc.nat(), (rows, given, which) => {
        const how = { ...given, names: true, quoted: true };
        const bad = which % rows.length;
        const lines = written(rows, how).split(how.end);
        const at = bad + (how.comment ? 2 : 1);
        lines[at] = (lines[at] ?? '').replace(/"[^"]*"(?=[^"]*"[^"]*"[^"]*$)/, '"bad"');
        const table = readTable(lines.join(how.end), PLANE);
        expect('problem' in table && table.problem.en).toBe(`line ${at + 1}, column ${how.index ? 3 : 2}: "bad" is not a number`);
      }),
      { numRuns: 300 },
    );
  });

  it('of any text or bytes never throws, and what is read is numbers', async () => {
    const sound = (text: string, columns: number): void => {
      const table = readTable(text, { columns, labelled: columns === 3, most: 50 });
      if ('rows' in table) for (const row of table.rows) expect(row.length === columns && row.every(Number.isFinite)).toBe(true);
      else expect(table.problem.en.length).toBeGreaterThan(10);
    };
    const pieces = fc.array(
      fc.constantFrom(
        '0',
        '1',
        '2',
        '.',
        ',',
        ';',
        '\t',
        '|',
        ' ',
        '"',
        '\n',
        '\r',
        '-',
        '+',
        'e',
        '%',
        '#',
        'x',
        'NA',
        '猫',
        '１',
        '，',
        '\u00A0',
        "'",
        'sep=;\n',
      ),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(
        fc.oneof(
          pieces.map((all) => all.join('')),
          fc.string({ unit: 'grapheme', maxLength: 100 }),
        ),
        (text) => {
          sound(text, 3);
          sound(text, 2);
        },
      ),
      { numRuns: 4000 },
    );
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 80 }), async (bytes) => {
        const given = await textOfFile(Uint8Array.from(bytes));
        if ('text' in given) sound(given.text, 3);
      }),
      { numRuns: 1000 },
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EMPTY_DRAWING, formatDrawing, LONGEST_DRAWING, parseDrawing, type Drawing } from '../../../src/ml/pen/drawing';
import { centred } from '../../../src/ml/pen/centred';
import { preparedDrawing } from '../../../src/ml/pen/prepared';
import { rendered } from '../../../src/ml/pen/render';
import type { Point } from '../../../src/ml/pen/strokes';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const drawings: fc.Arbitrary<Drawing> = fc.record({
  pen: fc.integer({ min: 1, max: 9 }),
  strokes: fc.array(fc.array(fc.tuple(share, share), { minLength: 1, maxLength: 120 }), { maxLength: 12 }),
});

describe('a drawing as text', () => {
  it('is short enough for a link, can be read back, and is then the same text', () => {
    fc.assert(
      fc.property(drawings, (drawing) => {
        const text = formatDrawing(drawing);
        expect(text.length).toBeLessThanOrEqual(LONGEST_DRAWING);
        const read = parseDrawing(text);
        expect(read?.pen).toBe(drawing.pen);
        expect(read === undefined ? undefined : formatDrawing(read)).toBe(text);
        // As a link carries it.
        expect(new URLSearchParams(new URLSearchParams({ drawing: text }).toString()).get('drawing')).toBe(text);
      }),
    );
  });

  it('keeps the ends of every stroke to a 63rd of the pad where there are few', () => {
    const stroke = Array.from({ length: 300 }, (_, i): Point => [i / 299, 0.5]);
    const read = parseDrawing(formatDrawing({ pen: 3, strokes: [stroke, [[0.2, 0.9]]] }));
    expect(read?.strokes).toHaveLength(2);
    const [first = [], second = []] = read?.strokes ?? [];
    expect([first[0]?.[0], first.at(-1)?.[0]]).toEqual([0, 1]);
    expect(Math.abs((second[0]?.[0] ?? 0) - 0.2)).toBeLessThan(1 / 63);
  });

  it('is undefined for what is none, whatever a link says', () => {
    for (const text of ['', '0', 'x', '5A', '5AB.', '5.AB', '5AB..CD', '5A+', `5${'AB'.repeat(200)}`])
      expect(parseDrawing(text), text).toBeUndefined();
    expect(parseDrawing('5')).toEqual({ pen: 5, strokes: [] });
    fc.assert(fc.property(fc.string(), (text) => void parseDrawing(text)));
  });
});

describe('the pen', () => {
  it('leaves as much ink as the area it covers: a line is length times width, a dot a disc', () => {
    const sum = (values: Float32Array): number => values.reduce((total, value) => total + value, 0);
    const line = rendered([{ points: [[6, 14], [22, 14]], radii: [2, 2] }], 28, 1); // prettier-ignore
    expect(sum(line)).toBeCloseTo(16 * 4 + Math.PI * 4, 0);
    const dot = rendered([{ points: [[14, 14]], radii: [5] }], 28, 1);
    expect(Math.abs(sum(dot) - Math.PI * 25)).toBeLessThan(1);
    expect(Math.max(...dot)).toBe(1);
  });

  it('centres by mass, and leaves an empty sheet empty', () => {
    const sheet = new Float32Array(40 * 40);
    sheet[3 * 40 + 5] = 1;
    const image = centred(sheet, 40);
    expect([...image.keys()].filter((i) => image[i] === 1)).toHaveLength(1);
    const at = image.indexOf(1);
    expect([13, 14]).toContain(at % 28);
    expect([13, 14]).toContain(Math.floor(at / 28));
    expect(centred(new Float32Array(100), 10).every((value) => value === 0)).toBe(true);
  });
});

describe('a drawing prepared for the network', () => {
  const strokes = [[[0.3, 0.2], [0.7, 0.2], [0.4, 0.8]]] as const; // prettier-ignore
  const placed = (scale: number, dx: number, dy: number, pen: number): Float32Array =>
    preparedDrawing({ pen, strokes: strokes.map((stroke) => stroke.map(([x, y]): Point => [dx + scale * x, dy + scale * y])) });

  it('is the same wherever it was written, and at whatever size where the pen goes with it', () => {
    const one = placed(1, 0, 0, 6);
    const corner = placed(0.5, 0, 0.5, 3);
    expect(Math.max(...one.map((value, i) => Math.abs(value - (corner[i] ?? 0))))).toBeLessThan(1e-5);
  });

  it('fills 20 pixels, and is thicker from a thicker pen', () => {
    const [thin, thick] = [placed(1, 0, 0, 2), placed(1, 0, 0, 9)];
    for (const image of [thin, thick]) {
      const rows = Array.from({ length: 28 }, (_, row) => Math.max(...image.slice(28 * row, 28 * row + 28)) > 0.4).filter(Boolean).length;
      expect(rows).toBeGreaterThanOrEqual(19);
      expect(rows).toBeLessThanOrEqual(21);
    }
    const ink = (image: Float32Array): number => image.reduce((sum, value) => sum + value, 0);
    expect(ink(thick)).toBeGreaterThan(1.8 * ink(thin));
  });

  it('is scaled all the same and stays where it was written if it is not to be centred, as far as the sheet allows', () => {
    const inked = (dx: number, dy: number): { rows: number[]; columns: number[]; image: Float32Array } => {
      const moved = strokes.map((stroke) => stroke.map(([x, y]): Point => [dx + 0.4 * x, dy + 0.4 * y]));
      const image = preparedDrawing({ pen: 3, strokes: moved }, false);
      const places = [...image.keys()].filter((i) => (image[i] ?? 0) > 0.4);
      return { image, rows: places.map((i) => Math.floor(i / 28)), columns: places.map((i) => i % 28) };
    };
    const [first, last] = [inked(0, 0), inked(0.6, 0.6)];
    for (const { rows } of [first, last]) expect(Math.max(...rows) - Math.min(...rows)).toBeGreaterThanOrEqual(18);
    // 20 pixels of 28: 8 to move by from one edge to the other, downwards; the 7 is narrower and moves further across.
    expect(Math.min(...first.rows)).toBe(0);
    expect(Math.max(...last.rows)).toBe(27);
    expect(Math.min(...last.columns) - Math.min(...first.columns)).toBeGreaterThan(8);
    const ink = ({ image }: { image: Float32Array }): number => image.reduce((sum, value) => sum + value, 0);
    // Edges fall between other pixels, and the softest part of them off the sheet.
    expect(Math.abs(ink(last) / ink(first) - 1)).toBeLessThan(0.03);
  });

  it('is empty for nothing, and something for a dot', () => {
    for (const centre of [true, false]) expect(preparedDrawing(EMPTY_DRAWING, centre).every((value) => value === 0)).toBe(true);
    expect(Math.max(...preparedDrawing({ pen: 1, strokes: [[[0.9, 0.9]]] }))).toBe(1);
  });
});

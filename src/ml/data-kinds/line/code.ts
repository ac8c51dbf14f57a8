/** A line in printed programs: the text itself, as numbers of its symbols, as `program.ts` counts them. */
import type { LineData } from './program';

/** JavaScript of the line: one row of symbols, and the row of those that follow. */
export function jsLine({ text }: LineData): readonly string[] {
  return [
    `const line = Array.from(${JSON.stringify(text)});`,
    'const symbols = [...new Set(line)].sort((a, b) => a.codePointAt(0) - b.codePointAt(0));',
    'const numbers = line.map((symbol) => symbols.indexOf(symbol));',
    'const n = 1, trainCount = 1, xs = [numbers.slice(0, -1)], ys = [numbers.slice(1)];',
  ];
}

/** NumPy of the line. */
export function pythonLine({ text }: LineData): readonly string[] {
  return [
    `line = ${JSON.stringify(text)}`,
    'symbols = sorted(set(line))',
    'numbers = np.array([[symbols.index(symbol) for symbol in line]], np.int64)',
    'n, train_count, x, y = 1, 1, numbers[:, :-1], numbers[:, 1:]',
  ];
}

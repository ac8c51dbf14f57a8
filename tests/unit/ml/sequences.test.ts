/** Small tasks on sequences: what they ask for, and that what is printed is what is drawn. */
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { jsData, targetOf, type DataProgram } from '../../../src/ml/data-kinds';
import { drawSequences, NOTHING } from '../../../src/ml/data-kinds/sequences/draw';
import {
  asksLast,
  inputSymbols,
  marksOf,
  SEQUENCE_TASKS,
  symbolNames,
  type SequencesData,
  type SequenceTask,
} from '../../../src/ml/data-kinds/sequences/program';
import { textParts } from '../../../src/ml/data-kinds/text/parts';
import type { TextData } from '../../../src/ml/data-kinds/text/program';
import { vocabularyOf } from '../../../src/ml/data-kinds/text/vocabulary';
import { stretchesOf, windowsOf } from '../../../src/ml/data-kinds/text/windows';
import { createRandom } from '../../../src/ml/random';
import { printProgram } from '../../../src/ml/blueprint/code';
import type { NetworkSpec } from '../../../src/ml/blueprint/network-spec';
import { program } from '../../../src/ml/blueprint/program';
import { hasPython, lossesIn, misreadByPython, runProgram, saidBy } from '../../programs/run';

function dataOf(task: SequenceTask, more: Partial<SequencesData> = {}): SequencesData {
  const room = task === 'dates' ? { symbols: 11, length: 12 } : { symbols: 4, length: 8 };
  return { kind: 'sequences', task, ...room, train: 1, test: 0, ...more };
}

/** Rows of an array [count, length]. */
const rowsOf = (data: Int32Array, length: number): number[][] =>
  Array.from({ length: data.length / length }, (_, i) => Array.from(data.subarray(i * length, (i + 1) * length)));

function drawn(data: SequencesData, count = 200): readonly (readonly [x: number[], t: number[]])[] {
  const { x, t } = drawSequences(data, count, createRandom(5));
  const targets = rowsOf(t, data.length);
  return rowsOf(x, data.length).map((row, i) => [row, targets[i] ?? []]);
}

/** Symbols as vectors, a simple cell, and an answer at every place or at the end. */
function reader(length: number, symbols: number, answers: number, every: boolean): NetworkSpec {
  return {
    name: 'reader',
    inputs: { x: { shape: [length], kind: 'indices', size: symbols } },
    nodes: [
      { id: 'vectors', layer: 'embedding', from: ['x'], options: { size: symbols, units: 6, initialScale: 0.5 } },
      { id: 'cell', layer: 'recurrent', from: ['vectors'], options: { cell: 'rnn', units: 8, every } },
      { id: 'answer', layer: 'dense', from: ['cell'], options: { units: answers } },
    ],
    outputs: ['answer'],
  };
}

describe('sequences', () => {
  it.each([
    [dataOf('recall', { distractors: 3 }), 0],
    [dataOf('memory', { distance: 3, distractors: 2 }), 4],
  ] as const)('of $task ask at the end for the cue, and for nothing else', (data, cue) => {
    const { question } = marksOf(data);
    const answers = new Set<number>();
    for (const [x, t] of drawn(data)) {
      expect(x.at(-1)).toBe(question);
      expect(t).toEqual([...new Array<number>(7).fill(NOTHING), x[cue]]);
      answers.add(x[cue] ?? NaN);
      for (const [place, symbol] of x.entries()) if (place !== cue && place !== 7) expect(symbol).toBeGreaterThan(question);
      expect(Math.max(...x)).toBeLessThan(inputSymbols(data));
    }
    expect([...answers].sort()).toEqual([0, 1, 2, 3]);
  });

  it('without distractors are made of what could be the answer', () => {
    for (const [x] of drawn(dataOf('recall'))) for (const symbol of x.slice(0, -1)) expect(symbol).toBeLessThan(4);
  });

  it('with a gap ask there for the sum of both neighbours: either alone says nothing', () => {
    const pairs = new Map<string, number>();
    for (const [x, t] of drawn(dataOf('gap', { symbols: 3 }), 3000)) {
      const gap = x.indexOf(4);
      expect(t.map((one, i) => (one === NOTHING ? undefined : i)).filter((one) => one !== undefined)).toEqual([gap]);
      expect(t[gap]).toBe(((x[gap - 1] ?? NaN) + (x[gap + 1] ?? NaN)) % 3);
      const key = `${x[gap - 1]},${t[gap]}`;
      pairs.set(key, (pairs.get(key) ?? 0) + 1);
    }
    // Nine pairs of a neighbour and the answer, each about as frequent: 3000 / 9 = 333, its deviation 17.
    expect(pairs.size).toBe(9);
    for (const count of pairs.values()) expect(Math.abs(count - 333)).toBeLessThan(70);
  });

  it.each([
    ['left', -1],
    ['right', 1],
  ] as const)('with a gap ask for the %s neighbour where that is the answer', (answer, beside) => {
    for (const [x, t] of drawn(dataOf('gap', { answer }))) {
      const gap = x.indexOf(marksOf({ symbols: 4 }).question);
      expect(t).toEqual(x.map((_, i) => (i === gap ? x[gap + beside] : NOTHING)));
    }
  });

  it('of next ask at each place for what follows, and at the last for nothing', () => {
    const pairs = new Map<string, number>();
    for (const [x, t] of drawn(dataOf('next', { symbols: 3 }), 1000)) {
      expect(t).toEqual([...x.slice(1), NOTHING]);
      for (const [i, symbol] of t.slice(0, -1).entries()) pairs.set(`${x[i]},${symbol}`, (pairs.get(`${x[i]},${symbol}`) ?? 0) + 1);
    }
    // Seven pairs a sequence, of nine kinds: 7000 / 9 = 778 of each, its deviation 26.
    expect(pairs.size).toBe(9);
    for (const count of pairs.values()) expect(Math.abs(count - 778)).toBeLessThan(110);
  });

  it('of back ask at each place for those before it, in the order that is told; before the first comes the last', () => {
    const data = dataOf('back', { length: 5, back: [1, 3] });
    const { x, t } = drawSequences(data, 20, createRandom(5));
    expect(t.length).toBe(2 * x.length);
    rowsOf(x, 5).forEach(([a, b, c, d, e], i) => {
      expect([...t.slice(i * 10, i * 10 + 10)]).toEqual([e, c, a, d, b, e, c, a, d, b]);
    });
  });

  it.each(['reverse', 'sort'] as const)('of %s ask for what was given, arranged, and for nothing behind its end', (task) => {
    const lengths = new Set<number>();
    for (const [x, t] of drawn(dataOf(task, { shortest: 3 }))) {
      const given = x.filter((symbol) => symbol < 4);
      lengths.add(given.length);
      const wanted = task === 'sort' ? [...given].sort((a, b) => a - b) : [...given].reverse();
      expect(x.slice(given.length)).toEqual(new Array(8 - given.length).fill(marksOf({ symbols: 4 }).blank));
      expect(t).toEqual([...wanted, ...new Array<number>(8 - given.length).fill(NOTHING)]);
    }
    expect([...lengths].sort()).toEqual([3, 4, 5, 6, 7, 8]);
  });

  it('are the same whenever they are drawn, however many are', () => {
    const data = dataOf('sort');
    const few = drawSequences(data, 3, createRandom(5));
    expect([...drawSequences(data, 9, createRandom(5)).x.slice(0, 24)]).toEqual([...few.x]);
  });

  it('have a name for every symbol, and refuse what has no room', () => {
    expect(symbolNames({ symbols: 3, distractors: 2 })).toEqual(['A', 'B', 'C', '·', '?', 'a', 'b']);
    expect(new Set(symbolNames({ symbols: 40, distractors: 40 })).size).toBe(inputSymbols({ symbols: 40, distractors: 40 }));
    expect(() => drawSequences(dataOf('gap', { length: 2 }), 1, createRandom(1))).toThrow(/"gap" has 2 places; it should have at least 3/);
  });
});

describe('what is printed of sequences', () => {
  it.each(SEQUENCE_TASKS)('is what is drawn: %s', (task) => {
    const answers = task === 'gap' ? (['sum', 'left', 'right'] as const) : (['sum'] as const);
    for (const [i, distractors, answer] of answers.flatMap((one) => [[0, 0, one] as const, [1, 3, one] as const])) {
      const back = i === 0 ? [1, 5] : [2];
      const ring = i === 0 ? { jumps: 0.4 } : { period: 3 };
      const data = dataOf(task, { shortest: 2, distance: 3, distractors, back, ...ring, ...(task === 'gap' ? { answer } : {}) });
      const lines = jsData(data, 'en');
      const stream = createRandom(i).fork(0);
      const own = lines.slice(lines.findIndex((line) => line.startsWith('const n = ')));
      const made: unknown = JSON.parse(
        String(runInNewContext(`${own.join('\n')}\nJSON.stringify([xs[0], ys[0], trainCount])`, { random: () => stream.uniform() })),
      );
      const { x, t } = drawSequences(data, 1, createRandom(i));
      expect(made).toEqual([[...x], asksLast(data) ? t.at(-1) : [...t], 1]);
    }
  });

  it.each(SEQUENCE_TASKS)('trains, in TensorFlow.js, to its last line: %s', async (task) => {
    const data = dataOf(task, { train: 40, test: 10, shortest: 5, distance: 2, distractors: 1, jumps: 0.2 });
    const { length, symbols } = data;
    const whole = program({ network: reader(length, inputSymbols(data), symbols, !asksLast(data)), loss: 'crossEntropy', data, steps: 51 });
    const said = await saidBy(printProgram(whole, 'tfjs', 'en'));
    expect(lossesIn(said)).toHaveLength(2);
    // Before anything is learned, about the logarithm of the number of answers.
    expect(Math.abs((lossesIn(said)[0] ?? NaN) - Math.log(symbols))).toBeLessThan(0.7);
    expect(said).toMatch(/loss \d.* accuracy [01]/);
  });
});

const TEXT = '床前看月光，\n疑是地上霜。\n\n举头望山月，\n低头思故乡。𠮷\n'.repeat(4);

describe('what is printed of a text', () => {
  const settings = { unit: 'character', symbols: 12, length: 5, rows: 'running', heldOut: 0.25 } as const;
  const textData = (more: Partial<TextData> = {}): TextData => ({ kind: 'text', corpus: 'quatrains', ...settings, classes: 12, ...more });
  const file = (name: string, text: string) => ({ [name]: new Uint8Array(Buffer.from(text, 'utf8')) });

  it.each([
    ['a running text', {}, TEXT],
    ['lines', { rows: 'lines' }, TEXT],
    ['so few lines that the share gives none to hold out', { rows: 'lines', heldOut: 0.1 }, TEXT.split('\n').slice(0, 3).join('\n')],
    ['a single line', { rows: 'lines', heldOut: 0.1 }, 'the quick brown fox jumps over the lazy dog'],
    ['bytes', { unit: 'byte' }, TEXT],
  ] as const)('is what is learned: %s', async (_, more, text) => {
    const data = textData(more);
    const said = await saidBy([...jsData(data, 'en'), 'console.log(JSON.stringify([xs, ys, trainCount, n]));'].join('\n'), {
      // As Windows writes it, with a mark at its beginning.
      ...file('quatrains.txt', `\uFEFF${text.replaceAll('\n', '\r\n')}`),
    });
    const vocabulary = vocabularyOf(text, data);
    const { train, test } = textParts(text, vocabulary, data);
    const [learned, held] = [train, test].map((part) => windowsOf(stretchesOf(part, data.length), data.length));
    const rows = (key: 'x' | 't'): number[][] =>
      [learned, held].flatMap((part) =>
        part === undefined ? [] : rowsOf(key === 'x' ? part.x : part.t.map((one, i) => (part.weights[i] === 1 ? one : -1)), data.length),
      );
    expect(JSON.parse(said)).toEqual([rows('x'), rows('t'), learned?.rows, (learned?.rows ?? 0) + (held?.rows ?? 0)]);
  });

  it.each([
    ['characters', {}],
    ['lines', { rows: 'lines' }],
    ['bytes', { unit: 'byte', classes: 256 }],
  ] as const)('trains, in TensorFlow.js, to its last line: %s', async (_, more) => {
    const data = textData(more);
    const whole = program({
      network: reader(5, data.classes, data.classes, true),
      loss: 'crossEntropy',
      data,
      steps: 51,
      learningRate: 0.5,
    });
    const said = await saidBy(printProgram(whole, 'tfjs', 'zh'), file('quatrains.txt', TEXT));
    const [before = NaN, after = NaN] = lossesIn(said);
    expect(Math.abs(before - Math.log(data.classes))).toBeLessThan(0.7);
    expect(after).toBeLessThan(before);
    expect(said).toMatch(/loss \d.* accuracy [01]/);
  });

  it.each(['zh', 'en'] as const)('says which file is missing, and where it belongs (%s)', async (lang) => {
    const { complaints, failure } = await runProgram(jsData(textData({ own: 100 }), lang).join('\n'));
    expect(failure).toContain('exit 1');
    expect(complaints).toMatch(lang === 'zh' ? /找不到 data\/text\.txt。/ : /^data\/text\.txt is not there\./);
  });

  it.runIf(hasPython)('can be read by Python, as all sequences can', () => {
    const kinds: DataProgram[] = [textData(), textData({ rows: 'lines', unit: 'byte' }), ...SEQUENCE_TASKS.map((task) => dataOf(task))];
    const printed: Record<string, string> = {};
    for (const [i, data] of kinds.entries())
      for (const framework of ['keras', 'pytorch'] as const)
        printed[`${i} ${framework}`] = printProgram(
          program({ network: reader(5, 12, 12, targetOf(data) === 'symbols'), loss: 'crossEntropy', data }),
          framework,
          'zh',
        );
    expect(misreadByPython(printed)).toEqual([]);
  });
});

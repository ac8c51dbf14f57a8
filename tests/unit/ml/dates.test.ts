/** Dates as they are given and as they are answered, and where each character of an answer stands in what was given. */
import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { pythonData } from '../../../src/ml/data-kinds';
import { dateSources, DATE_SHAPES, DATES, givenDate, isoDate } from '../../../src/ml/data-kinds/sequences/dates';
import { drawSequences, NOTHING } from '../../../src/ml/data-kinds/sequences/draw';
import { inputSymbols, marksOf, symbolNames, type SequencesData } from '../../../src/ml/data-kinds/sequences/program';
import { createRandom } from '../../../src/ml/random';

const data: SequencesData = { kind: 'sequences', task: 'dates', symbols: 11, length: 12, train: 300, test: 0 };
const WAYS = ['28.11.2026', '11/28/2026', '28 Nov 2026', 'Nov 28, 2026', '2026年11月28日'];

/** The numbers of symbols as text. */
const written = (numbers: readonly number[]): string => numbers.map((number) => symbolNames(data)[number] ?? '□').join('');

/** Given dates and their answers, as pairs of texts. */
function pairsOf(x: readonly number[], t: readonly number[]): (readonly [given: string, answer: string])[] {
  const rows = (all: readonly number[]): number[][] =>
    Array.from({ length: all.length / data.length }, (_, i) => all.slice(i * data.length, (i + 1) * data.length));
  const answers = rows(t);
  return rows(x).map((row, i) => [written(row), written((answers[i] ?? []).filter((one) => one !== NOTHING))]);
}

const BY_HAND = [
  /^(?<day>..)\.(?<month>..)\.(?<year>....)$/,
  /^(?<month>..)\/(?<day>..)\/(?<year>....)$/,
  /^(?<day>..) (?<month>...) (?<year>....)$/,
  /^(?<month>...) (?<day>..), (?<year>....)$/,
  /^(?<year>....)年(?<month>..)月(?<day>..)日$/,
];

/** What a person reads in a given date: names of months are the standard library’s. */
function readByHand(given: string): string {
  const { day, month = '', year } = BY_HAND.map((way) => way.exec(given)?.groups).find((found) => found !== undefined) ?? {};
  const number = month.length === 2 ? Number(month) : new Date(`1 ${month} 2000 UTC`).getUTCMonth() + 1;
  return `${year}-${String(number).padStart(2, '0')}-${day}`;
}

describe('a date', () => {
  it('is given in one of five ways', () => {
    expect(DATE_SHAPES.map((shape) => givenDate('2026-11-28', shape))).toEqual(WAYS);
    expect(givenDate('1805-03-04', 'nnn dd, yyyy')).toBe('Mar 04, 1805');
  });

  it('is any day of five times four hundred years, leap days among them', () => {
    expect([isoDate(0), isoDate(58), isoDate(59), isoDate(DATES - 1)]).toEqual(['1000-01-01', '1000-02-28', '1000-03-01', '2999-12-31']);
    expect(Array.from({ length: 400 * 366 }, (_, i) => isoDate(i)).filter((iso) => iso.endsWith('-02-29') && iso < '1400')).toHaveLength(
      97,
    );
  });

  it('has the digits of its answer where they stand, both of a month that is a word in all its letters, and a dash nowhere', () => {
    const [dots, slashes, words, comma, chinese] = WAYS.map(dateSources);
    expect(dots).toEqual([[6], [7], [8], [9], [], [3], [4], [], [0], [1]]);
    expect(slashes).toEqual([[6], [7], [8], [9], [], [0], [1], [], [3], [4]]);
    expect(words).toEqual([[7], [8], [9], [10], [], [3, 4, 5], [3, 4, 5], [], [0], [1]]);
    expect(comma).toEqual([[8], [9], [10], [11], [], [0, 1, 2], [0, 1, 2], [], [4], [5]]);
    expect(chinese).toEqual([[0], [1], [2], [3], [], [5], [6], [], [8], [9]]);
  });

  it.each(['2026-11-28', '28.11.26', 'Nov 2026', 'NOVE28, 2026', ''])('that nobody would write so has no sources: "%s"', (given) => {
    expect(() => dateSources(given)).toThrow(RangeError);
  });
});

describe('drawn dates', () => {
  const { x, t } = drawSequences(data, 300, createRandom(5));
  const pairs = pairsOf([...x], [...t]);

  it('are answered by what a person reads in them, and by nothing behind its end', () => {
    for (const [given, answer] of pairs) expect(readByHand(given.replace(/·+$/, ''))).toBe(answer);
    for (let row = 0; row < 300; row++) expect([...t.slice(row * 12 + 10, row * 12 + 12)]).toEqual([NOTHING, NOTHING]);
  });

  it('are written in all ways, each about as often', () => {
    const ways = Object.groupBy(pairs, ([given]) => given.replace(/\d/g, '0').replace(/[A-Z][a-z]{2}/, 'nnn'));
    expect(Object.keys(ways)).toHaveLength(5);
    // 300 / 5 = 60 of each, its deviation 7.
    for (const way of Object.values(ways)) expect(Math.abs((way?.length ?? 0) - 60)).toBeLessThan(28);
  });

  it('have a symbol for every character, and a digit of an answer is the same symbol as a digit that is given', () => {
    expect(symbolNames(data)).toHaveLength(inputSymbols(data));
    expect(new Set(symbolNames(data)).size).toBe(inputSymbols(data));
    expect([symbolNames(data)[7], symbolNames(data)[10], symbolNames(data)[marksOf(data).blank]]).toEqual(['7', '-', '·']);
  });

  it('have no room in eleven places, and no letters for answers', () => {
    expect(() => drawSequences({ ...data, length: 11 }, 1, createRandom(1))).toThrow(/"dates" has 11 places; it should have at least 12/);
    expect(() => drawSequences({ ...data, symbols: 4 }, 1, createRandom(1))).toThrow(
      'dates have 4 symbols to answer with; there should be 11',
    );
  });

  const hasNumpy = spawnSync('python3', ['-c', 'import numpy']).status === 0;
  it.runIf(hasNumpy)('are made of the same characters in NumPy', () => {
    const code = [...pythonData(data, 'en'), 'import json', 'print(json.dumps([x.tolist(), y.tolist()]))'].join('\n');
    const { stdout, stderr } = spawnSync('python3', ['-c', `import numpy as np\n${code}`], { encoding: 'utf8' });
    expect(stderr).toBe('');
    const [given, answers] = JSON.parse(stdout) as number[][][];
    const made = pairsOf(given?.flat() ?? [], answers?.flat() ?? []);
    expect(made).toHaveLength(300);
    for (const [one, answer] of made) expect(readByHand(one.replace(/·+$/, ''))).toBe(answer);
  });
});

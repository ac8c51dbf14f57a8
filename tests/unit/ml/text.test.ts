/** Texts as symbols, parts, windows and n-grams. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nGramsOf, wholeOf } from '../../../src/ml/data-kinds/text/n-grams';
import { textParts } from '../../../src/ml/data-kinds/text/parts';
import { CORPORA, CORPUS_NAMES } from '../../../src/ml/data-kinds/text/program';
import { symbolCount } from '../../../src/ml/data-kinds/text/symbol-count';
import { characterCounts, UNKNOWN, vocabularyOf } from '../../../src/ml/data-kinds/text/vocabulary';
import { stretchesOf, windowsOf } from '../../../src/ml/data-kinds/text/windows';
import { at } from '../../../src/base/at';
import { loadCorpus } from '../../../src/ml/data/text/corpora';

const CHARACTERS = { unit: 'character', symbols: 1000 } as const;

describe('a vocabulary', () => {
  it('keeps the commonest characters and makes one symbol of the others', () => {
    const { symbols, encode, decode, unknown } = vocabularyOf('banana', { unit: 'character', symbols: 3 });
    expect([symbols, unknown]).toEqual([[UNKNOWN, 'a', 'n'], 0]);
    expect([...encode('banana')]).toEqual([0, 1, 2, 1, 2, 1]);
    expect(decode(encode('banana'))).toBe('□anana');
  });

  it('counts code points, not halves of them, and orders characters as common as each other by their codes', () => {
    expect(characterCounts('𠮷b𠮷aé')).toEqual([
      ['𠮷', 2],
      ['a', 1],
      ['b', 1],
      ['é', 1],
    ]);
    expect([...vocabularyOf('𠮷a', CHARACTERS).encode('a𠮷')]).toEqual([1, 2]);
  });

  it('gives any text back that is written in it', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 0x10ffff })), (codes) => {
        const text = String.fromCodePoint(...codes).replaceAll(UNKNOWN, '');
        const { encode, decode } = vocabularyOf(text, { unit: 'character', symbols: 10_000 });
        expect(decode(encode(text))).toBe(text);
      }),
    );
  });

  it('of bytes has 256 symbols, three for a Chinese character', () => {
    const { symbols, encode, decode, unknown } = vocabularyOf('', { unit: 'byte', symbols: 5 });
    expect([symbols.length, unknown]).toEqual([256, undefined]);
    expect([...encode('春')]).toEqual([0xe6, 0x98, 0xa5]);
    expect(decode(encode('春 a'))).toBe('春 a');
    expect([symbols[0x41], symbols[0x20], symbols[0xe6]]).toEqual(['A', '20', 'E6']);
  });

  it('of a text that has a □ itself is as large as is known before', () => {
    const text = 'a□b□c\n';
    const own = { kind: 'text', text, characters: 6, distinct: 5 } as const;
    for (const symbols of [3, 100])
      expect(vocabularyOf(text, { unit: 'character', symbols }).symbols).toHaveLength(
        symbolCount({ unit: 'character', symbols }, 'moby-dick', own),
      );
  });

  it.each(CORPUS_NAMES)('of %s is as large as is known before the text is loaded', async (name) => {
    const text = await loadCorpus(name);
    expect(CORPORA[name]).toMatchObject({ characters: Array.from(text).length, distinct: new Set(text).size });
    for (const symbols of [50, 1000, 10_000])
      for (const unit of ['character', 'byte'] as const)
        expect(vocabularyOf(text, { unit, symbols }).symbols).toHaveLength(symbolCount({ unit, symbols }, name));
  });
});

describe('the book’s own texts', () => {
  it('are quatrains of four lines of five characters, none a version of another', async () => {
    const lines = (await loadCorpus('quatrains')).trimEnd().split('\n');
    expect(lines.length).toBeGreaterThan(3000);
    for (const line of lines) expect(line).toMatch(/^(?:\p{Script=Han}{5}，\p{Script=Han}{5}。){2}$/u);
    expect(new Set(lines).size).toBe(lines.length);
    expect(lines).toContain('春眠不觉晓，处处闻啼鸟。夜来风雨声，花落知多少。');
  });

  it('are English prose of one kind of line end, about 110,000 characters', async () => {
    const text = await loadCorpus('moby-dick');
    expect(text).toMatch(/^CHAPTER 1\. Loomings\.\nCall me Ishmael\./);
    expect(text).toMatch(/[.?!]\n$/);
    expect(text).not.toMatch(/\r|\n\n|\t/);
    expect(text.length).toBeGreaterThan(105_000);
  });
});

describe('a text in parts', () => {
  it('holds out the end of a running text', () => {
    const vocabulary = vocabularyOf('0123456789', CHARACTERS);
    const { train, test, charactersPerSymbol } = textParts('0123456789', vocabulary, { rows: 'running', heldOut: 0.2 });
    expect([train, test].map((part) => part.map((one) => vocabulary.decode(one)))).toEqual([['01234567'], ['89']]);
    expect(charactersPerSymbol).toBe(1);
  });

  it('holds out whole lines, spread evenly, each between line ends', () => {
    const lines = Array.from({ length: 20 }, (_, i) => `line ${i}`);
    const text = `${lines.join('\n')}\n\n  \n`;
    const vocabulary = vocabularyOf(text, CHARACTERS);
    const { train, test } = textParts(text, vocabulary, { rows: 'lines', heldOut: 0.1 });
    expect(test.map((one) => vocabulary.decode(one))).toEqual(['\nline 9\n', '\nline 19\n']);
    expect(train).toHaveLength(18);
  });

  it.each([0.05, 0.1, 0.25, 0.3])('holds out %d of the lines, and at least one', (heldOut) => {
    for (const count of [2, 7, 100, 333]) {
      const text = Array.from({ length: count }, (_, i) => `${i}`).join('\n');
      const { train, test } = textParts(text, vocabularyOf(text, CHARACTERS), { rows: 'lines', heldOut });
      expect(train.length + test.length).toBe(count);
      expect(Math.abs(test.length - count * heldOut)).toBeLessThanOrEqual(1);
      expect(test.length).toBeGreaterThan(0);
    }
  });

  it('divides a single line by place, and counts the characters of bytes', () => {
    const text = '春眠不觉晓处处闻啼鸟';
    const { train, test, charactersPerSymbol } = textParts(text, vocabularyOf(text, { unit: 'byte', symbols: 0 }), {
      rows: 'lines',
      heldOut: 0.2,
    });
    // The line and its two ends: twelve characters, the last two of them held out, 啼 would be the tenth.
    expect([train.length, test.length]).toEqual([1, 1]);
    expect(new TextDecoder().decode(Uint8Array.from([...(train[0] ?? []), ...(test[0] ?? [])]))).toBe(`\n${text}\n`);
    expect(charactersPerSymbol).toBe(2 / 4);
  });
});

describe('windows', () => {
  it('ask at every place for the next symbol, each once, and count nothing behind an end', () => {
    const sequences = [Int32Array.of(1, 2, 3, 4, 5), Int32Array.of(6), Int32Array.of(7, 8)];
    const { rows, x, t, weights } = windowsOf(stretchesOf(sequences, 3), 3);
    expect(rows).toBe(3);
    expect([...x]).toEqual([1, 2, 3, 4, 0, 0, 7, 0, 0]);
    expect([...t]).toEqual([2, 3, 4, 5, 0, 0, 8, 0, 0]);
    expect([...weights]).toEqual([1, 1, 1, 1, 0, 0, 1, 0, 0]);
  });

  it('of any sequences hold every symbol but the first of each as a target once', () => {
    const sequence = fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 30 });
    fc.assert(
      fc.property(fc.array(sequence, { maxLength: 5 }), fc.integer({ min: 1, max: 12 }), (lists, length) => {
        const sequences = lists.map((one) => Int32Array.from(one));
        const { t, weights } = windowsOf(stretchesOf(sequences, length), length);
        expect([...t].filter((_, i) => weights[i] === 1)).toEqual(lists.flatMap((one) => one.slice(1)));
      }),
    );
  });
});

describe('tables of n-grams', () => {
  it('are Witten and Bell’s interpolation, counted by hand', () => {
    // After the first symbol: a b a b c, of a, b, c (V = 3). Unigrams: a 2, b 2, c 1, three kinds.
    const table = nGramsOf([Int32Array.of(1, 0, 1, 0, 1, 2)], 3, 3);
    const p1 = [(2 + 3 / 3) / 8, (2 + 3 / 3) / 8, (1 + 3 / 3) / 8];
    const after = (context: number[], symbol: number): readonly number[] => table.probabilities(context, context.length, symbol);
    expect(after([], 0)[0]).toBeCloseTo(p1[0] ?? NaN, 12);
    // b was followed by a twice and by c once: two kinds.
    expect(after([1], 0)[1]).toBeCloseTo((2 + 2 * (p1[0] ?? NaN)) / 5, 12);
    expect(after([1], 2)[1]).toBeCloseTo((1 + 2 * (p1[2] ?? NaN)) / 5, 12);
    // a b was followed by a and by c.
    const bigram = (2 + 2 * (p1[0] ?? NaN)) / 5;
    expect(after([0, 1], 0)[2]).toBeCloseTo((1 + 2 * bigram) / 4, 12);
    // c was followed by nothing: the unigram stands.
    expect(after([2], 0)[1]).toBeCloseTo(p1[0] ?? NaN, 12);
    expect(after([2, 1], 0)[2]).toBeCloseTo(bigram, 12);
  });

  it('are distributions, after any context, known or not', () => {
    const sequence = fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 40 });
    fc.assert(
      fc.property(fc.array(sequence, { maxLength: 3 }), sequence, (lists, context) => {
        const table = nGramsOf(
          lists.map((one) => Int32Array.from(one)),
          5,
          4,
        );
        const sums = [0, 0, 0, 0];
        for (let symbol = 0; symbol < 5; symbol++)
          table.probabilities(context, context.length, symbol).forEach((p, i) => (sums[i] = (sums[i] ?? 0) + p));
        for (const sum of sums) expect(sum).toBeCloseTo(1, 10);
      }),
    );
  });

  it('say how many bits a symbol takes: of a text without pattern as many as its symbols, of a strict one almost none', () => {
    const alternating = Int32Array.from({ length: 2001 }, (_, i) => i % 2);
    const [one, two] = nGramsOf([alternating], 2, 2).bits(wholeOf([alternating]));
    expect(one).toBeCloseTo(1, 3);
    expect(two).toBeLessThan(0.01);
    expect(nGramsOf([], 8, 2).bits(wholeOf([Int32Array.of(0, 1, 2)]))).toEqual([3, 3]);
    expect(nGramsOf([alternating], 2, 2).bits(wholeOf([Int32Array.of(0)]))).toEqual([NaN, NaN]);
  });

  it('of pairs of quatrains pay for marks, and for doubting whether one is due, what the chapter says', async () => {
    const text = await loadCorpus('quatrains');
    const vocabulary = vocabularyOf(text, { unit: 'character', symbols: 1000 });
    const { train, test } = textParts(text, vocabulary, { rows: 'lines', heldOut: 0.1 });
    const tables = nGramsOf(train, vocabulary.symbols.length, 2);
    const marks = vocabulary.symbols.flatMap((symbol, i) => (/[\p{P}\s]/u.test(symbol) ? [i] : []));
    const pairs = (sequence: Int32Array, place: number, symbol: number): number => at(tables.probabilities(sequence, place, symbol), 1);
    const sums = { mark: 0, character: 0, told: 0 };
    const counts = { mark: 0, character: 0 };
    for (const sequence of test) {
      for (let place = 1; place < sequence.length; place++) {
        const symbol = at(sequence, place);
        const p = pairs(sequence, place, symbol);
        const kind = marks.includes(symbol) ? 'mark' : 'character';
        counts[kind]++;
        sums[kind] -= Math.log2(p);
        if (kind === 'mark') continue;
        const due = marks.reduce((sum, mark) => sum + pairs(sequence, place, mark), 0);
        sums.told -= Math.log2(p / (1 - due));
      }
    }
    expect(sums.mark / counts.mark).toBeCloseTo(2.56, 2);
    expect(sums.character / counts.character).toBeCloseTo(8.42, 2);
    expect(sums.told / counts.character).toBeCloseTo(8.12, 2);
  });

  it('need fewer bits for the book’s texts the more they see, up to where the text is too short for them', async () => {
    const measured = {
      // The same code gives 4.78, 3.45, 2.74, 2.42, 2.42 for the first 110,000 characters of tinyshakespeare.
      'moby-dick': [4.34, 3.52, 3.01, 2.68, 2.66],
      quatrains: [7.89, 7.25, 7.51],
    };
    for (const name of CORPUS_NAMES) {
      const text = await loadCorpus(name);
      const vocabulary = vocabularyOf(text, CHARACTERS);
      const { train, test } = textParts(text, vocabulary, { rows: CORPORA[name].rows, heldOut: 0.1 });
      const bits = nGramsOf(train, vocabulary.symbols.length, measured[name].length).bits(wholeOf(test));
      expect(bits.map((one) => Number(one.toFixed(2)))).toEqual(measured[name]);
    }
  });
});

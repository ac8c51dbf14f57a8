/** What is opened of the small GPT, against numbers worked out by hand. */
import { describe, expect, it } from 'vitest';
import { headOf, scoreOf } from '../../../src/demos/mini-transformer/picture/inside-data';
import { originOf } from '../../../src/demos/mini-transformer/picture/number-panel';
import { streamOf } from '../../../src/demos/mini-transformer/picture/stream-data';
import { loadCorpus } from '../../../src/ml/data/text/corpora';
import { windowOf } from '../../../src/demos/mini-transformer/window';
import { transformer, transformerNodes, type TransformerSettings } from '../../../src/ml/blueprint/transformer';
import type { ViewSource } from '../../../src/views/view';

const array = (shape: readonly number[], data: readonly number[]) => ({ shape, data });

/** Two places of two numbers, one head; the kernels are the identity, its double and a swap. */
const answer = {
  reads: array([1, 2, 2], [1, 2, 3, 4]),
  queries: array([1, 2, 2], [1, 2, 3, 4]),
  keys: array([1, 2, 2], [2, 4, 6, 8]),
  values: array([1, 2, 2], [2, 1, 4, 3]),
  heads: array([1, 2, 2], [2, 1, 3, 2]),
  weights: array([1, 1, 2, 2], [1, 0, 0.5, 0.5]),
  kernels: array([1, 3, 2, 2], [1, 0, 0, 1, 2, 0, 0, 2, 0, 1, 1, 0]),
  // Embedding, position, head, MLP, biases; three symbols.
  parts: array([5, 3], [1, 0, 0, 0, 3, 0, 3, 0, 0, 6, 6, 6, 0, 0, 1]),
  symbols: array([2], [1, 2]),
  count: array([1], [2]),
  place: array([1], [1]),
};

const source: ViewSource = {
  step: 5,
  arrays: {
    letters: array(
      [3],
      [...'xab'].map((letter) => letter.codePointAt(0) ?? 0),
    ),
  },
  metrics: {},
  values: { mask: true, positions: 'learned', block: 1, head: 1 },
  answers: { inside: { step: 5, arrays: answer } },
};

describe('a head, opened', () => {
  const data = headOf(source);

  it('shows the words, the scores q·k / √w, and for each number the row and the column that make it', () => {
    if (data === undefined) throw new Error('nothing was opened');
    expect(data.symbols).toEqual(['a', 'b']);
    expect(scoreOf(data, 1, 0)).toBeCloseTo((3 * 2 + 4 * 4) / Math.SQRT2, 12);
    expect(originOf(data, 'query', 1, 0)).toEqual({ row: [3, 4], column: [0, 1], made: 4 });
    expect(originOf(data, 'key', 0, 0)).toEqual({ row: [1, 2], column: [2, 0], made: 2 });
    expect(originOf(data, 'value', 0, 0)).toEqual({ row: [1, 2], column: [0, 1], made: 2 });
    expect(originOf(data, 'out', 0, 0)).toEqual({ row: [0.5, 0.5], column: [2, 4], made: 3 });
  });

  it('is not there before anything has been asked', () => {
    expect(headOf({ ...source, answers: {} })).toBeUndefined();
    expect(streamOf({ ...source, answers: {} })).toBeUndefined();
  });
});

describe('the stream as a sum', () => {
  it('gives each part’s share of a score above the mean of all symbols, the likeliest symbol first', () => {
    const data = streamOf(source);
    // Sums 10, 9, 7: the mean is 26/3.
    expect(data?.next.map(({ name }) => name)).toEqual(['x', 'a', 'b']);
    const [first] = data?.next ?? [];
    expect(first?.score).toBeCloseTo(10 - 26 / 3, 12);
    expect(first?.added).toEqual([1 - 1 / 3, -1, 2, 0, -1 / 3].map((value) => expect.closeTo(value, 12) as number));
    const total = Math.exp(10) + Math.exp(9) + Math.exp(7);
    expect(first?.probability).toBeCloseTo(Math.exp(10) / total, 12);
  });
});

describe('what the chapter says of the quatrains', () => {
  it('of neighbouring characters in held-out poems, punctuation aside, three pairs in five stand in no poem that is learned', async () => {
    const lines = (await loadCorpus('quatrains')).split('\n').filter((line) => line !== '');
    const pairsOf = (line: string): string[] =>
      [...line].flatMap((one, place, all) =>
        /^\p{Script=Han}{2}$/u.test(`${one}${all[place + 1] ?? ''}`) ? [`${one}${all[place + 1] ?? ''}`] : [],
      );
    const learned = new Set(lines.filter((_, i) => i % 10 !== 9).flatMap(pairsOf));
    const held = lines.filter((_, i) => i % 10 === 9).flatMap(pairsOf);
    expect(held.filter((pair) => !learned.has(pair)).length / held.length).toBeCloseTo(0.6, 1);
  });
});

describe('a window onto a text', () => {
  it('ends where the text ends, and is filled up behind a shorter one', () => {
    expect(windowOf([1, 2, 3, 4, 5], 3, 9)).toEqual({ symbols: Int32Array.of(3, 4, 5), count: 3 });
    expect(windowOf([1, 2], 3, 9)).toEqual({ symbols: Int32Array.of(1, 2, 9), count: 2 });
  });
});

describe('a transformer as data', () => {
  const settings: TransformerSettings = {
    name: 'one',
    classes: 7,
    length: 5,
    blocks: 2,
    width: 8,
    heads: 2,
    positions: 'learned',
    norm: 'before',
    residual: true,
    causal: true,
  };
  const inputsOf = (changed: Partial<TransformerSettings>): Readonly<Record<string, readonly string[]>> =>
    Object.fromEntries(transformer({ ...settings, ...changed }).nodes.map(({ id, from }) => [id, from]));

  it('has its norm before each part and once at the end, off the stream', () => {
    const from = inputsOf({});
    expect(from['attention1']).toEqual(['attention1-norm']);
    expect(from['attention1-sum']).toEqual(['positions', 'attention1']);
    expect(from['mlp2-sum']).toEqual(['attention2-sum', 'mlp2']);
    expect(from['norm']).toEqual(['mlp2-sum']);
    expect(from['output']).toEqual(['norm']);
  });

  it('has it behind each sum, on the stream; or nowhere; and no sum where parts take the stream’s place', () => {
    const after = inputsOf({ norm: 'after' });
    expect([after['attention1'], after['attention1-norm'], after['hidden1']]).toEqual([
      ['positions'],
      ['attention1-sum'],
      ['attention1-norm'],
    ]);
    const bare = inputsOf({ norm: 'none', residual: false, positions: 'none' });
    expect([bare['attention1'], bare['hidden1'], bare['attention2'], bare['output']]).toEqual([
      ['embedding'],
      ['attention1'],
      ['mlp1'],
      ['mlp2'],
    ]);
    expect(transformerNodes({ ...settings, norm: 'none' }).end).toBe('mlp2-sum');
  });
});

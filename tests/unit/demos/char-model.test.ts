/** What is seen of a network that reads a text, against numbers worked out by hand. */
import { tensor, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { at } from '../../../src/base/at';
import { tracking } from '../../../src/demos/char-model/look';
import { passageOf } from '../../../src/demos/char-model/passage';
import { passageOf as passageShown } from '../../../src/demos/char-model/picture/reading-data';
import { stripOf } from '../../../src/views/parts/written-data';
import { EMBEDDING } from '../../../src/demos/char-model/program';
import { reading } from '../../../src/demos/char-model/questions';
import { sample } from '../../../src/demos/char-model/sample';
import { useBackend } from '../../../src/engine/worker/backends/backends';
import { askedWith } from '../../../src/ml/question';
import { buildNetwork, type Network } from '../../../src/ml/network';
import { createRandom } from '../../../src/ml/random';
import { vocabularyOf } from '../../../src/ml/data-kinds/text/vocabulary';
import type { NetworkSpec } from '../../../src/ml/blueprint/network-spec';

const counted = (length: number): Int32Array => Int32Array.from({ length }, (_, i) => i);

beforeAll(async () => {
  await useBackend('cpu');
});

/** A simple cell of one unit that reads two symbols, its weights put in by hand. */
function smallNetwork({ length, u, b, out }: { length: number; u: number; b: number; out: readonly [number, number] }): Network {
  const spec: NetworkSpec = {
    name: 'small',
    inputs: { x: { shape: [length], kind: 'indices', size: 2 } },
    nodes: [
      { id: 'embedding', layer: 'embedding', from: ['x'], options: { size: 2, units: EMBEDDING } },
      { id: 'state', layer: 'recurrent', from: ['embedding'], options: { cell: 'rnn', units: 1 } },
      { id: 'output', layer: 'dense', from: ['state'], options: { units: 2 } },
    ],
    outputs: ['output'],
  };
  const network = buildNetwork(spec, createRandom(1));
  const put = (name: string, numbers: readonly number[]): void => {
    const variable = network.weight(name);
    variable.assign(
      tensor(
        Float32Array.from({ length: variable.size }, (_, i) => numbers[i] ?? 0),
        variable.shape,
      ),
    );
  };
  put('embedding/table', []);
  // Of the embedding two numbers count: their weights are 3 and 4, together as long as 5.
  put('state/kernel', [3, 4]);
  put('state/recurrentKernel', [u]);
  put('state/bias', [b]);
  put('output/kernel', out);
  put('output/bias', [0, 0]);
  return network;
}

describe('which unit goes with a trait', () => {
  it('is the one of the largest correlation, whatever its sign; padding counts nothing; where none does, all share', () => {
    // Four places of two units, and a fifth that is padding.
    const states = tensor([1, 1, 2, -1, 3, 1, 4, -1, 1e3, 1e3], [1, 5, 2]);
    const [l, a] = [Math.sqrt(20), 2];
    const traits = tensor([-3 / l, -1 / l, 1 / l, 3 / l, 0, -1 / a, 1 / a, -1 / a, 1 / a, 0, 0, 0, 0, 0, 0], [3, 5]);
    const weights = tensor([1, 1, 1, 1, 0], [5, 1]);
    const shown = tensor([0.25, 10, 0.5, 20], [1, 2, 2]);
    const { best, correlation, activity } = tidy(() => ({ ...tracking(states, traits, weights, shown) }));
    expect(Array.from(best.dataSync())).toEqual([0, 1, 0.5]);
    // The first rises with the first unit; the second falls where the second unit rises.
    const [rises = NaN, falls = NaN, none = NaN] = correlation.dataSync();
    expect([rises, falls]).toEqual([expect.closeTo(1, 5), expect.closeTo(-1, 5)]);
    expect(none).toBe(0);
    expect(Array.from(activity.dataSync())).toEqual([0.25, 0.5, 10, 20, 5.125, 10.25]);
  });

  it('is told by a correlation that is a covariance over two spreads', () => {
    // 1, 2, 3, 6 against 0, 0, 1, 1: covariance 1.5 / 4 · 2, spreads √14 and 1.
    const states = tensor([1, 2, 3, 6], [1, 4, 1]);
    const traits = tensor([-0.5, -0.5, 0.5, 0.5, 0, 0, 0, 0, 0, 0, 0, 0], [3, 4]);
    const { correlation } = tidy(() => ({ ...tracking(states, traits, tensor([1, 1, 1, 1], [4, 1]), states) }));
    expect(correlation.dataSync()[0]).toBeCloseTo(3 / Math.sqrt(14), 5);
  });
});

describe('what moved an answer', () => {
  it('is the length of the derivative by each earlier embedding: weights, slopes and the way back, as the chain rule gives them', () => {
    const [length, u, b, out] = [4, 0.5, 0.3, [2, -1] as const];
    const network = smallNetwork({ length, u, b, out });
    const windows = {
      rows: 2,
      length,
      x: counted(8).map(() => 1),
      t: Int32Array.of(0, 0, 0, 0, 0, 0, 1, 0),
      weights: new Float32Array(8).fill(1),
    };
    const task = { vocabulary: vocabularyOf('ab', { unit: 'character', symbols: 3 }) };
    const question = reading({ network, task, length: 1 }, windows);
    const asked = (place: number) => {
      const answer = tidy(() => {
        const inputs = question.inputs(askedWith({ place }, 1));
        const given = Object.entries(inputs).map(([name, { shape, data }]) => [name, tensor(data, [...shape])] as const);
        return question.answer(Object.fromEntries(given));
      });
      return Object.fromEntries(Object.entries(answer).map(([name, one]) => [name, Array.from(one.dataSync())]));
    };
    const states = [0];
    for (let i = 0; i < length; i++) states.push(Math.tanh(b + u * at(states, i)));
    // The third place of the second row, whose true symbol is the second: log p by the state is out[1] - p[0] out[0] - p[1] out[1].
    const h = at(states, 3);
    const p = 1 / (1 + Math.exp(h * (out[1] - out[0])));
    const byState = out[1] - p * out[0] - (1 - p) * out[1];
    const slope = (i: number): number => 1 - at(states, i) ** 2;
    const byInput = [slope(3) * u * slope(2) * u * slope(1), slope(3) * u * slope(2), slope(3), 0].map(
      (way) => 5 * Math.abs(byState * way),
    );
    const { moved = [], probabilities = [], place } = asked(7);
    expect(place).toEqual([6]);
    moved.forEach((one, i) => expect(one).toBeCloseTo(at(byInput, i), 5));
    expect(probabilities[0]).toBeCloseTo(p, 6);
    network.dispose();
  });

  it('is drawn on the symbols before the answer: what was read when a symbol was due stands one place on', () => {
    const arrays = {
      codes: { shape: [2, 3], data: [97, 98, 99, 100, 101, 102] },
      surprise: { shape: [2, 3], data: [1, 2, 3, 4, 5, 6] },
      letters: { shape: [6], data: [97, 98, 99, 100, 101, 102] },
    };
    const answers = {
      reading: {
        step: 5,
        arrays: {
          place: { shape: [1], data: [5] },
          moved: { shape: [3], data: [7, 8, 9] },
          probabilities: { shape: [6], data: [0, 0, 0, 0, 0.25, 0.75] },
        },
      },
    };
    const source = { step: 5, arrays, metrics: {}, values: { colour: 'moved', place: 1 }, answers };
    const seen = passageShown(source);
    // The second row alone; its first input, 7, was read before what is shown, and nothing after the answer has moved it.
    expect(seen?.shown).toEqual([0, 0, 0, 8, 9, 0]);
    expect([seen?.place, seen?.across, seen?.symbols.join('')]).toEqual([5, 3, 'abcdef']);
    expect(seen?.expected).toEqual({ symbols: ['a', 'b', 'c', 'd', 'e', 'f'], shares: [0, 0, 0, 0, 0.25, 0.75], truth: 5 });
    expect(passageShown({ ...source, values: { colour: 'surprise' } })?.shown).toEqual([1, 2, 3, 4, 5, 6]);
    expect(passageShown({ ...source, answers: undefined })?.expected).toBeUndefined();
  });
});

describe('the passage that is shown', () => {
  it('is the beginning of what is held out of a running text, each symbol with the one behind it', () => {
    const { rows, length, x, t, weights } = passageOf({ test: [counted(500)] });
    expect([rows, length, at(x, 0), at(x, -1), at(t, 0), at(t, -1)]).toEqual([1, 192, 0, 191, 1, 192]);
    expect(weights.every((one) => one === 1)).toBe(true);
    expect(passageOf({ test: [counted(50)] }).length).toBe(49);
  });

  it('is eight lines spread over those that are held out, the shorter ones padded', () => {
    const test = Array.from({ length: 20 }, (_, i) => Int32Array.from({ length: i === 5 ? 11 : 26 }, () => i));
    const { rows, length, x, weights } = passageOf({ test });
    expect([rows, length]).toEqual([8, 25]);
    expect(Array.from({ length: rows }, (_, row) => at(x, row * length))).toEqual([0, 2, 5, 7, 10, 12, 15, 17]);
    const known = Array.from({ length: rows }, (_, row) => weights.slice(row * length, (row + 1) * length).reduce((a, b) => a + b, 0));
    expect(known).toEqual([25, 25, 10, 25, 25, 25, 25, 25]);
  });
});

describe('a sample on the way', () => {
  /** What is written, as numbers of symbols. @param b the state leans to one of two symbols by it. */
  function written(b: number, temperature: number, seed: number): number[] {
    const vocabulary = vocabularyOf('ab', { unit: 'character', symbols: 3 });
    const network = smallNetwork({ length: 1, u: 0, b, out: [1, -1] });
    const question = sample({
      network,
      task: { vocabulary: { ...vocabulary, symbols: ['a', 'b'], unknown: undefined, encode: () => Int32Array.of(0) } },
      length: 30,
    });
    const asked = askedWith({ temperature }, seed);
    let inputs = question.inputs(asked);
    for (let pieces = 1; ; pieces++) {
      const answer = tidy(() =>
        question.answer(Object.fromEntries(Object.entries(inputs).map(([name, { shape, data }]) => [name, tensor(data, [...shape])]))),
      );
      const read = Object.fromEntries(
        Object.entries(answer).map(([name, one]) => [name, { shape: one.shape, data: Float32Array.from(one.dataSync()) }]),
      );
      const next = question.next?.(asked, read, pieces);
      if (next === undefined) {
        network.dispose();
        return Array.from(read['text']?.data ?? []);
      }
      inputs = next;
    }
  }

  it('is a function of weights and seed, drawn with the same lots whatever the weights are', () => {
    const even = written(0, 1, 1);
    expect(even).toHaveLength(30);
    expect(written(0, 1, 1)).toEqual(even);
    expect(written(0, 1, 2)).not.toEqual(even);
    // A network that leans to the first symbol writes it wherever an even one did, and oftener.
    const leaning = written(0.5, 1, 1);
    even.forEach((symbol, i) => symbol === 0 && expect(leaning[i]).toBe(0));
    expect(leaning.filter((one) => one === 0).length).toBeGreaterThan(even.filter((one) => one === 0).length);
    expect(written(3, 0.01, 1)).toEqual(new Array(30).fill(0));
  });

  it('stands beside the bits of its step, line ends as signs and bytes as characters', () => {
    const letters = { shape: [4], data: [0x25a1, 10, 97, 98] };
    const past = (step: number, text: readonly number[], bits: number) => ({
      step,
      arrays: { text: { shape: [text.length], data: text } },
      metrics: { bits },
    });
    const source = {
      step: 30,
      arrays: { letters },
      metrics: {},
      values: {},
      along: { sample: [past(0, [2, 1, 3], 6), past(25, [2, 2, 2], 3.5)] },
    };
    expect(stripOf(source)).toEqual({
      part: 'strip',
      step: 30,
      samples: [
        { step: 0, text: 'a⏎b', bits: 6 },
        { step: 25, text: 'aaa', bits: 3.5 },
      ],
    });
    const bytes = { shape: [3], data: [0xe6, 0x98, 0xa5] };
    const read = stripOf({ ...source, arrays: { letters: bytes }, values: { unit: 'byte' }, along: { sample: [past(0, [0, 1, 2], 1)] } });
    expect(read?.samples[0]?.text).toBe('春');
    expect(stripOf({ ...source, along: undefined })?.samples).toEqual([]);
  });
});

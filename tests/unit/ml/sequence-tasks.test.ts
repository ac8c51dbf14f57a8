/** The tasks of texts and of sequences: batches, what is held out, bits. */
import { dispose, memory, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { toTensor } from '../../../src/engine/worker/model/tensors';
import { trainingStep } from '../../../src/engine/worker/run/training-step';
import { scalarArray } from '../../../src/ml/data/rows';
import type { SequencesData, SequenceTask } from '../../../src/ml/data-kinds/sequences/program';
import type { TextData } from '../../../src/ml/data-kinds/text/program';
import { lossOf } from '../../../src/ml/losses';
import { buildNetwork } from '../../../src/ml/network';
import { createRandom } from '../../../src/ml/random';
import { mlp } from '../../../src/ml/blueprint/mlp';
import type { NetworkSpec } from '../../../src/ml/blueprint/network-spec';
import { program } from '../../../src/ml/blueprint/program';
import { sequencesTask } from '../../../src/ml/tasks/sequences';
import { supervisedModel } from '../../../src/ml/tasks/supervised';
import { textTask } from '../../../src/ml/tasks/text';
import { NODE_BACKENDS, on, read } from './support';

const network = mlp({ name: 'n', inputs: 4, hidden: [], outputs: 4, activations: [] });

/** Symbols as vectors, a simple cell, and an answer at every place. */
function reader(length: number, symbols: number): NetworkSpec {
  return {
    name: 'reader',
    inputs: { x: { shape: [length], kind: 'indices', size: symbols } },
    nodes: [
      { id: 'vectors', layer: 'embedding', from: ['x'], options: { size: symbols, units: 6 } },
      { id: 'cell', layer: 'recurrent', from: ['vectors'], options: { cell: 'rnn', units: 8 } },
      { id: 'answer', layer: 'dense', from: ['cell'], options: { units: symbols } },
    ],
    outputs: ['answer'],
  };
}

const textData = (more: Partial<TextData> = {}): TextData => ({
  ...({
    kind: 'text',
    corpus: 'moby-dick',
    unit: 'character',
    symbols: 30,
    length: 4,
    rows: 'running',
    heldOut: 0.25,
    classes: 5,
  } as const),
  ...more,
});
const text = (data: TextData, given: string, most?: number) =>
  textTask(program({ network, loss: 'crossEntropy', data, batchSize: 3 }), given, createRandom(1), most);

describe('the task of a text', () => {
  const alphabet = 'abcdefghijklmnopqrstuvwx';

  it('goes through the text to learn from once an epoch, and never through what is held out', () => {
    const task = text(textData(), alphabet);
    const seen = new Map<string, number>();
    for (const step of [0, 1])
      for (const [i, symbol] of task.batch(step).t.data.entries())
        if (task.batch(step).weights?.data[i] !== 0) {
          const name = task.vocabulary.symbols[symbol] ?? '?';
          seen.set(name, (seen.get(name) ?? 0) + 1);
        }
    // 18 letters to learn from are five windows of four; the sixth place of two batches of three is the first window's again.
    expect([...seen.keys()].sort().join('')).toBe('bcdefghijklmnopqr');
    expect(task.heldOut.inputs.x.shape).toEqual([2, 4]);
    expect(task.vocabulary.decode(task.heldOut.inputs.x.data)).toBe('stuvw□□□');
    expect([...(task.heldOut.weights?.data ?? [])]).toEqual([1, 1, 1, 1, 1, 0, 0, 0]);
    expect(task.batch(1)).toEqual(text(textData(), alphabet).batch(1));
  });

  it('gives no weights where every place asks', () => {
    const { batch, heldOut } = text(textData({ heldOut: 5 / 22 }), alphabet.slice(0, 22));
    expect([batch(0).weights, heldOut.weights]).toEqual([undefined, undefined]);
  });

  it('looks at as many held-out rows as asked, spread over all, and marks what is □', () => {
    const { heldOut, heldOutUnknown, vocabulary } = text(textData({ symbols: 2, heldOut: 0.5 }), 'aab'.repeat(40), 3);
    expect(heldOut.t.shape).toEqual([3, 4]);
    expect([...heldOutUnknown]).toEqual(Array.from(heldOut.t.data, (symbol) => (symbol === vocabulary.unknown ? 1 : 0)));
    expect(heldOutUnknown.some((one) => one === 1)).toBe(true);
  });

  it('says bits a character, whether symbols are characters or bytes', () => {
    const given = '春眠不觉晓处处闻啼鸟夜来风雨声花落知多少';
    expect(text(textData(), alphabet).bitsPerCharacter(Math.LN2)).toBeCloseTo(1, 12);
    const bytes = text(textData({ unit: 'byte' }), given);
    expect(bytes.bitsPerCharacter(Math.LN2)).toBeCloseTo(3, 12);
    const [one] = bytes.nGramBits(1);
    expect(one).toBeGreaterThan(9);
    expect(bytes.nGramBits(1)).toBe(bytes.nGramBits(1));
  });

  it.each(['', 'a', 'ab'])('refuses a text too short to learn and hold out: "%s"', (given) => {
    expect(() => text(textData(), given)).toThrow(/too short: there should be two to learn from/);
  });
});

describe.each(NODE_BACKENDS)('a text that repeats, learned on %s', (backend) => {
  beforeAll(() => on(backend));

  it('takes ever fewer bits a character, and its tensors are freed', () => {
    const before = memory().numTensors;
    const data = textData({ length: 6, classes: 4, heldOut: 0.2 });
    const whole = program({
      network: reader(6, 4),
      loss: 'crossEntropy',
      data,
      optimiser: { name: 'adam' },
      learningRate: 0.05,
      batchSize: 4,
    });
    const random = createRandom(1);
    const task = textTask(whole, 'abc'.repeat(30), random);
    const built = buildNetwork(whole.network, random.fork('weights'));
    const held = {
      x: toTensor(task.heldOut.inputs.x),
      t: toTensor(task.heldOut.t),
      weights: toTensor(task.heldOut.weights ?? scalarArray(1)),
    };
    const loss = lossOf('crossEntropy');
    const evaluate = () => {
      const [scores] = built.apply({ x: held.x }, { training: false }).outputs;
      if (scores === undefined) throw new Error('the network has no output');
      return { testLoss: loss(scores, held.t, held.weights) };
    };
    const model = supervisedModel({
      program: () => whole,
      network: built,
      random,
      batch: task.batch,
      evaluateEvery: 1,
      evaluate,
      frame: () => ({}),
      dispose: () => dispose(held),
    });
    const bits = (): number => task.bitsPerCharacter(read(tidy(() => evaluate().testLoss))[0] ?? NaN);
    // Three letters, each as frequent: log2(3) bits for who knows no more than that, and none once the pattern is known.
    expect(bits()).toBeGreaterThan(Math.log2(3));
    for (let step = 0; step < 60; step++) dispose(trainingStep(model, step));
    expect(bits()).toBeLessThan(0.2);
    model.optimiser.dispose();
    model.dispose();
    built.dispose();
    expect(memory().numTensors).toBe(before);
  });
});

describe('the task of sequences', () => {
  const data = (task: SequenceTask, more: Partial<SequencesData> = {}): SequencesData => ({
    ...({ kind: 'sequences', task, symbols: 3, length: 4, train: 6, test: 5 } as const),
    ...more,
  });

  it('that ask at the end give one answer a sequence', () => {
    const task = sequencesTask(program({ network, loss: 'crossEntropy', data: data('recall'), batchSize: 6 }), createRandom(1));
    const { inputs, t, weights } = task.batch(0);
    expect([inputs.x.shape, t.shape, weights]).toEqual([[6, 4], [6], undefined]);
    expect([...t.data]).toEqual([0, 4, 8, 12, 16, 20].map((i) => inputs.x.data[i]));
    expect(task.heldOut.t.shape).toEqual([5]);
  });

  it('that ask at places weigh them, and tell a decoder its answers one place later', () => {
    const whole = program({
      network: { ...network, inputs: { x: [4], previous: [4] } },
      loss: 'crossEntropy',
      data: data('reverse', { shortest: 2 }),
    });
    const { heldOut } = sequencesTask(whole, createRandom(1));
    const { inputs, t, weights } = heldOut;
    expect([t.shape, weights?.shape]).toEqual([
      [5, 4],
      [5, 4],
    ]);
    for (let row = 0; row < 5; row++) {
      expect(inputs.previous?.data[4 * row]).toBe(4);
      for (let i = 1; i < 4; i++) expect(inputs.previous?.data[4 * row + i]).toBe(t.data[4 * row + i - 1]);
      for (let i = 0; i < 4; i++) expect(weights?.data[4 * row + i]).toBe(inputs.x.data[4 * row + i] === 3 ? 0 : 1);
    }
    const plain = sequencesTask(program({ network, loss: 'crossEntropy', data: data('reverse') }), createRandom(1));
    expect(plain.heldOut.inputs).not.toHaveProperty('previous');
  });
});

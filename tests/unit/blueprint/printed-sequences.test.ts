/** Programs over sequences as they are printed: the loop is run in TensorFlow.js, and penalties and decay are of kernels alone. */
import { describe, expect, it } from 'vitest';
import { inputSymbols, type SequencesData } from '../../../src/ml/data-kinds/sequences/program';
import { printProgram } from '../../../src/ml/blueprint/code';
import type { NetworkSpec } from '../../../src/ml/blueprint/network-spec';
import { program } from '../../../src/ml/blueprint/program';
import { hasPython, lossesIn, misreadByPython, saidBy } from '../../programs/run';

const data: SequencesData = { kind: 'sequences', task: 'gap', symbols: 3, length: 6, train: 40, test: 20 };
const size = inputSymbols(data);
const network: NetworkSpec = {
  name: 'gap',
  inputs: { x: { shape: [6], kind: 'indices', size } },
  nodes: [
    { id: 'embedding', layer: 'embedding', from: ['x'], options: { size, units: 4 } },
    { id: 'place', layer: 'positions', from: ['embedding'], options: {} },
    { id: 'cell', layer: 'recurrent', from: ['place'], options: { cell: 'lstm', units: 4, start: 'learned' } },
    { id: 'mix', layer: 'attention', from: ['cell'], options: { score: 'additive' } },
    // What attention has read is read once more, behind it.
    { id: 'sum', layer: 'add', from: ['cell', 'mix'], options: {} },
    { id: 'output', layer: 'dense', from: ['sum'], options: { units: 3 } },
  ],
  outputs: ['output'],
};
const settings = program({ network, loss: 'crossEntropy', data, optimiser: { name: 'adam' }, steps: 51, l2: 0.001, weightDecay: 0.01 });

it('trains in TensorFlow.js, where penalties and decay find every kernel', async () => {
  const asked = "console.log('kernels ' + kernels.map((w) => w.shape.join('x')).join(' '));";
  const said = await saidBy(`${printProgram(settings, 'tfjs', 'en')}\n${asked}\n`);
  const losses = lossesIn(said);
  expect(losses).toHaveLength(2);
  expect(losses[1]).toBeLessThan(losses[0] ?? NaN);
  // Those of the cell, of query, key, value, score and output, and of the last layer; no table, no start, no bias.
  expect(/^kernels (.*)$/m.exec(said)?.[1]).toBe('4x16 4x16 4x4 4x4 4x4 1x4 4x4 4x3');
});

it.runIf(hasPython)('names the same kernels in Keras and PyTorch', () => {
  const [keras, pytorch] = [printProgram(settings, 'keras', 'en'), printProgram(settings, 'pytorch', 'en')];
  expect(misreadByPython({ keras, pytorch })).toEqual([]);
  expect(keras).toContain('exclude_from_weight_decay(var_names=["bias", "gamma", "beta", "embeddings", "start_state"])');
  expect(pytorch).toContain('isinstance(m, nn.Linear) and m.weight.requires_grad]');
  expect(pytorch).toContain('name.endswith(("weight_ih_l0", "weight_hh_l0", "score_kernel",)) and p.requires_grad]');
  expect(pytorch).toContain('for p in model.parameters() if p.requires_grad), "parameters")');
});

describe('a decoder that is told its answers', () => {
  const told: SequencesData = { kind: 'sequences', task: 'reverse', symbols: 3, length: 4, shortest: 2, train: 40, test: 20 };
  const input = { shape: [4], kind: 'indices', size: 5 } as const;
  const decoder = program({
    network: {
      name: 'decoder',
      inputs: { x: input, previous: input },
      nodes: [
        { id: 'source', layer: 'embedding', from: ['x'], options: { size: 5, units: 4 } },
        { id: 'said', layer: 'embedding', from: ['previous'], options: { size: 5, units: 4 } },
        { id: 'mean', layer: 'averageSteps', from: ['source'], options: {} },
        { id: 'told', layer: 'repeat', from: ['mean'], options: { count: 4 } },
        { id: 'joined', layer: 'concat', from: ['said', 'told'], options: {} },
        { id: 'output', layer: 'dense', from: ['joined'], options: { units: 3 } },
      ],
      outputs: ['output'],
    },
    loss: 'crossEntropy',
    data: told,
    optimiser: { name: 'adam' },
    steps: 51,
  });

  it('learns in TensorFlow.js from what it should have said before: each answer one place later, behind the mark', async () => {
    const asked = "console.log('rows ' + JSON.stringify([ys.slice(0, 9), previous.arraySync().slice(0, 9)]));";
    const said = await saidBy(`${printProgram(decoder, 'tfjs', 'en')}\n${asked}\n`);
    const losses = lossesIn(said);
    expect(losses[1]).toBeLessThan(losses[0] ?? NaN);
    const [answers = [], before = []] = JSON.parse(/^rows (.*)$/m.exec(said)?.[1] ?? '[]') as number[][][];
    expect(answers).toHaveLength(9);
    // The mark is the number after the three symbols and the blank; where nothing is asked stands 0.
    for (const [i, row] of answers.entries()) expect(before[i]).toEqual([4, ...row.slice(0, 3).map((one) => (one < 0 ? 0 : one))]);
  });

  it.runIf(hasPython)('is given both in Keras and PyTorch', () => {
    const [keras, pytorch] = [printProgram(decoder, 'keras', 'en'), printProgram(decoder, 'pytorch', 'en')];
    expect(misreadByPython({ keras, pytorch })).toEqual([]);
    expect(keras).toContain('model = keras.Model([x_in, previous_in], output)');
    expect(keras).toContain('model.fit([x[:train_count], previous[:train_count]], y[:train_count]');
    expect(pytorch).toContain('def forward(self, x, previous):');
    expect(pytorch).toContain('loss = loss_of(model(x[picks], previous[picks]), y[picks])');
  });

  it('is refused of data that are not answered symbol by symbol', () => {
    const planar = {
      kind: 'planar',
      dataset: 'circle',
      samples: 4,
      noise: 0,
      trainShare: 0.5,
      features: ['x1', 'x2'],
      classes: 1,
    } as const;
    expect(() => printProgram({ ...decoder, data: planar }, 'keras', 'en')).toThrow('"planar" have no answers');
  });
});

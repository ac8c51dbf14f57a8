/** A network that reads what it says: held to the same network read from the beginning, symbol after symbol. */
import { argMax, matMul, tensor2d, tidy, type Tensor } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { at } from '../../../src/base/at';
import type { CellName } from '../../../src/ml/blueprint/layers/recurrent';
import { saidAlone } from '../../../src/ml/free-running';
import { buildNetwork, type Network } from '../../../src/ml/network';
import { createRandom } from '../../../src/ml/random';
import { on, read } from './support';

const SYMBOLS = 5;
const STEPS = 7;
const LINE = [0, 3, 1, 1, 4, 2, 0];

beforeAll(() => on('cpu'));

function writer(cell: CellName, cut: { truncate?: number; carry?: boolean }): Network {
  const nodes = [
    { id: 'embedding', layer: 'embedding', from: ['x'], options: { size: SYMBOLS, units: 4, initialScale: 3 } },
    { id: 'state', layer: 'recurrent', from: ['embedding'], options: { cell, units: 3, ...cut } },
    { id: 'output', layer: 'dense', from: ['state'], options: { units: SYMBOLS } },
  ];
  const inputs = { x: { shape: [STEPS], kind: 'indices', size: SYMBOLS } } as const;
  return buildNetwork({ name: 'writer', inputs, nodes, outputs: ['output'] }, createRandom(2));
}

/** What is said after each step of a row, read as a whole. */
function said(network: Network, row: readonly number[]): number[] {
  return tidy(() => read(argMax<Tensor>(network.scores(tensor2d([...row], [1, STEPS], 'int32')), -1)));
}

describe.each(['rnn', 'lstm', 'gru'] as const)('a %s that is given some symbols and writes on', (cell) => {
  it.each([
    [{}, [0]],
    [{ truncate: 3, carry: false }, [0, 1, 4]],
  ] as const)('says what it says when it reads its own line (%j)', (cut, resets) => {
    const network = writer(cell, cut);
    const given = [1, 3, STEPS];
    const alone = tidy(() =>
      read(
        saidAlone(
          cell,
          {
            bySymbol: matMul(network.weight('embedding/table'), network.weight('state/kernel')),
            recurrent: network.weight('state/recurrentKernel'),
            bias: network.weight('state/bias'),
            output: network.weight('output/kernel'),
            outputBias: network.weight('output/bias'),
          },
          {
            symbols: tensor2d(LINE, [1, STEPS], 'int32'),
            told: tensor2d(
              given.flatMap((count) => LINE.map((_, step) => (step < count ? 1 : 0))),
              [given.length, STEPS],
            ),
            resets: new Set(resets),
          },
        ),
      ),
    );
    given.forEach((count, row) => {
      const own = [...LINE];
      // Symbol after symbol: each is what the network says to all before it.
      for (let step = count; step < STEPS; step++) own[step] = at(said(network, own), step - 1);
      expect(alone.slice(row * STEPS, (row + 1) * STEPS)).toEqual(said(network, own));
    });
    // A network that always says the same, or the truth, would show nothing.
    expect(new Set(alone).size).toBeGreaterThan(1);
    expect(alone.slice(0, STEPS)).not.toEqual(said(network, LINE));
    network.dispose();
  });
});

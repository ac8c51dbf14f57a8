/** Reading symbol by symbol gives what reading at once gives, of every cell. */
import { tensor, tidy, zeros, type Tensor } from '@tensorflow/tfjs-core';
import { beforeAll, it } from 'vitest';
import { at } from '../../../src/base/at';
import { carriedUnits, readOn } from '../../../src/ml/carried';
import { buildNetwork } from '../../../src/ml/network';
import { createRandom } from '../../../src/ml/random';
import type { NetworkSpec } from '../../../src/ml/blueprint/network-spec';
import { expectClose, on } from './support';

beforeAll(() => on('cpu'));

const TEXT = [3, 1, 4, 1, 0, 2];
const CLASSES = 5;

function network(cell: string, start: string): NetworkSpec {
  return {
    name: 'reader',
    inputs: { x: { shape: [TEXT.length], kind: 'indices', size: CLASSES } },
    nodes: [
      { id: 'embedding', layer: 'embedding', from: ['x'], options: { size: CLASSES, units: 3 } },
      { id: 'state', layer: 'recurrent', from: ['embedding'], options: { cell, units: 4, start } },
      { id: 'output', layer: 'dense', from: ['state'], options: { units: CLASSES } },
    ],
    outputs: ['output'],
  };
}

it.each(['rnn', 'lstm', 'gru'])('a %s that carries its state on', (cell) => {
  const built = buildNetwork(network(cell, 'zeros'), createRandom(2));
  tidy(() => {
    const whole = built.scores(tensor([TEXT, TEXT.toReversed()], [2, TEXT.length], 'int32')).dataSync();
    let carried: Tensor = zeros([2, carriedUnits(built.spec, 'state')]);
    TEXT.forEach((symbol, place) => {
      const x = tensor([symbol, at(TEXT, TEXT.length - 1 - place)], [2, 1], 'int32');
      const read = readOn({ network: built, node: 'state' }, x, carried);
      carried = read.carried;
      const expected = [0, 1].flatMap((row) => {
        const from = (row * TEXT.length + place) * CLASSES;
        return [...whole.slice(from, from + CLASSES)];
      });
      expectClose([...read.scores.dataSync()], expected, 1e-5);
    });
  });
  built.dispose();
});

it('what is given to begin with is added to a start that is trained', () => {
  const built = buildNetwork(network('gru', 'learned'), createRandom(2));
  tidy(() => {
    built.weight('state/startState').assign(tensor([0.3, -0.2, 0.1, 0.4]));
    const x = tensor([2], [1, 1], 'int32');
    const trained = readOn({ network: built, node: 'state' }, x, zeros([1, 4])).scores.dataSync();
    built.weight('state/startState').assign(tensor([0, 0, 0, 0]));
    const given = readOn({ network: built, node: 'state' }, x, tensor([0.3, -0.2, 0.1, 0.4], [1, 4])).scores.dataSync();
    expectClose([...given], [...trained], 1e-6);
  });
  built.dispose();
});

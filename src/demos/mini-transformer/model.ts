import { mul, tensor2d, tidy, type Scalar, type Tensor } from '@tensorflow/tfjs-core';
import { at } from '../../base/at';
import { loadCorpus } from '../../ml/data/text/corpora';
import { sequenceTensors, type SequenceTensors } from '../../ml/data/sequence-tensors';
import type { OwnText } from '../../ml/data-kinds/text/own';
import { lossOf } from '../../ml/losses';
import { defineModel } from '../../ml/model';
import { buildNetwork } from '../../ml/network';
import { supervisedModel } from '../../ml/tasks/supervised';
import { textTask } from '../../ml/tasks/text';
import type { ValuesOf } from '../declaration';
import type demo from './demo';
import miniTransformerProgram, { settingsOf } from './program';
import { inside } from './inside';
import { sample, writing } from './writing';

/** Rows that an evaluation looks at, of what is held out and of what is learned. */
const LOOKED_AT = 128;
/** The largest n of the tables. */
const TABLES = 5;
/** Symbols that the run writes when it is asked, and in a sample on the way: a line of the picture. */
const WRITTEN = { running: 120, lines: 50 } as const;
const SAMPLED = { running: 40, lines: 25 } as const;

/** [rows, places]: the weights of the last place of each row alone. */
function lastPlaces(weights: Tensor): Tensor {
  const [rows, length] = [at(weights.shape, 0), at(weights.shape, 1)];
  const marks = Float32Array.from({ length: rows * length }, (_, i) => (i % length === length - 1 ? 1 : 0));
  return tidy(() => mul(weights, tensor2d(marks, [rows, length])));
}

/**
 * Metrics in bits a character: `bits` on what is held out, `trainBits` on as many rows that are learned, `lastBits` on the last places of
 * the held-out rows, `table1`, …, `table5` of tables of n-grams. Frame: `letters` [classes], code points.
 */
export default defineModel<ValuesOf<(typeof demo)['parameters']>, OwnText>({
  async create({ values, random, ownData }) {
    const program = () => miniTransformerProgram(values, ownData);
    const first = program();
    const text = ownData?.text ?? (await loadCorpus(values.corpus));
    const task = textTask(first, text, random, LOOKED_AT);
    const network = buildNetwork(first.network, random.fork('weights'));
    const loss = lossOf('crossEntropy');
    const held = sequenceTensors(task.heldOut);
    const learned = sequenceTensors(task.learned);
    const bits = (scores: Tensor, { t }: SequenceTensors, weights: Tensor): Scalar =>
      mul(loss(scores, t, weights), task.bitsPerCharacter(1));
    const { rows, length: window } = first.data;
    const symbols = task.vocabulary.symbols;
    const letters = { shape: [symbols.length], data: Int32Array.from(symbols, (symbol) => symbol.codePointAt(0) ?? 0) };
    // Of a row of a running text nobody sees what its last place is to say, whatever the mask.
    const last = rows === 'running' ? lastPlaces(held.weights) : undefined;
    return supervisedModel({
      program,
      network,
      random,
      batch: task.batch,
      evaluateEvery: 50,
      evaluate() {
        const scores = network.scores(held.x);
        return {
          bits: bits(scores, held, held.weights),
          trainBits: bits(network.scores(learned.x), learned, learned.weights),
          ...(last === undefined ? {} : { lastBits: bits(scores, held, last) }),
          ...Object.fromEntries(task.nGramBits(TABLES).map((one, i) => [`table${i + 1}`, one])),
        };
      },
      frame: () => ({ letters }),
      questions: {
        inside: inside({ network, settings: settingsOf(values, ownData), task }),
        writing: writing({ network, settings: settingsOf(values, ownData), task, window, length: WRITTEN[rows] }),
        sample: sample({ network, task, window, length: SAMPLED[rows] }),
      },
      dispose() {
        for (const one of [...Object.values(held), ...Object.values(learned), last]) one?.dispose();
      },
    });
  },
});

import { div, mul, reshape, sub, sum, tensor2d, tidy, type Scalar, type Tensor } from '@tensorflow/tfjs-core';
import { at } from '../../base/at';
import { loadCorpus } from '../../ml/data/text/corpora';
import { sequenceTensors, type SequenceTensors } from '../../ml/data/sequence-tensors';
import type { OwnText } from '../../ml/data-kinds/text/own';
import { lossOf } from '../../ml/losses';
import { defineModel } from '../../ml/model';
import { activationOf, buildNetwork } from '../../ml/network';
import { supervisedModel } from '../../ml/tasks/supervised';
import { textTask } from '../../ml/tasks/text';
import { TRAITS } from '../../ml/data-kinds/text/traits';
import type { ValuesOf } from '../declaration';
import type demo from './demo';
import { heldOutTraits, surprise, tracking, windowTensors } from './look';
import { passageOf } from './passage';
import charModelProgram from './program';
import { reading, writing } from './questions';
import { sample } from './sample';

/** Rows that an evaluation looks at, of what is held out and of what is learned. */
const LOOKED_AT = 128;
/** The largest n of the tables. */
const TABLES = 5;
/** Symbols that the run writes when it is asked. */
const WRITTEN = { running: 120, lines: 50 } as const;
/** Symbols of a sample on the way: a line of the picture. */
const SAMPLED = { running: 40, lines: 25 } as const;

/** Symbols that only part others: punctuation, blanks, line ends. */
const MARK = /^[\p{P}\p{Z}\s]$/u;

/** Places of some rows that are meant, without those that are padding; undefined where there are none. */
function maskOf(meant: Float32Array, weights: Tensor): Tensor | undefined {
  return meant.some((one) => one === 1) ? tidy(() => mul(reshape(meant, weights.shape), weights)) : undefined;
}

const meanOver = (values: Tensor, mask: Tensor): Scalar => div(sum(mul(values, mask)), sum(mask));

/**
 * Metrics in bits a character: `bits` on what is held out, `trainBits` on as many rows that are learned, `table1`, …, `table5` of tables
 * of n-grams on what is held out, and by symbol, `unknownBits` on those that are □, whose share is `unknownShare`, `markBits` on
 * punctuation, blanks and line ends, `otherBits` on the others.
 * Frame: `letters` [classes], code points (bytes: the bytes); `codes` [rows, places], code points of the passage, and `surprise`, bits a
 * symbol; `best`, `correlation` [traits] and `activity` [traits, places], what units keep track of.
 */
export default defineModel<ValuesOf<(typeof demo)['parameters']>, OwnText>({
  async create({ values, random, ownData }) {
    const program = () => charModelProgram(values, ownData);
    const first = program();
    const text = ownData?.text ?? (await loadCorpus(values.corpus));
    const task = textTask(first, text, random, LOOKED_AT);
    const { vocabulary } = task;
    const network = buildNetwork(first.network, random.fork('weights'));
    const loss = lossOf('crossEntropy');
    const passage = passageOf(task);
    const held = sequenceTensors(task.heldOut);
    const learned = sequenceTensors(task.learned);
    const shown = windowTensors(passage);
    const traits = tensor2d(heldOutTraits(task), [TRAITS.length, task.heldOut.t.data.length]);
    const unknown = maskOf(task.heldOutUnknown, held.weights);
    // A byte is a part of a character, not a mark.
    const isMark = (symbol: number): boolean => values.unit === 'character' && MARK.test(at(vocabulary.symbols, symbol));
    const marks = maskOf(
      Float32Array.from(task.heldOut.t.data, (symbol) => (isMark(Number(symbol)) ? 1 : 0)),
      held.weights,
    );
    const codePoints = Int32Array.from(vocabulary.symbols, (symbol, i) => (values.unit === 'byte' ? i : (symbol.codePointAt(0) ?? 0)));
    const named = (numbers: ArrayLike<number>): Int32Array => Int32Array.from(numbers, (symbol) => at(codePoints, symbol));
    const still = {
      letters: { shape: [codePoints.length], data: codePoints },
      codes: { shape: [passage.rows, passage.length], data: named(passage.t) },
    };
    const asked = { network, task, length: WRITTEN[first.data.rows] };
    const run = (x: Tensor) => network.apply({ x }, { training: false });
    return supervisedModel({
      program,
      network,
      random,
      batch: task.batch,
      evaluateEvery: 25,
      evaluate() {
        const scores = at(run(held.x).outputs, 0);
        const each = surprise(scores, held.t);
        const bits = (of: Tensor, { t, weights }: SequenceTensors): Scalar => mul(loss(of, t, weights), task.bitsPerCharacter(1));
        return {
          bits: bits(scores, held),
          trainBits: bits(at(run(learned.x).outputs, 0), learned),
          ...Object.fromEntries(task.nGramBits(TABLES).map((one, i) => [`table${i + 1}`, one])),
          ...(unknown === undefined
            ? {}
            : { unknownBits: meanOver(each, unknown), unknownShare: div<Scalar>(sum(unknown), sum(held.weights)) }),
          ...(marks === undefined ? {} : { markBits: meanOver(each, marks), otherBits: meanOver(each, sub(held.weights, marks)) }),
        };
      },
      frame() {
        const applied = run(shown.x);
        const states = activationOf(run(held.x), 'state');
        const { best, correlation, activity } = tracking(states, traits, reshape(held.weights, [-1, 1]), activationOf(applied, 'state'));
        return {
          ...still,
          surprise: mul(surprise(at(applied.outputs, 0), shown.t), shown.weights),
          best,
          correlation,
          activity,
        };
      },
      questions: {
        writing: writing(asked),
        reading: reading(asked, passage),
        sample: sample({ network, task, length: SAMPLED[first.data.rows] }),
      },
      dispose() {
        for (const one of [...Object.values(held), ...Object.values(learned), ...Object.values(shown), traits, unknown, marks])
          one?.dispose();
      },
    });
  },
});

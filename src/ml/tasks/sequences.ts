/** Learning small tasks on sequences: batches, and what is held out. */
import { at } from '../../base/at';
import { takeWindows, windowBatches } from '../data/sequence-batches';
import { drawSequences, NOTHING } from '../data-kinds/sequences/draw';
import { asksLast, marksOf, type SequencesData } from '../data-kinds/sequences/program';
import type { Windows } from '../data-kinds/text/windows';
import type { HostArray } from '../model';
import type { Random } from '../random';
import type { Program } from '../blueprint/program';

export interface AskedSequences {
  /** `x` [batch, length]: numbers of symbols. `previous`, the answers one place later behind a mark, where the network takes it. */
  readonly inputs: { readonly x: HostArray; readonly previous?: HostArray };
  /** Numbers of the answers: [batch] where only the last place asks, else [batch, length], 0 where nothing is asked. */
  readonly t: HostArray;
  /** [batch, length]: 1 where something is asked; absent where all targets count. */
  readonly weights?: HostArray;
}

export interface SequencesTask {
  readonly batch: (step: number) => AskedSequences;
  readonly heldOut: AskedSequences;
}

function windowsOfTask(data: SequencesData, count: number, random: Random): Windows {
  const { x, t } = drawSequences(data, count, random);
  return {
    rows: count,
    length: data.length,
    x,
    t: t.map((answer) => (answer === NOTHING ? 0 : answer)),
    weights: Float32Array.from(t, (answer) => (answer === NOTHING ? 0 : 1)),
  };
}

/** What a decoder is told of its own answers while it learns: each one place later, the mark first. */
function previousOf({ shape, data }: HostArray, mark: number): HostArray {
  const length = at(shape, -1);
  return { shape, data: Int32Array.from(data, (_, i) => (i % length === 0 ? mark : (data[i - 1] ?? 0))) };
}

/** The answer of each row's last place. */
function lastOf({ shape: [rows = 0, length = 1], data }: HostArray): HostArray {
  return { shape: [rows], data: Int32Array.from({ length: rows }, (_, row) => data[row * length + length - 1] ?? 0) };
}

/** Sets the task up: streams `train` and `test` of the stream `data`. */
export function sequencesTask({ data, network, batchSize }: Program<SequencesData>, random: Random): SequencesTask {
  const stream = random.fork('data');
  const learned = windowsOfTask(data, data.train, stream.fork('train'));
  const held = windowsOfTask(data, data.test, stream.fork('test'));
  const toldAnswers = Object.hasOwn(network.inputs, 'previous');
  const { question } = marksOf(data);
  const asked = ({ inputs, t, weights }: ReturnType<typeof takeWindows>): AskedSequences => {
    if (asksLast(data)) return { inputs, t: lastOf(t) };
    const told = toldAnswers ? { previous: previousOf(t, question) } : {};
    return { inputs: { ...inputs, ...told }, t, ...(weights === undefined ? {} : { weights }) };
  };
  const batch = windowBatches(learned, { batchSize, random });
  const all = Array.from({ length: held.rows }, (_, row) => row);
  return { batch: (step) => asked(batch(step)), heldOut: asked(takeWindows(held, all, !asksLast(data))) };
}

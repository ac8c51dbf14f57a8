/** Every demo's printed programs: those in TensorFlow.js are run, shortened; those in Python are read by Python. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadOwnCode, loadProgram } from '../../src/demos/load-code';
import { defaultsOf } from '../../src/demos/resolve';
import { demos } from '../../src/demos/registry';
import type { Demo, Values } from '../../src/demos/declaration';
import { presetValues } from '../../src/shell/choices';
import { printProgram } from '../../src/ml/blueprint/code';
import { describeNetwork } from '../../src/ml/blueprint/describe';
import type { DataProgram } from '../../src/ml/data-kinds';
import { CORPUS_NAMES } from '../../src/ml/data-kinds/text/program';
import type { Program } from '../../src/ml/blueprint/program';
import { hasPython, lossesIn, misreadByPython, runProgram, saidBy } from '../programs/run';

/** The default settings and every preset. */
function settingsOf(demo: Demo): (readonly [string, Values])[] {
  const declared = defaultsOf(demo);
  return [
    ['as declared', declared],
    ...Object.keys(demo.presets ?? {}).map((name) => [name, { ...declared, ...presetValues(demo, name) }] as const),
  ];
}

function fewer(data: DataProgram): DataProgram {
  switch (data.kind) {
    case 'images':
    case 'marks':
      return { ...data, train: 4, test: 2 };
    case 'strokes':
    case 'filtered':
    case 'copied':
      return { ...data, samples: Math.min(data.samples, 8) };
    case 'sequences':
      return { ...data, train: Math.min(data.train, 32), test: Math.min(data.test, 8) };
    default:
      return data;
  }
}

/** Symbols of a sequence that is read one by one: TensorFlow.js takes as long for each as for a whole step of a small network. */
const SYMBOLS = 10;

/** The same program over sequences of a few symbols, where it says only here how many there are: what is learned does not depend on it. */
function overFewSymbols(whole: Program): Program {
  const { data, network } = whole;
  if (!('length' in data) || data.length <= SYMBOLS || ('distance' in data && data.distance !== undefined)) return whole;
  // A decoder's steps are counted in its network too.
  if (network.nodes.some(({ layer }) => layer === 'repeat')) return whole;
  const cut = ([first, ...rest]: readonly number[]): readonly number[] => [first === data.length ? SYMBOLS : (first ?? 0), ...rest];
  const inputs = Object.entries(network.inputs).map(
    ([name, input]) => [name, 'shape' in input ? { ...input, shape: cut(input.shape) } : cut(input)] as const,
  );
  return { ...whole, data: { ...data, length: SYMBOLS }, network: { ...network, inputs: Object.fromEntries(inputs) } };
}

/** The same program with a few steps on few samples: every line of it is run. */
function shortened(given: Program): Program {
  const whole = overFewSymbols(given);
  const heavy = describeNetwork(whole.network).multiplyAdds > 2_000;
  return { ...whole, steps: heavy ? 2 : 51, batchSize: Math.min(whole.batchSize, heavy ? 2 : 16), data: fewer(whole.data) };
}

/** Files as MNIST's, of noise. */
function idxFiles(side: number): Record<string, Uint8Array> {
  const images = (count: number): Uint8Array => Uint8Array.from({ length: 16 + count * side * side }, (_, i) => (i * 7919) % 251);
  const labels = (count: number): Uint8Array => Uint8Array.from({ length: 8 + count }, (_, i) => i % 10);
  return {
    'train-images-idx3-ubyte': images(12),
    'train-labels-idx1-ubyte': labels(12),
    't10k-images-idx3-ubyte': images(6),
    't10k-labels-idx1-ubyte': labels(6),
  };
}

const FILES = idxFiles(28);

/** Says how many numbers the program's model has trained. */
const COUNTED =
  "console.log('trained ' + model.trainableWeights.reduce((sum, { shape }) => sum + shape.reduce((all, one) => all * one, 1), 0));";

/** The beginnings of the book's own texts. */
const TEXTS: Record<string, Uint8Array> = Object.fromEntries(
  CORPUS_NAMES.map((name) => [`${name}.txt`, readFileSync(`src/ml/data/text/${name}.txt`).subarray(0, 3_003)]),
);

/** What a program reads. */
const filesOf = ({ kind }: DataProgram): Record<string, Uint8Array> => (kind === 'images' ? FILES : kind === 'text' ? TEXTS : {});

describe.each([...demos].map(([id, demo]) => ({ id, demo })))('what $id prints', ({ id, demo }) => {
  it('runs in TensorFlow.js to its last line, at the declared settings and at every preset', async () => {
    const own = await loadOwnCode(id);
    const done = new Set<string>();
    for (const [name, values] of settingsOf(demo)) {
      const program = await loadProgram(id, values);
      if (program === undefined) continue;
      const short = shortened(program);
      const code = printProgram(short, 'tfjs', 'en');
      if (done.has(code)) continue;
      done.add(code);
      const said = await saidBy(`${code}\n${COUNTED}`, filesOf(program.data));
      const losses = lossesIn(said);
      expect(losses.length, name).toBeGreaterThan(1);
      // A model that does not hold a layer's weights runs, and does not train them.
      expect(said, name).toContain(`trained ${describeNetwork(short.network).parameters}`);
      // Some demos are there to show how a run breaks down: they begin with numbers, at least.
      expect(losses[0], name).toBeGreaterThanOrEqual(0);
    }
    if (done.size > 0 || own === undefined) return;
    // What trains no network prints itself; great networks are made at their least size.
    const values = defaultsOf(demo);
    expect((await saidBy(own(values as never, 'tfjs', 'en'))).length).toBeGreaterThan(20);
  });
});

it.runIf(hasPython)('what the demos print for Keras and PyTorch can be read by Python', async () => {
  const printed: Record<string, string> = {};
  for (const [id, demo] of demos) {
    const own = await loadOwnCode(id);
    for (const [name, values] of settingsOf(demo)) {
      const program = await loadProgram(id, values);
      for (const framework of ['keras', 'pytorch'] as const) {
        const code = program === undefined ? own?.(values as never, framework, 'zh') : printProgram(program, framework, 'zh');
        printed[`${id}, ${name}, ${framework}`] = code ?? '?';
      }
    }
  }
  expect(Object.keys(printed).length).toBeGreaterThan(80);
  expect(misreadByPython(printed)).toEqual([]);
});

describe('a printed program without its files', () => {
  it.each(['zh', 'en'] as const)('says which and where they belong (%s)', async (lang) => {
    const demo = demos.get('lenet');
    const program = demo === undefined ? undefined : await loadProgram('lenet', defaultsOf(demo));
    if (program === undefined) throw new Error('LeNet has no program');
    const { 'train-labels-idx1-ubyte': missing, ...others } = FILES;
    expect(missing).toBeDefined();
    const { complaints, failure } = await runProgram(printProgram(program, 'tfjs', lang), others);
    expect(failure).toContain('exit 1');
    expect(complaints).toMatch(lang === 'zh' ? /找不到 data\/train-labels-idx1-ubyte。/ : /^data\/train-labels-idx1-ubyte is not there\./);
    expect(complaints).toContain('t10k-images-idx3-ubyte');
    for (const framework of ['keras', 'pytorch'] as const) {
      expect(printProgram(program, framework, lang)).toContain('raise SystemExit');
    }
  });
});

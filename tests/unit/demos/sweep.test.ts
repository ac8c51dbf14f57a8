import { describe, expect, it } from 'vitest';
import sweepCode from '../../../src/demos/sweep/code';
import demo from '../../../src/demos/sweep/demo';
import { networkProgram } from '../../../src/demos/sweep/program';
import { axesOf, CELLS, COLUMNS, NETWORKS, ownOf, placeOf, ROWS, type Values } from '../../../src/demos/sweep/setting';
import { defaultsOf } from '../../../src/demos/resolve';
import { hasPython, misreadByPython, saidBy } from '../../programs/run';

// The defaults of the declaration are its values.
const values = defaultsOf(demo) as Values;

describe('the maps of sweep', () => {
  it('number their networks through both maps, row by row, the largest value of the rows on top', () => {
    expect(placeOf(1)).toEqual({ draw: 0, row: 0, column: 0 });
    expect(placeOf(COLUMNS + 3)).toEqual({ draw: 0, row: 1, column: 2 });
    expect(placeOf(NETWORKS)).toEqual({ draw: 1, row: ROWS - 1, column: COLUMNS - 1 });
    const { columns, rows } = axesOf(values);
    expect([columns[0], columns.at(-1), rows[0], rows.at(-1)]).toEqual([0.003, 100, 10, 0.03]);
    expect(ownOf(values, CELLS + COLUMNS + 3)).toEqual({
      learningRate: columns[2],
      initialScale: rows[1],
      weightDecay: values.weightDecay,
      draw: 1,
    });
  });

  it('give every network its own settings and leave all others alike', () => {
    const turned: Values = { ...values, knobs: 'scale-decay', learningRate: 0.2 };
    const [first, last] = [networkProgram(turned, 1), networkProgram(turned, CELLS)];
    expect([first.learningRate, last.learningRate]).toEqual([0.2, 0.2]);
    expect([first.weightDecay, last.weightDecay]).toEqual([1, 1e-5]);
    expect([first, last].map(({ network }) => network.nodes[0]?.options['initialScale'])).toEqual([0.03, 10]);
    expect({ ...first, weightDecay: 0, network: 0 }).toEqual({ ...last, weightDecay: 0, network: 0 });
  });
});

describe('what sweep prints', () => {
  it('runs in TensorFlow.js to its last line and prints both maps', async () => {
    const code = sweepCode(values, 'tfjs', 'en').replace('const steps = 1000', 'const steps = 3');
    const lines = (await saidBy(code)).trim().split('\n');
    const maps = lines.slice(-2 * ROWS).map((line) => line.split(' ').map(Number));
    expect(maps.every((row) => row.length === COLUMNS && row.every((loss) => loss > 0))).toBe(true);
    // Small weights say nothing yet after three steps: the loss of guessing, ln 2.
    expect(maps[ROWS - 1]?.[0]).toBeCloseTo(Math.LN2, 2);
  });

  it('is the network alone where one is trained alone', () => {
    const code = sweepCode({ ...values, only: 58 }, 'tfjs', 'en');
    expect(code).toContain('tf.train.sgd(rate)');
    expect(code).toContain(`rate = ${ownOf(values, 58).learningRate};`);
  });

  it.runIf(hasPython)('can be read by Python, whichever knobs the maps turn', () => {
    const printed: Record<string, string> = {};
    for (const knobs of ['rate-scale', 'rate-decay', 'scale-decay'] as const)
      for (const framework of ['keras', 'pytorch'] as const)
        printed[`${knobs} ${framework}`] = sweepCode({ ...values, knobs }, framework, 'zh');
    expect(misreadByPython(printed)).toEqual([]);
  });
});

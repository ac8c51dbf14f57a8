import { describe, expect, it } from 'vitest';
import dropoutCode from '../../../src/demos/dropout/code';
import demo from '../../../src/demos/dropout/demo';
import { defaultsOf } from '../../../src/demos/resolve';
import type { ValuesOf } from '../../../src/demos/declaration';
import { hasPython, misreadByPython, saidBy } from '../../programs/run';

type Values = ValuesOf<typeof demo>;

// The defaults of the declaration are its values.
const values = defaultsOf(demo) as Values;

/** What the program in TensorFlow.js says after a few steps: the test losses of both networks, and the spread of the answers. */
async function askedBy(leftOn: boolean): Promise<readonly number[]> {
  const code = dropoutCode({ ...values, leftOn }, 'tfjs', 'en').replace('const steps = 1000', 'const steps = 40');
  const lines = (await saidBy(code)).trim().split('\n').slice(-3);
  expect(lines.map((line) => line.replace(/ [\d.e-]+$/, ''))).toEqual(['without dropout test loss', 'with dropout test loss', 'spread']);
  return lines.map((line) => Number(line.split(' ').at(-1)));
}

describe('what dropout prints', () => {
  it('asks both networks in TensorFlow.js: the answers are the same each time with dropout off, and spread where it is left on', async () => {
    const [off, on] = [await askedBy(false), await askedBy(true)];
    for (const loss of [...off.slice(0, 2), ...on.slice(0, 2)]) expect(loss).toBeGreaterThan(0);
    // Rounding alone: the mean of equal numbers need not be the same number.
    expect(off[2]).toBeLessThan(1e-6);
    expect(on[2]).toBeGreaterThan(0.02);
  });

  it.runIf(hasPython)('can be read by Python, dropout off and left on', () => {
    const printed: Record<string, string> = {};
    for (const leftOn of [false, true])
      for (const framework of ['keras', 'pytorch'] as const)
        printed[`${framework} ${leftOn}`] = dropoutCode({ ...values, leftOn }, framework, 'zh');
    expect(misreadByPython(printed)).toEqual([]);
  });

  it('judges in PyTorch in the mode that is set', () => {
    const ends = [false, true].map((leftOn) => dropoutCode({ ...values, leftOn }, 'pytorch', 'en').split('# Every test point')[1]);
    expect(ends[0]).toContain('model.eval()');
    expect(ends[1]).toContain('model.train()');
  });
});

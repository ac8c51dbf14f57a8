/** Writing symbol by symbol: probabilities, lots, and a beam search against all texts there are. */
import { describe, expect, it } from 'vitest';
import { at } from '../../../src/base/at';
import { createRandom } from '../../../src/ml/random';
import {
  BEAM,
  BEAMS,
  DRAWN,
  goOn,
  GREEDY,
  logProbabilities,
  tempered,
  WRITERS,
  writtenOn,
  type Written,
} from '../../../src/ml/data-kinds/text/writing';

const LENGTH = 3;
const nothing: Written = { texts: new Float32Array(WRITERS * LENGTH), bits: new Float32Array(WRITERS) };
const settings = { classes: 3, unknown: undefined, temperature: 1 };

/** Scores of a toy model: they depend on the last symbol alone. What is likeliest first leads to where nothing is likely. */
const TOY = [
  [0, 1.2, 1],
  [0.1, 0, 0.2],
  [0, 0, 5],
] as const;

describe('probabilities', () => {
  it('are softmax in bits, without the symbol that is never written', () => {
    const logs = logProbabilities([1, 2, 3], 0);
    const total = Math.exp(2) + Math.exp(3);
    expect(logs[0]).toBe(-Infinity);
    expect(2 ** at(logs, 1)).toBeCloseTo(Math.exp(2) / total, 12);
    expect(2 ** at(logs, 2)).toBeCloseTo(Math.exp(3) / total, 12);
  });

  it('are raised to 1/T at a temperature T', () => {
    const logs = Float64Array.of(Math.log2(0.8), Math.log2(0.2));
    const cold = tempered(logs, 0.5);
    expect(at(cold, 0)).toBeCloseTo(0.64 / 0.68, 12);
    expect(at(tempered(logs, 2), 0)).toBeCloseTo(2 / 3, 12);
    expect(at(tempered(logs, 1), 1)).toBeCloseTo(0.2, 12);
  });
});

describe('the drawn row', () => {
  it('falls on each symbol as often as it is likely, and never on □', () => {
    const random = createRandom(7);
    const counts = [0, 0, 0];
    const scores = Array.from({ length: WRITERS }, () => [5, Math.log(3), 0]).flat();
    for (let i = 0; i < 4000; i++) {
      const { symbol } = at(goOn(scores, nothing, 0, random.uniform(), { ...settings, unknown: 0 }), DRAWN);
      counts[symbol] = at(counts, symbol) + 1;
    }
    expect(counts[0]).toBe(0);
    // Three standard deviations of 4,000 draws at 3/4 are 82.
    expect(Math.abs(at(counts, 1) - 3000)).toBeLessThan(83);
  });
});

/** Writes with the toy model. */
function write(): Written {
  let written = nothing;
  let last: readonly number[] = new Array<number>(WRITERS).fill(0);
  for (let place = 0; place < LENGTH; place++) {
    const scores = last.flatMap((symbol) => at(TOY, symbol));
    const gone = goOn(scores, written, place, 0.5, settings);
    written = writtenOn(written, gone, place);
    last = gone.map(({ symbol }) => symbol);
  }
  return written;
}

/** Bits of a text to the toy model. */
function bitsOf(text: readonly number[]): number {
  let last = 0;
  return text.reduce((sum, symbol) => {
    const log = at(logProbabilities(at(TOY, last), undefined), symbol);
    last = symbol;
    return sum - log;
  }, 0);
}

describe('beam search', () => {
  const all = Array.from({ length: 27 }, (_, i) => [Math.floor(i / 9), Math.floor(i / 3) % 3, i % 3])
    .map((text) => ({ text, bits: bitsOf(text) }))
    .sort((one, other) => one.bits - other.bits);
  const written = write();
  const row = (i: number): number[] => Array.from(written.texts.slice(i * LENGTH, (i + 1) * LENGTH));

  it('finds the likeliest text of all, where it keeps enough of them', () => {
    expect(row(BEAM)).toEqual(at(all, 0).text);
    expect(at(written.bits, BEAM)).toBeCloseTo(at(all, 0).bits, 5);
  });

  it('keeps different texts, in order, each with its own bits', () => {
    const kept = Array.from({ length: BEAMS }, (_, i) => row(BEAM + i));
    expect(new Set(kept.map((text) => text.join())).size).toBe(BEAMS);
    kept.forEach((text, i) => expect(at(written.bits, BEAM + i)).toBeCloseTo(bitsOf(text), 5));
    expect(Array.from(written.bits.slice(BEAM))).toEqual(Array.from(written.bits.slice(BEAM)).sort((a, b) => a - b));
  });

  it('finds a text that is likelier than the greedy one', () => {
    expect(at(written.bits, GREEDY)).toBeCloseTo(bitsOf(row(GREEDY)), 5);
    expect(at(written.bits, BEAM)).toBeLessThan(at(written.bits, GREEDY) - 0.5);
  });

  it('writes something where a run has come to numbers that are none', () => {
    const gone = goOn(new Array<number>(WRITERS * 3).fill(NaN), nothing, 0, 0.5, { ...settings, unknown: 0 });
    expect(gone.map(({ symbol }) => symbol)).not.toContain(0);
    expect(gone.every(({ symbol }) => symbol < 3)).toBe(true);
  });

  it('is no trouble with fewer symbols than texts', () => {
    const gone = goOn(new Array<number>(WRITERS * 2).fill(0), nothing, 0, 0, { ...settings, classes: 2 });
    expect(gone).toHaveLength(WRITERS);
    expect(gone.map(({ bits }) => bits).slice(BEAM)).toEqual([1, 1, Infinity, Infinity]);
  });
});

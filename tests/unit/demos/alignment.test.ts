/** Where answers come from, by hand; and what the decoder is given. */
import { describe, expect, it } from 'vitest';
import alignmentDemo from '../../../src/demos/alignment/demo';
import alignmentProgram from '../../../src/demos/alignment/program';
import { trueSources, truthsOf } from '../../../src/demos/alignment/sources';
import { defaultsOf } from '../../../src/demos/resolve';
import type { ValuesOf } from '../../../src/demos/declaration';
import { describeNetwork } from '../../../src/ml/blueprint/describe';
import type { SequencesData } from '../../../src/ml/data-kinds/sequences/program';

const data = (task: SequencesData['task']): SequencesData => ({ kind: 'sequences', task, symbols: 4, length: 4, train: 1, test: 1 });
/** Rows of four places of which each says where its answer comes from: one line an answer. */
const drawn = (numbers: Float32Array): string[] =>
  Array.from({ length: numbers.length / 4 }, (_, i) => numbers.slice(4 * i, 4 * i + 4).join(''));

describe('where an answer comes from', () => {
  it('is the mirror image in a sequence said backwards, however often a symbol stands there', () => {
    expect(trueSources(data('reverse'), [3, 3, 0])).toEqual([[2], [1], [0]]);
  });

  it('is every place of the symbol in a sequence put in order, since equal ones cannot be told apart', () => {
    // C A C B: A stands second, B last, C first and third.
    expect(trueSources(data('sort'), [2, 0, 2, 1])).toEqual([[1], [3], [0, 2], [0, 2]]);
    expect(trueSources(data('sort'), [10, 9, 2])).toEqual([[2], [1], [0]]);
  });

  it('is where a digit stands in a date, and nowhere for a dash', () => {
    const { own, before } = truthsOf({ ...data('dates'), symbols: 11, length: 12 }, [2, 8, 13, 1, 1, 13, 2, 0, 2, 6, 11, 11]);
    const places = (numbers: Float32Array): number[] => Array.from({ length: 12 }, (_, i) => numbers.slice(12 * i, 12 * i + 12).indexOf(1));
    expect(places(own)).toEqual([6, 7, 8, 9, -1, 3, 4, -1, 0, 1, -1, -1]);
    expect(places(before)).toEqual([-1, 6, 7, 8, 9, -1, 3, 4, -1, 0, -1, -1]);
  });

  it('is known of these tasks alone', () => {
    expect(() => trueSources(data('gap'), [0, 1, 2])).toThrow('"gap"');
    expect(trueSources(data('reverse'), [])).toEqual([]);
  });

  it('is counted in the places of a row, of which those of blanks have no answer', () => {
    // Two rows: D A and two blanks (4); A B C D.
    const { own, before } = truthsOf(data('reverse'), [3, 0, 4, 4, 0, 1, 2, 3]);
    expect(drawn(own)).toEqual(['0100', '1000', '0000', '0000', '0001', '0010', '0100', '1000']);
    // The first answer has none before it.
    expect(drawn(before)).toEqual(['0000', '0100', '0000', '0000', '0000', '0001', '0010', '0100']);
  });

  it('does not count a place twice: a tie’s own places are not those of the symbol before', () => {
    const { own, before } = truthsOf(data('sort'), [1, 0, 1, 4]);
    expect(drawn(own)).toEqual(['0100', '1010', '1010', '0000']);
    expect(drawn(before)).toEqual(['0000', '0100', '0000', '0000']);
  });
});

describe('the encoder-decoder', () => {
  const settings = (values: Partial<ValuesOf<typeof alignmentDemo>>) =>
    alignmentProgram({ ...(defaultsOf(alignmentDemo) as unknown as ValuesOf<typeof alignmentDemo>), ...values }).network;

  it.each(['positions', 'forward', 'both'] as const)('has a place of its memory for each of the source (%s)', (encoder) => {
    const { shapes } = describeNetwork(settings({ encoder }));
    expect(shapes['memory']).toEqual([10, encoder === 'both' ? 64 : 32]);
    expect(shapes['summary']).toEqual([32]);
    expect(shapes['output']).toEqual([10, 12]);
  });

  it('has room for a date, and its characters to answer with', () => {
    const { shapes } = describeNetwork(settings({ task: 'dates' }));
    expect([shapes['memory'], shapes['output']]).toEqual([
      [12, 32],
      [12, 11],
    ]);
  });

  it('without attention hears of the source by the summary alone', () => {
    const { nodes } = settings({ encoder: 'forward', score: 'none' });
    expect(nodes.some(({ layer }) => layer === 'attention')).toBe(false);
    expect(nodes.filter(({ from }) => from.includes('memory')).map(({ id }) => id)).toEqual(['summary']);
  });
});

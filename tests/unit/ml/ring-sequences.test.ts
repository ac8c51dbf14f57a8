/** Walks around a ring: what they ask for, found again in the sequences alone. */
import { describe, expect, it } from 'vitest';
import { drawSequences, NOTHING } from '../../../src/ml/data-kinds/sequences/draw';
import { createRandom } from '../../../src/ml/random';

interface Ring {
  readonly symbols: number;
  readonly period: number;
  readonly length: number;
  readonly jumps?: number;
}

function drawn(ring: Ring, count = 200): readonly (readonly [x: number[], t: number[]])[] {
  const { x, t } = drawSequences({ kind: 'sequences', task: 'cycle', ...ring, train: count, test: 0 }, count, createRandom(5));
  const row = (all: Int32Array, i: number): number[] => Array.from(all.subarray(i * ring.length, (i + 1) * ring.length));
  return Array.from({ length: count }, (_, i) => [row(x, i), row(t, i)]);
}

describe('a walk around a ring', () => {
  it('goes round where nobody leaps: once it is seen, what comes next is what came one round before', () => {
    for (const [x, t] of drawn({ symbols: 9, period: 5, length: 14 })) {
      expect(new Set(x.slice(0, 5)).size).toBe(5);
      expect(x.slice(5)).toEqual(x.slice(0, -5));
      expect(t).toEqual(x.map((_, i) => (i < 5 ? NOTHING : x[i - 4])));
    }
  });

  it('asks for the next on the ring wherever the sequence has shown it, and nowhere else', () => {
    const followed = { times: 0, asked: 0 };
    const starts = new Map<number | undefined, number>();
    for (const [x, t] of drawn({ symbols: 9, period: 4, length: 24, jumps: 0.3 }, 1000)) {
      starts.set(x[0], (starts.get(x[0]) ?? 0) + 1);
      const next = new Map(x.flatMap((symbol, i) => (t[i] === NOTHING ? [] : [[symbol, t[i]] as const])));
      const shown = (place: number): boolean => x.slice(0, place).some((symbol, i) => symbol === x[place] && x[i + 1] === next.get(symbol));
      for (const [place, symbol] of x.entries()) {
        // One answer for a symbol, wherever it stands; asked for just where the pair stands before, whole.
        if (next.has(symbol)) expect(t[place]).toBe(shown(place) ? next.get(symbol) : NOTHING);
        if (t[place] === NOTHING || place === x.length - 1) continue;
        followed.asked++;
        if (x[place + 1] === t[place]) followed.times++;
      }
      expect(new Set(x).size).toBeLessThanOrEqual(4);
      // The answers are one ring: no two symbols have the same next one, and who goes on does not come back before all have been there.
      expect(new Set(next.values()).size).toBe(next.size);
      for (const from of next.keys()) {
        const way = new Set<number>();
        let here: number | undefined = from;
        while (here !== undefined && !way.has(here)) {
          way.add(here);
          here = next.get(here);
        }
        if (here !== undefined) expect(way.size).toBe(4);
      }
    }
    // A leap lands on the next one a quarter of the time: 0.7 + 0.3 / 4, its deviation over some 17,000 steps 0.003.
    expect(Math.abs(followed.times / followed.asked - 0.775)).toBeLessThan(0.012);
    // Nine symbols to begin with, each 111 times of 1,000, its deviation 10.
    expect(starts.size).toBe(9);
    for (const count of starts.values()) expect(Math.abs(count - 111)).toBeLessThan(45);
  });
});

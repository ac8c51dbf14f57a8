/** One unit among a layer's numbers: its weights with their gradients, what it gave each sample, and its formula with today's numbers. */
import type { Probe } from '../../engine/protocol';
import type { LayerGroup } from '../../ml/blueprint/layer-groups';
import type { ViewArray } from '../../views/view';

/** One weight of a unit. */
export interface UnitWeight {
  readonly variable: string;
  readonly index: number;
  /** Place along the unit's inputs; undefined for a bias, a scale or the like, of which there is one a unit. */
  readonly input: number | undefined;
  readonly weight: number;
  readonly gradient: number;
  readonly update: number;
}

/** The weights whose last dimension runs over the layer's units: a kernel's column, a bias, a scale. */
export function unitWeights({ nodes, units }: LayerGroup, unit: number, { arrays }: Probe): UnitWeight[] {
  const owners = nodes.map(({ id }) => `weights/${id}/`);
  return Object.entries(arrays).flatMap(([name, { shape, data }]) => {
    if (!owners.some((owner) => name.startsWith(owner)) || shape.at(-1) !== units) return [];
    const variable = name.slice('weights/'.length);
    const rows = data.length / units;
    return Array.from({ length: rows }, (_, row): UnitWeight => {
      const index = row * units + unit;
      return {
        variable,
        index,
        input: shape.length === 1 ? undefined : row,
        weight: data[index] ?? NaN,
        gradient: arrays[`gradients/${variable}`]?.data[index] ?? NaN,
        update: arrays[`updates/${variable}`]?.data[index] ?? NaN,
      };
    });
  });
}

/** What a unit gave, sample by sample (place by place, where there are several a sample). */
export function unitResponses(array: ViewArray | undefined, unit: number): number[] {
  const units = array?.shape.at(-1) ?? 1;
  return Array.from({ length: (array?.data.length ?? 0) / units }, (_, row) => array?.data[row * units + unit] ?? NaN);
}

/** One sample's numbers out of an array with a row a sample. */
export function rowOf(array: ViewArray | undefined, row: number): number[] {
  const length = array?.shape.at(-1) ?? 1;
  return Array.from({ length: array === undefined ? 0 : length }, (_, i) => array?.data[row * length + i] ?? NaN);
}

/** Indices in the order of what they stand for, largest first; what is no number comes last. */
export function ranked(values: readonly number[]): number[] {
  const key = (i: number): number => (Number.isFinite(values[i]) ? (values[i] ?? 0) : -Infinity);
  return values.map((_, i) => i).sort((a, b) => key(b) - key(a));
}

/** A term of a weighted sum. */
export interface Term {
  readonly name: string;
  readonly weight: number;
  readonly value: number;
}

/** z = Σ w x + b for one sample, the terms that count most first and the others added up. */
export interface WeightedSum {
  readonly terms: readonly Term[];
  readonly rest: { readonly count: number; readonly sum: number };
  readonly bias: number | undefined;
  readonly total: number;
}

/** So many terms are written out. */
const MOST_TERMS = 6;

/**
 * A dense unit's sum with its numbers.
 * @param weights of the unit, as from `unitWeights`, of one dense node.
 * @param values the sample's inputs.
 */
export function weightedSum(weights: readonly UnitWeight[], names: readonly string[], values: readonly number[]): WeightedSum {
  const terms = weights.flatMap(({ input, weight }) =>
    input === undefined ? [] : [{ name: names[input] ?? '', weight, value: values[input] ?? NaN }],
  );
  const bias = weights.find(({ input }) => input === undefined)?.weight;
  const sum = (some: readonly Term[]): number => some.reduce((total, { weight, value }) => total + weight * value, 0);
  const shown =
    terms.length <= MOST_TERMS ? terms : [...terms].sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight)).slice(0, MOST_TERMS);
  const others = terms.filter((term) => !shown.includes(term));
  return { terms: shown, rest: { count: others.length, sum: sum(others) }, bias, total: sum(terms) + (bias ?? 0) };
}

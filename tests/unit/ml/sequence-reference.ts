/** Layers over sequences in plain numbers, written from their equations. */

export type Rows = readonly number[];
const sigmoid = (value: number): number => 1 / (1 + Math.exp(-value));
export const dot = (a: Rows, b: Rows): number => a.reduce((total, value, i) => total + value * (b[i] ?? NaN), 0);
const softmax = (values: Rows): number[] => {
  const powers = values.map((value) => Math.exp(value - Math.max(...values)));
  return powers.map((power) => power / powers.reduce((a, b) => a + b, 0));
};
/** Row `row` of a matrix with so many columns. */
export const rowOf = (matrix: Rows, row: number, columns: number): Rows => matrix.slice(row * columns, (row + 1) * columns);
/** v M for a row v and a matrix [v's length, columns]. */
const times = (v: Rows, matrix: Rows, columns: number): number[] =>
  Array.from({ length: columns }, (_, j) => v.reduce((total, value, i) => total + value * (matrix[i * columns + j] ?? NaN), 0));
const plus = (a: Rows, b: Rows): number[] => a.map((value, i) => value + (b[i] ?? NaN));

export interface Cell {
  readonly x: Rows;
  readonly w: Record<string, Rows>;
  readonly steps: number;
  readonly features: number;
  readonly units: number;
  /** Added to what is carried on at each step, [steps * units]: to c of an LSTM, else to h. */
  readonly nudges?: Rows;
}

/** One sample through a cell, step by step, as its equations are written; the states, in the order of reading. */
export function states(cell: 'rnn' | 'lstm' | 'gru', { x, w, steps, features, units, nudges }: Cell, backwards: boolean): number[][] {
  const gates = { rnn: 1, lstm: 4, gru: 3 }[cell] * units;
  const part = (values: Rows, gate: number): Rows => rowOf(values, gate, units);
  const columns = (matrix: Rows, gate: number): number[] => matrix.filter((_, i) => Math.floor((i % gates) / units) === gate);
  let h: number[] = [...(w['startState'] ?? new Array<number>(units).fill(0))];
  let c: number[] = [...(w['startCell'] ?? new Array<number>(units).fill(0))];
  return Array.from({ length: steps }, (_, i) => {
    const given = rowOf(x, backwards ? steps - 1 - i : i, features);
    const a = plus(times(given, w['kernel'] ?? [], gates), w['bias'] ?? new Array<number>(gates).fill(0));
    const full = plus(a, times(h, w['recurrentKernel'] ?? [], gates));
    const moved = (carried: number[]): number[] => (nudges === undefined ? carried : plus(carried, rowOf(nudges, i, units)));
    if (cell === 'rnn') h = moved(full.map(Math.tanh));
    if (cell === 'lstm') {
      const [input, forget, output] = [0, 1, 3].map((gate) => part(full, gate).map(sigmoid));
      const candidate = part(full, 2).map(Math.tanh);
      c = moved(c.map((value, u) => (forget?.[u] ?? NaN) * value + (input?.[u] ?? NaN) * (candidate[u] ?? NaN)));
      h = c.map((value, u) => (output?.[u] ?? NaN) * Math.tanh(value));
    }
    if (cell === 'gru') {
      const [update, reset] = [0, 1].map((gate) => part(full, gate).map(sigmoid));
      const kept = h.map((value, u) => (reset?.[u] ?? NaN) * value);
      const candidate = plus(part(a, 2), times(kept, columns(w['recurrentKernel'] ?? [], 2), units)).map(Math.tanh);
      h = moved(h.map((value, u) => (update?.[u] ?? NaN) * value + (1 - (update?.[u] ?? NaN)) * (candidate[u] ?? NaN)));
    }
    return h;
  });
}

/** Attention of one sample, head by head. */
export function attended(
  query: Rows,
  memory: Rows,
  w: Record<string, Rows>,
  s: { steps: number; places: number; d: number; m: number; heads: number; units: number; score: string; causal: boolean; rotary: boolean },
): number[] {
  const { steps, places, d, m, heads, units, score, causal, rotary } = s;
  const width = units / heads;
  const project = (rows: Rows, count: number, features: number, role: string): number[][] =>
    Array.from({ length: count }, (_, t) =>
      plus(times(rowOf(rows, t, features), w[`${role}Kernel`] ?? [], units), w[`${role}Bias`] ?? new Array<number>(units).fill(0)),
    );
  const turn = (row: Rows, t: number): number[] =>
    row.map((value, i) => {
      if (!rotary) return value;
      const pair = i % (width / 2);
      const angle = t / 10_000 ** ((2 * pair) / width);
      const [a = NaN, b = NaN] = [row[pair], row[pair + width / 2]];
      return i < width / 2 ? a * Math.cos(angle) - b * Math.sin(angle) : b * Math.cos(angle) + a * Math.sin(angle);
    });
  const [q, k, v] = [project(query, steps, d, 'query'), project(memory, places, m, 'key'), project(memory, places, m, 'value')];
  return Array.from({ length: steps }, (_, t) => {
    const mixed = Array.from({ length: heads }, (_head, head) => {
      const mine = (rows: readonly Rows[], at: number): Rows => rowOf(rows[at] ?? [], head, width);
      const seen = causal ? t + 1 : places;
      const raw = Array.from({ length: seen }, (_place, p) => {
        const [one, other] = [turn(mine(q, t), t), turn(mine(k, p), p)];
        if (score === 'additive') return dot(rowOf(w['scoreKernel'] ?? [], head, width), plus(one, other).map(Math.tanh));
        return dot(one, other) / (score === 'scaled' ? Math.sqrt(width) : 1);
      });
      const weights = softmax(raw);
      return Array.from({ length: width }, (_w, i) => weights.reduce((total, weight, p) => total + weight * (mine(v, p)[i] ?? NaN), 0));
    }).flat();
    return plus(times(mixed, w['outputKernel'] ?? [], d), w['outputBias'] ?? new Array<number>(d).fill(0));
  }).flat();
}

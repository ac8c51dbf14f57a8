/** The parts of a network that are to be seen, as rows; and how they are connected. */
import type { Part, Published } from './published';

export interface Row {
  /** The input has no part. */
  readonly part: Part | undefined;
  readonly id: string;
  readonly level: number;
  /** Undefined for what has nothing inside. */
  readonly open: boolean | undefined;
  /** The block that holds it. */
  readonly parent: string | undefined;
}

/** A line from one row to those that it feeds, except the row just below it. */
export interface Bow {
  readonly from: number;
  readonly to: readonly number[];
  /** How far out it runs, counted from 0. */
  readonly lane: number;
}

export interface Wiring {
  /** For each row: whether it feeds the next row that is not an open block. */
  readonly straight: readonly { readonly from: number; readonly to: number }[];
  readonly bows: readonly Bow[];
  readonly lanes: number;
}

export const INPUT = 'x';

/** Rows from the input to the output; an open block is a row of its own, with its parts below it. */
export function rowsOf({ parts }: Published, open: ReadonlySet<string>): Row[] {
  const rows: Row[] = [{ part: undefined, id: INPUT, level: 0, open: undefined, parent: undefined }];
  const add = (part: Part, level: number, parent: string | undefined): void => {
    const isOpen = part.parts.length === 0 ? undefined : open.has(part.id);
    rows.push({ part, id: part.id, level, open: isOpen, parent });
    if (isOpen === true) for (const inner of part.parts) add(inner, level + 1, part.id);
  };
  for (const part of parts) add(part, 0, undefined);
  return rows;
}

/** Every block that would show when all blocks down to a level are open. */
export function openedTo({ parts }: Published, level: number): Set<string> {
  const open = new Set<string>();
  const visit = (part: Part, at: number): void => {
    if (part.parts.length === 0 || at >= level) return;
    open.add(part.id);
    for (const inner of part.parts) visit(inner, at + 1);
  };
  for (const part of parts) visit(part, 0);
  return open;
}

/** How many levels of blocks there are. */
export function levelsOf({ parts }: Published): number {
  const depth = (part: Part): number => (part.parts.length === 0 ? 0 : 1 + Math.max(...part.parts.map(depth)));
  return Math.max(0, ...parts.map(depth));
}

/** Lines between rows; lines that run side by side get lanes of their own, the short ones further in. */
export function wiringOf({ from }: Published, rows: readonly Row[]): Wiring {
  const rowOf = new Map<string, number>([[INPUT, 0]]);
  rows.forEach(({ part, open }, i) => {
    if (part !== undefined && open !== true) for (const member of part.members) rowOf.set(member, i);
  });
  const targets = new Map<number, Set<number>>();
  for (const [id, sources] of from) {
    const to = rowOf.get(id);
    for (const source of sources) {
      const start = rowOf.get(source);
      if (start === undefined || to === undefined || start === to) continue;
      targets.set(start, (targets.get(start) ?? new Set()).add(to));
    }
  }
  /** The next row with a layer in it: open blocks are passed over. */
  const next = (row: number): number => {
    let after = row + 1;
    while (rows[after]?.open === true) after++;
    return after;
  };
  const straight: { from: number; to: number }[] = [];
  const bent: { from: number; to: number[] }[] = [];
  for (const [start, ends] of targets) {
    if (ends.has(next(start))) straight.push({ from: start, to: next(start) });
    const far = [...ends].filter((end) => end !== next(start)).sort((a, b) => a - b);
    if (far.length > 0) bent.push({ from: start, to: far });
  }
  const taken: [number, number][][] = [];
  const bows = bent
    .map((bow) => ({ ...bow, first: Math.min(bow.from, ...bow.to), last: Math.max(bow.from, ...bow.to) }))
    .sort((a, b) => a.last - a.first - (b.last - b.first) || a.first - b.first)
    .map(({ from: start, to, first, last }): Bow => {
      let lane = taken.findIndex((spans) => spans.every(([low, high]) => last < low || first > high));
      if (lane < 0) lane = taken.push([]) - 1;
      taken[lane]?.push([first, last]);
      return { from: start, to, lane };
    });
  return { straight, bows, lanes: taken.length };
}

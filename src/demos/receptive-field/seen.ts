/** What one output pixel of the stack sees, and what it is asked for. */
import { describeNetwork } from '../../ml/blueprint/describe';
import type { NetworkSpec } from '../../ml/blueprint/network-spec';
import { visiblePixels, type VisiblePixels } from '../../ml/blueprint/visible-pixels';
import { copiedAxis, fieldOf, SIDE } from './setting';

type Square = readonly [row: number, column: number];

/** All that the picture shows. */
export interface FieldData {
  readonly step: number;
  readonly kernels: readonly number[];
  readonly kinds: readonly string[];
  /** Row and column of the output pixel looked at, from 0, inside the output. */
  readonly at: Square;
  readonly outputs: Square;
  readonly seen: VisiblePixels;
  /** The input pixel that it is asked to copy; it may lie outside the picture. */
  readonly asked: Square;
  /** Middle of what it sees. */
  readonly middle: Square;
  /** Mean size of the gradient, the largest 1; zeros while it is not known for this stack. */
  readonly gradient: readonly number[];
}

/** What the reader has set; places count from 1. */
export interface Choice {
  readonly kernels: readonly number[];
  readonly kinds: readonly string[];
  readonly row: number;
  readonly column: number;
  readonly right: number;
  readonly down: number;
}

/** Works out what a pixel of the stack's output sees. */
export function dataOf(step: number, choice: Choice, gradient: ArrayLike<number> | undefined, network: NetworkSpec): FieldData {
  const description = describeNetwork(network);
  const [rows = 1, columns = 1] = description.nodes['out']?.shape ?? [];
  const kept = (place: number, count: number): number => Math.max(0, Math.min(count - 1, place - 1));
  const at: Square = [kept(choice.row, rows), kept(choice.column, columns)];
  const field = fieldOf(network);
  const place = (axis: 'rows' | 'columns', offset: number, index: number): number => {
    const { first, stride } = copiedAxis(field[axis], offset, 1);
    return first + stride * index;
  };
  return {
    step,
    kernels: choice.kernels,
    kinds: choice.kinds,
    at,
    outputs: [rows, columns],
    seen: visiblePixels(network, 'out', at[0], at[1], description),
    asked: [place('rows', choice.down, at[0]), place('columns', choice.right, at[1])],
    middle: [place('rows', 0, at[0]), place('columns', 0, at[1])],
    gradient: Array.from({ length: SIDE * SIDE }, (_, i) => gradient?.[i] ?? 0),
  };
}

/** True where the pixel to be copied can be seen. */
export function isSeen({ seen, asked: [row, column] }: FieldData): boolean {
  return seen.rows.includes(row) && seen.columns.includes(column);
}

/**
 * What the sheet of the input plane goes through in a network: the plane itself, then each hidden layer of two or three units, each with
 * its axes. A place of a stop is given in a box whose sides are 1 long, flat ones in its middle, so that the sheet can be drawn between
 * two stops.
 */
import { at } from '../../base/at';
import { featureRows } from '../../ml/data-kinds/planar/features';
import type { FeatureName } from '../../ml/data-kinds/planar/program';
import type { ChainValues } from '../../ml/blueprint/chain-values';
import { EXTENT } from './plane';

export type Box = readonly [number, number, number];

export interface Stop {
  /** Which hidden layer, from 0; undefined for the input plane. */
  readonly layer: number | undefined;
  /** Names of the axes. */
  readonly names: readonly string[];
  readonly axes: readonly (readonly [low: number, high: number])[];
  /** What the units give at a place of the input plane. */
  readonly values: (x1: number, x2: number) => readonly number[];
  /** From such values to the scores of the network. */
  readonly scores: (values: readonly number[]) => readonly number[];
  /** True where the scores are affine in the values: one straight cut. */
  readonly straight: boolean;
}

/** Ranges of activations that have one. */
const BOUNDS: Readonly<Record<string, readonly [number, number]>> = { tanh: [-1, 1], sigmoid: [0, 1] };
/** Room beyond the outermost places, as a share of their span. */
const ROOM = 0.05;
/** Places along a side of the plane at which the range of a layer is looked for. */
const LOOKED_AT = 25;

/** How many units a layer may have to be drawn: a plane, or a box. */
export function canBeDrawn(units: number): boolean {
  return units === 2 || units === 3;
}

function padded(low: number, high: number): readonly [number, number] {
  if (!(low < high)) return [low - 1, high + 1];
  return [low - ROOM * (high - low), high + ROOM * (high - low)];
}

const SUBSCRIPTS = ['₁', '₂', '₃'] as const;

/** The input plane and the layers that can be drawn, in order. @param features names of the network's inputs. */
export function stopsOf(chain: ChainValues, features: readonly FeatureName[]): readonly Stop[] {
  const inputs = (x1: number, x2: number): readonly number[] => Array.from(featureRows(features, [{ x1, x2 }]));
  const whole = chain.from(undefined);
  const input: Stop = {
    layer: undefined,
    names: ['x₁', 'x₂'],
    axes: [
      [-EXTENT, EXTENT],
      [-EXTENT, EXTENT],
    ],
    values: (x1, x2) => [x1, x2],
    scores: ([x1 = NaN, x2 = NaN]) => whole(inputs(x1, x2)),
    straight: false,
  };
  const hidden = chain.layers.flatMap(({ units, activation }, layer): Stop[] => {
    if (!canBeDrawn(units)) return [];
    const upTo = chain.upTo(layer);
    const values = (x1: number, x2: number): readonly number[] => upTo(inputs(x1, x2));
    const side = Array.from({ length: LOOKED_AT }, (_, i) => (2 * EXTENT * i) / (LOOKED_AT - 1) - EXTENT);
    const seen = side.flatMap((x1) => side.map((x2) => values(x1, x2)));
    const axes = Array.from({ length: units }, (_, unit) => {
      const bounds = BOUNDS[activation];
      const ofUnit = seen.map((one) => at(one, unit));
      return bounds === undefined ? padded(Math.min(...ofUnit), Math.max(...ofUnit)) : padded(...bounds);
    });
    const names = Array.from({ length: units }, (_, unit) => `h${at(SUBSCRIPTS, unit)}`);
    return [{ layer, names, axes, values, scores: chain.from(layer), straight: chain.isLast(layer) }];
  });
  return [input, ...hidden];
}

/** A stop's values as a place in the box. */
export function inBox({ axes }: Pick<Stop, 'axes'>, values: readonly number[]): Box {
  const share = (axis: number): number => {
    const range = axes[axis];
    return range === undefined ? 0.5 : (at(values, axis) - range[0]) / (range[1] - range[0]);
  };
  return [share(0), share(1), share(2)];
}

/** A place of the box as a stop's values. */
export function outOfBox({ axes }: Pick<Stop, 'axes'>, box: Box): readonly number[] {
  return axes.map(([low, high], axis) => low + at(box, axis) * (high - low));
}

/** A place on the way from one to another. */
export function onTheWay(from: Box, to: Box, share: number): Box {
  const mixed = (axis: 0 | 1 | 2): number => from[axis] + share * (to[axis] - from[axis]);
  return [mixed(0), mixed(1), mixed(2)];
}

/** How the box is looked at: turned by angles in radians, and drawn so large. All zero but the size: the plane seen from above. */
export interface Look {
  readonly across: number;
  readonly down: number;
  readonly size: number;
}

/** A place of the box as shares of the picture's square, counted from its left lower corner (an orthographic projection). */
export function projected([x, y, z]: Box, { across, down, size }: Look): readonly [number, number] {
  const [dx, dy, dz] = [x - 0.5, y - 0.5, z - 0.5];
  const right = dx * Math.cos(across) + dz * Math.sin(across);
  const near = dz * Math.cos(across) - dx * Math.sin(across);
  return [0.5 + size * right, 0.5 + size * (dy * Math.cos(down) - near * Math.sin(down))];
}

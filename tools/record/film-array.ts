/** An array through the moments of a film, in few bytes. What is written here is read by `src/demos/film.ts`. */
import { gzipSync } from 'node:zlib';
import { at } from '../../src/base/at';
import type { FilmedArray } from '../../src/demos/film';
import type { RecordedArray } from '../../src/demos/recording';

/** Numbers from which on an array is kept in levels. */
export const LONG = 64;
/** Numbers of an array that holds many images. */
const MANY = 4096;
/** Levels of a byte. */
const BYTE = 256;
/** Levels of an array: finer than a picture shows. */
const LEVELS = 128;
/** Those of many images, which are drawn in few shades. */
const FEW_LEVELS = 24;

interface Grid {
  readonly distance: number;
  /** The lowest level, in distances from zero. */
  readonly least: number;
}

/** The grid that numbers are put on: whole ones keep their values where they fit, and zero is on it, since signs matter to pictures. */
function gridOf(data: readonly number[]): Grid {
  const least = data.reduce((a, b) => Math.min(a, b), Infinity);
  const most = data.reduce((a, b) => Math.max(a, b), -Infinity);
  if (data.every(Number.isInteger) && most - least < BYTE) return { least, distance: 1 };
  if (most === least) return { least: 1, distance: least };
  const levels = data.length > MANY ? FEW_LEVELS : LEVELS;
  const distance = Number(((most - least) / levels).toPrecision(4));
  return { least: Math.floor(least / distance), distance };
}

function levelsOf(data: readonly number[], { least, distance }: Grid): Uint8Array {
  return Uint8Array.from(data, (value) => Math.min(BYTE - 1, Math.max(0, Math.round(value / distance - least))));
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}

/** Each level as what it is above the one `back` places before, within its moment; modulo 256. */
function differences(moments: readonly Uint8Array[], back: number): Uint8Array {
  const told = (levels: Uint8Array, i: number): number => (back > 0 && i >= back ? at(levels, i - back) : 0);
  return Uint8Array.from(moments.flatMap((levels) => Array.from(levels, (level, i) => level - told(levels, i))));
}

/**
 * Films an array: what it was at every moment.
 * @throws Error where its shape changes on the way.
 */
export function filmed(moments: readonly RecordedArray[]): FilmedArray {
  const { shape } = at(moments, 0, 'the moments of a film');
  const size = shape.reduce((a, b) => a * b, 1);
  if (moments.some(({ data }) => data.length !== size)) throw new Error(`an array of shape [${shape.join(', ')}] has others on the way`);
  if (size < LONG) return { shape, numbers: moments.map(({ data }) => data) };
  const grids = moments.map(({ data }) => gridOf(data));
  const levels = moments.map(({ data }, i) => levelsOf(data, at(grids, i)));
  // Neighbours are alike along some axis or none: whichever gives the fewest bytes.
  const strides = shape.map((_, axis) => shape.slice(axis + 1).reduce((a, b) => a * b, 1));
  const [best] = [0, ...new Set(strides)]
    .map((back) => ({ back, levels: base64(differences(levels, back)) }))
    .sort((a, b) => gzipSync(a.levels).length - gzipSync(b.levels).length);
  if (best === undefined) throw new Error('there is always a way to tell numbers: by none before them');
  return { shape, least: grids.map(({ least }) => least), distance: grids.map(({ distance }) => distance), ...best };
}

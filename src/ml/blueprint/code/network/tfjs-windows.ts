/** Windows over images in TensorFlow.js. */
import type { PrintedNode } from '../nodes';
import { pair, paddingWord, usedPadding } from './windows';

/** Padding on each side, as the classes of a printed program take it. */
export const pads = (one: PrintedNode): string =>
  one.window === undefined
    ? ''
    : `rows: [${usedPadding(one.window.rows).join(', ')}], columns: [${usedPadding(one.window.columns).join(', ')}]`;

/** Size, strides, padding and dilation of a layer with a window; padding that tfjs has no word for is put there before. */
export function windowed(one: PrintedNode, key: 'kernelSize' | 'poolSize'): string {
  if (one.window === undefined) return '';
  const brackets = ['[', ']'] as const;
  const size = pair(one.window, (axis) => axis.size, brackets);
  const strides = pair(one.window, (axis) => axis.stride, brackets);
  const dilation = pair(one.window, (axis) => axis.dilation, brackets);
  return `${key}: ${size}, strides: ${strides}, padding: '${paddingWord(one.window) ?? 'valid'}'${dilation === '1' ? '' : `, dilationRate: ${dilation}`}`;
}

/** True where tfjs has no word for the padding. */
export const isPadded = (one: PrintedNode): boolean => one.window !== undefined && paddingWord(one.window) === undefined;
/** What feeds a layer, padded where tfjs has no word for it. */
export const padded = (one: PrintedNode, from: string, value: string): string =>
  isPadded(one) ? `new Pad({ ${pads(one)}, value: ${value} }).apply(${from})` : from;

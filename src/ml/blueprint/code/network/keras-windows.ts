/** Windows over images in Keras. */
import type { PrintedNode } from '../nodes';
import { pair, paddingWord, usedPadding } from './windows';

/** Size, strides, padding and dilation. Padding that Keras has no word for is put there before. */
export function windowed(one: PrintedNode): string {
  if (one.window === undefined) return '';
  const brackets = ['(', ')'] as const;
  const dilation = pair(one.window, (axis) => axis.dilation, brackets);
  const padding = paddingWord(one.window) ?? 'valid';
  return [
    pair(one.window, (axis) => axis.size, brackets),
    `strides=${pair(one.window, (axis) => axis.stride, brackets)}`,
    ...(padding === 'valid' ? [] : [`padding="${padding}"`]),
    ...(dilation === '1' ? [] : [`dilation_rate=${dilation}`]),
  ].join(', ');
}

/** What feeds a layer, with padding that Keras has no word for put there before. */
export function padded(one: PrintedNode, from: string, value: string): string {
  if (one.window === undefined || paddingWord(one.window) !== undefined) return from;
  const [rows, columns] = [usedPadding(one.window.rows).join(', '), usedPadding(one.window.columns).join(', ')];
  if (value === '0') return `layers.ZeroPadding2D(((${rows}), (${columns})))(${from})`;
  return `ops.pad(${from}, ((0, 0), (${rows}), (${columns}), (0, 0)), constant_values=${value})`;
}

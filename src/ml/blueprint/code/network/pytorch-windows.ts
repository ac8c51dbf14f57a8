/** Windows over images in PyTorch, which has the channels first. */
import { at } from '../../../../base/at';
import type { PrintedNode } from '../nodes';
import { isSymmetric, isSymmetricByCeiling, pair, usedPadding } from './windows';

/** A module as code. */
export interface PrintedModule {
  readonly code: string;
  /** How its weight is reached from it. */
  readonly path: '' | '[1]';
}

const PAIR = ['(', ')'] as const;

/** Padding in PyTorch's order: left, right, top, bottom. */
function sides({ window }: PrintedNode): string {
  if (window === undefined) return '';
  return `(${[...usedPadding(window.columns), ...usedPadding(window.rows)].join(', ')})`;
}

/** A convolution; padding that differs from side to side is put there before. */
export function convolution(one: PrintedNode, outputs: number, groups: number): PrintedModule {
  const { window } = one;
  if (window === undefined) return { code: 'nn.Identity()', path: '' };
  const dilation = pair(window, (axis) => axis.dilation, PAIR);
  const padding = pair(window, (axis) => axis.before, PAIR);
  const stride = pair(window, (axis) => axis.stride, PAIR);
  const symmetric = isSymmetric(window);
  const code = `nn.Conv2d(${[
    at(one.inputShape, -1),
    outputs,
    pair(window, (axis) => axis.size, PAIR),
    ...(stride === '1' ? [] : [`stride=${stride}`]),
    ...(symmetric && padding !== '0' ? [`padding=${padding}`] : []),
    ...(dilation === '1' ? [] : [`dilation=${dilation}`]),
    ...(groups === 1 ? [] : [`groups=${groups}`]),
    ...(one.useBias ? [] : ['bias=False']),
  ].join(', ')})`;
  return symmetric ? { code, path: '' } : { code: `nn.Sequential(nn.ZeroPad2d(${sides(one)}), ${code})`, path: '[1]' };
}

/** Pooling, whose padding never counts. */
export function pooling(one: PrintedNode, kind: 'Max' | 'Avg'): string {
  const { window } = one;
  if (window === undefined) return 'nn.Identity()';
  const places = `${pair(window, (axis) => axis.size, PAIR)}, ${pair(window, (axis) => axis.stride, PAIR)}`;
  const padding = pair(window, (axis) => axis.before, PAIR);
  const ceiled = !isSymmetric(window) && isSymmetricByCeiling(window);
  if (!isSymmetric(window) && !ceiled) {
    if (kind === 'Avg') return `MeanInImage(${places}, ${sides(one)})`;
    return `nn.Sequential(nn.ConstantPad2d(${sides(one)}, float("-inf")), nn.MaxPool2d(${places}))`;
  }
  const padded = padding === '0' ? '' : `, padding=${padding}`;
  const counted = kind === 'Avg' && (padded !== '' || ceiled) ? ', count_include_pad=False' : '';
  return `nn.${kind}Pool2d(${places}${padded}${ceiled ? ', ceil_mode=True' : ''}${counted})`;
}

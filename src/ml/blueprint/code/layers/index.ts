/** The table of layers as code. */
import type { LayerName } from '../../layers';
import type { PrintedNode } from '../nodes';
import { attention } from './attention';
import { activation } from './activation';
import { averagePool } from './average-pool';
import { batchNorm } from './batch-norm';
import { conv2d } from './conv2d';
import { dense } from './dense';
import { depthwiseConv2d } from './depthwise-conv2d';
import { dropout } from './dropout';
import { globalAveragePool } from './global-average-pool';
import { embedding } from './embedding';
import { groupNorm } from './group-norm';
import { add, concat, flatten } from './joins';
import type { LayerCode } from './layer-code';
import { layerNorm } from './layer-norm';
import { positions } from './positions';
import { recurrent } from './recurrent';
import { averageSteps, lastStep, lastSteps, repeat, reverse, splitSteps } from './steps';
import { maxPool } from './max-pool';

export const layerCodes: Readonly<Record<LayerName, LayerCode>> = {
  dense,
  activation,
  dropout,
  batchNorm,
  layerNorm,
  groupNorm,
  conv2d,
  depthwiseConv2d,
  maxPool,
  averagePool,
  globalAveragePool,
  add,
  concat,
  flatten,
  embedding,
  positions,
  recurrent,
  lastStep,
  lastSteps,
  reverse,
  splitSteps,
  averageSteps,
  repeat,
  attention,
};

/** A node's layer as code. */
export function codeOf({ layer }: PrintedNode): LayerCode {
  return layerCodes[layer];
}

/** The classes of its own that lines of a framework call, each as lines, every one once. */
export function helpersIn(lines: readonly string[], framework: 'tfjs' | 'keras' | 'pytorch'): readonly (readonly string[])[] {
  const all = new Map(Object.values(layerCodes).flatMap(({ helpers }) => Object.entries(helpers?.[framework] ?? {})));
  return [...all].flatMap(([name, code]) => (lines.some((line) => line.includes(`${name}(`)) ? [code] : []));
}

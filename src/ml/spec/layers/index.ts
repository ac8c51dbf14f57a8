/** The table of layers' pure sides: a new layer is a file here, one in `ml/layers`, and a row in each table. */
import type { LayerDescription } from '../layer-description';
import { activation } from './activation';
import { batchNorm } from './batch-norm';
import { conv2d } from './conv2d';
import { dense } from './dense';
import { depthwiseConv2d } from './depthwise-conv2d';
import { dropout } from './dropout';
import { add, concat, flatten } from './joins';
import { layerNorm } from './layer-norm';
import { averagePool, globalAveragePool, maxPool } from './pooling';

export const layerDescriptions = {
  dense,
  activation,
  dropout,
  batchNorm,
  layerNorm,
  conv2d,
  depthwiseConv2d,
  maxPool,
  averagePool,
  globalAveragePool,
  add,
  concat,
  flatten,
} as const satisfies Record<string, LayerDescription>;

export type LayerName = keyof typeof layerDescriptions;

/** True for a layer of the table. */
export function isLayerName(name: string): name is LayerName {
  return Object.hasOwn(layerDescriptions, name);
}

/**
 * The table of layers: what can be said of each without computing anything. A new layer is a file here, one in `ml/layers` (its tfjs ops),
 * one in `ml/blueprint/code/layers` (its code in three frameworks), a row in `engine/worker/model/keras-layers` where Keras has it, and a line in
 * each table; `tests/contract/every-layer.test.ts` tries them all.
 */
import type { ActivationName } from '../activations';
import type { LayerDescription } from '../layer-description';
import type { NodeSpec } from '../network-spec';
import { attention } from './attention';
import { activation } from './activation';
import { batchNorm } from './batch-norm';
import { conv2d } from './conv2d';
import { dense } from './dense';
import { depthwiseConv2d } from './depthwise-conv2d';
import { dropout } from './dropout';
import { add, concat, flatten } from './joins';
import { embedding } from './embedding';
import { groupNorm } from './group-norm';
import { layerNorm } from './layer-norm';
import { positions } from './positions';
import { recurrent } from './recurrent';
import { averageSteps, lastStep, lastSteps, repeat, reverse, splitSteps } from './steps';
import { averagePool, globalAveragePool, maxPool } from './pooling';

export const layerDescriptions = {
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
} as const satisfies Record<string, LayerDescription>;

export type LayerName = keyof typeof layerDescriptions;

/** True for a layer of the table. */
export function isLayerName(name: string): name is LayerName {
  return Object.hasOwn(layerDescriptions, name);
}

/** What is known of a layer by its name; undefined where the table has none of that name. */
export function layerNamed(name: string): LayerDescription | undefined {
  return isLayerName(name) ? layerDescriptions[name] : undefined;
}

/** What readers call a node's layer: the function of an activation, else the layer. */
export function labelOf(node: NodeSpec): string {
  return layerNamed(node.layer)?.label?.(node) ?? node.layer;
}

/** The activation that a node applies to each number; undefined where it does something else. */
export function activationNameOf(node: NodeSpec | undefined): ActivationName | undefined {
  return node === undefined ? undefined : layerNamed(node.layer)?.activation?.(node);
}

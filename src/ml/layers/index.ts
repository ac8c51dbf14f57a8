/** The table of layers' tfjs sides; the same keys as `blueprint/layers`. */
import { addN, concat as concatenate, reshape } from '@tensorflow/tfjs-core';
import { at } from '../../base/at';
import type { LayerName } from '../blueprint/layers';
import { attention } from './attention';
import { activation } from './activation';
import { batchNorm } from './batch-norm';
import { conv2d } from './conv2d';
import { dense } from './dense';
import { depthwiseConv2d } from './depthwise-conv2d';
import { dropout } from './dropout';
import { embedding } from './embedding';
import { groupNorm } from './group-norm';
import { firstInput, type Layer } from './layer';
import { layerNorm } from './layer-norm';
import { positions } from './positions';
import { recurrent } from './recurrent';
import { averageSteps, lastStep, lastSteps, repeat, reverse, splitSteps } from './steps';
import { averagePool, globalAveragePool, maxPool } from './pooling';

const add: Layer = { stacked: true, apply: ({ inputs }) => addN([...inputs]) };
const concat: Layer = { stacked: true, apply: ({ inputs }) => concatenate([...inputs], -1) };
const flatten: Layer = {
  apply(call) {
    const x = firstInput(call);
    return reshape(x, [at(x.shape, 0), -1]);
  },
};

export const layers: Readonly<Record<LayerName, Layer>> = {
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

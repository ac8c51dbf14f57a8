/** Convolutions and pooling over images [batch, rows, columns, channels], with their gradients. */
import { backend_util, type TensorInfo } from '@tensorflow/tfjs-core';
import type { Operation, Shape, Windows } from '../../graph/node';
import type { Call, Recording } from '../call';
import { CannotRecord } from '../recorder';

type ExplicitPadding = [[number, number], [number, number], [number, number], [number, number]];
type Four = [number, number, number, number];
type ConvolutionInfo = ReturnType<typeof backend_util.computeConv2DInfo>;

function four(shape: Shape): Four {
  const [a = 1, b = 1, c = 1, d = 1] = shape;
  return [a, b, c, d];
}
function pair(numbers: readonly number[]): [number, number] {
  const [first = 1, second = first] = numbers;
  return [first, second];
}

function windowsOf(info: ConvolutionInfo): Windows {
  return {
    height: info.filterHeight,
    width: info.filterWidth,
    strideHeight: info.strideHeight,
    strideWidth: info.strideWidth,
    dilationHeight: info.dilationHeight,
    dilationWidth: info.dilationWidth,
    top: info.padInfo.top,
    left: info.padInfo.left,
  };
}

function roundingOf(call: Call): 'floor' | 'round' | 'ceil' | undefined {
  const mode = call.attribute('dimRoundingMode');
  return mode === 'floor' || mode === 'round' || mode === 'ceil' ? mode : undefined;
}

/** Pixels before and after an axis; tfjs gives all four axes, those of the batch and the channels with 0. */
function sidesOf(values: readonly unknown[], axis: number): [number, number] {
  const sides: unknown = values[axis];
  if (!Array.isArray(sides)) throw new CannotRecord(`a convolution with the padding ${JSON.stringify(values)}`);
  return pair(sides.map(Number));
}

function padOf(call: Call): 'valid' | 'same' | number | ExplicitPadding {
  const value = call.attribute('pad');
  if (value === 'valid' || value === 'same' || typeof value === 'number') return value;
  const sides: readonly unknown[] = Array.isArray(value) ? value : [];
  return [sidesOf(sides, 0), sidesOf(sides, 1), sidesOf(sides, 2), sidesOf(sides, 3)];
}

function dilationsOf(call: Call): [number, number] {
  return call.attribute('dilations') === undefined || call.attribute('dilations') === null ? [1, 1] : pair(call.numbers('dilations'));
}

function convolutionInfo(call: Call, image: Shape, filter: Shape, depthwise: boolean): ConvolutionInfo {
  const format = call.attribute('dataFormat');
  if (depthwise && filter[3] !== 1) throw new CannotRecord('a depthwise convolution with several filters for each channel');
  if (format !== undefined && format !== 'NHWC') throw new CannotRecord('a convolution that is not NHWC');
  const strides = pair(call.numbers('strides'));
  return backend_util.computeConv2DInfo(four(image), four(filter), strides, dilationsOf(call), padOf(call), roundingOf(call), depthwise);
}

function poolInfo(call: Call, image: Shape): ReturnType<typeof backend_util.computePool2DInfo> {
  const strides = pair(call.numbers('strides'));
  return backend_util.computePool2DInfo(four(image), pair(call.numbers('filterSize')), strides, [1, 1], padOf(call), roundingOf(call));
}

type Kind = Extract<Operation, { windows: Windows }>['kind'];

const forward =
  (kind: Extract<Kind, 'convolution' | 'depthwise'>): Recording =>
  (call) => {
    const [x, filter] = [call.node('x'), call.node('filter')];
    const info = convolutionInfo(call, x.shape, filter.shape, kind === 'depthwise');
    return call.give(call.make({ kind, windows: windowsOf(info) }, [x, filter], info.outShape));
  };

const filterGradient =
  (kind: Extract<Kind, 'convolutionFilterGradient' | 'depthwiseFilterGradient'>): Recording =>
  (call) => {
    const [x, dy] = [call.node('x'), call.node('dy')];
    const filter = call.numbers('filterShape');
    const info = convolutionInfo(call, x.shape, filter, kind === 'depthwiseFilterGradient');
    return call.give(call.make({ kind, windows: windowsOf(info) }, [x, dy], filter));
  };

const inputGradient =
  (kind: Extract<Kind, 'convolutionInputGradient' | 'depthwiseInputGradient'>): Recording =>
  (call) => {
    const [dy, filter] = [call.node('dy'), call.node('filter')];
    const image = call.numbers('inputShape');
    const info = convolutionInfo(call, image, filter.shape, kind === 'depthwiseInputGradient');
    return call.give(call.make({ kind, windows: windowsOf(info) }, [dy, filter], image));
  };

/** How many places of each window lie inside the image: tfjs's mean leaves out what lies outside. */
function shares(info: ReturnType<typeof backend_util.computePool2DInfo>): Float32Array {
  const inside = (out: number, stride: number, before: number, length: number, size: number): number => {
    const start = out * stride - before;
    return Math.min(length, start + size) - Math.max(0, start);
  };
  return Float32Array.from({ length: info.outHeight * info.outWidth }, (_, place) => {
    const rows = inside(Math.floor(place / info.outWidth), info.strideHeight, info.padInfo.top, info.inHeight, info.filterHeight);
    const columns = inside(place % info.outWidth, info.strideWidth, info.padInfo.left, info.inWidth, info.filterWidth);
    return 1 / (rows * columns);
  });
}

function averagePool(call: Call): TensorInfo {
  const x = call.node('x');
  const info = poolInfo(call, x.shape);
  const sums = call.make({ kind: 'pool', name: 'sum', windows: windowsOf(info) }, [x], info.outShape);
  const factors = call.make({ kind: 'constant', data: shares(info) }, [], [info.outHeight, info.outWidth, 1]);
  return call.give(call.map('mul', [sums, factors]));
}

export const convolutions: Readonly<Record<string, Recording>> = {
  AvgPool: averagePool,
  AvgPoolGrad: (call) => {
    const [dy, image] = [call.node('dy'), call.node('input')];
    const windows = windowsOf(poolInfo(call, image.shape));
    const each = call.map('mul', [dy, call.uniform(1 / (windows.height * windows.width))]);
    return call.give(call.make({ kind: 'sumPoolGradient', windows }, [each], image.shape));
  },
  Conv2D: forward('convolution'),
  Conv2DBackpropFilter: filterGradient('convolutionFilterGradient'),
  Conv2DBackpropInput: inputGradient('convolutionInputGradient'),
  DepthwiseConv2dNative: forward('depthwise'),
  DepthwiseConv2dNativeBackpropFilter: filterGradient('depthwiseFilterGradient'),
  DepthwiseConv2dNativeBackpropInput: inputGradient('depthwiseInputGradient'),
  MaxPool: (call) => {
    const x = call.node('x');
    const info = poolInfo(call, x.shape);
    return call.give(call.make({ kind: 'pool', name: 'max', windows: windowsOf(info) }, [x], info.outShape));
  },
  MaxPoolGrad: (call) => {
    const [dy, image, result] = [call.node('dy'), call.node('input'), call.node('output')];
    const windows = windowsOf(poolInfo(call, image.shape));
    return call.give(call.make({ kind: 'maxPoolGradient', windows }, [dy, image, result], image.shape));
  },
};

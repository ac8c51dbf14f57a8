/** The two gradients of a depthwise convolution, on the WASM backend. Output channel c * multiplier + m comes from input channel c. */
import { sizeOf } from '../blueprint/layer-description';
import { convolutionAxes, forEachProduct, shapeAttribute } from './convolution';
import { registerWasmKernel } from './wasm-kernel';

/** x [batch, rows, columns, in] and dy [batch, rows, columns, in * multiplier] -> [height, width, in, multiplier]. */
function registerFilterGradient(): void {
  registerWasmKernel('DepthwiseConv2dNativeBackpropFilter', ({ input, attributes }) => {
    const x = input('x');
    const dy = input('dy');
    const filter = shapeAttribute(attributes['filterShape']);
    const { rows, columns } = convolutionAxes({ image: x.shape, result: dy.shape, filter }, attributes);
    const channels = filter[2] ?? 1;
    const multiplier = filter[3] ?? 1;
    const outputs = channels * multiplier;
    const sums = new Float64Array(sizeOf(filter));
    forEachProduct(x.shape[0] ?? 0, rows, columns, (filterPixel, imagePixel, resultPixel) => {
      for (let output = 0; output < outputs; output++) {
        const value = x.values[imagePixel * channels + Math.floor(output / multiplier)] ?? 0;
        const to = filterPixel * outputs + output;
        sums[to] = (sums[to] ?? 0) + value * (dy.values[resultPixel * outputs + output] ?? 0);
      }
    });
    return { shape: filter, values: Float32Array.from(sums) };
  });
}

/** dy and the filter [height, width, in, multiplier] -> the image [batch, rows, columns, in]. */
function registerInputGradient(): void {
  registerWasmKernel('DepthwiseConv2dNativeBackpropInput', ({ input, attributes }) => {
    const dy = input('dy');
    const filter = input('filter');
    const image = shapeAttribute(attributes['inputShape']);
    const { rows, columns } = convolutionAxes({ image, result: dy.shape, filter: filter.shape }, attributes);
    const channels = filter.shape[2] ?? 1;
    const multiplier = filter.shape[3] ?? 1;
    const outputs = channels * multiplier;
    const sums = new Float64Array(sizeOf(image));
    forEachProduct(image[0] ?? 0, rows, columns, (filterPixel, imagePixel, resultPixel) => {
      for (let output = 0; output < outputs; output++) {
        const to = imagePixel * channels + Math.floor(output / multiplier);
        sums[to] =
          (sums[to] ?? 0) + (filter.values[filterPixel * outputs + output] ?? 0) * (dy.values[resultPixel * outputs + output] ?? 0);
      }
    });
    return { shape: image, values: Float32Array.from(sums) };
  });
}

/** Registers both for `wasm` where tfjs has none. */
export function registerDepthwiseConv2dBackprop(): void {
  registerFilterGradient();
  registerInputGradient();
}

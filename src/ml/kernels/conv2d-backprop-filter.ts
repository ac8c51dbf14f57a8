/** The gradient of a convolution with respect to its filter, on the WASM backend. */
import { sizeOf } from '../blueprint/layer-description';
import { convolutionAxes, forEachProduct, shapeAttribute } from './convolution';
import { registerWasmKernel } from './wasm-kernel';

/** Registers the kernel for `wasm` where tfjs has none: x [batch, rows, columns, in], dy [batch, rows, columns, out] -> [height, width, in, out]. */
export function registerConv2dBackpropFilter(): void {
  registerWasmKernel('Conv2DBackpropFilter', ({ input, attributes }) => {
    const x = input('x');
    const dy = input('dy');
    const filter = shapeAttribute(attributes['filterShape']);
    const { rows, columns } = convolutionAxes({ image: x.shape, result: dy.shape, filter }, attributes);
    const inputs = filter[2] ?? 1;
    const outputs = filter[3] ?? 1;
    // Sums over whole batches are taken in double precision.
    const sums = new Float64Array(sizeOf(filter));
    forEachProduct(x.shape[0] ?? 0, rows, columns, (filterPixel, imagePixel, resultPixel) => {
      const from = resultPixel * outputs;
      for (let one = 0; one < inputs; one++) {
        const value = x.values[imagePixel * inputs + one] ?? 0;
        const to = (filterPixel * inputs + one) * outputs;
        for (let other = 0; other < outputs; other++) sums[to + other] = (sums[to + other] ?? 0) + value * (dy.values[from + other] ?? 0);
      }
    });
    return { shape: filter, values: Float32Array.from(sums) };
  });
}

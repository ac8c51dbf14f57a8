/**
 * The gradient of max pooling, on the WASM backend in place of its own: that of tfjs 4.22 starts each window's maximum at the
 * smallest positive number, and so loses the gradient of every window without a positive value.
 */
import { sizeOf } from '../blueprint/layer-description';
import { convolutionAxes, forEachProduct } from './convolution';
import { registerWasmKernel } from './wasm-kernel';

/** Registers the kernel for `wasm`: images [batch, rows, columns, channels] and dy -> dx; of equals the first counts, as on cpu. */
export function registerMaxPoolGrad(): void {
  registerWasmKernel(
    'MaxPoolGrad',
    ({ input, attributes }) => {
      const image = input('input');
      const dy = input('dy');
      const { filterSize } = attributes;
      const [height = 1, width = height] = Array.isArray(filterSize) ? filterSize.map(Number) : [Number(filterSize)];
      const { rows, columns } = convolutionAxes({ image: image.shape, result: dy.shape, filter: [height, width] }, attributes);
      const channels = image.shape[3] ?? 1;
      const largest = new Float32Array(sizeOf(dy.shape)).fill(-Infinity);
      const places = new Int32Array(sizeOf(dy.shape)).fill(-1);
      forEachProduct(image.shape[0] ?? 0, rows, columns, (_, imagePixel, resultPixel) => {
        for (let channel = 0; channel < channels; channel++) {
          const value = image.values[imagePixel * channels + channel] ?? 0;
          const at = resultPixel * channels + channel;
          if (value > (largest[at] ?? 0)) {
            largest[at] = value;
            places[at] = imagePixel * channels + channel;
          }
        }
      });
      const values = new Float32Array(sizeOf(image.shape));
      places.forEach((place, at) => {
        if (place >= 0) values[place] = (values[place] ?? 0) + (dy.values[at] ?? 0);
      });
      return { shape: image.shape, values };
    },
    { replace: true },
  );
}

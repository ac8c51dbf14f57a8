import { poolingAxes } from '../layers/pooling';
import { eachPlace, type PlainLayer } from './plain-layer';

/** Of each window one number: what is made of those that lie on the image. */
function pooling(start: number, add: (so: number, value: number) => number, end: (so: number, count: number) => number): PlainLayer {
  return (node, [input]) => {
    if (input === undefined) return undefined;
    const axes = poolingAxes(node, [input.shape]);
    const channels = input.shape[2] ?? 1;
    const [height, width] = [axes.rows.output, axes.columns.output];
    const data = new Float32Array(height * width * channels);
    for (let at = 0; at < height * width; at++) {
      for (let channel = 0; channel < channels; channel++) {
        let [so, count] = [start, 0];
        eachPlace(axes, Math.floor(at / width), at % width, (pixel) => {
          so = add(so, input.data[pixel * channels + channel] ?? 0);
          count++;
        });
        data[at * channels + channel] = end(so, count);
      }
    }
    return { shape: [height, width, channels], data };
  };
}

/** The largest of each window. */
export const maxPool = pooling(-Infinity, Math.max, (most) => most);

/** The mean of what of each window lies on the image. */
export const averagePool = pooling(
  0,
  (sum, value) => sum + value,
  (sum, count) => sum / count,
);

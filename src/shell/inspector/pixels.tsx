/** One picture of a batch, drawn to a small canvas: what a unit is shown. */
import { at } from '../../base/at';
import { useEffect, useRef } from 'preact/hooks';
import type { ViewArray } from '../../views/view';

/** Bytes of a picture, its least number black and its largest white; a single channel is grey. */
function pixelBytes({ shape: [, rows = 0, columns = 0, channels = 1], data }: ViewArray, index: number): Uint8ClampedArray<ArrayBuffer> {
  const size = rows * columns * channels;
  let [low, high] = [Infinity, -Infinity];
  for (let i = index * size; i < (index + 1) * size; i++) {
    low = Math.min(low, data[i] ?? 0);
    high = Math.max(high, data[i] ?? 0);
  }
  const bytes = new Uint8ClampedArray(4 * rows * columns);
  for (let pixel = 0; pixel < rows * columns; pixel++) {
    for (let colour = 0; colour < 3; colour++) {
      const value = data[index * size + pixel * channels + Math.min(colour, channels - 1)] ?? 0;
      bytes[4 * pixel + colour] = (255 * (value - low)) / (high - low || 1);
    }
    bytes[4 * pixel + 3] = 255;
  }
  return bytes;
}

export function Pixels({ images, index, label }: { readonly images: ViewArray; readonly index: number; readonly label: string }) {
  const ref = useRef<HTMLCanvasElement>(null);
  const [rows, columns] = [at(images.shape, 1), at(images.shape, 2)];
  useEffect(() => {
    ref.current?.getContext('2d')?.putImageData(new ImageData(pixelBytes(images, index), columns, rows), 0, 0);
  }, [images, index]);
  return <canvas ref={ref} width={columns} height={rows} class="gb-pixels" role="img" aria-label={label} />;
}

import { at } from '../../base/at';
import { initialise } from '.';
import type { Random } from '../random';
import { sizeOf, type VariableDescription } from '../blueprint/layer-description';

/** Numbers of a fresh variable as its layer describes it: at once, or block by block, each from a stream of its own. */
export function drawVariable(description: VariableDescription, random: Random): Float32Array {
  const { shape, drawnAs, initialiser, initialiserOptions, blocks } = description;
  if (blocks === undefined) return initialise(initialiser, drawnAs ?? shape, random, initialiserOptions?.['scale']);
  const [lead, last] = [shape.slice(0, -1), at(shape, -1)];
  const width = last / blocks.length;
  const drawn = blocks.map(({ scale }, i) => initialise(initialiser, [...lead, width], random.fork(i), scale));
  return Float32Array.from({ length: sizeOf(shape) }, (_, at) => {
    const [row, column] = [Math.floor(at / last), at % last];
    return drawn[Math.floor(column / width)]?.[row * width + (column % width)] ?? NaN;
  });
}

/** Exactly which pixels of the image one pixel of a layer sees: its window, then the windows of those under it, back to the input. */
import { at } from '../../base/at';
import { describeNetwork, type NetworkDescription } from './describe';
import { NetworkError } from './layer-description';
import type { NetworkSpec, Shape } from './network-spec';
import { imageInput, reachOf } from './receptive-field';
import type { WindowAxis } from './window-axes';

/** Rows and columns of the image, each in rising order. Empty where only padding is seen. */
export interface VisiblePixels {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

type Places = ReadonlySet<number>;
interface Seen {
  readonly rows: Places;
  readonly columns: Places;
}

function everything(count: number): Places {
  return new Set(Array.from({ length: count }, (_, i) => i));
}

/** The input's places under the window at each of the output's `places`; padding sees nothing. */
function under(axis: WindowAxis, places: Places): Places {
  const found = new Set<number>();
  for (const place of places) {
    for (let i = 0; i < axis.size; i++) {
      const input = place * axis.stride - axis.before + i * axis.dilation;
      if (input >= 0 && input < axis.input) found.add(input);
    }
  }
  return found;
}

const union = (a: Places, b: Places): Places => new Set([...a, ...b]);
const sorted = (places: Places): number[] => [...places].sort((a, b) => a - b);

/**
 * What the pixel at `row` and `column` of the node `id` sees. Along a chain these are exactly the image's pixels whose change can
 * change it; where branches join, they are the rows and columns of all branches together.
 * @throws NetworkError where there is no such node or pixel, or the input is not one image.
 */
export function visiblePixels(
  spec: NetworkSpec,
  id: string,
  row: number,
  column: number,
  description: NetworkDescription = describeNetwork(spec),
): VisiblePixels {
  const image = imageInput(spec);
  const shapeOf = (name: string): Shape => description.shapes[name] ?? [];
  const shape = shapeOf(id);
  const [rows = 1, columns = 1] = shape.length === 3 ? shape : [];
  if (shape.length === 0 || !(row >= 0 && row < rows && column >= 0 && column < columns)) {
    throw new NetworkError(id, `has no pixel at row ${row} and column ${column}; its shape is [${shape.join(', ')}]`);
  }
  const seen = new Map<string, Seen>([[id, { rows: new Set([row]), columns: new Set([column]) }]]);
  for (const node of [...spec.nodes].reverse()) {
    const own = seen.get(node.id);
    if (own === undefined) continue;
    const shapes = node.from.map(shapeOf);
    const reach = reachOf(node, shapes);
    node.from.forEach((source, i) => {
      const [down = 1, across = 1] = at(shapes, i).length === 3 ? at(shapes, i) : [];
      const looked =
        reach === undefined
          ? own
          : reach === 'all'
            ? { rows: everything(down), columns: everything(across) }
            : { rows: under(reach.rows, own.rows), columns: under(reach.columns, own.columns) };
      const before = seen.get(source);
      seen.set(
        source,
        before === undefined ? looked : { rows: union(before.rows, looked.rows), columns: union(before.columns, looked.columns) },
      );
    });
  }
  const found = seen.get(image.id);
  return found === undefined ? { rows: [], columns: [] } : { rows: sorted(found.rows), columns: sorted(found.columns) };
}

/**
 * How large a part of the input image a pixel of a layer can see: size, stride and place by the recurrences of Araujo, Norris and
 * Sim, "Computing Receptive Fields of Convolutional Neural Networks", Distill 2019 (single paths, and its section on graphs).
 */
import { describeNetwork, type NetworkDescription } from './describe';
import { NetworkError } from './layer-description';
import { layerNamed } from './layers';
import { inputShapes, type NetworkSpec, type NodeSpec, type Shape } from './network-spec';
import type { WindowAxes, WindowAxis } from './window-axes';

/** One direction, in pixels of the input. Output pixel i sees places from `first + stride * i` to `last + stride * i`. */
export interface FieldAxis {
  /** What output pixel 0 sees; below 0 lies padding. */
  readonly first: number;
  readonly last: number;
  /** Steps of the field from one output pixel to the next; 0 where there is but one. */
  readonly stride: number;
}

/** Rows and columns. */
export interface ReceptiveField {
  readonly rows: FieldAxis;
  readonly columns: FieldAxis;
}

/** Pixels from the first to the last, padding included. */
export function fieldSize({ first, last }: FieldAxis): number {
  return last - first + 1;
}

/** The window of a node, `all` for one that looks at everything, undefined for one that works pixel by pixel. */
export function reachOf(node: NodeSpec, shapes: readonly Shape[]): WindowAxes | 'all' | undefined {
  return layerNamed(node.layer)?.reach?.(node, shapes);
}

/** Name, rows and columns of the network's one image; throws where its input is another. */
export function imageInput(spec: NetworkSpec): { readonly id: string; readonly rows: number; readonly columns: number } {
  const [input, ...more] = Object.entries(inputShapes(spec));
  const [id = 'x', [rows, columns, channels] = []] = input ?? [];
  if (rows === undefined || columns === undefined || channels === undefined || more.length > 0) {
    throw new NetworkError(id, 'receptive fields are those of one image; the input should have the shape [rows, columns, channels]');
  }
  return { id, rows, columns };
}

function through(axis: FieldAxis, { before, dilation, size, stride }: WindowAxis): FieldAxis {
  return {
    first: axis.first - before * axis.stride,
    last: axis.last + (dilation * (size - 1) - before) * axis.stride,
    stride: axis.stride * stride,
  };
}

/** All that `count` pixels see together. */
function together(axis: FieldAxis, count: number): FieldAxis {
  return { first: axis.first, last: axis.last + axis.stride * (count - 1), stride: 0 };
}

/** A join sees from the first pixel that a branch sees to the last one; where branches step differently, everything. */
function joined(axes: readonly FieldAxis[], length: number): FieldAxis {
  const stride = axes[0]?.stride ?? 0;
  if (axes.some((axis) => axis.stride !== stride)) return { first: 0, last: length - 1, stride: 0 };
  return { first: Math.min(...axes.map(({ first }) => first)), last: Math.max(...axes.map(({ last }) => last)), stride };
}

/**
 * Receptive fields by node id; global pooling and flatten see all that their input's pixels see together. Batch norm counts as
 * pixel by pixel, as at evaluation.
 * @throws NetworkError where the network does not hold together, or its input is not one image.
 */
export function receptiveFields(
  spec: NetworkSpec,
  description: NetworkDescription = describeNetwork(spec),
): Readonly<Record<string, ReceptiveField>> {
  const image = imageInput(spec);
  const pixel: FieldAxis = { first: 0, last: 0, stride: 1 };
  const seen = new Map<string, ReceptiveField>([[image.id, { rows: pixel, columns: pixel }]]);
  const fields: Record<string, ReceptiveField> = {};
  for (const node of spec.nodes) {
    const sources = node.from.flatMap((id) => seen.get(id) ?? []);
    const shapes = node.from.map((id) => description.shapes[id] ?? []);
    const rows = joined(
      sources.map((source) => source.rows),
      image.rows,
    );
    const columns = joined(
      sources.map((source) => source.columns),
      image.columns,
    );
    const reach = reachOf(node, shapes);
    const [down = 1, across = 1] = shapes[0]?.length === 3 ? shapes[0] : [];
    const field =
      reach === undefined
        ? { rows, columns }
        : reach === 'all'
          ? { rows: together(rows, down), columns: together(columns, across) }
          : { rows: through(rows, reach.rows), columns: through(columns, reach.columns) };
    fields[node.id] = field;
    seen.set(node.id, field);
  }
  return fields;
}

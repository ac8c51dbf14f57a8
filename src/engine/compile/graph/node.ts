/** A training step as a graph: what is computed from what, with all shapes known. Every value is an array of float32. */

export type Shape = readonly number[];

/** Functions of one element each; names as tfjs's kernels have them, in lower camel case. */
export type MapName =
  | 'abs'
  | 'add'
  | 'and'
  | 'ceil'
  | 'clip'
  | 'cos'
  | 'div'
  | 'elu'
  | 'eluGrad'
  | 'equal'
  | 'erf'
  | 'exp'
  | 'expm1'
  | 'floor'
  | 'greater'
  | 'greaterEqual'
  | 'isFinite'
  | 'isNaN'
  | 'leakyRelu'
  | 'less'
  | 'lessEqual'
  | 'log'
  | 'log1p'
  | 'max'
  | 'min'
  | 'mod'
  | 'mul'
  | 'neg'
  | 'not'
  | 'notEqual'
  | 'notZero'
  | 'or'
  | 'pow'
  | 'reciprocal'
  | 'relu'
  | 'relu6'
  | 'round'
  | 'rsqrt'
  | 'select'
  | 'sigmoid'
  | 'sign'
  | 'sin'
  | 'softplus'
  | 'sqrt'
  | 'square'
  | 'step'
  | 'sub'
  | 'tanh'
  | 'truncate';

/** How windows move over an image: sizes, steps and zeros put before the first row and column. */
export interface Windows {
  readonly height: number;
  readonly width: number;
  readonly strideHeight: number;
  readonly strideWidth: number;
  readonly dilationHeight: number;
  readonly dilationWidth: number;
  readonly top: number;
  readonly left: number;
}

export type Operation =
  | { readonly kind: 'input'; readonly name: string }
  | { readonly kind: 'state'; readonly name: string }
  /** Numbers known beforehand. */
  | { readonly kind: 'constant'; readonly data: Float32Array }
  /** One number, known beforehand, in every place. */
  | { readonly kind: 'uniform'; readonly value: number }
  /** Element by element; inputs broadcast as NumPy's do. */
  | { readonly kind: 'map'; readonly name: MapName; readonly numbers?: readonly number[] }
  /** [..., m, k] x [..., k, n]; the leading dimensions are equal or 1. */
  | { readonly kind: 'matmul'; readonly transposeA: boolean; readonly transposeB: boolean }
  | { readonly kind: 'reduce'; readonly name: 'sum' | 'max' | 'min' | 'product'; readonly axes: readonly number[] }
  /** The place of the first extreme along the last dimension. */
  | { readonly kind: 'argument'; readonly name: 'max' | 'min' }
  /** Over the last dimension. */
  | { readonly kind: 'softmax'; readonly log: boolean }
  /** The same numbers in the same order, in another shape. */
  | { readonly kind: 'view' }
  /**
   * Numbers from other places: the result at (i0, i1, ...) is the input at offset + sum of i * stride; what `fill` says where the
   * index of some dimension lies outside [from, to). Slices, transposes, tiles, reversals, broadcasts and padding are this.
   */
  | { readonly kind: 'move'; readonly offset: number; readonly strides: readonly number[]; readonly inside?: Inside }
  | { readonly kind: 'concat'; readonly axis: number }
  /** Rows of [rows, ...size] by whole numbers. */
  | { readonly kind: 'gather' }
  /** Sums of rows by whole numbers: [segments, ...]. */
  | { readonly kind: 'segmentSum' }
  | { readonly kind: 'oneHot'; readonly on: number; readonly off: number }
  | { readonly kind: 'convolution'; readonly windows: Windows }
  | { readonly kind: 'convolutionFilterGradient'; readonly windows: Windows }
  | { readonly kind: 'convolutionInputGradient'; readonly windows: Windows }
  | { readonly kind: 'depthwise'; readonly windows: Windows }
  | { readonly kind: 'depthwiseFilterGradient'; readonly windows: Windows }
  | { readonly kind: 'depthwiseInputGradient'; readonly windows: Windows }
  | { readonly kind: 'pool'; readonly name: 'max' | 'sum'; readonly windows: Windows }
  | { readonly kind: 'maxPoolGradient'; readonly windows: Windows }
  | { readonly kind: 'sumPoolGradient'; readonly windows: Windows };

/** For each dimension of a moved result, where it lies in the input: below `from` and from `to` on, it is `fill`. */
export interface Inside {
  readonly from: readonly number[];
  readonly to: readonly number[];
  readonly fill: number;
}

export interface Node {
  /** Larger than those of its inputs. */
  readonly id: number;
  readonly operation: Operation;
  readonly inputs: readonly Node[];
  readonly shape: Shape;
}

/** What is wanted of a graph, by name. */
export type Outputs = ReadonlyMap<string, Node>;

export function sizeOfShape(shape: Shape): number {
  let size = 1;
  for (const length of shape) size *= length;
  return size;
}

/** How far apart neighbours lie along each dimension of a contiguous array. */
export function stridesOf(shape: Shape): number[] {
  const strides = shape.map(() => 1);
  for (let axis = shape.length - 2; axis >= 0; axis--) strides[axis] = (strides[axis + 1] ?? 1) * (shape[axis + 1] ?? 1);
  return strides;
}

export function sameShape(a: Shape, b: Shape): boolean {
  return a.length === b.length && a.every((length, axis) => length === b[axis]);
}

/**
 * The shape of shapes broadcast together (NumPy's rule).
 * @throws Error naming them where they do not fit.
 */
export function broadcastShape(shapes: readonly Shape[]): Shape {
  const [first] = shapes;
  if (first !== undefined && shapes.every((shape) => sameShape(shape, first))) return first;
  const rank = Math.max(0, ...shapes.map(({ length }) => length));
  return Array.from({ length: rank }, (_, axis) => {
    const lengths = shapes.map((shape) => shape[axis - rank + shape.length] ?? 1);
    const length = lengths.find((one) => one !== 1) ?? 1;
    if (lengths.some((one) => one !== 1 && one !== length)) {
      throw new Error(`shapes ${shapes.map((shape) => `[${shape.join(', ')}]`).join(' and ')} do not fit together`);
    }
    return length;
  });
}

/** The strides with which `shape` reads an array of shape `own` by NumPy's rule. */
export function broadcastStrides(own: Shape, shape: Shape): number[] {
  const strides = stridesOf(own);
  return shape.map((_, axis) => {
    const at = axis - shape.length + own.length;
    return at < 0 || own[at] === 1 ? 0 : (strides[at] ?? 0);
  });
}

/** The node whose numbers a node shows: views have none of their own. */
export function sourceOf(node: Node): Node {
  let source = node;
  while (source.operation.kind === 'view') source = source.inputs[0] ?? source;
  return source;
}

/** True for what is there before anything is computed. */
export function isLeaf({ operation: { kind } }: Node): boolean {
  return kind === 'input' || kind === 'state' || kind === 'constant' || kind === 'uniform';
}

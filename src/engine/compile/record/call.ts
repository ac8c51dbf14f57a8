/** One kernel's call while recording: its inputs as nodes, its attributes checked. */
import type { DataType, NamedTensorInfoMap, TensorInfo } from '@tensorflow/tfjs-core';
import type { MapName, Node, Operation, Shape } from '../graph/node';
import { broadcastShape, sameShape, stridesOf } from '../graph/node';
import { CannotRecord, type Recorder } from './recorder';

function isTensorInfo(value: unknown): value is TensorInfo {
  return typeof value === 'object' && value !== null && 'dataId' in value;
}

export class Call {
  constructor(
    private readonly recorder: Recorder,
    private readonly kernel: string,
    private readonly inputs: NamedTensorInfoMap | readonly TensorInfo[],
    private readonly attributes: Readonly<Record<string, unknown>>,
  ) {}

  private info(name: string): TensorInfo {
    const value: unknown = Reflect.get(this.inputs, name);
    if (!isTensorInfo(value)) throw new CannotRecord(`${this.kernel} without its input "${name}"`);
    return value;
  }
  has(name: string): boolean {
    return isTensorInfo(Reflect.get(this.inputs, name));
  }
  node(name: string): Node {
    return this.recorder.nodeOf(this.info(name));
  }
  dtype(name: string): DataType {
    return this.info(name).dtype;
  }
  /** All inputs of a kernel that takes a list. */
  get list(): readonly Node[] {
    return Object.values(this.inputs)
      .filter(isTensorInfo)
      .map((one) => this.recorder.nodeOf(one));
  }
  get listType(): DataType {
    return Object.values(this.inputs).find(isTensorInfo)?.dtype ?? 'float32';
  }

  attribute(name: string): unknown {
    return this.attributes[name];
  }
  number(name: string, otherwise?: number): number {
    const value = this.attributes[name] ?? otherwise;
    if (typeof value !== 'number') throw new CannotRecord(`${this.kernel} without the number "${name}"`);
    return value;
  }
  boolean(name: string): boolean {
    return this.attributes[name] === true;
  }
  /** A list of numbers; one number is a list of one. */
  numbers(name: string): readonly number[] {
    const value = this.attributes[name];
    if (typeof value === 'number') return [value];
    if (Array.isArray(value) || ArrayBuffer.isView(value)) return Array.from(value as ArrayLike<number>, Number);
    throw new CannotRecord(`${this.kernel} without the numbers "${name}"`);
  }
  /** Axes counted from 0; all where none is named. */
  axes(name: string, rank: number): readonly number[] {
    const value = this.attributes[name];
    if (value === undefined || value === null) return Array.from({ length: rank }, (_, axis) => axis);
    return this.numbers(name).map((axis) => (axis < 0 ? axis + rank : axis));
  }

  make(operation: Operation, inputs: readonly Node[], shape: Shape): Node {
    return this.recorder.graph.make(operation, inputs, shape);
  }
  uniform(value: number, shape: Shape = []): Node {
    return this.make({ kind: 'uniform', value }, [], shape);
  }
  map(name: MapName, inputs: readonly Node[], numbers?: readonly number[]): Node {
    const shape = broadcastShape(inputs.map((input) => input.shape));
    return this.make(numbers === undefined ? { kind: 'map', name } : { kind: 'map', name, numbers }, inputs, shape);
  }
  view(node: Node, shape: Shape): Node {
    return sameShape(node.shape, shape) ? node : this.make({ kind: 'view' }, [node], shape);
  }
  /** Repeats along dimensions of length 1 (and new leading ones). */
  broadcast(node: Node, shape: Shape): Node {
    if (sameShape(node.shape, shape)) return node;
    const own = stridesOf(node.shape);
    const strides = shape.map((length, axis) => {
      const at = axis - shape.length + node.shape.length;
      return at < 0 || (node.shape[at] === 1 && length !== 1) ? 0 : (own[at] ?? 0);
    });
    return this.make({ kind: 'move', offset: 0, strides }, [node], shape);
  }
  give(node: Node, dtype: DataType = 'float32'): TensorInfo {
    return this.recorder.give(node, dtype);
  }
  /** Another name for the same numbers. */
  same(name: string): TensorInfo {
    return this.give(this.node(name), this.dtype(name));
  }
}

/** How one of tfjs's kernels is recorded. */
export type Recording = (call: Call) => TensorInfo | TensorInfo[];

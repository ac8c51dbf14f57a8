/**
 * A tfjs backend that records instead of computing: every kernel that runs on it becomes a node of a graph. What was made on other
 * backends comes in as constants.
 */
import { engine, KernelBackend, type DataType, type Tensor, type TensorInfo } from '@tensorflow/tfjs-core';
import { Graph } from '../graph/graph';
import { sizeOfShape, type Node, type Shape } from '../graph/node';

/** Why something cannot be recorded: a kernel that is not known, or a number that is only known when it is computed. */
export class CannotRecord extends Error {
  constructor(readonly reason: string) {
    super(`cannot be recorded: ${reason}`);
  }
}

type Values = Float32Array | Int32Array | Uint8Array;

/** Whole numbers above this are no float32 of their own. */
const LARGEST_WHOLE = 2 ** 24;

function asFloats(values: unknown, dtype: DataType): Float32Array {
  if (!ArrayBuffer.isView(values) && !Array.isArray(values)) throw new CannotRecord(`values of type ${dtype}`);
  const floats = Float32Array.from(values as ArrayLike<number>);
  if (dtype === 'int32' && floats.some((value) => Math.abs(value) > LARGEST_WHOLE)) throw new CannotRecord('whole numbers above 2^24');
  return floats;
}

export class Recorder extends KernelBackend {
  graph = new Graph();
  private readonly nodes = new Map<object, Node>();
  private readonly references = new Map<object, number>();
  /** Constants by what they were read from, so that each is read once. */
  private readonly foreign = new Map<object, Node>();

  /** Starts a new recording. */
  begin(): void {
    this.graph = new Graph();
    this.nodes.clear();
    this.references.clear();
    this.foreign.clear();
  }

  /** Forgets the recording; its nodes live on in the graph. */
  end(): void {
    this.nodes.clear();
    this.foreign.clear();
  }

  /** A tensor's data that stands for a node. */
  hold(node: Node): object {
    const data = {};
    this.nodes.set(data, node);
    this.references.set(data, 1);
    return data;
  }

  /** A tensor that stands for a node. */
  tensorOf(node: Node, dtype: DataType): Tensor {
    return engine().makeTensorFromDataId(this.hold(node), [...node.shape], dtype, this);
  }

  /** What a node is to tfjs. */
  give(node: Node, dtype: DataType): TensorInfo {
    return { dataId: this.hold(node), shape: [...node.shape], dtype };
  }

  /** The node behind a tensor, wherever it was made. */
  nodeOf({ dataId, shape, dtype }: TensorInfo): Node {
    const node = this.nodes.get(dataId) ?? this.foreign.get(dataId) ?? this.fetch(dataId, shape, dtype);
    return sizeOfShape(node.shape) === sizeOfShape(shape) && node.shape.join() !== shape.join()
      ? this.graph.make({ kind: 'view' }, [node], shape)
      : node;
  }

  private fetch(dataId: object, shape: Shape, dtype: DataType): Node {
    const backend = engine().state.tensorInfo.get(dataId)?.backend;
    if (backend === undefined || backend === this) throw new CannotRecord('a tensor that was disposed of');
    const node = this.constant(asFloats(backend.readSync(dataId), dtype), shape);
    this.foreign.set(dataId, node);
    return node;
  }

  private constant(data: Float32Array, shape: Shape): Node {
    const first = data[0] ?? 0;
    let same = 0;
    while (same < data.length && Object.is(data[same], first)) same++;
    const uniform = same === data.length;
    return this.graph.make(uniform ? { kind: 'uniform', value: first } : { kind: 'constant', data }, [], shape);
  }

  override write(values: Values, shape: number[], dtype: DataType): object {
    return this.hold(this.constant(asFloats(values, dtype), shape));
  }

  override readSync(dataId: object): Values {
    const operation = this.nodes.get(dataId)?.operation;
    if (operation?.kind === 'constant') return operation.data.slice();
    if (operation?.kind === 'uniform') return new Float32Array(sizeOfShape(this.nodes.get(dataId)?.shape ?? [])).fill(operation.value);
    throw new CannotRecord('a number is read before it is computed');
  }
  override read(dataId: object): Promise<Values> {
    return Promise.resolve(this.readSync(dataId));
  }

  override disposeData(dataId: object): boolean {
    const left = (this.references.get(dataId) ?? 1) - 1;
    if (left > 0) {
      this.references.set(dataId, left);
      return false;
    }
    this.references.delete(dataId);
    this.nodes.delete(dataId);
    return true;
  }
  override incRef(dataId: object): void {
    this.references.set(dataId, (this.references.get(dataId) ?? 0) + 1);
  }
  override refCount(dataId: object): number {
    return this.references.get(dataId) ?? 0;
  }
  override numDataIds(): number {
    return this.references.size;
  }
  override memory(): { unreliable: boolean } {
    return { unreliable: false };
  }
  override floatPrecision(): 32 {
    return 32;
  }
  override epsilon(): number {
    return 1e-7;
  }
  override dispose(): void {
    this.end();
  }
}

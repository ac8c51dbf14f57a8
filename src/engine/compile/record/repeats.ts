/** Records functions that are called over and over: their ops and gradients once, and a copy of that piece of graph at every call. */
import {
  customGrad,
  engine,
  grads,
  registerGradient,
  registerKernel,
  scalar,
  tidy,
  type DataType,
  type NamedTensorMap,
  type Scalar,
  type Tensor,
  type TensorInfo,
} from '@tensorflow/tfjs-core';
import type { Node, Shape } from '../graph/node';
import { Body, termsAfter, type Values } from './body';
import { CannotRecord, Recorder } from './recorder';

type Repeatable = (...given: Tensor[]) => Tensor[];

/** A call of a repeated function, and its gradient: kernels that only the recorder has. */
const CALL = 'RepeatedCall';
const GRADIENT = 'RepeatedGradient';

interface Repeated {
  readonly body: Body;
  readonly types: readonly DataType[];
}

interface CallMade {
  readonly body: Body;
  readonly types: readonly DataType[];
  readonly results: readonly Node[];
  readonly values: Values;
}

/** True while tfjs notes ops for their gradients. */
function isTaped(): boolean {
  const { gradientDepth, kernelDepth } = engine().state;
  return gradientDepth > 0 && kernelDepth === 0;
}

const isZero = ({ operation }: Node): boolean => operation.kind === 'uniform' && operation.value === 0;

/** The recorder, with what is called over and over recorded once. */
export class RepeatingRecorder extends Recorder {
  private readonly known = new Map<Repeatable, Map<string, Repeated>>();
  private readonly calls: CallMade[] = [];

  override begin(): void {
    super.begin();
    this.forget();
  }
  override end(): void {
    super.end();
    this.forget();
  }
  private forget(): void {
    this.known.clear();
    this.calls.length = 0;
  }

  /** A tensor that stands for a node. */
  tensorOf(node: Node, dtype: DataType): Tensor {
    return engine().makeTensorFromDataId(this.hold(node), [...node.shape], dtype, this);
  }

  private standIn(shape: Shape, dtype: DataType): { readonly node: Node; readonly tensor: Tensor } {
    const node = this.graph.make({ kind: 'input', name: 'stand-in' }, [], [...shape]);
    return { node, tensor: this.tensorOf(node, dtype) };
  }

  /**
   * What the function gives, recorded at the first call with tensors of these shapes and copied at others.
   * @throws Error where the function uses a tensor that it is not given.
   */
  repeat(repeatable: Repeatable, given: readonly Tensor[]): Tensor[] {
    const { body, types } = this.recordedFor(repeatable, given);
    const call = this.calls.length;
    this.calls.push({
      body,
      types,
      ...body.call(
        this.graph,
        given.map((tensor) => this.nodeOf(tensor)),
      ),
    });
    // Once for each use, so that gradients are summed in the order in which those of single ops are.
    const inputs: NamedTensorMap = {};
    body.useCounts.forEach((count, index) => {
      for (let use = 0; use < count; use++) {
        const tensor = given[index];
        if (tensor !== undefined) inputs[`${index}.${use}`] = tensor;
      }
    });
    return engine().runKernel<Tensor[]>(CALL, inputs, { call });
  }

  private recordedFor(repeatable: Repeatable, given: readonly Tensor[]): Repeated {
    const taped = isTaped();
    const key = `${String(taped)} ${given.map(({ dtype, shape }) => `${dtype} ${shape.join()}`).join(' ')}`;
    const those = this.known.get(repeatable) ?? new Map<string, Repeated>();
    this.known.set(repeatable, those);
    const known = those.get(key);
    if (known !== undefined) return known;
    const made: Repeated[] = [];
    tidy(() => void made.push(this.recordOnce(repeatable, given, taped)));
    const [found] = made;
    if (found === undefined) throw new CannotRecord('nothing');
    those.set(key, found);
    return found;
  }

  private recordOnce(repeatable: Repeatable, given: readonly Tensor[], taped: boolean): Repeated {
    const standIns = given.map(({ shape, dtype }) => this.standIn(shape, dtype));
    const tensors = standIns.map(({ tensor }) => tensor);
    const nodes = standIns.map(({ node }) => node);
    let results: readonly Node[] = [];
    let types: readonly DataType[] = [];
    const run = (inputs: Tensor[]): Tensor[] => {
      const made = repeatable(...inputs);
      results = made.map((tensor) => this.nodeOf(tensor));
      types = made.map(({ dtype }) => dtype);
      return made;
    };
    if (!taped) {
      run(tensors);
      return { body: new Body({ given: nodes, results, seeds: [], uses: nodes.map(() => []) }), types };
    }
    // What else is known of a gradient before this call adds to it comes first, as on tfjs's own tape.
    const before = given.map(({ shape }) => this.standIn(shape, 'float32'));
    let seeds: readonly { readonly node: Node; readonly tensor: Tensor }[] = [];
    const gradFunc = (): Tensor[] => {
      seeds = results.map(({ shape }) => this.standIn(shape, 'float32'));
      return [...before, ...seeds].map(({ tensor }) => tensor);
    };
    const gradients = grads((...inputs: Tensor[]): Scalar =>
      customGrad<Scalar>(() => ({ value: scalar(0), gradFunc }))(...inputs, ...run(inputs)),
    )(tensors);
    const uses = before.map(({ node }, index) => {
      const sum = gradients[index];
      return sum === undefined ? [] : termsAfter(node, this.nodeOf(sum));
    });
    return { body: new Body({ given: nodes, results, seeds: seeds.map(({ node }) => node), uses }), types };
  }

  private callAt(call: unknown): CallMade {
    const made = this.calls[Number(call)];
    if (made === undefined) throw new CannotRecord('a repeated function that was not called');
    return made;
  }

  /** What a call gives, for tfjs. */
  resultsOf(call: unknown): TensorInfo[] {
    const { results, types } = this.callAt(call);
    return results.map((node, index) => this.give(node, types[index] ?? 'float32'));
  }

  /** What each use of what a call was given adds to its gradient. @param seeds gradients of its results. */
  gradientsOf(call: unknown, seeds: readonly TensorInfo[]): TensorInfo[] {
    const { body, values } = this.callAt(call);
    // tfjs fills in zeros where nothing depends on a result.
    const nodes = seeds.map((seed) => this.nodeOf(seed)).map((node) => (isZero(node) ? undefined : node));
    return body.gradients(this.graph, values, nodes).map((node) => this.give(node, 'float32'));
  }

  /** Makes the two kernels known to tfjs. */
  register(backendName: string): void {
    registerKernel({ kernelName: CALL, backendName, kernelFunc: ({ attrs }) => this.resultsOf(attrs?.['call']) });
    registerKernel({
      kernelName: GRADIENT,
      backendName,
      kernelFunc: ({ inputs, attrs }) =>
        this.gradientsOf(
          attrs?.['call'],
          Object.values(inputs).filter((one) => one !== undefined),
        ),
    });
    registerGradient({
      kernelName: CALL,
      gradFunc: (dy, _saved, attrs) => {
        const seeds = Array.isArray(dy) ? dy : [dy];
        const names = this.callAt(attrs['call']).body.useCounts.flatMap((count, index) =>
          Array.from({ length: count }, (_, use) => `${index}.${use}`),
        );
        const made = engine().runKernel<Tensor[]>(GRADIENT, Object.fromEntries(seeds.map((seed, i) => [`seed${i}`, seed])), attrs);
        return Object.fromEntries(made.map((tensor, i) => [names[i] ?? '', () => tensor]));
      },
    });
  }
}

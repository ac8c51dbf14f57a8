/** Records a step over tensors that stand for what it will be given, and its gradient by each of them. */
import { customGrad, engine, grads, scalar, tidy, type DataType, type Scalar, type Tensor } from '@tensorflow/tfjs-core';
import type { Node, Shape } from '../graph/node';
import { Body, termsAfter } from './body';
import { CannotRecord, type Recorder } from './recorder';

/** What is known of a tensor before there is one. */
export interface Kind {
  readonly shape: Shape;
  readonly dtype: DataType;
}

/** A step, and what it makes. */
export interface RecordedStep {
  readonly body: Body;
  readonly results: readonly Kind[];
}

type Run = (given: Tensor[]) => readonly Tensor[];

/** True while tfjs notes ops for their gradients. */
export function isTaped(): boolean {
  const { gradientDepth, kernelDepth } = engine().state;
  return gradientDepth > 0 && kernelDepth === 0;
}

function standIn(recorder: Recorder, { shape, dtype }: Kind): { readonly node: Node; readonly tensor: Tensor } {
  const node = recorder.graph.make({ kind: 'input', name: 'stand-in' }, [], [...shape]);
  return { node, tensor: recorder.tensorOf(node, dtype) };
}

function recordedOnce(recorder: Recorder, run: Run, kinds: readonly Kind[]): RecordedStep {
  const standIns = kinds.map((kind) => standIn(recorder, kind));
  const given = standIns.map(({ node }) => node);
  let results: readonly (Kind & { readonly node: Node })[] = [];
  const noted = (inputs: Tensor[]): readonly Tensor[] => {
    const made = run(inputs);
    results = made.map((tensor) => ({ node: recorder.nodeOf(tensor), shape: tensor.shape, dtype: tensor.dtype }));
    return made;
  };
  const tensors = standIns.map(({ tensor }) => tensor);
  const bodyOf = (seeds: readonly Node[], uses: readonly (readonly Node[])[]): Body =>
    new Body({ given, results: results.map(({ node }) => node), seeds, uses });
  if (!isTaped()) {
    noted(tensors);
    return { body: bodyOf([], []), results };
  }
  // What is known of a gradient before comes first, as on tfjs's own tape: so each use of what is given adds a term behind it.
  const before = kinds.map(({ shape }) => standIn(recorder, { shape, dtype: 'float32' }));
  let seeds: readonly { readonly node: Node; readonly tensor: Tensor }[] = [];
  const gradFunc = (): Tensor[] => {
    seeds = results.map(({ shape }) => standIn(recorder, { shape, dtype: 'float32' }));
    return [...before, ...seeds].map(({ tensor }) => tensor);
  };
  const gradients = grads((...inputs: Tensor[]): Scalar =>
    customGrad<Scalar>(() => ({ value: scalar(0), gradFunc }))(...inputs, ...noted(inputs)),
  )(tensors);
  const uses = before.map(({ node }, index) => {
    const sum = gradients[index];
    return sum === undefined ? [] : termsAfter(node, recorder.nodeOf(sum));
  });
  return {
    body: bodyOf(
      seeds.map(({ node }) => node),
      uses,
    ),
    results,
  };
}

/**
 * Records it, with its gradient where tfjs's tape is on.
 * @param kinds of what it will be given.
 * @throws Error where it uses a tensor that it is not given.
 */
export function recordStep(recorder: Recorder, run: Run, kinds: readonly Kind[]): RecordedStep {
  const made: RecordedStep[] = [];
  tidy(() => void made.push(recordedOnce(recorder, run, kinds)));
  const [found] = made;
  if (found === undefined) throw new CannotRecord('nothing');
  return found;
}

/** Records steps that are taken over and over: ops and gradients once, and a copy of that piece of graph at every moment. */
import {
  engine,
  registerGradient,
  registerKernel,
  type DataType,
  type NamedTensorMap,
  type Tensor,
  type TensorInfo,
} from '@tensorflow/tfjs-core';
import type { Node, Shape } from '../graph/node';
import type { Body, Values } from './body';
import { isTaped, recordStep, type Kind, type RecordedStep } from './record-step';
import { CannotRecord, Recorder } from './recorder';

type Step = (given: Tensor, state: readonly Tensor[], weights: readonly Tensor[]) => readonly Tensor[];

interface Sequence {
  readonly moments: readonly Tensor[];
  readonly start: readonly Tensor[];
  readonly weights: readonly Tensor[];
  readonly pieces?: { readonly begin: ReadonlySet<number>; readonly carried: boolean } | undefined;
}

/** Kernels that only the recorder has: all steps, and their gradient. */
const STEPS = 'UnrolledSteps';
const GRADIENT = 'UnrolledStepsGradient';

/** A step at one moment. */
interface Taken {
  readonly body: Body;
  readonly values: Values;
  readonly results: readonly Node[];
  readonly types: readonly DataType[];
  /** How many tensors the state before it has. */
  readonly states: number;
  /** What that state is: the start, the one before, or the numbers of the one before, through which no gradient goes. */
  readonly from: 'start' | 'before' | 'cut';
}

interface Unrolled {
  readonly taken: readonly Taken[];
  readonly wanted: number;
  /** Of moments, start and weights, one after the other. */
  readonly shapes: readonly Shape[];
}

const isZero = ({ operation }: Node): boolean => operation.kind === 'uniform' && operation.value === 0;

const namesOf = ({ moments, start, weights }: Readonly<Record<'moments' | 'start' | 'weights', { readonly length: number }>>): string[] =>
  Object.entries({ moments, start, weights }).flatMap(([name, { length }]) => Array.from({ length }, (_, i) => `${name}${i}`));

/** The recorder, with what is done over and over recorded once. */
export class UnrollingRecorder extends Recorder {
  private readonly known = new Map<Step, Map<string, RecordedStep>>();
  private readonly all: Unrolled[] = [];

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
    this.all.length = 0;
  }

  /**
   * Takes the step at every moment.
   * @param wanted how many tensors of each state are handed out, the first ones.
   * @throws Error where the step uses a tensor that it is not given.
   */
  unroll(step: Step, { moments, start, weights, pieces }: Sequence, wanted: number): Tensor[][] {
    const weightNodes = weights.map((tensor) => this.nodeOf(tensor));
    const taken: Taken[] = [];
    const started = start.map((tensor) => this.nodeOf(tensor));
    let kinds: readonly Kind[] = start;
    let state = started;
    for (const [i, moment] of moments.entries()) {
      const begins = pieces?.begin.has(i) === true;
      const from = i === 0 || (begins && pieces?.carried === false) ? 'start' : begins ? 'cut' : 'before';
      if (from === 'start') [state, kinds] = [started, start];
      const { body, results } = this.recordedFor(step, moment, kinds, weights);
      const made = body.call(this.graph, [this.nodeOf(moment), ...state, ...weightNodes]);
      taken.push({ body, ...made, types: results.map(({ dtype }) => dtype), states: state.length, from });
      state = [...made.results];
      kinds = results;
    }
    const tensors = [...moments, ...start, ...weights];
    const index = this.all.push({ taken, wanted, shapes: tensors.map(({ shape }) => shape) }) - 1;
    const inputs: NamedTensorMap = {};
    namesOf({ moments, start, weights }).forEach((name, i) => {
      const tensor = tensors[i];
      if (tensor !== undefined) inputs[name] = tensor;
    });
    const made = engine().runKernel<Tensor[]>(STEPS, inputs, { index, moments: moments.length, start: start.length });
    return moments.map((_, moment) => made.slice(moment * wanted, (moment + 1) * wanted));
  }

  private recordedFor(step: Step, moment: Kind, state: readonly Kind[], weights: readonly Kind[]): RecordedStep {
    const kinds = [moment, ...state, ...weights];
    const key = `${String(isTaped())} ${state.length} ${kinds.map(({ dtype, shape }) => `${dtype} ${shape.join()}`).join(' ')}`;
    const those = this.known.get(step) ?? new Map<string, RecordedStep>();
    this.known.set(step, those);
    const known = those.get(key);
    if (known !== undefined) return known;
    const run = (given: Tensor[]): readonly Tensor[] => {
      const [first] = given;
      if (first === undefined) throw new CannotRecord('a step without a moment');
      return step(first, given.slice(1, 1 + state.length), given.slice(1 + state.length));
    };
    const found = recordStep(this, run, kinds);
    those.set(key, found);
    return found;
  }

  private unrolledAt(index: unknown): Unrolled {
    const found = this.all[Number(index)];
    if (found === undefined) throw new CannotRecord('steps that were not taken');
    return found;
  }

  private resultsOf(index: unknown): TensorInfo[] {
    const { taken, wanted } = this.unrolledAt(index);
    return taken.flatMap(({ results, types }) => results.slice(0, wanted).map((node, i) => this.give(node, types[i] ?? 'float32')));
  }

  /** Gradients by moments, start and weights, from the last moment to the first. @param given those of what was handed out. */
  private gradientsOf(index: unknown, given: readonly TensorInfo[]): TensorInfo[] {
    const { taken, wanted, shapes } = this.unrolledAt(index);
    // tfjs fills in zeros where nothing depends on a result.
    const handed = given.map((one) => this.nodeOf(one)).map((node) => (isZero(node) ? undefined : node));
    const handedAt = (moment: number, count: number): (Node | undefined)[] =>
      Array.from({ length: count }, (_, i) => (moment >= 0 && i < wanted ? handed[moment * wanted + i] : undefined));
    const moments: (Node | undefined)[] = [];
    let weights: readonly (Node | undefined)[] = [];
    let starts: readonly (Node | undefined)[] = [];
    let totals: readonly (Node | undefined)[] = handedAt(taken.length - 1, taken.at(-1)?.results.length ?? 0);
    for (let moment = taken.length - 1; moment >= 0; moment--) {
      const at = taken[moment];
      if (at === undefined) continue;
      const handedBefore = handedAt(moment - 1, taken[moment - 1]?.results.length ?? 0);
      const known = at.from === 'before' ? handedBefore : at.from === 'start' ? starts : [];
      const before = [undefined, ...Array.from({ length: at.states }, (_, i) => known[i]), ...weights];
      const sums = at.body.gradients(this.graph, at.values, totals, before);
      const states = sums.slice(1, 1 + at.states);
      moments.unshift(sums[0]);
      totals = at.from === 'before' ? states : handedBefore;
      if (at.from === 'start') starts = states;
      weights = sums.slice(1 + at.states);
    }
    const all = [...moments, ...starts, ...weights];
    return shapes.map((shape, i) => this.give(all[i] ?? this.graph.make({ kind: 'uniform', value: 0 }, [], shape), 'float32'));
  }

  /** Makes the two kernels known to tfjs. */
  register(backendName: string): void {
    registerKernel({ kernelName: STEPS, backendName, kernelFunc: ({ attrs }) => this.resultsOf(attrs?.['index']) });
    registerKernel({
      kernelName: GRADIENT,
      backendName,
      kernelFunc: ({ inputs, attrs }) =>
        this.gradientsOf(
          attrs?.['index'],
          Object.values(inputs).filter((one) => one !== undefined),
        ),
    });
    registerGradient({
      kernelName: STEPS,
      gradFunc: (dy, _saved, attrs) => {
        const handed = Object.fromEntries((Array.isArray(dy) ? dy : [dy]).map((one, i) => [`handed${i}`, one]));
        const made = engine().runKernel<Tensor[]>(GRADIENT, handed, attrs);
        const [moments, start] = [Number(attrs['moments']), Number(attrs['start'])];
        const names = namesOf({
          moments: { length: moments },
          start: { length: start },
          weights: { length: made.length - moments - start },
        });
        return Object.fromEntries(made.map((tensor, i) => [names[i] ?? '', () => tensor]));
      },
    });
  }
}

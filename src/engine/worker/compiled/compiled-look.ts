/**
 * Looks into a compiled run beside its steps, compiled too: what nodes give for a batch, and the gradients of a step's batch. Heads of
 * their own over the same weights, so that the step stays what it is, bit for bit.
 */
import type { Tensor, Variable } from '@tensorflow/tfjs-core';
import { at } from '../../../base/at';
import { recordHead, type Collector, type Head } from '../../compile/heads';
import type { Compiled } from '../../compile/plan/compiled';
import { CannotRecord } from '../../compile/record/recorder';
import type { HostArray, Model } from '../../../ml/model';
import { feed, feedsOf, type Feed } from './head-arrays';
import { batchesFrom, valuesOf } from '../look/samples';
import { inspectOperations } from '../run/training-step';

/** What is looked at: nodes of the network, and weights whose gradients are wanted. */
export interface Wanted {
  readonly activations: readonly string[];
  readonly gradients: readonly string[];
}

/** A step's inputs, recorded. */
export function recordedInputs({ recorded }: Collector, inputs: Readonly<Record<string, HostArray>>): Record<string, Tensor> {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, { shape, data }]) => [
      name,
      recorded.input(name, shape, data instanceof Int32Array ? 'int32' : 'float32'),
    ]),
  );
}

/** The heads that give what is wanted. */
export interface LookHeads {
  readonly wanted: Wanted;
  readonly heads: Readonly<Record<string, Head>>;
  /** How many numbers all nodes together give for a batch. */
  readonly numbers: number;
}

/** Records them; undefined where the model cannot be looked into without computing. */
export function recordLook(model: Model, variables: ReadonlyMap<string, Variable>, wanted: Wanted): LookHeads | undefined {
  const inputs = model.inputs(0);
  const heads: Record<string, Head> = {};
  let numbers = 0;
  try {
    if (wanted.activations.length > 0) {
      heads['activations'] = recordHead(variables, (collector) => {
        const made = valuesOf(model.forward(recordedInputs(collector, inputs)));
        numbers = Object.values(made).reduce((count, { size }) => count + size, 0);
        for (const id of wanted.activations) if (made[id] !== undefined) collector.give(id, made[id]);
      });
    }
    if (wanted.gradients.length > 0) {
      heads['gradients'] = recordHead(variables, (collector) => {
        const { gradients } = inspectOperations(model, recordedInputs(collector, inputs));
        for (const name of wanted.gradients) if (gradients[name] !== undefined) collector.give(name, gradients[name]);
      });
    }
    return { wanted, heads, numbers };
  } catch (error) {
    if (error instanceof CannotRecord) return undefined;
    throw error;
  }
}

export class CompiledLook {
  private readonly activationFeeds: readonly Feed[];
  private readonly gradientFeeds: readonly Feed[];

  constructor(
    private readonly compiled: Compiled,
    private readonly model: Model,
    private readonly from: LookHeads,
  ) {
    const names = Object.keys(model.inputs(0));
    this.activationFeeds = feedsOf(compiled, 'activations', names);
    this.gradientFeeds = feedsOf(compiled, 'gradients', names);
  }

  /** True where it still is what is wanted of what is compiled by now. */
  isOf(compiled: Compiled, wanted: Wanted): boolean {
    return compiled === this.compiled && wanted === this.from.wanted;
  }

  /** A weight as it is now, in place. */
  weight(name: string): Float32Array {
    return this.compiled.array(`state/${name}`);
  }

  /** The gradients of a step's batch by the weight's name, in place: good until the next look. */
  gradients(step: number): ReadonlyMap<string, Float32Array> {
    const { heads } = this.from;
    if (heads['gradients'] === undefined) return new Map();
    feed(this.gradientFeeds, this.model.inputs(step), step);
    this.compiled.run('gradients');
    return new Map([...heads['gradients'].outputs.keys()].map((name) => [name, this.compiled.array(`gradients/${name}`)]));
  }

  /**
   * What the nodes give for the step's batch, and, with `all`, for the others that units are looked at with: copies by id, and their last
   * dimension.
   */
  activations(step: number, all: boolean): readonly ReadonlyMap<string, { readonly data: Float32Array; readonly units: number }>[] {
    const { heads, numbers } = this.from;
    const head = heads['activations'];
    if (head === undefined) return [];
    const batches = all ? batchesFrom(this.model, step, numbers) : [this.model.inputs(step)];
    return batches.map((batch) => {
      feed(this.activationFeeds, batch, step);
      this.compiled.run('activations');
      return new Map(
        [...head.outputs.keys()].map((id) => {
          const place = `activations/${id}`;
          return [id, { data: this.compiled.array(place).slice(), units: at(this.compiled.shape(place), -1) }];
        }),
      );
    });
  }
}

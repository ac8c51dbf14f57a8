/** Looks at a step with tfjs: what is measured stays on the backend until it is read, so that many steps are read at once. */
import { abs, add, dispose, div, max, mul, scalar, sqrt, square, stack, sub, sum, tidy, type Tensor } from '@tensorflow/tfjs-core';
import type { Model } from '../../../ml/model';
import type { FlatLook } from './flat-units';
import type { StepMeasurement, LookPlan, Sizes } from './measurement';
import { activationsOf } from './samples';
import { inspectStep } from '../run/training-step';
import type { Trainer } from '../run/trainer';

/** The least size that is told from 0. */
const LEAST = 1e-30;

/** The root of the sum of squares; the largest number is kept near 1 meanwhile, so that a norm of 1e25 does not overflow. */
function norm(one: Tensor): Tensor {
  const largest = add(max(abs(one)), LEAST);
  return mul(largest, sqrt(sum(square(div(one, largest)))));
}

class EagerMeasurement implements StepMeasurement {
  private readonly sizes = new Map<string, Tensor>();
  private readonly before = new Map<string, Tensor>();
  private readonly flat: FlatLook;

  constructor(
    private readonly plan: LookPlan,
    model: Model,
    step: number,
  ) {
    const { graded, updated, weighed, outputs, flatUnits } = plan;
    const seen = graded.length > 0 ? inspectStep(model, step) : undefined;
    const wanted = flatUnits.asked || outputs.length > 0;
    const activations = seen?.activations ?? (wanted ? activationsOf(model, model.inputs(step)) : {});
    const variables = new Map(model.variables.map(({ name, variable }) => [name, variable]));
    for (const name of graded) this.measure(`gradNorm/${name}`, seen?.gradients[name], norm);
    for (const id of outputs) this.measure(`largest/${id}`, activations[id], (one) => max(abs(one)));
    for (const name of weighed) this.measure(`weightNorm/${name}`, variables.get(name), norm);
    this.flat = flatUnits.look(model, activations, step);
    dispose([...Object.values(activations), ...Object.values(seen?.gradients ?? {}), ...(seen === undefined ? [] : [seen.loss])]);
    for (const name of updated) {
      const variable = variables.get(name);
      if (variable !== undefined) this.before.set(name, variable.clone());
    }
  }

  private measure(key: string, of: Tensor | undefined, size: (one: Tensor) => Tensor): void {
    if (of === undefined) return;
    const measured = tidy(() => size(of));
    this.sizes.set(key, measured);
  }

  trained(trainer: Trainer): void {
    // The model is asked for only where it is needed: its variables may first have to be brought up to date.
    for (const { name, variable } of this.before.size === 0 ? [] : trainer.model.variables) {
      const was = this.before.get(name);
      if (was !== undefined) this.measure(`updateRatio/${name}`, variable, (now) => norm(sub(now, was)));
    }
    dispose([...this.before.values()]);
    this.before.clear();
  }

  async read(): Promise<Sizes> {
    const keys = [...this.sizes.keys()];
    // One reading for all of a step.
    const together = tidy(() => stack([scalar(0), ...this.sizes.values()]));
    const read = await together.data();
    together.dispose();
    const units = await this.plan.flatUnits.read(this.flat);
    return { sizes: new Map(keys.map((key, i) => [key, read[i + 1] ?? NaN])), units };
  }

  dispose(): void {
    dispose([...this.before.values(), ...this.sizes.values(), ...Object.values(this.flat).flat()]);
  }
}

/** @param model with its variables as they are now. @param step the one about to be trained. */
export function measureEager(plan: LookPlan, model: Model, step: number): StepMeasurement {
  return new EagerMeasurement(plan, model, step);
}

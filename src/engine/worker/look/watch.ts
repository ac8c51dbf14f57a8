/**
 * Sizes within a run that breakpoints ask for, at every step: computed beside the step, which stays what it is, bit for bit, and compiled
 * where the step is. What nobody asks for is not computed. As the loss of a step, all are those of its batch at the weights before its
 * update; `updateRatio` is of that update.
 */
import type { Model } from '../../../ml/model';
import { activationAsked, type Asked } from '../../breakpoints/asked';
import type { Measured } from '../../breakpoints/condition';
import { belongsTo } from '../../breakpoints/quantities';
import { measureCompiled } from './measure-compiled';
import { measureEager } from './measure-eager';
import { FlatUnits } from './flat-units';
import type { StepMeasurement, LookPlan, Sizes } from './measurement';
import type { Trainer } from '../run/trainer';

type Kind = 'gradNorm' | 'weightNorm' | 'updateRatio';

export class Watch {
  private readonly looks: StepMeasurement[] = [];
  private begun: StepMeasurement | undefined;
  private readonly plan: LookPlan;
  private readonly names: readonly string[];
  private readonly activations: ReadonlyMap<string, string | undefined>;

  constructor(
    { spec, variables }: Model,
    private readonly asked: readonly Asked[],
  ) {
    this.names = variables.map(({ name }) => name);
    this.activations = new Map(asked.map((one) => [one.written, activationAsked(one, spec)]));
    const flatUnits = new FlatUnits(spec, new Set([...this.activations.values()]));
    const [graded, updated, weighed] = (['gradNorm', 'updateRatio', 'weightNorm'] as const).map((kind) => this.weightsAsked(kind));
    const outputs = asked.flatMap(({ name, layer }) => (name === 'largest' && layer !== undefined ? [layer] : []));
    this.plan = {
      graded: graded ?? [],
      updated: updated ?? [],
      weighed: [...new Set([...(weighed ?? []), ...(updated ?? [])])],
      outputs,
      flatUnits,
      wanted: { gradients: graded ?? [], activations: [...new Set([...outputs, ...flatUnits.activations.map(({ from }) => from)])] },
    };
  }

  /** Names of the weights of a layer, or of all. */
  private weightsIn(layer: string | undefined): readonly string[] {
    return this.names.filter((name) => layer === undefined || belongsTo(name, layer));
  }

  /** Names of the weights that a kind of size is asked for of, each once. */
  private weightsAsked(kind: Kind): readonly string[] {
    return [...new Set(this.asked.flatMap(({ name, layer }) => (name === kind ? this.weightsIn(layer) : [])))];
  }

  /** Looks at the step that is about to be trained. */
  look(trainer: Trainer): void {
    const { plan } = this;
    const compiled = trainer.look(plan.wanted);
    this.begun = compiled === undefined ? measureEager(plan, trainer.model, trainer.step) : measureCompiled(plan, compiled, trainer.step);
  }

  /** The step has been trained: what has changed is known now. */
  trained(trainer: Trainer): void {
    const { begun } = this;
    if (begun === undefined) return;
    this.begun = undefined;
    begun.trained(trainer);
    this.looks.push(begun);
  }

  /** Reads what was looked at since the last reading, one number a step for each quantity. */
  async read(): Promise<Measured> {
    const looks = this.looks.splice(0);
    try {
      const steps = await Promise.all(looks.map((one) => one.read()));
      return Object.fromEntries(this.asked.map((one) => [one.written, Float64Array.from(steps, (sizes) => this.numberOf(one, sizes))]));
    } finally {
      for (const one of looks) one.dispose();
    }
  }

  private numberOf({ written, name, layer }: Asked, { sizes, units }: Sizes): number {
    const normOf = (kind: Kind): number => Math.hypot(...this.weightsIn(layer).map((weight) => sizes.get(`${kind}/${weight}`) ?? NaN));
    switch (name) {
      case 'dead':
      case 'saturated':
        return units.get(this.activations.get(written) ?? '')?.[name] ?? NaN;
      case 'largest':
        return sizes.get(`largest/${layer ?? ''}`) ?? NaN;
      case 'gradNorm':
      case 'weightNorm':
        return normOf(name);
      case 'updateRatio': {
        const change = normOf('updateRatio');
        return change === 0 ? 0 : change / normOf('weightNorm');
      }
    }
  }

  /** Frees what has not been read. */
  dispose(): void {
    this.begun?.dispose();
    this.begun = undefined;
    for (const one of this.looks.splice(0)) one.dispose();
  }
}

/** Carries out the runs that numbers in the text came from: each once, whoever asks, on the backend that readers get. */
import { demos } from '../../src/demos/registry';
import { formatValue } from '../../src/demos/resolve';
import { askedBy } from '../../src/engine/breakpoints/asked';
import { firstHits, readCondition, type Condition } from '../../src/engine/breakpoints/condition';
import { labTrainer, trainFor } from '../../src/engine/worker/lab';
import type { Trainer } from '../../src/engine/worker/run/trainer';
import { Watch } from '../../src/engine/worker/look/watch';
import { numberOf } from '../../src/ml/expression/evaluate';
import { printExpression } from '../../src/ml/expression/print';
import { everyPart, type Expression } from '../../src/ml/expression/expression';
import { quantitiesNow } from '../../src/shell/challenge/quantities';
import { arraysAsked } from '../../src/shell/predict/metric-language';
import type { Asked, MeasuredRun } from '../../src/site/markdown/measured';
import { arrayNumbers } from '../../src/shell/predict/arrays';

/** Something to be read off a run. */
export interface Wish {
  readonly run: MeasuredRun;
  readonly asked: Asked;
}

/** A run as it was carried out. */
export interface Carried {
  readonly demo: string;
  readonly settings: string;
  readonly seed: number;
  readonly steps: number;
  readonly milliseconds: number;
}

function settingsOf({ values }: MeasuredRun): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}=${formatValue(value)}`)
    .join(' ');
}

/** Wishes of the same run have the same key. */
export function keyOf(run: MeasuredRun): string {
  return `${run.demo} ${settingsOf(run)} seed=${run.seed}`;
}

/** A condition that is never asked: what an expression speaks of is all that is wanted of it. */
function conditionOf(expression: Expression): Condition {
  return { text: '', expression, quantities: [] };
}

/** Trains a run and reads off it, in the order of the steps. */
class Reading {
  private readonly metrics: Record<string, number> = {};
  private readonly firstAt = new Map<string, number>();
  private readonly conditions: readonly Condition[];
  private readonly holding = new Set<string>();

  constructor(
    private readonly trainer: Trainer,
    private readonly run: MeasuredRun,
    wishes: readonly Wish[],
  ) {
    const names = { names: ['step', 'loss', ...Object.keys(demos.get(run.demo)?.metrics ?? {})], gives: 'condition' } as const;
    const texts = new Set(wishes.flatMap(({ asked }) => (asked.kind === 'until' ? [asked.condition] : [])));
    this.conditions = [...texts].flatMap((text) => {
      const read = readCondition(text, names);
      return 'expression' in read ? [read] : [];
    });
  }

  private async train(steps: number): Promise<void> {
    // What holds for the first time somewhere on the way is seen by evaluations on the way.
    if (this.conditions.length === 0) this.trainer.evaluateOnlyFor(this.trainer.step + steps);
    await trainFor(this.trainer, steps, (block) => {
      for (const [name, series] of Object.entries(block.evaluated)) this.metrics[name] = series.at(-1) ?? this.metrics[name] ?? NaN;
      if (block.loss.length > 0) this.metrics['loss'] = block.loss.at(-1) ?? NaN;
      for (const condition of this.conditions) {
        const hit = this.firstAt.has(condition.text) ? undefined : firstHits(block, {}, [condition], this.holding);
        if (hit !== undefined) this.firstAt.set(condition.text, hit.step);
      }
    });
  }

  /** Trains up to a step, looking into the network beside the last one where that is asked for. */
  private async arriveAt(step: number, expressions: readonly Expression[]): Promise<Readonly<Record<string, number>>> {
    const asked = askedBy(expressions.map(conditionOf));
    if (asked.length === 0 || step === 0) {
      await this.train(step - this.trainer.step);
      return {};
    }
    const watch = new Watch(this.trainer.model, asked);
    await this.train(step - 1 - this.trainer.step);
    watch.look(this.trainer);
    await this.train(1);
    watch.trained(this.trainer);
    const read = await watch.read();
    return Object.fromEntries(Object.entries(read).map(([written, values]) => [written, values.at(-1) ?? NaN]));
  }

  private async arraysAt(expressions: readonly Expression[]): Promise<Readonly<Record<string, number>>> {
    if (expressions.flatMap(arraysAsked).length === 0) return {};
    return arrayNumbers(expressions, (await this.trainer.frame()).arrays);
  }

  /** What each wish comes to at a step. */
  async at(step: number, wishes: readonly Wish[]): Promise<readonly (readonly [Wish, number])[]> {
    const expressions = wishes.flatMap(({ asked }) => (asked.kind === 'metric' ? [asked.expression] : []));
    const looked = await this.arriveAt(step, expressions);
    const names = new Set(expressions.flatMap(everyPart).map(printExpression));
    // The description of the network brings weights over, so it is asked for only where somebody counts.
    const counts = ['parameters', 'hiddenUnits', 'hiddenLayers'].some((name) => names.has(name));
    const spec = counts ? this.trainer.model.spec : undefined;
    const numbers: Record<string, number> = {
      ...quantitiesNow({ metrics: this.metrics, params: this.run.values, cursor: step, spec }),
      ...looked,
      ...(await this.arraysAt(expressions)),
    };
    return wishes.map((wish) => {
      if (wish.asked.kind === 'until') return [wish, this.firstAt.get(wish.asked.condition) ?? NaN];
      return [wish, numberOf(wish.asked.expression, (written) => numbers[written] ?? NaN)];
    });
  }
}

async function carryOut(wishes: readonly Wish[], found: Map<Wish, number>): Promise<Carried | undefined> {
  const [first] = wishes;
  const demo = first === undefined ? undefined : demos.get(first.run.demo);
  if (first === undefined || demo === undefined) return undefined;
  const { run } = first;
  const started = performance.now();
  const trainer = await labTrainer('compiled', run.demo, demo, { values: run.values, seed: run.seed });
  const steps = [...new Set(wishes.map((wish) => wish.run.step))].sort((a, b) => a - b);
  try {
    const reading = new Reading(trainer, run, wishes);
    for (const step of steps) {
      const here = wishes.filter((wish) => wish.run.step === step);
      for (const [wish, number] of await reading.at(step, here)) found.set(wish, number);
    }
  } finally {
    trainer.dispose();
  }
  const milliseconds = performance.now() - started;
  return { demo: run.demo, settings: settingsOf(run), seed: run.seed, steps: steps.at(-1) ?? 0, milliseconds };
}

/** Carries out all wishes, one run for those that ask for the same. */
export async function measureAll(
  wishes: readonly Wish[],
): Promise<{ readonly found: ReadonlyMap<Wish, number>; readonly carried: readonly Carried[] }> {
  const found = new Map<Wish, number>();
  const carried: Carried[] = [];
  for (const together of Map.groupBy(wishes, ({ run }) => keyOf(run)).values()) {
    const one = await carryOut(together, found);
    if (one !== undefined) carried.push(one);
  }
  return { found, carried };
}

/** The names and shapes of a demo's arrays, as it opens. */
export async function arraysOf(id: string): Promise<readonly string[]> {
  const demo = demos.get(id);
  if (demo === undefined) throw new Error(`there is no demo "${id}"; there are: ${[...demos.keys()].join(', ')}`);
  const trainer = await labTrainer('compiled', id, demo);
  const { arrays } = await trainer.frame();
  trainer.dispose();
  return Object.entries(arrays).map(([name, { shape }]) => `${name}  ${shape.length === 0 ? 'one number' : shape.join(' by ')}`);
}

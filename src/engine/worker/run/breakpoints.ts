/** The breakpoints of a run: what they ask for is looked at beside each step, and the step where one comes true is found. */
import type { Model } from '../../../ml/model';
import { askedBy, type Asked } from '../../breakpoints/asked';
import { firstHits, readCondition, type Condition, type Hits } from '../../breakpoints/condition';
import { vocabularyOf } from '../../breakpoints/quantities';
import type { MetricsBlock } from '../../protocol';
import type { Trainer } from './trainer';
import { Watch } from '../look/watch';

export class Breakpoints {
  private readonly conditions: readonly Condition[];
  private readonly watch: Watch | undefined;
  /** Conditions that hold where the run stands: they do not come true again before they have failed. */
  private readonly holding: Set<string>;

  /**
   * @param texts conditions that the page has checked; one that does not fit this network (it has just been changed) is left out.
   * @param before the breakpoints that were in force until now.
   */
  constructor(model: Model, texts: readonly string[], before?: Breakpoints) {
    const vocabulary = vocabularyOf('any', model.spec ?? 'none');
    this.conditions = texts.map((text) => readCondition(text, vocabulary)).filter((one): one is Condition => 'expression' in one);
    const asked: readonly Asked[] = askedBy(this.conditions);
    this.watch = asked.length === 0 ? undefined : new Watch(model, asked);
    this.holding = new Set([...(before?.holding ?? [])].filter((text) => texts.includes(text)));
  }

  /** Looks at the step that is about to be trained. */
  look(trainer: Trainer): void {
    this.watch?.look(trainer);
  }

  /** The step has been trained. */
  trained(trainer: Trainer): void {
    this.watch?.trained(trainer);
  }

  /** The first step of what was trained since the last call at which a condition comes true. */
  async firstHits(block: MetricsBlock): Promise<Hits | undefined> {
    const measured = (await this.watch?.read()) ?? {};
    return firstHits(block, measured, this.conditions, this.holding);
  }

  /** The run has gone elsewhere: what held there says nothing of here. */
  forget(): void {
    this.holding.clear();
    this.watch?.dispose();
  }
}

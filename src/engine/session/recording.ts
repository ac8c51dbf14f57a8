/** A session's record: the run's timeline as it grows, and the one left behind. */
import type { RunRecord } from '../run-record';
import type { SessionOptions } from '../session-api';
import type { Settings } from '../settings';
import { Timeline } from '../timeline';
import { Answers } from './answers';
import { AnswersAlong } from './answers-along';
import type { Effect } from './effects';

export class SessionRecord {
  timeline: Timeline;
  readonly answers = new Answers();
  readonly along = new AnswersAlong();
  /** The way left behind, in the curves. */
  ghost: RunRecord | undefined;

  /** @param settings those of the run, whenever they are asked for. */
  constructor(
    { past, lean }: SessionOptions,
    private readonly settings: () => Settings,
  ) {
    const done = (): Settings['interventions'] => this.settings().interventions;
    this.timeline = past?.record.copy(past.cursor, done) ?? new Timeline(done, lean);
  }

  /** Takes what concerns the record; anything else is somebody else's. */
  take(effect: Effect): void {
    const { timeline } = this;
    switch (effect.kind) {
      case 'frame':
        return timeline.addFrame(effect.frame);
      case 'metrics':
        return timeline.addMetrics(effect.metrics);
      case 'snapshot':
        return timeline.addSnapshot(effect.snapshot);
      case 'stop':
        return timeline.addStop(effect.stop);
      case 'trace':
        return timeline.trail.add(effect.probe);
      case 'pin':
        this.along.forgetFrom(effect.step);
        return timeline.pinSnapshot(effect.step);
      case 'turned':
        return this.along.forgetFrom(effect.step);
      case 'branch':
        this.along.forgetFrom(effect.step);
        if (timeline.latest > effect.step) this.ghost = timeline.ghost();
        return timeline.truncate(effect.step);
      case 'anew':
        this.along.forgetFrom(0);
        if (timeline.latest > 0) this.ghost = timeline.ghost();
        this.timeline = new Timeline(() => this.settings().interventions);
        return;
      default:
        return;
    }
  }
}

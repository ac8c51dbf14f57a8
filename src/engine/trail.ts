/** What was seen inside a run, step by step, in summaries: the inspector's curves over time. */
import type { Summary } from '../ml/blueprint/statistics';
import type { Probe } from './protocol';

/** Summaries by name, as in a probe. */
export interface Trace {
  readonly step: number;
  readonly summaries: Readonly<Record<string, Summary>>;
}

/** So many looks are kept; more than a picture is wide would not be seen. */
const MOST_TRACES = 160;
/** So many summaries are kept in all: each takes about half a kilobyte. */
const MOST_SUMMARIES = 4_000;

function countOf({ summaries }: Trace): number {
  return Object.keys(summaries).length;
}

/** Traces by step. */
export class Trail {
  readonly traces: Trace[] = [];

  /** Keeps what a probe saw; of the same step the latest counts. Where there are too many, those that stand closest give way. */
  add({ step, summaries }: Probe): void {
    const at = this.traces.findIndex((trace) => trace.step >= step);
    const place = at < 0 ? this.traces.length : at;
    this.traces.splice(place, this.traces[place]?.step === step ? 1 : 0, { step, summaries });
    const most = Math.max(8, Math.min(MOST_TRACES, Math.floor(MOST_SUMMARIES / Math.max(1, countOf({ step, summaries })))));
    while (this.traces.length > most) this.traces.splice(this.closest(), 1);
  }

  /** The trace, neither first nor last, between whose neighbours there is least. */
  private closest(): number {
    let best = 1;
    let least = Infinity;
    for (let i = 1; i < this.traces.length - 1; i++) {
      const gap = (this.traces[i + 1]?.step ?? 0) - (this.traces[i - 1]?.step ?? 0);
      if (gap < least) [best, least] = [i, gap];
    }
    return best;
  }

  /** Forgets what comes after a step: the run goes on from there another way. */
  truncate(step: number): void {
    while ((this.traces.at(-1)?.step ?? -1) > step) this.traces.pop();
  }
}

/** How fast a run that plays goes on: so many steps a second, as fast as it can, or at the pace of eyes. */

/**
 * The pace at which a run can be watched: its declared number of steps takes `SECONDS`, few of them a second at first and more and more
 * later, so that every second shows about as much change as the one before. There the run pauses; from there on it keeps its last speed.
 */
export interface Watchable {
  /** The steps that the demo declares for a run. */
  readonly steps: number;
}

/** Steps a second, Infinity for as fast as it goes, or the pace of eyes. */
export type Pace = number | Watchable;

/** Seconds that a run of the declared length takes. */
const SECONDS = 12;
/** About so many steps are seen one by one before they grow: what a network learns first, it learns in a few. */
const SINGLE = 10;
/** Seconds that the clock may be ahead of the run: one that is behind goes on from where it is, and leaps over nothing. */
const AHEAD = 0.2;

/** The speed of growth of a run: its logarithm reaches that of the declared steps in `SECONDS`. */
function growth(steps: number): number {
  return Math.log1p(steps / SINGLE) / SECONDS;
}

/**
 * Steps of a watchable run at a time: `SINGLE (exp(growth t) - 1)` up to the declared number, from there on as fast as at that moment.
 * @param seconds since step 0.
 */
export function stepsAt(seconds: number, { steps }: Watchable): number {
  const g = growth(steps);
  return seconds <= SECONDS ? SINGLE * Math.expm1(g * seconds) : steps + (seconds - SECONDS) * g * (steps + SINGLE);
}

/** The time at which a watchable run is at a step: the inverse of `stepsAt`, in seconds. */
export function secondsAt(step: number, { steps }: Watchable): number {
  const g = growth(steps);
  return step <= steps ? Math.log1p(step / SINGLE) / g : SECONDS + (step - steps) / (g * (steps + SINGLE));
}

/** The step at which a run that plays pauses by itself: the declared number, when it begins before that. */
export function endOf(pace: Pace, from: number): number {
  return typeof pace !== 'number' && from < pace.steps ? pace.steps : Infinity;
}

/** Says how many steps a run may take by now. */
export class PaceClock {
  private seconds = 0;
  private readonly offset: number;

  /**
   * @param from the step at which the run begins to play.
   * @param now milliseconds, as of every later look.
   */
  constructor(
    private readonly pace: Pace,
    private readonly from: number,
    private now: number,
  ) {
    this.offset = typeof pace === 'number' ? 0 : secondsAt(from, pace);
  }

  /** Seconds after which the run may be at a step. */
  private timeOf(step: number): number {
    const { pace, from, offset } = this;
    return typeof pace === 'number' ? (step - from) / pace : secondsAt(step, pace) - offset;
  }

  /** Steps that are due where the run stands at `step`; 0 = wait. The first is due at once: the reader waits to see something. */
  due(step: number, now: number): number {
    const { pace, from, offset } = this;
    if (pace === Infinity) return Infinity;
    this.seconds = Math.min(this.seconds + (now - this.now) / 1000, this.timeOf(step) + AHEAD);
    this.now = now;
    const taken = typeof pace === 'number' ? this.seconds * pace : stepsAt(offset + this.seconds, pace) - from;
    return Math.max(0, 1 + Math.floor(taken) - (step - from));
  }
}

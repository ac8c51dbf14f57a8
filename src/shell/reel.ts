/** The film behind a figure that nobody has played yet: which of its moments is shown. */
import { atMoment, nearestMoment, type Film } from '../demos/film';
import type { Recording } from '../demos/recording';
import type { Session } from '../engine/session-api';
import { at } from '../base/at';

export class Reel {
  private moment: number;
  /** The pictures at the moment, made once. */
  private made: { readonly of: Recording; readonly moment: number; readonly recording: Recording } | undefined;

  /** @param opens the step it begins at; the last one for a figure that is seen already, which has shown it so far and must not change by itself. */
  constructor(
    private readonly film: Film,
    opens = 0,
  ) {
    this.moment = nearestMoment(film, Math.min(opens, at(film.steps, -1)));
  }

  /** The recording with its pictures at the moment shown. */
  shown(recording: Recording): Recording {
    const { moment } = this;
    if (this.made?.of !== recording || this.made.moment !== moment) {
      this.made = { of: recording, moment, recording: atMoment(recording, this.film, moment) };
    }
    return this.made.recording;
  }

  /** The step shown. */
  get step(): number {
    return at(this.film.steps, this.moment);
  }

  /** Where a run that is begun now goes on; undefined at the film's ends: there it starts from the beginning. */
  get reached(): number | undefined {
    return this.step > 0 && this.step < this.last ? this.step : undefined;
  }

  /** The last step of the film. */
  get last(): number {
    return at(this.film.steps, -1);
  }

  /** Whether a step is one of its moments. */
  has(step: number): boolean {
    return this.film.steps.includes(step);
  }

  /** Shows the last moment while the page is printed; `draw` draws the figure at once. */
  onPaper(draw: () => void, signal: AbortSignal): void {
    let before: number | undefined;
    const print = (): void => {
      before ??= this.moment;
      this.turn(Infinity);
      draw();
    };
    const leave = (): void => {
      if (before === undefined) return;
      this.moment = before;
      before = undefined;
      draw();
    };
    addEventListener('beforeprint', print, { signal });
    addEventListener('afterprint', leave, { signal });
  }

  /** Shows the moment nearest to a step. */
  look(step: number): void {
    this.moment = nearestMoment(this.film, step);
  }

  /** Shows a moment so many further on; no further than there are. */
  turn(moments: number): void {
    this.moment = Math.max(0, Math.min(this.film.steps.length - 1, this.moment + moments));
  }
}

/** What of a frame a film needs. */
interface Screen {
  readonly film: Reel | undefined;
  readonly session: Pick<Session, 'state'> | undefined;
  readonly started: boolean;
  readonly recording: Recording | undefined;
}

/**
 * The film, while it is what is moved through: the settings are the recorded ones, and no run of the reader's own is there or being made,
 * which what is pressed concerns as soon as it is asked for.
 */
export function reelOf({ film, session, started, recording }: Screen): Reel | undefined {
  const asked = started || (session !== undefined && session.state.kind !== 'idle');
  return asked || recording === undefined ? undefined : film;
}

/** What else of a frame is needed to go to a step. */
interface Run extends Screen {
  readonly cursor: number;
  readonly latest: number;
  changed(): void;
  seek(step: number): Promise<void>;
  reset(): Promise<void>;
}

/** The step that the pictures show, and the last that there is. */
export function stepsShown(frame: Run): { readonly step: number; readonly last: number } {
  const { started, cursor, latest, recording, film } = frame;
  if (started) return { step: cursor, last: latest };
  if (recording === undefined) return { step: 0, last: 0 };
  const { step } = recording.frame;
  return { step, last: film?.last ?? step };
}

/** Does something to the film, if that is what is shown. */
async function turned(frame: Run, turn: (reel: Reel) => void, otherwise: () => Promise<void>): Promise<void> {
  const reel = reelOf(frame);
  if (reel === undefined) return otherwise();
  turn(reel);
  frame.changed();
}

/** Goes to a step of what is recorded: of the film the moment nearest to it. */
export async function look(frame: Run, step: number): Promise<void> {
  await turned(
    frame,
    (reel) => reel.look(step),
    () => frame.seek(step),
  );
}

/** Goes some steps on or back on the line of steps, no further than its ends; a film goes from moment to moment. */
export async function turnBy(frame: Run, steps: number): Promise<void> {
  const { step, last } = stepsShown(frame);
  const to = Math.max(0, Math.min(last, step + steps));
  await turned(
    frame,
    (reel) => reel.turn(steps),
    async () => (frame.started && to !== step ? frame.seek(to) : undefined),
  );
}

/** True where there is a step before the one shown. */
export function canGoBack(frame: Run): boolean {
  return reelOf(frame) === undefined ? frame.cursor > 0 : stepsShown(frame).step > 0;
}

/** Back to the beginning. */
export async function toStart(frame: Run): Promise<void> {
  await turned(
    frame,
    (reel) => reel.look(0),
    () => frame.reset(),
  );
}

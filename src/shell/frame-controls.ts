/** What is done to a frame besides its run: things are opened, pinned and switched on, and whoever shows them is told. */
import type { Session } from '../engine/session-api';
import { Refused } from '../engine/waiting';
import type { Speed } from './controller-options';
import { UNTOUCHED, withBreakpoint, withPanel, withWatch, type FrameState } from './frame-state';
import type { Inspected } from './link/view';
import type { PanelName } from './panels';

/** What of the run a frame's own controls concern. */
export interface FrameRun {
  readonly session: Session | undefined;
  readonly running: boolean;
  /** The session, made if there is none: from the moment shown. */
  takeUp(): Session;
  play(): void;
}

export class FrameControls {
  state: FrameState = UNTOUCHED;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly run: FrameRun) {}

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  changed(): void {
    for (const listener of [...this.listeners]) listener();
  }

  forgetListeners(): void {
    this.listeners.clear();
  }

  /** Shows something else. */
  show(change: Partial<FrameState>): void {
    this.state = { ...this.state, ...change };
    this.changed();
  }

  /** Lets a command run for somebody who does not wait for it: a refusal is shown. Anything else that goes wrong is a fault of ours. */
  attempt(work: Promise<unknown>): void {
    this.state = { ...this.state, refusal: undefined };
    void work.catch((error: unknown) => {
      if (!(error instanceof Refused)) throw error;
      this.show({ refusal: error.text });
    });
  }

  /** Opens the inspector, or changes what it shows. What can be looked into must be there: the run is made. */
  inspect(change: Partial<Inspected>): void {
    const inspected = { ...this.state.inspected, ...change };
    if (inspected.open && this.run.session === undefined) this.attempt(this.run.takeUp().prepare());
    this.show({ inspected });
  }

  /** Opens or closes one of the folded parts below the demo. */
  unfold(panel: PanelName, open: boolean): void {
    if (open !== this.state.panels.has(panel)) this.show({ panels: withPanel(this.state, panel, open) });
  }

  setPaint(paint: number | undefined): void {
    this.show({ paint });
  }

  /** Pins a tensor beside the picture, or takes it away. */
  watch(name: string): void {
    this.show({ watches: withWatch(this.state, name) });
  }

  /** Adds a breakpoint, or switches one that is there on or off; it counts at once. */
  setBreakpoint(condition: string, on: boolean): void {
    this.atOnce({ breakpoints: withBreakpoint(this.state, condition, on) });
  }

  removeBreakpoint(condition: string): void {
    this.atOnce({ breakpoints: this.state.breakpoints.filter((one) => one.condition !== condition) });
  }

  setSpeed(speed: Speed): void {
    this.atOnce({ speed });
  }

  /** What concerns a run that plays counts at once. */
  private atOnce(change: Partial<FrameState>): void {
    this.state = { ...this.state, ...change };
    if (this.run.running) this.run.play();
    this.changed();
  }
}

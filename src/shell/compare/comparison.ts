/** What a reader compares in one demo: runs that are kept, a fork of the run, the same run from several seeds. */
import { at } from '../../base/at';
import type { LoadedDemo } from '../../demos/load';
import type { Value } from '../../demos/declaration';
import { createConnection } from '../../engine/connection';
import { ForkedSession } from '../../engine/forked-session';
import type { Session, SessionOptions } from '../../engine/session-api';
import type { Lang } from '../../i18n/text';
import { sessionOptionsOf } from '../choices';
import type { LinkState } from '../link/link';
import { cleanName, keepRun, MOST_KEPT, type KeptRun } from './kept-run';
import type { ForkLink, SeedsLink } from './link-compare';
import { SeedSweep } from './seed-sweep';

/** Seeds are trained in so many workers at most. */
const MOST_LANES = 8;

/** What a comparison needs of the frame that it belongs to. */
export interface ComparisonHost {
  readonly loaded: LoadedDemo;
  readonly lang: Lang;
  readonly session: Session | undefined;
  readonly linkState: LinkState;
  readonly isVisible: boolean;
  /** Makes a session besides the frame's own. */
  makeSession(options: SessionOptions): Session;
  /** The frame's session, made if there is none. */
  need(): Session;
  /** From now on this is the frame's session; the one before is somebody else's to dispose of. */
  exchange(session: Session): void;
  attempt(work: Promise<unknown>): void;
  changed(): void;
}

export class Comparison {
  kept: readonly KeptRun[] = [];
  sweep: SeedSweep | undefined;
  /** The seeds that are set up in the panel, or that a link asks for. */
  seeds: SeedsLink | undefined;
  private forkedAt = 0;

  constructor(private readonly host: ComparisonHost) {}

  /** The run and its fork, while there is one. */
  get forked(): ForkedSession | undefined {
    const { session } = this.host;
    return session instanceof ForkedSession ? session : undefined;
  }

  /** The fork as a link says it. */
  get forkLink(): ForkLink | undefined {
    const pair = this.forked;
    if (pair === undefined) return undefined;
    const { fork, knob } = pair;
    const turned = fork.record.interventions.find(
      (one) => one.kind === 'set' && one.step === this.forkedAt && Object.hasOwn(one.values, knob),
    );
    const value = turned?.kind === 'set' ? turned.values[knob] : fork.values[knob];
    return value === undefined ? undefined : { knob, step: turned?.step ?? 0, value };
  }

  /** True where another run may be kept. */
  get mayKeep(): boolean {
    const { session } = this.host;
    return session !== undefined && session.last > 0 && this.kept.length < MOST_KEPT;
  }

  /** Keeps the run as it is by now: its curves as a ghost, and what it takes to have it again. */
  keep(): KeptRun | undefined {
    const { session } = this.host;
    return session === undefined ? undefined : this.keepSession(this.forked?.main ?? session);
  }

  private keepSession(session: Session): KeptRun | undefined {
    if (session.last === 0 || this.kept.length >= MOST_KEPT) return undefined;
    const { loaded, linkState, lang } = this.host;
    const slot = Array.from({ length: MOST_KEPT }, (_, i) => i).find((i) => this.kept.every((one) => one.slot !== i)) ?? 0;
    const run = keepRun(loaded.demo, session, linkState.own, slot, lang);
    this.kept = [...this.kept, run];
    this.host.changed();
    return run;
  }

  /** Renames a kept run, draws it or not. */
  alter(slot: number, change: { readonly name?: string; readonly shown?: boolean }): void {
    const name = change.name === undefined ? undefined : cleanName(change.name);
    const altered = { ...change, ...(name === undefined ? {} : { name }) };
    this.kept = this.kept.map((one) => (one.slot === slot ? { ...one, ...altered } : one));
    this.host.changed();
  }

  remove(slot: number): void {
    this.kept = this.kept.filter((one) => one.slot !== slot);
    this.host.changed();
  }

  /**
   * Forks the run at its cursor, or, with a knob that builds the network anew, from step 0. A fork that is there is closed before.
   * @returns when both stand at the same step.
   */
  async startFork(knob: string, value: Value): Promise<void> {
    if (this.forked !== undefined) this.endFork('main');
    const main = this.host.need();
    await main.prepare();
    const live = this.host.loaded.demo.parameters[knob]?.effect === 'live';
    await main.seek(live ? main.cursor : 0);
    // Meanwhile another link may have been opened, or the run begun anew.
    if (this.host.session !== main || main.state.kind === 'failed') return;
    this.forkedAt = main.cursor;
    const fork = this.host.makeSession(main.forkOptions({ [knob]: value }));
    const pair = new ForkedSession(main, fork, knob);
    this.host.exchange(pair);
    await pair.prepare();
  }

  /** Ends the fork: one of the two goes on as the frame's run, the other is kept in the table. */
  endFork(kept: 'main' | 'fork'): void {
    const pair = this.forked;
    if (pair === undefined) return;
    const parted = pair.part(kept);
    this.keepSession(parted.left);
    parted.left.dispose();
    this.host.exchange(parted.kept);
  }

  /** Opens the fork that a link asks for, and brings both to the link's step. */
  async openFork({ knob, step, value }: ForkLink, until: number): Promise<void> {
    const main = this.host.need();
    // The run is brought to the link's step first: a fork parts from what is recorded.
    const there = await main.snapshot().catch(() => undefined);
    // It may have been given up on the way.
    if (there === undefined || there.step < Math.max(step, until) || this.host.session !== main) return;
    await main.seek(step);
    await this.startFork(knob, value);
    const pair = this.forked;
    if (pair?.main !== main) return;
    if (until > pair.cursor) await pair.step(until - pair.cursor);
    else await pair.seek(until);
  }

  /** Trains the present settings, with what was done to the run so far, from several seeds. */
  async trainSeeds(count: number, steps: number): Promise<void> {
    this.sweep?.cancel();
    const { loaded, linkState, isVisible } = this.host;
    const { values, backend, interventions, own } = linkState;
    // The first goes through the page's own worker, which is there.
    const others = Array.from({ length: Math.min(count, navigator.hardwareConcurrency, MOST_LANES) - 1 }, () => createConnection());
    const sweep = new SeedSweep(
      {
        first: linkState.seed,
        count,
        steps,
        lanes: 1 + others.length,
        make: (seed, lane) => {
          const options = sessionOptionsOf(loaded, { values, seed, backend: backend ?? 'auto', interventions, own, seekTo: undefined });
          const connection = lane === 0 ? {} : { connection: at(others, lane - 1) };
          return this.host.makeSession({ ...options, ...connection, lean: true });
        },
        changed: () => this.host.changed(),
      },
      isVisible,
    );
    this.sweep = sweep;
    this.seeds = { count, steps };
    try {
      await sweep.train();
    } finally {
      for (const one of others) one.close();
    }
  }

  removeSeeds(): void {
    this.sweep?.cancel();
    this.sweep = undefined;
    this.host.changed();
  }

  setVisible(visible: boolean): void {
    this.sweep?.setVisible(visible);
  }

  dispose(): void {
    this.sweep?.cancel();
  }
}

/** What a session does besides being in another state: said as data, carried out by `work.ts`. */
import type { Text } from '../../i18n/text';
import type { Command, Frame, MetricsBlock, Probe, Report, Snapshot } from '../protocol';
import type { Stop } from '../run-record';

type WithoutRun<C> = C extends { readonly run: unknown } ? Omit<C, 'run'> : never;
type WithoutNumber<C> = C extends { readonly number: unknown } ? Omit<C, 'number'> : never;

/** A command about the session's own run. */
export type OwnCommand = WithoutRun<Exclude<Command, { type: 'ack' | 'ping' }>>;
/** The same before it is numbered. */
export type Unnumbered = WithoutNumber<OwnCommand>;

/** What callers wait for that is not the answer to one command. */
export type Topic = 'ready' | 'pause' | 'frame';

/** Reports that answer a command by its number. */
export type Answer = Extract<Report, { type: 'intervened' | 'probed' | 'measured' | 'exported' | 'loaded' | 'answered' }>;

/**
 * What a caller waits for: something of the run as a whole, or the answer to the command of a number. `must`: an end of the run is
 * no answer to him, and he is told why it ended.
 */
export type Until = Topic | { readonly answer: number; readonly must?: boolean };

export type Effect =
  /** Leaves the worker's run, if there is one, and makes another. */
  | { readonly kind: 'create'; readonly command: Extract<OwnCommand, { type: 'create' }> }
  | { readonly kind: 'post'; readonly command: OwnCommand }
  /** What the worker still says of the run is not heard. */
  | { readonly kind: 'leave' }
  /** Tells the worker that its last report was drawn, when it is. */
  | { readonly kind: 'acknowledge' }
  /** Adds to the record. */
  | { readonly kind: 'frame'; readonly frame: Frame }
  | { readonly kind: 'metrics'; readonly metrics: MetricsBlock }
  | { readonly kind: 'snapshot'; readonly snapshot: Snapshot }
  | { readonly kind: 'stop'; readonly stop: Stop }
  | { readonly kind: 'trace'; readonly probe: Probe }
  /** Keeps the snapshot of a step whatever happens. */
  | { readonly kind: 'pin'; readonly step: number }
  /** Something was done to the run at a step. */
  | { readonly kind: 'turned'; readonly step: number }
  /** Leaves what comes after a step behind, as a ghost. */
  | { readonly kind: 'branch'; readonly step: number }
  /** An empty record; the old one becomes the ghost. */
  | { readonly kind: 'anew' }
  /** A caller's wish is carried out: from now on he waits for what comes of it, or for nothing. */
  | { readonly kind: 'begun'; readonly ticket: number; readonly until?: Until }
  /** A caller's wish comes to nothing. */
  | { readonly kind: 'dropped'; readonly ticket: number }
  /** Those who wait for a topic wait for this caller's wish instead. */
  | { readonly kind: 'hold'; readonly topic: Topic; readonly ticket: number }
  | { readonly kind: 'settle'; readonly topic: Topic }
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'refuse'; readonly number: number; readonly message: Text }
  /** Nobody waits in vain when a run ends, or loses its worker. `except`: topics that will still be heard of. */
  | { readonly kind: 'give-up'; readonly message: Text; readonly except: readonly Topic[] };

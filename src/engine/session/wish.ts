/** What callers ask of a session, and what of it waits until the run can do it. */
import type { Values } from '../../demos/declaration';
import type { BackendName, Action, Snapshot } from '../protocol';
import type { Change, Playing } from '../session-api';

/** What is done where the run stands still at the cursor, or trains on from there. */
type AtCursor =
  | ({ readonly kind: 'play' } & Playing)
  | { readonly kind: 'step'; readonly count: number; readonly breakpoints: readonly string[] }
  | { readonly kind: 'set'; readonly values: Values }
  | { readonly kind: 'edit'; readonly edits: readonly { readonly variable: string; readonly index: number; readonly value: number }[] }
  | { readonly kind: 'intervene'; readonly actions: readonly Action[] }
  | { readonly kind: 'load'; readonly arrays: Snapshot['arrays']; readonly check: boolean }
  | { readonly kind: 'undo' }
  | { readonly kind: 'probe'; readonly layers: readonly string[]; readonly snapshotStep: number | undefined }
  | { readonly kind: 'ask'; readonly question: string; readonly values: Values; readonly seed: number; readonly at?: number | undefined }
  | { readonly kind: 'measure' }
  | { readonly kind: 'export' }
  /** Nothing but to stand there. */
  | { readonly kind: 'stand' };

type Wanted = AtCursor | { readonly kind: 'seek'; readonly step: number };

/** Something that waits until it can be done, and the caller who is told then. */
export type Wish = Wanted & { readonly ticket: number };

/** What a caller may ask for. */
export type Asked =
  | Wanted
  | { readonly kind: 'prepare' }
  | { readonly kind: 'pause' }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'reset' }
  | { readonly kind: 'change'; readonly change: Change }
  | { readonly kind: 'use-backend'; readonly backend: BackendName | 'auto' }
  | { readonly kind: 'show'; readonly visible: boolean }
  | { readonly kind: 'fault'; readonly fault: 'lose-context' | 'crash' }
  | { readonly kind: 'dispose' };

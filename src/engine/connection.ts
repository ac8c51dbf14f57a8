/**
 * The page's worker, shared by all demos; started when first needed, replaced when it crashes or no longer answers. Others may be
 * opened beside it for a while, where runs that nobody looks into are trained several at once.
 */
import type { Command, Report, RunId } from './protocol';

/** A run's end of the connection. */
export interface Peer {
  /** True while the run is busy or training, so that a worker that says nothing is suspect. */
  readonly expecting: boolean;
  /** A report of this run. */
  receive(report: Report): void;
  /**
   * The worker is gone and a new one is there, which knows nothing.
   * @param spoke false where it never said a word: its script did not arrive, most likely.
   */
  crashed(spoke: boolean): void;
}

export interface Connection {
  /** Joins with a fresh run number. */
  join(peer: Peer): RunId;
  leave(run: RunId): void;
  post(command: Command): void;
  /** Ends the worker, if there is one, for good; what was joined hears no more. */
  close(): void;
}

/** Makes a worker; a parameter so that tests can give a fake one. */
export type WorkerMaker = () => Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>;

const startWorker: WorkerMaker = () =>
  new Worker(new URL('./worker/worker.ts', import.meta.url), { type: 'module', name: 'glassbox-engine' });

/** Milliseconds between two looks at whether the worker has said anything. */
export const WATCH_EVERY = 5000;
/**
 * Looks in a row without a word after which a worker counts as gone: half a minute, longer than any driver compiles at a stretch.
 * Looks, not time: after a laptop's sleep one look is due, not all of them.
 */
export const SILENT_LOOKS = 6;

/** Opens a connection; no worker is started before the first message. */
export function createConnection(makeWorker: WorkerMaker = startWorker): Connection {
  const peers = new Map<RunId, Peer>();
  let worker: ReturnType<WorkerMaker> | undefined;
  let watch: ReturnType<typeof setInterval> | undefined;
  /** Looks since the last word; undefined before the first, since a slow network delays it as long as it likes. */
  let silent: number | undefined;
  let next = 1;
  let closed = false;

  const end = (gone: ReturnType<WorkerMaker>): void => {
    if (worker !== gone) return;
    const spoke = silent !== undefined;
    gone.terminate();
    worker = undefined;
    clearInterval(watch);
    watch = undefined;
    for (const peer of [...peers.values()]) peer.crashed(spoke);
  };

  const look = (): void => {
    const expecting = [...peers].find(([, peer]) => peer.expecting);
    if (expecting === undefined || worker === undefined) {
      clearInterval(watch);
      watch = undefined;
      return;
    }
    if (silent === undefined) return;
    silent++;
    if (silent > SILENT_LOOKS) end(worker);
    else worker.postMessage({ type: 'ping', run: expecting[0] } satisfies Command);
  };

  const start = (): ReturnType<WorkerMaker> => {
    const started = makeWorker();
    silent = undefined;
    started.addEventListener('message', ({ data }: MessageEvent<Report>) => {
      if (worker !== started) return;
      silent = 0;
      peers.get(data.run)?.receive(data);
    });
    started.addEventListener('error', (event) => {
      event.preventDefault();
      end(started);
    });
    return started;
  };

  return {
    join(peer) {
      peers.set(next, peer);
      return next++;
    },
    leave: (run) => void peers.delete(run),
    post(command) {
      if (closed) return;
      worker ??= start();
      if (watch === undefined) {
        if (silent !== undefined) silent = 0;
        watch = setInterval(look, WATCH_EVERY);
      }
      worker.postMessage(command);
    },
    close() {
      closed = true;
      peers.clear();
      worker?.terminate();
      worker = undefined;
      clearInterval(watch);
      watch = undefined;
    },
  };
}

let shared: Connection | undefined;

/** The page's connection. */
export function pageConnection(): Connection {
  shared ??= createConnection();
  return shared;
}

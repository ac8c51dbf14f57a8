/** The page's one worker, shared by all demos; started when first needed, replaced when it crashes. */
import type { Command, Report, RunId } from './protocol';

/** A run's end of the connection. */
export interface Peer {
  /** A report of this run. */
  receive(report: Report): void;
  /** The worker is gone and a new one is there, which knows nothing. */
  crashed(): void;
}

export interface Connection {
  /** Joins with a fresh run number. */
  join(peer: Peer): RunId;
  leave(run: RunId): void;
  post(command: Command): void;
}

/** Makes a worker; a parameter so that tests can give a fake one. */
export type WorkerMaker = () => Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>;

const startWorker: WorkerMaker = () => new Worker(new URL('./worker/worker.ts', import.meta.url), { type: 'module', name: 'glassbox-engine' });

/** Opens a connection; no worker is started before the first message. */
export function createConnection(makeWorker: WorkerMaker = startWorker): Connection {
  const peers = new Map<RunId, Peer>();
  let worker: ReturnType<WorkerMaker> | undefined;
  let next = 1;

  const start = (): ReturnType<WorkerMaker> => {
    const started = makeWorker();
    started.addEventListener('message', ({ data }: MessageEvent<Report>) => {
      if (worker === started) peers.get(data.run)?.receive(data);
    });
    started.addEventListener('error', (event) => {
      event.preventDefault();
      if (worker !== started) return;
      started.terminate();
      worker = undefined;
      for (const peer of [...peers.values()]) peer.crashed();
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
      worker ??= start();
      worker.postMessage(command);
    },
  };
}

let shared: Connection | undefined;

/** The page's connection. */
export function pageConnection(): Connection {
  shared ??= createConnection();
  return shared;
}

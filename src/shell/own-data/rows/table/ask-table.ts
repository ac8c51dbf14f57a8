/** Has a table read in a worker of its own: the reader may go on, and may think better of it. */
import type { Table, Wanted } from './read-table';
import { sayTable } from './refusal';

export interface TableRequest {
  /** What was pasted, or a file's bytes. */
  readonly content: string | ArrayBuffer;
  readonly wanted: Wanted;
}

/** `text`: a file's text, where it is short enough to be shown. */
export type TableReport = { readonly fraction: number } | { readonly table: Table; readonly text?: string };

export type TableAnswer = Extract<TableReport, { table: Table }>;

/** Makes the worker; a parameter so that tests can give another. */
export type TableWorkerMaker = () => Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>;

const startWorker: TableWorkerMaker = () =>
  new Worker(new URL('./table-worker.ts', import.meta.url), { type: 'module', name: 'glassbox-table' });

/**
 * Reads a table.
 * @param tell is told how far the reading is, 0 to 1, where it takes long; @param signal ends it.
 */
export function askTable(
  request: TableRequest,
  tell: (fraction: number) => void,
  signal: AbortSignal,
  makeWorker: TableWorkerMaker = startWorker,
): Promise<TableAnswer> {
  return new Promise((resolve) => {
    if (signal.aborted) {
      resolve({ table: { problem: sayTable('cancelled') } });
      return;
    }
    const worker = makeWorker();
    const end = (answer: TableAnswer): void => {
      worker.terminate();
      resolve(answer);
    };
    worker.addEventListener('message', ({ data }: MessageEvent<TableReport>) => {
      if ('fraction' in data) tell(data.fraction);
      else end(data);
    });
    // The worker's own file could not be had; what is wrong with a table is an answer.
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      end({ table: { problem: sayTable('notLoaded') } });
    });
    signal.addEventListener('abort', () => end({ table: { problem: sayTable('cancelled') } }));
    worker.postMessage(request);
  });
}

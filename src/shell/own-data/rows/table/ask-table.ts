/** Has a table read in a worker of its own: the reader may go on, and may think better of it. */
import { askWorker, type ReadingWorker } from '../../ask-worker';
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

const startWorker = (): ReadingWorker =>
  new Worker(new URL('./table-worker.ts', import.meta.url), { type: 'module', name: 'glassbox-table' });

function isReport(message: unknown): message is TableReport {
  return typeof message === 'object' && message !== null && ('fraction' in message || 'table' in message);
}

/**
 * Reads a table.
 * @param tell is told how far the reading is, 0 to 1, where it takes long; @param signal ends it.
 */
export function askTable(
  request: TableRequest,
  tell: (fraction: number) => void,
  signal: AbortSignal,
  makeWorker: () => ReadingWorker = startWorker,
): Promise<TableAnswer> {
  return askWorker<TableAnswer>(
    {
      request,
      makeWorker,
      answerOf(message) {
        if (!isReport(message)) return undefined;
        if ('table' in message) return message;
        tell(message.fraction);
        return undefined;
      },
      cancelled: { table: { problem: sayTable('cancelled') } },
      notLoaded: { table: { problem: sayTable('notLoaded') } },
    },
    signal,
  );
}

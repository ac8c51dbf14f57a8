/** Has a text read off the page's thread: ten megabytes take a second. */
import { askWorker, type ReadingWorker } from '../ask-worker';
import type { TextAnswer, TextRequest } from './answer-text';
import { sayText } from './read-text';

function isAnswer(message: unknown): message is TextAnswer {
  return typeof message === 'object' && message !== null && 'read' in message;
}

const startWorker = (): ReadingWorker =>
  new Worker(new URL('./text-worker.ts', import.meta.url), { type: 'module', name: 'glassbox-text' });

/** Reads a text. @param signal ends it. */
export function askText(request: TextRequest, signal: AbortSignal, makeWorker: () => ReadingWorker = startWorker): Promise<TextAnswer> {
  return askWorker<TextAnswer>(
    {
      request,
      makeWorker,
      answerOf: (message) => (isAnswer(message) ? message : undefined),
      cancelled: { read: { problem: sayText('cancelled') } },
      notLoaded: { read: { problem: sayText('notLoaded') } },
    },
    signal,
  );
}

/** Has own data read in a worker of its own: the reader may go on, and may think better of it. */

/** As much of a worker as is used; a parameter of those who ask, so that tests can give another. */
export type ReadingWorker = Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>;

export interface Asking<A> {
  readonly request: unknown;
  readonly makeWorker: () => ReadingWorker;
  /** A message as an answer; undefined for what is only told on the way. */
  readonly answerOf: (message: unknown) => A | undefined;
  readonly cancelled: A;
  /** The answer where the worker's own file could not be had; what is wrong with the data is an answer of the worker's. */
  readonly notLoaded: A;
}

/** Asks once. The worker is ended with its answer, or when the signal says so. */
export function askWorker<A>({ request, makeWorker, answerOf, cancelled, notLoaded }: Asking<A>, signal: AbortSignal): Promise<A> {
  return new Promise((resolve) => {
    if (signal.aborted) {
      resolve(cancelled);
      return;
    }
    const worker = makeWorker();
    const end = (answer: A): void => {
      worker.terminate();
      resolve(answer);
    };
    worker.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      const answer = answerOf(data);
      if (answer !== undefined) end(answer);
    });
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      end(notLoaded);
    });
    signal.addEventListener('abort', () => end(cancelled));
    worker.postMessage(request);
  });
}

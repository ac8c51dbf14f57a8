/** Workers as helpers. One that a run has done with waits for the next, its script loaded and, for the same networks, its steps compiled. */
import type { FromHelper } from './share-messages';
import type { Helper, Helpers } from './spread';

/** The name by which the engine's script knows that it is started to train a share, and no runs. */
export const HELPER_NAME = 'glassbox-share';

/**
 * @param most helpers at work at once.
 * @param start starts a worker of the engine's script under that name.
 */
export function workerHelpers(most: number, start: () => Worker): Helpers {
  const waiting: Worker[] = [];
  return {
    most,
    make(): Helper {
      // The one that waits longest had the same share before.
      const worker = waiting.shift() ?? start();
      const listening = new AbortController();
      return {
        post: (message, transfer) => worker.postMessage(message, [...transfer]),
        listen(hear) {
          const { signal } = listening;
          worker.addEventListener('message', ({ data }: MessageEvent<FromHelper>) => hear(data), { signal });
          const gone = (event: ErrorEvent): void => {
            event.preventDefault();
            listening.abort();
            worker.terminate();
            hear(undefined);
          };
          worker.addEventListener('error', gone, { signal });
        },
        end() {
          if (listening.signal.aborted) return;
          listening.abort();
          waiting.push(worker);
        },
      };
    },
  };
}

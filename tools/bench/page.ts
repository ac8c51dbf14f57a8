/** The page of the timings in a browser: starts the worker and passes on what it says. */
import type { SpreadGain } from './spread';
import type { Speed } from './step-speed';

declare const report: (said: Speed | SpreadGain | string) => Promise<void>;
declare const finished: () => Promise<void>;

const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
worker.addEventListener('error', (event) => void report(event.message));
worker.addEventListener(
  'message',
  ({ data }: MessageEvent<Speed | SpreadGain | 'finished'>) => void (data === 'finished' ? finished() : report(data)),
);
worker.postMessage(Object.fromEntries(new URLSearchParams(location.search)));

/** Times training steps in a worker of the page. */
import { BACKEND_NAMES } from '../../src/engine/worker/backends/backends';
import { stepSpeeds } from './step-speed';
import { subjects } from './subjects';

interface Asked {
  readonly backends: string;
  readonly rounds: string;
  readonly milliseconds: string;
  readonly quick: string;
  readonly only?: string;
}

self.addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  const asked = data.backends.split(',');
  const backends = BACKEND_NAMES.filter((name) => asked.includes(name));
  const effort = { rounds: Number(data.rounds), milliseconds: Number(data.milliseconds) };
  const wanted = subjects({ quick: data.quick === 'true', only: data.only });
  stepSpeeds(wanted, backends, effort, (speed) => self.postMessage(speed)).then(
    () => self.postMessage('finished'),
    (error: unknown) =>
      setTimeout(() => {
        // Uncaught, so that the page hears of it.
        throw error;
      }),
  );
});

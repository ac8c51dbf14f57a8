/** Times training steps in a worker of the page. */
import { BACKEND_NAMES } from '../../src/engine/worker/backends/backends';
import { SPREAD, spreadGain } from './spread';
import { stepSpeeds } from './step-speed';
import { subjects } from './subjects';

/** A round is so many times as long where it is spread: a work of helpers takes as long as a round of the others. */
const SPREAD_ROUND = 5;

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
  const measured = async (): Promise<void> => {
    if (data.only !== SPREAD) {
      await stepSpeeds(subjects({ quick: data.quick === 'true', only: data.only }), backends, effort, (speed) => self.postMessage(speed));
    }
    if (data.only === undefined || data.only === SPREAD)
      self.postMessage(await spreadGain({ ...effort, milliseconds: SPREAD_ROUND * effort.milliseconds }));
  };
  measured().then(
    () => self.postMessage('finished'),
    (error: unknown) =>
      setTimeout(() => {
        // Uncaught, so that the page hears of it.
        throw error;
      }),
  );
});

/** Sessions of the tiny model over the real host, and what they must agree with. */
import type { Parameters } from '../../../src/demos/declaration';
import type { Recipe } from '../../../src/engine/protocol';
import { createSession } from '../../../src/engine/session/session';
import type { Session, SessionOptions } from '../../../src/engine/session-api';
import { useBackend } from '../../../src/engine/worker/backends/backends';
import { Trainer } from '../../../src/engine/worker/run/trainer';
import { inProcess, type FakeWorker } from './in-process';
import { tinyDefinition, tinyRecipe, type TinyOptions } from './tiny-model';

const label = { zh: '学习率', en: 'learning rate' };
const parameters: Parameters = {
  learningRate: { kind: 'range', label, value: 0.1, min: 0, max: 1, step: 0.001, scale: 'linear', effect: 'live' },
};
export const recipe: Recipe = { ...tinyRecipe, values: { learningRate: 0.1 } };

export function open(more: Partial<SessionOptions> & { readonly tiny?: TinyOptions } = {}): { session: Session; worker: FakeWorker } {
  const { tiny, ...options } = more;
  const worker = inProcess((demo) => Promise.resolve(demo === 'tiny' ? tinyDefinition(tiny) : undefined));
  return { session: createSession({ recipe, parameters, backend: 'cpu', connection: worker.connection, ...options }), worker };
}

/** Where two runs part, so that a failure is one line. */
export function parting(loss: Float32Array, straight: readonly number[]): string {
  const at = straight.findIndex((value, i) => !Object.is(value, loss[i]));
  return at < 0 && loss.length === straight.length
    ? 'nowhere'
    : `after step ${at}: ${loss[at]} against ${straight[at]} of ${straight.length}`;
}

export const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
export const until = async (holds: () => boolean): Promise<void> => {
  while (!holds()) await wait(2);
};
export const isPaused = (session: Session) => (): boolean => session.state.kind === 'paused';

/** Losses of a straight run of a session's recipe with its interventions, without page, host or record. */
export async function straightLosses({ recipe: started, record: { latest, interventions } }: Session): Promise<number[]> {
  await useBackend('cpu');
  const trainer = await Trainer.create({ ...started, interventions }, tinyDefinition());
  for (let i = 0; i < latest; i++) trainer.advance();
  const { loss } = await trainer.collect();
  trainer.dispose();
  return [...loss];
}

/** Comparisons over the real host, in this thread. */
import { createSession } from '../../../src/engine/session/session';
import { loadDemo } from '../../../src/demos/load';
import { Controller } from '../../../src/shell/controller';
import { inProcess } from '../engine/in-process';

export const loaded = await loadDemo('mlp-playground');

/** A controller over the real host. */
export function begin() {
  const { connection } = inProcess();
  const made: Parameters<typeof createSession>[0][] = [];
  const controller = new Controller({
    loaded,
    lang: 'en',
    values: {},
    seed: 3,
    makeSession(options) {
      made.push(options);
      return createSession({ ...options, connection, backend: 'cpu' });
    },
  });
  return { controller, comparison: controller.comparison, made };
}

/** The losses of a run of its own. */
export async function alone(values: Record<string, number>, seed: number, steps: number) {
  const { controller } = begin();
  controller.exchange(
    controller.makeSession({
      recipe: { demo: loaded.id, values: { ...controller.values, ...values }, seed, interventions: [] },
      parameters: loaded.demo.parameters,
    }),
  );
  await controller.train(steps);
  const record = controller.session?.record;
  controller.dispose();
  return record;
}

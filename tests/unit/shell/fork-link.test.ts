import { describe, expect, it } from 'vitest';
import { loadDemo } from '../../../src/demos/load';
import { createSession } from '../../../src/engine/session/session';
import { Controller } from '../../../src/shell/controller';
import { formatLink, parseLink } from '../../../src/shell/link/link';
import { inProcess } from '../engine/in-process';
import { until } from '../engine/tiny-session';

const loaded = await loadDemo('mlp-playground');
const { demo } = loaded;

/** A controller over the real host. */
function begin() {
  const { connection } = inProcess();
  const makeSession: typeof createSession = (options) => createSession({ ...options, connection, backend: 'cpu' });
  const controller = new Controller({ loaded, lang: 'en', values: {}, seed: 3, makeSession });
  return { controller, comparison: controller.comparison };
}

describe('a fork that parts later than the step shown', () => {
  it('comes back from a link as it was', async () => {
    const { controller, comparison } = begin();
    await controller.train(6);
    await controller.edit([{ variable: 'hidden1/kernel', index: 0, value: 0.5 }]);
    await controller.train(4);
    await comparison.startFork('learningRate', 0.3);
    await controller.train(5);
    await controller.seek(3);
    const other = begin();
    const { state, problems } = parseLink(demo, formatLink(demo, controller.linkState));
    expect(problems).toEqual([]);
    other.controller.open(state, []);
    await until(() => other.comparison.forked !== undefined && other.controller.cursor === 3);
    await until(() => other.controller.session?.state.kind === 'paused');
    await other.controller.seek(10);
    await other.controller.train(5);
    expect([...(other.comparison.forked?.fork.record.loss ?? [])]).toEqual([...(comparison.forked?.fork.record.loss ?? [])]);
    controller.dispose();
    other.controller.dispose();
  });
});

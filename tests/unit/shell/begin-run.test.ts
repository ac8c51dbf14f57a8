/** A run that is begun anew, as a challenge sets one up. */
import { expect, it } from 'vitest';
import { loadDemo } from '../../../src/demos/load';
import { Controller } from '../../../src/shell/controller';
import { FakeSession } from './fake-session';

const loaded = await loadDemo('mlp-playground');

function start() {
  const sessions: FakeSession[] = [];
  const makeSession = (options: FakeSession['options']): FakeSession => {
    const session = new FakeSession(options);
    sessions.push(session);
    return session;
  };
  return { controller: new Controller({ loaded, lang: 'en', values: {}, seed: loaded.demo.seed, makeSession }), sessions };
}

it('has the settings, the seed and the built-in data asked for, in one go, where there was a run', async () => {
  const { controller, sessions } = start();
  await controller.setRows([[0, 0, 1]]);
  const [session] = sessions;
  if (session !== undefined) session.calls.length = 0;
  await controller.begin({ dataset: 'circle' }, 3);
  expect(session?.calls).toEqual([['change', { values: { dataset: 'circle' }, seed: 3, ownData: null, interventions: [] }]]);
  expect(controller.own).toBeUndefined();
});

it('is made with them where there was none', async () => {
  const { controller, sessions } = start();
  await controller.begin({ dataset: 'circle' }, 3);
  expect(sessions).toHaveLength(1);
  expect(sessions[0]?.options.recipe).toMatchObject({ seed: 3, values: { dataset: 'circle' } });
  expect(sessions[0]?.calls).toEqual([['prepare']]);
});

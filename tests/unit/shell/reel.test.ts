/** A figure that nobody has played: its recorded run can be looked through, and taken up where it was left. */
import { expect, it } from 'vitest';
import { loadDemo, loadFilm } from '../../../src/demos/load';
import { Controller } from '../../../src/shell/controller';
import { canGoBack, look, Reel, reelOf, stepsShown, toStart, turnBy } from '../../../src/shell/reel';
import { at } from '../../../src/base/at';
import { FakeSession } from './fake-session';

const loaded = await loadDemo('neuron');
const film = await loadFilm(loaded);
if (film === undefined) throw new Error('the neuron has a film');
const { steps } = film;
const last = at(steps, -1);
const second = at(steps, 1);
const middle = at(steps, 10);

function start() {
  const sessions: FakeSession[] = [];
  const makeSession = (options: FakeSession['options']): FakeSession => {
    const session = new FakeSession(options);
    sessions.push(session);
    return session;
  };
  const controller = new Controller({ loaded, lang: 'en', values: {}, seed: loaded.demo.seed, makeSession });
  if (film !== undefined) controller.film = new Reel(film);
  return { controller, sessions };
}

it('opens at the beginning, with nothing of what comes after', () => {
  const { controller, sessions } = start();
  expect(stepsShown(controller)).toEqual({ step: 0, last });
  expect(controller.recording?.loss).toEqual([]);
  expect(canGoBack(controller)).toBe(false);
  expect(sessions).toEqual([]);
});

it('that is seen already stays at the end, where it was, and can be gone back', async () => {
  const { controller } = start();
  controller.film = new Reel(film, Infinity);
  expect(controller.recording).toBe(loaded.recording);
  expect(canGoBack(controller)).toBe(true);
  await turnBy(controller, -1);
  expect(stepsShown(controller)).toEqual({ step: at(steps, -2), last });
});

it('opens at the moment that its text speaks of', () => {
  const { controller } = start();
  if (film === undefined) throw new Error('there is no film');
  controller.film = new Reel(film, middle);
  expect(stepsShown(controller)).toEqual({ step: middle, last });
  expect(controller.recording?.frame.step).toBe(middle);
});

it('is looked through without a run: to a step, from moment to moment, back to the beginning', async () => {
  const { controller, sessions } = start();
  let drawn = 0;
  controller.subscribe(() => drawn++);
  await look(controller, middle + 0.1);
  expect(stepsShown(controller).step).toBe(middle);
  expect(controller.recording?.frame.step).toBe(middle);
  await turnBy(controller, 1);
  expect(stepsShown(controller).step).toBe(at(steps, 11));
  await turnBy(controller, -1);
  expect(stepsShown(controller).step).toBe(middle);
  await look(controller, 1e9);
  expect(controller.recording).toBe(loaded.recording);
  await toStart(controller);
  expect(stepsShown(controller).step).toBe(0);
  expect([drawn, sessions.length]).toEqual([5, 0]);
});

it.each([
  [middle, middle],
  [0, undefined],
  [last, undefined],
])('played at step %i, the reader’s own run goes on from there; from the ends it starts at the beginning', async (step, from) => {
  const { controller, sessions } = start();
  await look(controller, step);
  controller.play();
  await Promise.resolve();
  expect(sessions[0]?.options.seekTo).toBe(from);
  expect(sessions[0]?.calls.map(([name]) => name)).toEqual(['play']);
});

it('a step forward is a step of the reader’s own run, from the moment shown', async () => {
  const { controller, sessions } = start();
  await look(controller, second);
  await controller.step();
  expect(sessions[0]?.options.seekTo).toBe(second);
});

it('whoever looks into the run, or shares it, has the moment shown', async () => {
  const { controller, sessions } = start();
  await look(controller, middle);
  expect(controller.linkState.step).toBe(middle);
  controller.frame.inspect({ open: true });
  expect(sessions[0]?.options.seekTo).toBe(middle);
});

it('what is pressed while the run is made concerns the run', async () => {
  const { controller, sessions } = start();
  await look(controller, middle);
  controller.play();
  const [session] = sessions;
  if (session === undefined) throw new Error('playing makes a run');
  session.state = { kind: 'busy', phase: 'loading' };
  expect(stepsShown(controller)).toEqual({ step: middle, last });
  await toStart(controller);
  expect(session.calls.at(-1)).toEqual(['reset']);
});

it('a session that was made and not begun is in nobody’s way', async () => {
  const { controller, sessions } = start();
  await controller.setBackend('cpu');
  await look(controller, middle);
  controller.play();
  expect(sessions.map(({ options }) => [options.backend, options.seekTo])).toEqual([
    ['cpu', undefined],
    ['cpu', middle],
  ]);
});

it('once there is a run, the line of steps is the run’s: a step back, no further than its beginning', async () => {
  const { controller, sessions } = start();
  controller.play();
  const [session] = sessions;
  if (session === undefined) throw new Error('playing makes a run');
  Object.assign(session, { latest: 9, cursor: 1, frame: { step: 1, arrays: {} } });
  await turnBy(controller, -1);
  session.cursor = 0;
  await turnBy(controller, -1);
  expect(session.calls.slice(1)).toEqual([['seek', 0]]);
});

it('left alone, a key at the beginning makes no run', async () => {
  const { controller, sessions } = start();
  controller.film = undefined;
  await turnBy(controller, -1);
  expect(sessions).toEqual([]);
});

it('is not shown where the settings are others, and no longer once there is a run', async () => {
  const { controller, sessions } = start();
  await look(controller, middle);
  await controller.set({ learningRate: 0.5 });
  expect(reelOf(controller)).toBeUndefined();
  expect(sessions[0]?.options.seekTo).toBeUndefined();
  const [session] = sessions;
  if (session !== undefined) session.frame = { step: 0, arrays: {}, exact: true } as never;
  expect(reelOf(controller)).toBeUndefined();
});

it('on paper stands the end, and after it what was shown before', () => {
  const { controller } = start();
  const { film: reel } = controller;
  const listening = new AbortController();
  const listeners = new Map<string, () => void>();
  const before = globalThis.addEventListener;
  globalThis.addEventListener = ((name: string, act: () => void) => listeners.set(name, act)) as never;
  let drawn = 0;
  reel?.onPaper(() => drawn++, listening.signal);
  globalThis.addEventListener = before;
  listeners.get('beforeprint')?.();
  expect(stepsShown(controller).step).toBe(last);
  listeners.get('afterprint')?.();
  expect([stepsShown(controller).step, drawn]).toEqual([0, 2]);
});

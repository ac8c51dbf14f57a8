import { describe, expect, it } from 'vitest';
import { loadDemo } from '../../../src/demos/load';
import { Refused } from '../../../src/engine/waiting';
import { presetValues } from '../../../src/shell/choices';
import { Controller } from '../../../src/shell/controller';
import { FakeSession } from './fake-session';

const loaded = await loadDemo('mlp-playground');

/** A controller, and the sessions that it makes. */
function begin() {
  const sessions: FakeSession[] = [];
  const controller = new Controller({
    loaded,
    lang: 'en',
    values: {},
    seed: loaded.demo.seed,
    makeSession(options) {
      const session = new FakeSession(options);
      sessions.push(session);
      return session;
    },
  });
  const last = (): FakeSession => {
    const session = sessions.at(-1);
    if (session === undefined) throw new Error('no session was made');
    return session;
  };
  return { controller, sessions, last };
}

const link = {
  values: {},
  seed: loaded.demo.seed,
  step: undefined,
  backend: undefined,
  interventions: [],
  own: undefined,
  breakpoints: [],
  inspected: undefined,
  watches: [],
  fork: undefined,
  seeds: undefined,
  panels: [],
};

describe('what is asked for right after settings', () => {
  it.each([
    ['step', (controller: Controller) => controller.train(5)],
    ['one step', (controller: Controller) => controller.step()],
    ['play', (controller: Controller) => Promise.resolve(controller.play())],
    ['intervene', (controller: Controller) => controller.intervene([{ kind: 'freeze', layer: 'hidden1', on: true }])],
  ])('is done with them all, however many are on their way: %s', async (_, ask) => {
    const { controller, last } = begin();
    await controller.train(1);
    const session = last();
    session.calls.length = 0;
    session.hold = true;
    const set = [controller.set({ hidden: [3] }), controller.set({ noise: 0.1 }), controller.set({ dataset: 'moons' })];
    const asked = ask(controller);
    await session.finish();
    expect(session.calls.map(([name]) => name)).toEqual(['change', 'change']);
    session.hold = false;
    await session.finish();
    await Promise.all([...set, asked]);
    expect(session.calls.map(([name]) => name)).toHaveLength(3);
    expect(session.calls.at(-1)?.[0]).not.toBe('change');
  });

  it('is taken back by pausing, and by starting anew', async () => {
    for (const takeBack of [(controller: Controller) => controller.pause(), (controller: Controller) => void controller.reset()]) {
      const { controller, last } = begin();
      await controller.train(1);
      const session = last();
      session.hold = true;
      const set = controller.set({ hidden: [3] });
      controller.play();
      const stepped = controller.train(5);
      takeBack(controller);
      session.hold = false;
      await session.finish();
      await session.finish();
      await Promise.all([set, stepped]);
      expect(session.calls.map(([name]) => name)).not.toContain('play');
      expect(session.calls.filter(([name]) => name === 'step')).toHaveLength(1);
    }
  });
});

describe('a frame', () => {
  it('loads nothing for what changes pictures only, and shows it', async () => {
    const { controller, sessions } = begin();
    let drawn = 0;
    controller.subscribe(() => drawn++);
    await controller.set({ showTest: true });
    expect([sessions.length, drawn, controller.values['showTest']]).toEqual([0, 1, true]);
    expect(controller.recording).toBeDefined();
  });

  it('makes the run at the first knob that concerns it, with the knob turned', async () => {
    const { controller, last } = begin();
    await controller.set({ dataset: 'moons' });
    expect(last().calls).toEqual([['prepare']]);
    expect(last().options.recipe.values['dataset']).toBe('moons');
    expect(controller.recording).toBeUndefined();
  });

  it('sends a dragged slider one value at a time, the last of those that came meanwhile, and shows it at once', async () => {
    const { controller, last } = begin();
    await controller.set({ noise: 0.1 });
    last().hold = true;
    const dragged = [0.15, 0.2, 0.25, 0.3].map((noise) => controller.set({ noise }));
    expect(controller.values['noise']).toBe(0.3);
    await last().finish();
    await last().finish();
    await Promise.all(dragged);
    expect(last().calls.slice(1)).toEqual([
      ['change', { values: { noise: 0.15 } }],
      ['change', { values: { noise: 0.3 } }],
    ]);
  });

  it('merges edits of the same weight while one is under way', async () => {
    const { controller, last } = begin();
    controller.play();
    last().hold = true;
    const all = [0.1, 0.2, 0.3].flatMap((value) => [
      controller.edit([{ variable: 'a', index: 0, value }]),
      controller.edit([{ variable: 'a', index: 1, value }]),
    ]);
    await last().finish();
    await last().finish();
    await Promise.all(all);
    expect(last().calls.slice(1)).toEqual([
      ['edit', [{ variable: 'a', index: 0, value: 0.1 }]],
      [
        'edit',
        [
          { variable: 'a', index: 0, value: 0.3 },
          { variable: 'a', index: 1, value: 0.3 },
        ],
      ],
    ]);
  });

  it('shows why a command was refused, until the next one', async () => {
    const { controller, last } = begin();
    controller.play();
    last().hold = true;
    controller.attempt(controller.edit([{ variable: 'a', index: 0, value: 1 }]));
    await last().finish(new Refused({ zh: '没有', en: 'there is none' }));
    expect(controller.shown.refusal?.en).toBe('there is none');
    controller.attempt(controller.step());
    expect(controller.shown.refusal).toBeUndefined();
    await last().finish();
    // Not stuck behind the edit that failed.
    const again = controller.edit([{ variable: 'b', index: 0, value: 1 }]);
    await last().finish();
    await again;
    expect(last().calls.at(-1)?.[0]).toBe('edit');
  });

  it('steps inside what is recorded without training, and trains at its end', async () => {
    const { controller, last } = begin();
    controller.play();
    Object.assign(last(), { latest: 9, cursor: 4, frame: { step: 4, arrays: {} } });
    await controller.step();
    last().cursor = 9;
    await controller.step();
    expect(last().calls.slice(1)).toEqual([
      ['seek', 5],
      ['step', 1, []],
    ]);
  });

  it('gives the conditions in force to the run, at once where it plays', () => {
    const { controller, last } = begin();
    controller.frame.setBreakpoint('loss < 0.1', true);
    controller.frame.setBreakpoint('step == 50', true);
    controller.frame.setBreakpoint('step == 50', false);
    controller.play();
    // At the pace of eyes, unless the reader or a script says otherwise.
    const pace = { steps: controller.loaded.demo.steps };
    expect(last().calls.at(-1)).toEqual(['play', { pace, breakpoints: ['loss < 0.1'] }]);
    Object.assign(last(), { state: { kind: 'running' } });
    controller.frame.setBreakpoint('step == 50', true);
    expect(last().calls.at(-1)).toEqual(['play', { pace, breakpoints: ['loss < 0.1', 'step == 50'] }]);
    controller.play(Infinity);
    expect(last().calls.at(-1)).toEqual(['play', { pace: Infinity, breakpoints: ['loss < 0.1', 'step == 50'] }]);
    controller.frame.removeBreakpoint('loss < 0.1');
    expect(controller.linkState.breakpoints).toEqual(['step == 50']);
  });

  it('keeps a session that is made off screen from training', () => {
    const { controller, last } = begin();
    controller.setVisible(false);
    controller.play();
    expect(last().calls.map(([name]) => name)).toEqual(['setVisible', 'play']);
  });

  it('opens a link: the recorded run where it is that one, else the run itself, at the step that is asked for', () => {
    const { controller, sessions, last } = begin();
    controller.open(link, []);
    expect(sessions).toHaveLength(0);
    controller.open({ ...link, values: { dataset: 'xor' } }, [{ zh: '错', en: 'wrong' }]);
    expect(last().calls).toEqual([['prepare']]);
    expect(controller.shown.problems).toHaveLength(1);
    const rows = [
      [1, 2, 1],
      [-1, -2, -1],
    ];
    controller.open({ ...link, seed: 7, step: 12, backend: 'cpu', own: { kind: 'rows', rows } }, []);
    expect(sessions[0]?.calls.at(-1)).toEqual(['dispose']);
    expect(last().options).toMatchObject({
      seekTo: 12,
      backend: 'cpu',
      recipe: { seed: 7, ownData: { kind: 'rows', columns: 3, rows: Float32Array.from(rows.flat()) } },
    });
  });

  it('says its state as a link: where the cursor is, and what was done up to there', async () => {
    const { controller, last } = begin();
    await controller.set({ dataset: 'xor' });
    const change = (step: number) => ({ kind: 'set', step, values: { learningRate: 0.1 } }) as const;
    Object.assign(last(), { latest: 50, cursor: 20, interventions: [change(5), change(30)], frame: { step: 20, arrays: {} } });
    expect(controller.linkState).toMatchObject({ step: 20, seed: 1, interventions: [change(5)] });
    expect(controller.linkState.values['dataset']).toBe('xor');
  });

  it('takes a failed run up again where it was', async () => {
    const { controller, last } = begin();
    await controller.setBackend('wasm');
    await controller.setBackend(controller.backend);
    expect(last().calls).toEqual([
      ['useBackend', 'wasm'],
      ['useBackend', 'wasm'],
    ]);
  });
});

describe('a preset', () => {
  it('leaves nothing of another preset behind, and other knobs as they are', () => {
    const circle = presetValues(loaded.demo, 'circle');
    expect(circle).toMatchObject({ dataset: 'circle', hidden: [4, 2], features: ['x1', 'x2'], learningRate: 0.03 });
    expect(Object.keys(circle)).not.toContain('noise');
    expect(presetValues(loaded.demo, 'byHand')['features']).toEqual(['x1Squared', 'x2Squared']);
  });
});

/** What a session does when things come at the same time, told event by event: no worker, no clock, no promise. */
import { describe, expect, it } from 'vitest';
import type { Asked } from '../../../../src/engine/session/wish';
import { valuesAt } from '../../../../src/engine/settings';
import { at, edit, frame, intervened, paused, play, ready, standing, step, text, Told, turn } from './told';

describe('what is asked for while the run is made', () => {
  it.each<readonly [string, readonly Asked[], readonly string[]]>([
    ['playing waits until it is there', [play], ['play 2']],
    ['pausing takes playing back', [play, { kind: 'pause' }], []],
    ['pausing takes steps back, and keeps an edit', [step(3), edit, { kind: 'pause' }], ['edit 2']],
    ['what is asked for afterwards counts', [play, { kind: 'pause' }, step(2)], ['step 2']],
    ['playing out of sight waits to be seen', [play, { kind: 'show', visible: false }], []],
    ['steps add up', [step(1), step(1), step(3)], ['step 2', 'step 3', 'step 4']],
    ['the cursor is moved before anything else', [play, { kind: 'seek', step: 4 }], ['seek 2']],
  ])('%s', (_, commands, sent) => {
    const told = new Told().ask(...commands);
    expect(told.news.sent).toEqual(['create 1']);
    expect(told.hear(ready()).news.sent).toEqual(sent);
  });

  it('is dropped where the run is started anew, given up, or fails', () => {
    for (const end of [{ kind: 'reset' }, { kind: 'cancel' }, { kind: 'dispose' }] as const) {
      const { ended } = new Told().ask(play, edit, end).news;
      expect(ended).toEqual(['dropped 1', 'dropped 2', 'begun 3']);
    }
    const told = new Told().ask(play, edit);
    told.hear({ type: 'failed', run: 1, demo: 'demo', message: text });
    expect(told.news.ended).toEqual(['dropped 1', 'dropped 2']);
    expect(told.state.activity).toEqual({ kind: 'failed', message: text });
  });
});

describe('a pause', () => {
  it('that answers an earlier command is past, wherever the worker stood then', () => {
    const told = standing();
    told.ask(play, { kind: 'pause' }, step(5));
    expect(told.news.sent).toEqual(['play 2', 'pause 3']);
    // The run had come to a breakpoint before it heard of the pause.
    told.hear(frame(7), paused(2, 7));
    expect([told.state.pausing, told.news.sent]).toEqual([true, []]);
    told.hear(paused(3, 7));
    expect([told.state.cursor, told.news.sent]).toEqual([7, ['step 4']]);
  });

  it('of a cursor that was dragged on is past: only the last place counts', () => {
    const told = standing(400);
    for (const place of [390, 12, 88]) told.ask({ kind: 'seek', step: place });
    told.hear(frame(390), paused(2, 390), paused(3, 12));
    expect([told.state.cursor, told.state.job?.kind]).toEqual([88, 'seek']);
    told.hear(frame(88), paused(4, 88));
    expect([told.state.cursor, told.state.job, told.state.frame?.step]).toEqual([88, undefined, 88]);
  });

  it('brings the run to the cursor before it does what waited, where it stands elsewhere', () => {
    const told = standing(30);
    told.ask({ kind: 'seek', step: 12 }).hear(paused(2, 12));
    // A crash leaves the run at the last snapshot before the cursor.
    told.lose({ type: 'crashed', spoke: true });
    told.ask(edit).hear(ready(10));
    expect(told.news.sent).toEqual(['seek 2', 'create 3']);
    told.hear(frame(12), paused(3, 12));
    expect(told.news.sent).toEqual(['edit 4']);
  });
});

describe('values that are turned', () => {
  it('are shown at once, each until the run has said from which step on it holds', () => {
    const told = standing().ask(play).hear(frame(5));
    told.ask(turn(0.2), turn(0.05), turn(0.3));
    const shown = (): unknown => valuesAt(told.state.settings, Infinity)['rate'];
    expect([shown(), told.news.sent]).toEqual([0.3, ['play 2', 'set 3', 'set 4', 'set 5']]);
    told.hear(intervened(3, 6, 0.2));
    expect([shown(), told.state.settings.pending.map(({ number }) => number)]).toEqual([0.3, [4, 5]]);
    told.hear(intervened(4, 8, 0.05), intervened(5, 8, 0.3));
    expect([shown(), told.state.settings.pending]).toEqual([0.3, []]);
    expect([valuesAt(told.state.settings, 5)['rate'], valuesAt(told.state.settings, 7)['rate']]).toEqual([0.1, 0.2]);
  });

  it('that time the backends and fail say so, and the run goes on as it stood', () => {
    const told = standing(4);
    told.ask({ kind: 'measure' });
    told.hear({ type: 'refused', run: 1, number: 2, command: 'measure', message: text });
    expect([told.state.notice, told.state.activity]).toEqual([text, { kind: 'paused' }]);
  });

  it('that are refused are as they were', () => {
    const told = standing().ask(turn(0.7));
    told.hear({ type: 'refused', run: 1, number: 2, command: 'set', message: text });
    expect(valuesAt(told.state.settings, 0)['rate']).toBe(0.1);
  });

  it('are turned again where the worker crashed before it heard of them', () => {
    const told = standing().ask(play).hear(frame(12));
    told.ask(turn(0.2));
    void told.news;
    told.lose({ type: 'crashed', spoke: true });
    // The run goes on from its last snapshot to where it was; then the knob, then the training.
    expect(told.hear(ready(10), frame(12), paused(4, 12)).news.sent).toEqual(['create 4', 'set 5', 'play 6']);
  });

  it('in the past leave what came after it behind; what only pictures show leaves nothing', () => {
    const told = standing(50).hear(paused(1, 50));
    told.ask({ kind: 'seek', step: 20 }).hear(frame(20), paused(2, 20));
    told.ask({ kind: 'change', change: { values: { shown: true } } });
    expect(told.latest).toBe(50);
    told.ask(turn(0.5));
    expect([told.latest, told.news.sent]).toEqual([20, ['seek 2', 'set 3']]);
  });

  it('build the network anew where they must, with the other values as they are now', () => {
    const told = standing()
      .ask(turn(0.4))
      .hear(intervened(2, 0, 0.4));
    told.ask({ kind: 'change', change: { values: { width: 3 } } });
    expect(told.news.sent).toEqual(['set 2', 'dispose 3', 'create 4']);
    expect(told.state.settings).toEqual({ values: { rate: 0.4, width: 3, shown: false }, interventions: [], pending: [] });
  });
});

describe('what was done to the weights', () => {
  it('is taken back in mid-training after the run stands, and what waited to train is not trained', () => {
    const told = standing().ask(play).hear(frame(5));
    told.ask(edit).hear({
      type: 'intervened',
      run: 1,
      number: 3,
      interventions: [{ kind: 'edit', step: 6, variable: 'w', index: 0, value: 1 }],
      before: at(6),
    });
    told.hear(frame(9)).ask({ kind: 'undo' });
    expect(told.news.sent).toEqual(['play 2', 'edit 3', 'pause 4']);
    told.hear(frame(11), paused(4, 11));
    expect([told.news.sent, told.state.cursor, told.latest]).toEqual([['undo 5'], 6, 6]);
    expect([told.state.settings.interventions, told.state.undoing]).toEqual([[], []]);
  });
});

describe('a loss', () => {
  it('in mid-step goes on with the steps that are left, for whom they were asked', () => {
    const told = standing().ask(step(20)).hear(frame(15));
    void told.news;
    told.lose({ type: 'backend-lost', run: 1, backend: 'webgl', cause: text });
    told.hear(ready(10), frame(15), paused(3, 15));
    expect([told.news.sent, told.state.job]).toEqual([['create 3', 'step 4'], { kind: 'step', until: 20, breakpoints: [] }]);
    expect(told.state.backend).toBe('auto');
  });

  it('while a pause is awaited is that pause', () => {
    const told = standing().ask(play).hear(frame(15)).ask({ kind: 'pause' });
    told.lose({ type: 'crashed', spoke: true });
    told.hear(ready(10), frame(15), paused(4, 15));
    expect([told.state.activity.kind, told.state.job, told.state.cursor]).toEqual(['paused', undefined, 15]);
  });

  it('again and again at the same place ends it, after plain JavaScript was tried; a run that got further is trusted', () => {
    const crash = { type: 'crashed', spoke: true } as const;
    const told = standing().ask(play).lose(crash).lose(crash);
    expect([told.state.backend, told.state.activity.kind]).toEqual(['cpu', 'busy']);
    expect(told.lose(crash).state.activity.kind).toBe('failed');
    const further = standing().ask(play).lose(crash).lose(crash).hear(ready(), frame(60)).lose(crash);
    expect(further.state.activity.kind).toBe('busy');
  });

  it('of a worker that never spoke is a failure at once', () => {
    expect(new Told().ask({ kind: 'prepare' }).lose({ type: 'crashed', spoke: false }).state.activity.kind).toBe('failed');
  });
});

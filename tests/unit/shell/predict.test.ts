import { afterEach, describe, expect, it, vi } from 'vitest';
import { demos } from '../../../src/demos/registry';
import { createSession } from '../../../src/engine/session/session';
import { COLUMNS, completed, EMPTY, stroked } from '../../../src/shell/predict/drawn';
import { MOST_POINTS, signOf } from '../../../src/shell/predict/predictions';
import type { Question } from '../../../src/shell/predict/question';
import { saidOf } from '../../../src/shell/predict/said';
import { lies, readStretches } from '../../../src/shell/predict/stretches';
import { carryOut, type TrainOptions } from '../../../src/shell/predict/train';
import { inProcess } from '../engine/in-process';
import { FakeSession } from './fake-session';

describe('answers as stretches', () => {
  it('hold the numbers between their ends', () => {
    const read = readStretches('below -1e-3; -0.001 to 2; above 2');
    const stretches = 'stretches' in read ? read.stretches : [];
    const where = (value: number): number => stretches.findIndex((stretch) => lies(value, stretch));
    expect([-1, -0.001, 0, 2, 2.01, Infinity, NaN].map(where)).toEqual([0, 1, 1, 1, 2, -1, -1]);
  });

  it.each([
    ['below 1', 'needs another'],
    ['below 2; above 1', '"above 1" overlaps'],
    ['2 to 1; above 2', '"2 to 1" is empty'],
    ['small; above 2', '"small" should be'],
  ])('that cannot be told apart are refused: %s', (text, words) => {
    const read = readStretches(text);
    expect('problem' in read ? read.problem : '').toContain(words);
  });
});

describe('a drawn curve', () => {
  it('follows the pen, and a stroke that is fast leaves no gap', () => {
    const heights = stroked(stroked(EMPTY, [4, 0], [4, 1]), [4, 1], [8, 3]);
    expect(heights.slice(3, 10)).toEqual([undefined, 1, 1.5, 2, 2.5, 3, undefined]);
  });

  it('is whole where it is drawn in part: ends go on level, gaps straight', () => {
    expect(completed(EMPTY)).toBeUndefined();
    expect(completed(stroked(EMPTY, [4, 1], [4, 1]))).toBeUndefined();
    const whole = completed(stroked(stroked(EMPTY, [2, 1], [3, 1]), [7, 5], [8, 5])) ?? [];
    expect(whole).toHaveLength(COLUMNS);
    expect(whole.slice(0, 9)).toEqual([1, 1, 1, 1, 2, 3, 4, 5, 5]);
    expect(whole.at(-1)).toBe(5);
  });
});

describe('what is kept', () => {
  afterEach(() => vi.unstubAllGlobals());
  const stub = (room = Infinity): Map<string, string> => {
    const there = new Map<string, string>();
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => there.get(key) ?? null,
      setItem(key: string, value: string) {
        if (value.length > room) throw new DOMException('full', 'QuotaExceededError');
        there.set(key, value);
      },
    });
    return there;
  };
  const visit = () => {
    vi.resetModules();
    return import('../../../src/shell/predict/predictions');
  };

  it('outlasts the page, beside what another tab has kept, and can be taken back', async () => {
    const there = stub();
    const first = await visit();
    expect(first.keepPrediction('mlp/gelu', { of: 'a', guess: 0.5 })).toBe(true);
    there.set('glassbox-predictions', JSON.stringify({ ...first.readPredictions(), 'cnn/edges': { of: 'b', guess: 1, result: 2 } }));
    expect(first.keepPrediction('mlp/gelu', { of: 'a', guess: 0.5, result: -3.19 })).toBe(true);
    const second = await visit();
    expect(second.readPredictions()).toEqual({
      'mlp/gelu': { of: 'a', guess: 0.5, result: -3.19 },
      'cnn/edges': { of: 'b', guess: 1, result: 2 },
    });
    second.keepPrediction('mlp/gelu', undefined);
    expect(Object.keys((await visit()).readPredictions())).toEqual(['cnn/edges']);
  });

  it('lasts as long as the page where storage is full or forbidden', async () => {
    stub(20);
    const page = await visit();
    expect(page.keepPrediction('mlp/gelu', { of: 'a', guess: 0.5 })).toBe(false);
    expect(page.readPredictions()).toEqual({ 'mlp/gelu': { of: 'a', guess: 0.5 } });
    page.keepPrediction('mlp/gelu', undefined);
    expect(page.readPredictions()).toEqual({});
  });

  it.each(['{', '[]', 'null', '{"mlp/x":{"of":"a"}}', '{"<b>/x":{"of":"a","guess":1}}', '{"mlp/x":{"of":"a","guess":[1,null]}}'])(
    'is nothing where it is no prediction: %s',
    async (content) => {
      const there = stub();
      there.set('glassbox-predictions', content);
      expect((await visit()).readPredictions()).toEqual({});
    },
  );

  it('belongs to the question as it was asked', () => {
    expect(signOf('axis 0 to 1')).not.toBe(signOf('axis 0 to 2'));
    expect(signOf('axis 0 to 1')).toBe(signOf('axis 0 to 1'));
  });
});

describe('the run that decides', () => {
  const options = (more: Partial<TrainOptions> = {}): TrainOptions => ({
    progress: () => undefined,
    signal: new AbortController().signal,
    ...more,
  });
  const real: typeof createSession = (asked) => createSession({ ...asked, connection: inProcess().connection });

  it('is trained, and its number read off, divided by another’s where that is asked', async () => {
    // The product of four slopes of sigmoids at 0.5, 0.6225, 0.6508 and 0.6572, worked out by hand from sigma(1 - sigma).
    const slope = (z: number): number => Math.exp(-z) / (1 + Math.exp(-z)) ** 2;
    const chain = (weight: number): number => {
      let [x, product] = [1, 1];
      for (let i = 0; i < 4; i++) [product, x] = [product * weight * slope(weight * x), 1 / (1 + Math.exp(-weight * x))];
      return product;
    };
    const steps: number[] = [];
    const question: Question = {
      kind: 'choice',
      demo: 'sigmoid-chain',
      run: { values: { weight: 8 }, seed: 1, step: 0 },
      against: { values: {}, seed: 1, step: 0 },
      metric: '10^decades',
      answers: 'below 0.01; above 0.01',
    };
    const trained = await carryOut(question, options({ makeSession: real, progress: (step) => steps.push(step) }));
    const result = trained !== undefined && 'result' in trained && typeof trained.result === 'number' ? trained.result : NaN;
    expect(result / (chain(8) / chain(1))).toBeCloseTo(1, 3);
    expect(steps.length).toBeGreaterThan(0);
    expect(saidOf(question, 1, result, 'en')).toBe('You chose B; the run gives 2.4×10⁻⁸, which is answer A.');
    expect(saidOf(question, 0, result, 'zh')).toBe('猜对了：训练给出的是 2.4×10⁻⁸。');
  });

  it('gives a curve along its steps, thinned, from the step at which the axis begins', async () => {
    const question: Question = {
      kind: 'curve',
      demo: 'sigmoid-chain',
      run: { values: {}, seed: 1, step: 300 },
      metric: 'loss',
      axis: [0, 1],
      from: 10,
    };
    const trained = await carryOut(question, options({ makeSession: real }));
    const curve = trained !== undefined && 'result' in trained && typeof trained.result === 'object' ? trained.result : { at: [], y: [] };
    expect(curve.at[0]).toBeGreaterThanOrEqual(10);
    expect(curve.at.at(-1)).toBe(300);
    expect(curve.at.length).toBeLessThanOrEqual(MOST_POINTS);
    expect(curve.y).toHaveLength(curve.at.length);
    const heights = curve.at.map(() => 0.5);
    expect(saidOf(question, heights, curve, 'en')).toMatch(
      /^The run begins at .* is lowest at step 300 .* your curve goes from 0\.5 to 0\.5\.$/,
    );
  });

  const waiting = (): { readonly made: FakeSession[]; readonly makeSession: typeof createSession } => {
    const made: FakeSession[] = [];
    const makeSession: typeof createSession = (asked) => {
      const session = new FakeSession(asked);
      session.hold = true;
      made.push(session);
      return session;
    };
    return { made, makeSession };
  };
  const question: Question = {
    kind: 'value',
    demo: 'neuron',
    run: { values: {}, seed: 3, step: 40 },
    metric: 'loss',
    axis: [0, 1],
  };

  it('is given up where the reader cancels, and its session is gone', async () => {
    const { made, makeSession } = waiting();
    const abort = new AbortController();
    const trained = carryOut(question, options({ makeSession, signal: abort.signal }));
    await vi.waitFor(() => expect(made).toHaveLength(1));
    expect(made[0]?.options.recipe).toMatchObject({
      demo: 'neuron',
      seed: 3,
      values: demos.get('neuron') === undefined ? {} : { learningRate: expect.any(Number) as number },
    });
    abort.abort();
    expect(await trained).toBeUndefined();
    expect(made[0]?.calls.at(-1)).toEqual(['dispose']);
  });

  it('is not begun where it was given up before it was loaded', async () => {
    const { made, makeSession } = waiting();
    const abort = new AbortController();
    abort.abort();
    expect(await carryOut(question, options({ makeSession, signal: abort.signal }))).toBeUndefined();
    expect(made).toHaveLength(0);
  });

  it('that fails, or stops being finite, says so', async () => {
    const { made, makeSession } = waiting();
    const failing = carryOut(question, options({ makeSession }));
    await vi.waitFor(() => expect(made).toHaveLength(1));
    Object.assign(made[0] ?? {}, { state: { kind: 'failed', message: { zh: '没有内存', en: 'no memory' } } });
    made[0]?.tell();
    expect(await failing).toEqual({ cause: { zh: '没有内存', en: 'no memory' } });
    const breaking = carryOut(question, options({ makeSession }));
    await vi.waitFor(() => expect(made).toHaveLength(2));
    Object.assign(made[1] ?? {}, { latest: 7 });
    await made[1]?.finish();
    expect(await breaking).toMatchObject({ cause: { en: 'After step 7 its numbers were no longer finite.' } });
  });
});

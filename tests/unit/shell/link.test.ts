import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatValue } from '../../../src/demos/resolve';
import { demos } from '../../../src/demos/registry';
import { formatLink, parseLink, tooLong } from '../../../src/shell/link/link';
import { anyStep, state, valueOf } from './link-states';

const playground = demos.get('mlp-playground');
if (playground === undefined) throw new Error('the playground is not there');

describe('a link', () => {
  it('says nothing that the declaration says already', () => {
    // An address without a word opens a demo as it opens, which may be otherwise than declared.
    for (const demo of demos.values()) expect(formatLink(demo, state(demo))).toBe(demo.opens === undefined ? '' : 'step=0');
  });

  it.each([...demos])('of %s brings every possible state back', (_, demo) => {
    const values = fc.record(Object.fromEntries(Object.entries(demo.parameters).map(([name, parameter]) => [name, valueOf(parameter)])));
    fc.assert(
      fc.property(values, fc.integer({ min: 0, max: 4294967295 }), anyStep, (chosen, seed, step) => {
        const { state: back, problems } = parseLink(demo, formatLink(demo, state(demo, { values: chosen, seed, step, backend: 'wasm' })));
        expect(problems).toEqual([]);
        for (const [name, value] of Object.entries(chosen)) expect(formatValue(back.values[name] ?? '')).toBe(formatValue(value));
        expect([back.seed, back.step ?? 0, back.backend]).toEqual([seed, step, 'wasm']);
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    '8.off.hidden1.0',
    '8.off.hidden1',
    '8.off.hidden1.1.1',
    '8.melt.hidden1',
    '8.init.hidden1',
    '-8.freeze.hidden1',
    '8.freeze.<b>',
  ])('names what was done wrong in %s and does without it', (text) => {
    const { state: back, problems } = parseLink(playground, `do=${encodeURIComponent(text)}`);
    expect(back.interventions).toEqual([]);
    expect(problems).toHaveLength(1);
  });

  it('brings interventions and painted points back', () => {
    const interventions = [
      { kind: 'set', step: 3, values: { learningRate: 0.5 } },
      { kind: 'edit', step: 7, variable: 'hidden1/kernel', index: 2, value: -1.25 },
      { kind: 'unit', step: 8, layer: 'hidden1-activation', unit: 0, on: false },
      { kind: 'freeze', step: 9, layer: 'block/2', on: true },
      { kind: 'reinitialise', step: 9, layer: 'hidden1', draw: 3 },
      { kind: 'unit', step: 12, layer: 'hidden1-activation', unit: 0, on: true },
      { kind: 'unit', step: 12, layer: 'block/cell#gates', unit: 4, on: false },
      { kind: 'freeze', step: 12, layer: 'block/2', on: false },
    ] as const;
    const rows = [
      [1, 2, 1],
      [-0.5, 3, -1],
    ];
    const { state: back, problems } = parseLink(
      playground,
      formatLink(playground, state(playground, { interventions, own: { kind: 'rows', rows } })),
    );
    expect(problems).toEqual([]);
    expect(back.interventions).toEqual(interventions);
    expect(back.own).toEqual({ kind: 'rows', rows });
  });

  it('brings what was done at any step back', () => {
    const action = fc.tuple(
      anyStep,
      fc.constantFrom(
        { kind: 'set', values: { learningRate: 0.5 } } as const,
        { kind: 'edit', variable: 'hidden1/kernel', index: 2, value: -1.25e-7 } as const,
        { kind: 'unit', layer: 'hidden1-activation', unit: 0, on: false } as const,
        { kind: 'freeze', layer: 'block/2', on: true } as const,
        { kind: 'reinitialise', layer: 'hidden1', draw: 3 } as const,
      ),
    );
    fc.assert(
      fc.property(fc.array(action, { maxLength: 5 }), (actions) => {
        const interventions = actions.map(([step, one]) => ({ ...one, step })).sort((a, b) => a.step - b.step);
        const { state: back, problems } = parseLink(playground, formatLink(playground, state(playground, { interventions })));
        expect(problems).toEqual([]);
        expect(back.interventions).toEqual(interventions);
      }),
    );
  });

  it.each([
    'step=1e300',
    'step=9007199254740992',
    'step=99999999999999999',
    'step=-1',
    'step=1.5',
    'do=9007199254740992.freeze.hidden1',
    'fork=learningRate.9007199254740993.0.3',
    'seed=4294967296',
  ])('falls back where a number cannot be counted to, with a word: %s', (query) => {
    const { state: back, problems } = parseLink(playground, query);
    expect(problems).toHaveLength(1);
    expect([back.step, back.interventions, back.fork, back.seed]).toEqual([undefined, [], undefined, playground.seed]);
  });

  it('brings breakpoints, the inspector and what is watched back', () => {
    const looked = {
      breakpoints: ['loss is NaN or gradNorm > 100', 'dead(hidden1) > 0.5', 'testAccuracy >= 0.97'],
      inspected: { open: true, layer: 'hidden1', unit: 2 },
      watches: ['weights/hidden1/kernel', 'activations/hidden1-activation', 'activations/cell#gates'],
    };
    const { state: back, problems } = parseLink(playground, formatLink(playground, state(playground, looked)));
    expect(problems).toEqual([]);
    expect(back).toMatchObject(looked);
    const open = formatLink(playground, state(playground, { inspected: { open: true } }));
    expect(parseLink(playground, open).state.inspected).toMatchObject({ open: true, unit: undefined });
  });

  it.each([
    'break=loss%20%3C',
    'break=nothing%20%3E%201',
    'inspect=.3',
    'inspect=hidden1.0',
    'inspect=%3Cb%3E',
    'watch=loss',
    'watch=weights/',
    'fork=__proto__.1.2',
    'fork=learningRate.0.NaN',
    'fork=hidden.5.9e99',
    'fork=',
    'fork=.',
    'seeds=8',
    'seeds=1e3.5',
    'seeds=-3.10',
    'seeds=3.0',
    'open=toString',
  ])('names what is wrong in %s and does without it', (query) => {
    const { state: back, problems } = parseLink(playground, query);
    expect(back).toMatchObject({ breakpoints: [], inspected: undefined, watches: [], fork: undefined, seeds: undefined, panels: [] });
    expect(problems).toHaveLength(1);
  });

  it('brings own points back bit for bit in the 32 bits that are computed with, in few characters', () => {
    // Minus zero is zero in a link.
    const float = fc.float({ min: -1e6, max: 1e6, noNaN: true }).map((value) => value + 0);
    fc.assert(
      fc.property(fc.array(fc.tuple(float, float, fc.constantFrom(-1, 1)), { minLength: 1, maxLength: 150 }), (rows) => {
        const { state: back, problems } = parseLink(playground, formatLink(playground, state(playground, { own: { kind: 'rows', rows } })));
        expect(problems).toEqual([]);
        expect(Float32Array.from(back.own?.kind === 'rows' ? back.own.rows.flat() : [])).toEqual(Float32Array.from(rows.flat()));
      }),
      { numRuns: 300 },
    );
    expect(formatLink(playground, state(playground, { own: { kind: 'rows', rows: [[Math.fround(0.1), 2, 1]] } }))).toBe(
      'points=0.1%2C2%2C1',
    );
  });

  it('leaves out what is too long for it, and says which', () => {
    const rows = Array.from({ length: 151 }, () => [1, 2, 1]);
    const interventions = Array.from({ length: 201 }, (_, step) => ({ kind: 'set', step, values: { learningRate: 0.5 } }) as const);
    const full = state(playground, { own: { kind: 'rows', rows }, interventions });
    expect(tooLong(full)).toEqual({ own: true, interventions: true });
    expect(formatLink(playground, full)).toBe('step=0');
    expect(tooLong(state(playground, { own: { kind: 'rows', rows: rows.slice(1) }, interventions: interventions.slice(1) }))).toEqual({
      own: false,
      interventions: false,
    });
  });

  it.each([
    'points=1,,1',
    'points=',
    'points=1,2,1;',
    `points=${'1,2,1;'.repeat(160)}1,2,1`,
    'do=5.set.hidden.3',
    'do=5.edit.a.0.1e999',
    'step=1e3',
  ])('does not guess at "%.30s"', (query) => {
    const { state: back, problems } = parseLink(playground, query);
    expect(problems).toHaveLength(1);
    expect([back.own, back.interventions, back.step]).toEqual([undefined, [], undefined]);
  });

  it('names a dozen problems of a thousand, each in a few words', () => {
    const { problems } = parseLink(
      playground,
      Array.from({ length: 1000 }, (_, i) => `nonsense${'x'.repeat(1000)}${i}=1&other${i}=2`).join('&'),
    );
    expect(problems).toHaveLength(12);
    for (const { en } of problems) expect(en.length).toBeLessThan(600);
  });

  it('opens whatever it says: 100,000 random and hostile texts fall back to values that the declaration allows', () => {
    const names = [
      ...Object.keys(playground.parameters),
      'seed',
      'step',
      'backend',
      'do',
      'points',
      'fork',
      'seeds',
      'open',
      '__proto__',
      'constructor',
      '',
    ];
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.double().map(String),
      fc.constantFrom('NaN', '-1', '1e999', '<script>', '%00', '8,8,8,8,8,8,8,8', 'toString', '0.set.x.1', '9.edit.a.0.1e9'),
    );
    const query = fc.array(fc.tuple(fc.oneof(fc.constantFrom(...names), fc.string()), texts), { maxLength: 8 });
    fc.assert(
      fc.property(query, (pairs) => {
        const text = pairs.map(([name, value]) => `${encodeURIComponent(name)}=${value}`).join('&');
        const { state: opened } = parseLink(playground, text);
        expect(Object.keys(opened.values)).toEqual(Object.keys(playground.parameters));
        expect(Number.isInteger(opened.seed)).toBe(true);
      }),
      { numRuns: 100_000 },
    );
  });

  it('names what was wrong, in both languages', () => {
    const { problems } = parseLink(playground, 'learningRate=NaN&hidden=99&seed=abc&backend=quantum&nonsense=1&points=1,2');
    expect(problems).toHaveLength(6);
    for (const { zh, en } of problems) {
      expect(zh).toMatch(/[一-鿿]/);
      expect(en).not.toMatch(/[一-鿿]/);
    }
    expect(problems.map(({ en }) => en).join('\n')).toContain('learningRate: "NaN" is not a number');
  });
});

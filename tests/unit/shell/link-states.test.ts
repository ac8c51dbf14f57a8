import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { demos } from '../../../src/demos/registry';
import { formatValue } from '../../../src/demos/resolve';
import { MOST_SEED_STEPS, SEED_COUNTS } from '../../../src/shell/compare/seed-counts';
import { formatLink, parseLink } from '../../../src/shell/link/link';
import { PANELS } from '../../../src/shell/panels';
import { anyStep, state, valueOf } from './link-states';

const playground = demos.get('mlp-playground');
if (playground === undefined) throw new Error('the playground is not there');

describe('a link of a whole state', () => {
  it('brings every comparison back: forks, seeds, open parts', () => {
    const forks = fc
      .constantFrom(...Object.entries(playground.parameters).filter(([, { effect }]) => effect !== 'view'))
      .chain(([knob, parameter]) =>
        fc.record({
          knob: fc.constant(knob),
          step: parameter.effect === 'live' ? anyStep : fc.constant(0),
          value: valueOf(parameter),
        }),
      );
    const seeds = fc.record({ count: fc.constantFrom(...SEED_COUNTS), steps: fc.integer({ min: 1, max: MOST_SEED_STEPS }) });
    const panels = fc.subarray([...PANELS]);
    fc.assert(
      fc.property(forks, seeds, panels, (fork, many, open) => {
        const { state: back, problems } = parseLink(
          playground,
          formatLink(playground, state(playground, { fork, seeds: many, panels: open })),
        );
        expect(problems).toEqual([]);
        expect([back.fork?.knob, back.fork?.step, formatValue(back.fork?.value ?? '')]).toEqual([
          fork.knob,
          fork.step,
          formatValue(fork.value),
        ]);
        expect([back.seeds, back.panels]).toEqual([many, open]);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([...demos])(
    'opens its share of 10,000 random states, of %s: what one says, broken anywhere, is a state that the frame can take',
    (_, demo) => {
      const values = fc.record(Object.fromEntries(Object.entries(demo.parameters).map(([name, parameter]) => [name, valueOf(parameter)])));
      const whole = fc.record({
        values,
        seed: fc.nat(),
        step: anyStep,
        seeds: fc.constant({ count: 5, steps: 600 }),
        panels: fc.subarray([...PANELS]),
        breakpoints: fc.subarray(['loss < 0.1', 'step == 300', 'loss is NaN']),
        watches: fc.constant(['weights/hidden1/kernel']),
        inspected: fc.constantFrom({ open: true, layer: 'hidden1', unit: 2 }, undefined),
      });
      const broken = fc.tuple(whole, fc.nat(), fc.string({ unit: 'binary', maxLength: 3 }), fc.nat(4)).map(([given, at, more, less]) => {
        const text = formatLink(demo, state(demo, given));
        const cut = at % (text.length + 1);
        return text.slice(0, cut) + more + text.slice(cut + less);
      });
      fc.assert(
        fc.property(broken, (text) => {
          const { state: opened, problems } = parseLink(demo, text);
          // What was opened is a state like any other: said again, it is understood without a problem.
          const again = parseLink(demo, formatLink(demo, opened));
          expect(again.problems).toEqual([]);
          expect(formatLink(demo, again.state)).toBe(formatLink(demo, opened));
          for (const { zh, en } of problems) expect(zh.length * en.length).toBeGreaterThan(0);
        }),
        { numRuns: Math.ceil(10_000 / demos.size) },
      );
    },
  );
});

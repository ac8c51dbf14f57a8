import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { demos } from '../../../src/demos/registry';
import { scriptChecks } from '../../../src/shell/script-checks';

const demo = demos.get('mlp-playground');
if (demo === undefined) throw new Error('the playground is not there');
const checks = scriptChecks('mlp-playground', demo, 'en');

describe('what a script gives', () => {
  it('is taken where it is right', () => {
    expect(checks.count(3)).toBe(3);
    expect(checks.step(0)).toBe(0);
    expect(checks.seed(4294967295)).toBe(4294967295);
    expect(checks.backend('cpu')).toBe('cpu');
    expect(checks.values({ hidden: [3, 4], noise: 0.1, batchNorm: true })).toEqual({ hidden: [3, 4], noise: 0.1, batchNorm: true });
    expect(checks.rows([[1, 2, -1]])).toEqual([[1, 2, -1]]);
    expect(checks.rows(undefined)).toBeUndefined();
  });

  it.each<readonly [string, () => unknown, RegExp]>([
    ['steps that are no number', () => checks.count(NaN), /number of steps is NaN; it should be a whole number from 1/],
    ['half a step', () => checks.step(1.5), /step is 1\.5/],
    ['a step in words', () => checks.step('7'), /step is "7"/],
    ['no seed', () => checks.seed(1e300), /seed is 1e\+300; it should be a whole number from 0 to 4294967295/],
    ['an unknown backend', () => checks.backend('gpu'), /no backend "gpu"; there are auto, compiled/],
    ['settings that are none', () => checks.values(null), /settings are null/],
    ['an unknown setting', () => checks.values({ hiddn: [2] }), /hiddn/],
    ['an odd setting', () => checks.values({ noise: { toString: 1 } }), /noise is object/],
    ['a setting out of range', () => checks.values({ noise: 70 }), /noise 70/],
    ['a row too short', () => checks.rows([[1, 2]]), /row 0 \(from 0\) is \[…\] \(2\); it should be 3 finite numbers/],
    [
      'a row with a text',
      () =>
        checks.rows([
          [1, 2, 1],
          [1, '2', 3],
        ]),
      /row 1/,
    ],
    ['too many rows', () => checks.rows(Array.from({ length: 2001 }, () => [1, 2, 1])), /at most 2000 rows/],
  ])('is refused with what would be right: %s', (_, give, message) => {
    expect(give).toThrow(RangeError);
    expect(give).toThrow(message);
  });

  it('is taken or refused in a sentence, whatever it is, in both languages and for every demo', () => {
    const anything = fc.oneof(fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true }), fc.double());
    for (const [id, one] of demos) {
      const both = (['zh', 'en'] as const).map((lang) => scriptChecks(id, one, lang));
      fc.assert(
        fc.property(anything, (given) => {
          for (const own of both) {
            for (const check of Object.values(own)) {
              try {
                check(given);
              } catch (error) {
                expect(error).toBeInstanceOf(RangeError);
                expect(String(error)).not.toMatch(/\[object|\{\w+\}/);
              }
            }
          }
        }),
        { numRuns: 40 },
      );
    }
  });
});

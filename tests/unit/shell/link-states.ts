/** States of links, any that there may be. */
import fc from 'fast-check';
import { defaultsOf } from '../../../src/demos/resolve';
import type { Demo, Parameter, Value } from '../../../src/demos/declaration';
import type { LinkState } from '../../../src/shell/link/link';

/** A state as declared, but for what is given. */
export function state(demo: Demo, more: Partial<LinkState> = {}): LinkState {
  const none = {
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
  return { values: defaultsOf(demo), seed: demo.seed, ...none, ...more };
}

/** Any step that a run may come to: of seconds of play, of hours, of days. */
export const anyStep: fc.Arbitrary<number> = fc.oneof(fc.nat(1000), fc.nat(10_000_000), fc.nat(Number.MAX_SAFE_INTEGER));

/** Any value that a parameter allows, already on its grid. */
export function valueOf(parameter: Parameter): fc.Arbitrary<Value> {
  switch (parameter.kind) {
    case 'range': {
      const { min, max, step } = parameter;
      const count = step === undefined ? 1000 : Math.round((max - min) / step);
      return fc.integer({ min: 0, max: count }).map((i) => Number(Math.min(max, min + i * (step ?? (max - min) / 1000)).toPrecision(12)));
    }
    case 'toggle':
      return fc.boolean();
    case 'choice':
      return fc.constantFrom(...Object.keys(parameter.options));
    case 'set':
      return fc.subarray(Object.keys(parameter.options), { minLength: parameter.least });
    case 'sizes':
      return fc.array(fc.integer({ min: parameter.min, max: parameter.max }), { maxLength: parameter.most });
    case 'choices':
      return fc.array(fc.constantFrom(...Object.keys(parameter.options)), { minLength: 1, maxLength: parameter.most });
    case 'text':
      if (parameter.grammar === 'grid') return fc.constantFrom('1', '0 0.5 / -1 1', '1 0 -1 / 2 0 -2 / 1 0 -1', '.5,1;0,1');
      if (parameter.grammar === 'drawing') return fc.constantFrom('5', '3AB', '9ABcd.EF_-', '1AAzz99.--');
      if (parameter.grammar === 'prompt') return fc.constantFrom('', ' ', 'Call me ', '床前', '𠮷&=+%');
      if (parameter.grammar === 'line') return fc.constantFrom('ab', 'to be or not', '四是四十', ' 𠮷&=+%');
      return parameter.grammar === 'expression'
        ? fc.constantFrom('x', 'x*y + 1', 'max(a, -b)^2 / 3', 'sigmoid(w*x + b)')
        : fc.constantFrom('', 'x = 1', 'w = -0.5, b = 1e-3', 'x=1;y=2');
  }
}

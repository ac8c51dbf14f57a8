import { grad, mul, tensor1d, variable } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import '../../../src/ml/gradients';
import { activate } from '../../../src/ml/layers/activation';
import { ACTIVATION_NAMES, activations, erf, isActivationName, LEAK } from '../../../src/ml/blueprint/activations';
import { expectClose, NODE_BACKENDS, on, read } from './support';

/** From -8 to 8 in eighths, kinks at 0 included: exact as 32-bit floats. */
const PLACES = Array.from({ length: 129 }, (_, i) => -8 + i / 8);

describe('closed forms', () => {
  it.each(ACTIVATION_NAMES)('the slope of %s is the central difference of its value', (name) => {
    const { value, slope } = activations[name];
    const h = 1e-5;
    // Off the grid, so that no place lies on a kink.
    for (const x of PLACES.map((place) => place + 0.03)) {
      expect(slope(x)).toBeCloseTo((value(x + h) - value(x - h)) / (2 * h), 8);
    }
  });

  it('have the values known from elsewhere', () => {
    expect(activations.sigmoid.slope(0)).toBe(0.25);
    expect(activations.sigmoid.value(2)).toBeCloseTo(0.8807970779778823, 15);
    expect(activations.tanh.value(0.5)).toBeCloseTo(0.46211715726000973, 15);
    expect(activations.leakyRelu.value(-3)).toBe(-3 * LEAK);
    expect(activations.elu.value(-1)).toBeCloseTo(Math.exp(-1) - 1, 15);
    // x Phi(x), with Phi(1) = 0.841344746068543 and Phi(-2) = 0.0227501319481792 from tables.
    expect(activations.gelu.value(1)).toBeCloseTo(0.841344746068543, 14);
    expect(activations.gelu.value(-2)).toBeCloseTo(-2 * 0.0227501319481792, 14);
    expect(activations.silu.value(1)).toBeCloseTo(0.7310585786300049, 15);
    expect(activations.softplus.value(0)).toBeCloseTo(Math.LN2, 15);
    expect([activations.relu.slope(0), activations.leakyRelu.slope(0)]).toEqual([0, LEAK]);
  });

  it('stay finite far out, where naive formulas overflow', () => {
    for (const name of ACTIVATION_NAMES) {
      for (const x of [-1e6, -800, 800, 1e6]) {
        expect(activations[name].value(x), `${name}(${x})`).toSatisfy(Number.isFinite);
        expect(activations[name].slope(x), `${name}'(${x})`).toSatisfy(Number.isFinite);
      }
    }
    expect(activations.softplus.value(800)).toBe(800);
  });

  it('erf agrees with tables on both sides of where its two expansions meet', () => {
    const table: readonly (readonly [number, number])[] = [
      [0, 0],
      [0.5, 0.5204998778130465],
      [1, 0.8427007929497149],
      [2, 0.9953222650189527],
      [2.5, 0.999593047982555],
      [3, 0.9999779095030014],
      [10, 1],
    ];
    for (const [x, value] of table) {
      expect(erf(x)).toBeCloseTo(value, 12);
      expect(erf(-x)).toBeCloseTo(-value, 12);
    }
    expect(erf(2.4999999)).toBeCloseTo(erf(2.5000001), 8);
  });

  it('are known by their names and nothing else', () => {
    expect([...ACTIVATION_NAMES].sort()).toEqual(Object.keys(activations).sort());
    expect(ACTIVATION_NAMES.every(isActivationName)).toBe(true);
    for (const other of ['', 'ReLU', 'toString', 7, undefined]) expect(isActivationName(other)).toBe(false);
  });
});

describe.each(NODE_BACKENDS)('activations on %s', (backend) => {
  beforeAll(() => on(backend));

  it.each(ACTIVATION_NAMES)('%s and its gradient are the closed forms', (name) => {
    const x = tensor1d(PLACES);
    // tfjs's erf is Abramowitz & Stegun 7.1.26, good to 1.5e-7.
    expectClose(read(mul(activate(name, x), 1)), PLACES.map(activations[name].value), 2e-6);
    // The chain rule: what comes from above is 3.
    expectClose(
      read(grad((at) => mul(activate(name, at), 3))(x)),
      PLACES.map((place) => 3 * activations[name].slope(place)),
      4e-6,
    );
    x.dispose();
  });

  it('work on variables, as layers give them', () => {
    const x = tensor1d(PLACES);
    const held = variable(x);
    for (const name of ACTIVATION_NAMES) {
      const given = activate(name, held);
      expectClose([...given.dataSync()], PLACES.map(activations[name].value), 2e-6);
      if (name !== 'identity') given.dispose();
    }
    held.dispose();
    x.dispose();
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberOf, quantitiesFrom } from '../../../../src/ml/expression/evaluate';
import { FUNCTION_NAMES, type Expression } from '../../../../src/ml/expression/expression';
import { backwardSteps, forwardValues, gradientsOf, graphOf } from '../../../../src/ml/expression/graph';
import { parseExpression } from '../../../../src/ml/expression/parse';
import { numeric } from './arbitrary';

function graphFrom(text: string) {
  const parsed = parseExpression(text);
  if ('problem' in parsed) throw new Error(parsed.problem.en);
  return graphOf(parsed.expression);
}

type Bindings = Readonly<Record<string, number>>;

const gradients = (text: string, at: Bindings) => {
  const graph = graphFrom(text);
  return gradientsOf(graph, forwardValues(graph, at));
};

/** The slope by central differences, with the distance at which two of them agree best; NaN where none do: at a corner or a pole. */
function centralDifference(expression: Expression, at: Bindings, name: string): number {
  const slope = (h: number): number => {
    const [up, down] = [(at[name] ?? 0) + h, (at[name] ?? 0) - h];
    const value = (x: number): number => numberOf(expression, quantitiesFrom({ ...at, [name]: x }));
    return (value(up) - value(down)) / (up - down);
  };
  for (const h of [1e-3, 1e-4, 1e-5]) {
    const [wide, narrow] = [slope(h), slope(h / 2)];
    if (Math.abs(wide - narrow) <= 1e-6 * Math.max(1, Math.abs(narrow))) return narrow;
  }
  return NaN;
}

describe('the graph of an expression', () => {
  it('has each variable once and the result last', () => {
    const { nodes, variables } = graphFrom('sigmoid(w * x + b) * x');
    expect(variables).toEqual(['w', 'x', 'b']);
    expect(nodes.map(({ label }) => label)).toEqual(['w', 'x', '*', 'b', '+', 'sigmoid', '*']);
    expect(nodes.at(-1)?.inputs).toEqual([5, 1]);
    expect(nodes[4]?.text).toBe('w * x + b');
  });

  it('hands each input the whole gradient times its own slope: t = x * y does not split', () => {
    expect(gradients('x * y', { x: 3, y: 4 })).toEqual({ x: 4, y: 3 });
    expect(gradients('x / 2 + y / 2', { x: 3, y: 4 })).toEqual({ x: 0.5, y: 0.5 });
    expect(gradients('x + y', { x: 3, y: 4 })).toEqual({ x: 1, y: 1 });
  });

  it('shows each step: what arrived, its sum, and upstream times local on every edge', () => {
    const graph = graphFrom('x * x + 2 * x');
    const steps = backwardSteps(graph, forwardValues(graph, { x: 5 }));
    expect(steps.map(({ node, gradient }) => [graph.nodes[node]?.text, gradient])).toEqual([
      ['x * x + 2 * x', 1],
      ['2 * x', 1],
      ['x * x', 1],
      ['x', 12],
    ]);
    expect(steps.at(-1)?.arrived.map(({ upstream, local, product }) => [upstream, local, product])).toEqual([
      [1, 2, 2],
      [1, 5, 5],
      [1, 5, 5],
    ]);
    // The 2 is no variable: nothing goes there.
    expect(steps[1]?.edges).toHaveLength(1);
  });

  it('has a backward pass of nothing where there is no variable', () => {
    const graph = graphFrom('1 + 2');
    expect(backwardSteps(graph, forwardValues(graph, {}))).toEqual([]);
  });

  it.each([
    ['relu(x)', 0, 0],
    ['abs(x)', 0, 0],
    ['max(x, x + 1)', 1, 1],
    ['max(x, 0)', 0, 1],
    ['x ^ 0', 0, 0],
    ['(-x) ^ 2', 3, 6],
    ['sigmoid(x)', 0, 0.25],
    ['sigmoid(x)', 800, 0],
    ['log(x)', -1, NaN],
    ['sqrt(x)', 0, Infinity],
  ])('%s at %f has slope %f', (text, x, slope) => {
    expect(gradients(text, { x })['x']).toBe(slope);
  });

  it('refuses a condition', () => {
    const parsed = parseExpression('x > 1', { gives: 'condition' });
    expect(() => ('expression' in parsed ? graphOf(parsed.expression) : undefined)).toThrow('"x > 1" is a condition');
  });

  it('agrees with central differences on 200 random expressions, to 1e-4 relative', () => {
    let compared = 0;
    // Points at which nothing is whole: at a corner (relu at 0) there is no slope to compare with.
    const point = fc.integer({ min: -3000, max: 3000 }).map((n) => (n + 0.37) / 1000);
    const expressions = numeric({ names: ['x', 'y', 'z'], measures: [], numbers: fc.constantFrom(0, 0.5, 1, 2, 3) }, FUNCTION_NAMES, 4);
    fc.assert(
      fc.property(expressions, point, point, point, (expression, x, y, z) => {
        const at = { x, y, z };
        const graph = graphOf(expression);
        const values = forwardValues(graph, at);
        // Beside a huge number a difference of small ones is lost.
        fc.pre(graph.variables.length > 0 && graph.nodes.length > 3 && values.every((value) => Math.abs(value) < 1e4));
        // 0 ^ 0 has no slope in its exponent, and what has none cannot be handed on.
        fc.pre(backwardSteps(graph, values).every(({ edges }) => edges.every(({ local }) => Number.isFinite(local))));
        const found = gradientsOf(graph, values);
        const expected = graph.variables.map((name) => [name, centralDifference(expression, at, name)] as const);
        fc.pre(expected.every(([, slope]) => Math.abs(slope) < 1e6));
        for (const [name, slope] of expected) {
          expect(Math.abs((found[name] ?? NaN) - slope)).toBeLessThanOrEqual(1e-4 * Math.max(1e-2, Math.abs(slope)));
        }
        compared++;
      }),
      { numRuns: 200, maxSkipsPerRun: 100, seed: 7 },
    );
    expect(compared).toBe(200);
  });
});

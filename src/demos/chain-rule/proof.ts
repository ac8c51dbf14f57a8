import { at } from '../../base/at';
import type { Expression, FunctionName } from '../../ml/expression/expression';
import { backwardSteps, forwardValues, gradientsOf, graphOf } from '../../ml/expression/graph';
import { parseExpression } from '../../ml/expression/parse';
import { printExpression } from '../../ml/expression/print';
import { createRandom, type Random } from '../../ml/random';
import { require, type Claim } from '../proof';

const NAMES = ['x', 'y', 'z'] as const;
const UNARY: readonly FunctionName[] = ['exp', 'log', 'sin', 'cos', 'tanh', 'sigmoid', 'relu', 'abs', 'sqrt'];
const OPERATORS = ['+', '-', '*', '/', '^'] as const;
const column = 0;

function pick<T>(from: readonly [T, ...T[]] | readonly T[], random: Random): T {
  const found = from[random.integer(from.length)];
  if (found === undefined) throw new Error('there is nothing to pick from');
  return found;
}

/** A random expression of x, y and z, at most `depth` operations deep. */
function randomExpression(random: Random, depth: number): Expression {
  const kind = depth === 0 ? random.integer(2) : 2 + random.integer(6);
  if (kind === 0) return { kind: 'number', value: Math.round(40 * random.uniform()) / 10, column };
  if (kind <= 2) return { kind: 'name', name: pick(NAMES, random), column };
  const inner = (): Expression => randomExpression(random, depth - 1);
  if (kind <= 5) return { kind: 'binary', operator: pick(OPERATORS, random), left: inner(), right: inner(), column };
  if (kind === 6) return { kind: 'call', name: pick(UNARY, random), parts: [inner()], column };
  return { kind: 'call', name: random.uniform() < 0.5 ? 'max' : 'min', parts: [inner(), inner()], column };
}

/** A derivative by central differences at two widths, extrapolated; NaN where the two disagree, as at a kink or a pole. */
function difference(f: (x: number) => number, at: number): number {
  const h = 1e-4 * Math.max(1, Math.abs(at));
  const by = (width: number): number => (f(at + width) - f(at - width)) / (2 * width);
  const [wide, narrow] = [by(h), by(h / 2)];
  const oneSided = (f(at + h) - f(at)) / h;
  const size = Math.max(1e-3, Math.abs(narrow));
  return Math.abs(wide - narrow) < 1e-4 * size && Math.abs(oneSided - narrow) < 0.05 * size ? (4 * narrow - wide) / 3 : NaN;
}

const claims: readonly Claim[] = [
  {
    claim: 'gradients of 200 random expressions agree with central differences to 1e-4 (relative)',
    check() {
      const random = createRandom(7);
      let checked = 0;
      for (let tried = 0; checked < 200; tried++) {
        require(tried < 5000, `only ${checked} of ${tried} expressions are smooth where they were drawn`);
        const expression = randomExpression(random.fork(tried), 4);
        const graph = graphOf(expression);
        const bindings = Object.fromEntries(graph.variables.map((name, i) => [name, 0.3 + 2 * random.fork(`at ${tried} ${i}`).uniform()]));
        const last = (values: Readonly<Record<string, number>>): number => at(forwardValues(graph, values), -1);
        const values = forwardValues(graph, bindings);
        const gradients = gradientsOf(graph, values);
        // An infinite slope on the way (that of 0^b in its base, b < 1) is no slope, even where the whole is smooth.
        if (backwardSteps(graph, values).some(({ edges }) => edges.some(({ local }) => Math.abs(local) === Infinity))) continue;
        const expected = graph.variables.map((name) => difference((x) => last({ ...bindings, [name]: x }), bindings[name] ?? NaN));
        if (graph.variables.length === 0 || !expected.every(Number.isFinite) || Math.abs(last(bindings)) > 1e6) continue;
        graph.variables.forEach((name, i) => {
          const [given, wanted] = [gradients[name] ?? NaN, at(expected, i)];
          const text = printExpression(expression);
          require(Math.abs(given - wanted) <= 1e-4 * Math.max(1e-2, Math.abs(wanted)), `${text} by ${name}: ${given} for ${wanted}`);
        });
        checked++;
      }
      return Promise.resolve();
    },
  },
  {
    claim: 'a bad expression names its column',
    check() {
      for (const [text, at] of [
        ['x + * y', 5],
        ['(x + 1', 7],
        ['x y', 3],
        ['foo(x)', 1],
        ['2 +', 4],
      ] as const) {
        const parsed = parseExpression(text);
        require('problem' in parsed, `"${text}" is taken`);
        require(parsed.column === at, `"${text}": column ${parsed.column}, not ${at}`);
        require(parsed.problem.en.includes(`column ${at}`) && parsed.problem.zh.includes(`第 ${at} 列`), `it says: ${parsed.problem.en}`);
      }
      return Promise.resolve();
    },
  },
  {
    claim: 'a training step moves each variable by −rate (t − goal) times the gradient drawn',
    async check(lab) {
      for (const [expression, start] of [
        ['x/2 + y/2', { x: 3, y: 1 }],
        ['x*y', { x: 3, y: 2 }],
        ['sigmoid(w*x + b)', { w: 2, x: 1, b: -1 }],
        ['max(x, y)^2 - exp(x/y) + log(y) * tanh(x)', { x: 0.5, y: 1.5 }],
        ['v*tanh(w*x + b) + relu(x - w)', { v: 0.5, w: -1, x: 1, b: 0.3 }],
      ] as const) {
        const bindings: Readonly<Record<string, number>> = start;
        const parsed = parseExpression(expression);
        require('expression' in parsed, `"${expression}" is refused`);
        const graph = graphOf(parsed.expression);
        const values = forwardValues(graph, bindings);
        const gradients = gradientsOf(graph, values);
        const text = Object.entries(bindings)
          .map(([name, value]) => `${name} = ${value}`)
          .join(', ');
        const { arrays } = await lab.run({ values: { expression, start: text, goal: 0.5, learningRate: 0.1 }, steps: 1 });
        for (const [name, from] of Object.entries(bindings)) {
          const moved = (arrays[`variable/${name}`]?.data[0] ?? NaN) - from;
          const expected = -0.1 * (at(values, -1) - 0.5) * (gradients[name] ?? NaN);
          require(Math.abs(moved - expected) <=
            1e-4 * Math.max(0.1, Math.abs(expected)), `${expression} by ${name}: ${moved} for ${expected}`);
        }
      }
    },
  },
];
export default claims;

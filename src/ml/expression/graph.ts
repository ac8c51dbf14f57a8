/**
 * An expression as a graph of operations, and reverse-mode differentiation over it. No formula for the derivative is ever written
 * down: values flow forwards, then each node hands to each of its inputs what reached it from above, times its own slope in that
 * input. A node does not divide its gradient among its inputs, and an input used twice adds up what it gets.
 * Source: Rumelhart, Hinton and Williams, "Learning representations by back-propagating errors", Nature 323 (1986).
 */
import { slopesOf, valueOf, type Operation } from './derivatives';
import { isArithmetic, type Expression } from './expression';
import { printExpression } from './print';

export interface GraphNode {
  readonly kind: 'constant' | 'variable' | 'operation';
  /** The number, the variable's name, or the operation as it is written: `+`, `exp`, `−` for a change of sign. */
  readonly label: string;
  /** The part of the expression that the node is the value of, e.g. `w * x + b`. */
  readonly text: string;
  readonly operation?: Operation;
  readonly value?: number;
  /** Indices of the nodes that feed it, in the order in which the operation takes them; a node may come twice. */
  readonly inputs: readonly number[];
  /** True where a variable lies at or below it: only there do gradients go. */
  readonly varies: boolean;
}

/** Nodes in the order in which they are computed; the last one is the result. Each variable is one node, however often it is used. */
export interface Graph {
  readonly nodes: readonly GraphNode[];
  /** Names of the variables, in the order in which they first appear. */
  readonly variables: readonly string[];
}

class Builder {
  readonly nodes: GraphNode[] = [];
  private readonly places = new Map<string, number>();

  place(expression: Expression): number {
    const text = printExpression(expression);
    switch (expression.kind) {
      case 'number':
        return this.add({ kind: 'constant', label: text, text, value: expression.value, inputs: [], varies: false });
      case 'name':
      case 'measure':
        return this.variable(text);
      case 'call':
        return this.operation(expression.name, expression.name, text, expression.parts);
      case 'unary':
        if (expression.operator === '-') return this.operation('negate', '−', text, [expression.operand]);
        break;
      case 'binary':
        if (isArithmetic(expression.operator)) {
          return this.operation(expression.operator, expression.operator, text, [expression.left, expression.right]);
        }
        break;
      case 'test':
        break;
    }
    throw new RangeError(`"${text}" is a condition; only what gives a number has a graph`);
  }

  private variable(name: string): number {
    const place = this.places.get(name) ?? this.add({ kind: 'variable', label: name, text: name, inputs: [], varies: true });
    this.places.set(name, place);
    return place;
  }

  private operation(operation: Operation, label: string, text: string, parts: readonly Expression[]): number {
    const inputs = parts.map((part) => this.place(part));
    const varies = inputs.some((input) => this.nodes[input]?.varies === true);
    return this.add({ kind: 'operation', label, text, operation, inputs, varies });
  }

  private add(node: GraphNode): number {
    this.nodes.push(node);
    return this.nodes.length - 1;
  }
}

/**
 * The graph of an expression that gives a number.
 * @throws RangeError for a condition; `parseExpression` with `gives: 'number'` (its default) lets none through.
 */
export function graphOf(expression: Expression): Graph {
  const builder = new Builder();
  builder.place(expression);
  const { nodes } = builder;
  return { nodes, variables: nodes.flatMap(({ kind, label }) => (kind === 'variable' ? [label] : [])) };
}

/**
 * The value of every node, in the graph's order.
 * @param bindings a number for each variable; one that is missing is NaN.
 */
export function forwardValues(graph: Graph, bindings: Readonly<Record<string, number>>): readonly number[] {
  const values: number[] = [];
  for (const { kind, label, operation, value, inputs } of graph.nodes) {
    const given = inputs.map((input) => values[input] ?? NaN);
    if (operation !== undefined) values.push(valueOf(operation, given));
    else values.push(kind === 'variable' && Object.hasOwn(bindings, label) ? (bindings[label] ?? NaN) : (value ?? NaN));
  }
  return values;
}

/** What one node hands to one of its inputs. */
export interface BackwardEdge {
  readonly from: number;
  readonly to: number;
  /** Which of the operation's inputs it is, from 0. */
  readonly position: number;
  /** Gradient of the result in the node: all that reached it. */
  readonly upstream: number;
  /** Slope of the node's operation in this input. */
  readonly local: number;
  /** `upstream * local`. */
  readonly product: number;
}

/** The moment at which a node's gradient is complete and goes on to its inputs. */
export interface BackwardStep {
  readonly node: number;
  readonly gradient: number;
  /** What reached the node, in the order in which it did; their sum is `gradient`. Empty at the result, whose gradient is 1. */
  readonly arrived: readonly BackwardEdge[];
  /** What it hands on; none to constants, where nothing is learned. */
  readonly edges: readonly BackwardEdge[];
}

/**
 * The backward pass: one step a node that varies, the result first, each node after all that use it.
 * @param values of `forwardValues`.
 */
export function backwardSteps(graph: Graph, values: readonly number[]): readonly BackwardStep[] {
  const { nodes } = graph;
  const arrivals = nodes.map((): BackwardEdge[] => []);
  const steps: BackwardStep[] = [];
  for (let node = nodes.length - 1; node >= 0; node--) {
    const { operation, inputs = [], varies = false } = nodes[node] ?? {};
    if (!varies) continue;
    const arrived = arrivals[node] ?? [];
    const gradient = node === nodes.length - 1 ? 1 : arrived.reduce((sum, { product }) => sum + product, 0);
    const given = inputs.map((input) => values[input] ?? NaN);
    const slopes = operation === undefined ? [] : slopesOf(operation, given);
    const edges = inputs.flatMap((to, position) => {
      const local = slopes[position] ?? NaN;
      const edge = { from: node, to, position, upstream: gradient, local, product: gradient * local };
      return nodes[to]?.varies === true ? [edge] : [];
    });
    for (const edge of edges) arrivals[edge.to]?.push(edge);
    steps.push({ node, gradient, arrived, edges });
  }
  return steps;
}

/** The gradient of the result in each variable. */
export function gradientsOf(graph: Graph, values: readonly number[]): Readonly<Record<string, number>> {
  return Object.fromEntries(
    backwardSteps(graph, values).flatMap(({ node, gradient }) => {
      const { kind, label = '' } = graph.nodes[node] ?? {};
      return kind === 'variable' ? [[label, gradient] as const] : [];
    }),
  );
}

/** The code of maps: four elements at a time, each value in a local variable. */
import type { MapName, Node } from '../graph/node';
import type { FunctionBuilder } from '../wasm/function-builder';
import { Type, Vector } from '../wasm/opcodes';
import { cos, erf, exp, expm1, log, log1p, sigmoid, sin, softplus, tanh } from '../wasm/vector-math';

/** Writes one map: reads its arguments from locals, leaves the result on the stack. */
type Emit = (f: FunctionBuilder, x: readonly [number, number, number], numbers: readonly number[]) => void;

const instruction =
  (code: number): Emit =>
  (f, [x]) =>
    f.get(x).vector(code);
const pair =
  (code: number): Emit =>
  (f, [x, y]) =>
    f.get(x).get(y).vector(code);
const called =
  (emit: (f: FunctionBuilder) => void): Emit =>
  (f, [x]) =>
    emit(f.get(x));
/** 1 where the comparison holds, else 0. */
const comparison =
  (code: number): Emit =>
  (f, [x, y]) =>
    f.get(x).get(y).vector(code).splat(1).vector(Vector.and);
/** Leaves all bits set where the local is not zero. */
const notZero = (f: FunctionBuilder, x: number): FunctionBuilder => f.get(x).splat(0).vector(Vector.notEqual);

/** |x|^y e^(y log |x|); the sign of x stays where y is odd; NaN where x < 0 and y is no whole number; 1 where y = 0. */
const pow: Emit = (f, [x, y]) => {
  const [power, whole] = [f.local(Type.v128), f.local(Type.v128)];
  log(f.get(x).vector(Vector.abs));
  exp(f.get(y).vector(Vector.mul));
  f.set(power);
  f.get(y).get(y).vector(Vector.trunc).vector(Vector.equal).set(whole);
  // Odd: half of it is not whole.
  f.get(power).vector(Vector.neg).get(power);
  f.get(y).splat(0.5).vector(Vector.mul).vector(Vector.floor).get(y).splat(0.5).vector(Vector.mul).vector(Vector.notEqual);
  f.get(x).splat(0).vector(Vector.less).vector(Vector.and).vector(Vector.select).set(power);
  f.splat(NaN)
    .get(power)
    .get(x)
    .splat(0)
    .vector(Vector.less)
    .get(whole)
    .vector(Vector.not)
    .vector(Vector.and)
    .vector(Vector.select)
    .set(power);
  f.splat(1).get(power).get(y).splat(0).vector(Vector.equal).vector(Vector.select);
};

/** x where x >= 0, else what `negative` leaves on the stack. */
const positivePart = (f: FunctionBuilder, x: number, negative: () => void): void => {
  f.get(x);
  negative();
  f.get(x).splat(0).vector(Vector.greaterEqual).vector(Vector.select);
};

const table: Readonly<Record<MapName, Emit>> = {
  abs: instruction(Vector.abs),
  add: pair(Vector.add),
  and: (f, [x, y]) => notZero(notZero(f, x), y).vector(Vector.and).splat(1).vector(Vector.and),
  ceil: instruction(Vector.ceil),
  clip: (f, [x], [low = 0, high = 0]) => f.get(x).splat(high).vector(Vector.pseudoMin).splat(low).vector(Vector.pseudoMax),
  cos: called(cos),
  div: pair(Vector.div),
  elu: (f, [x]) => positivePart(f, x, () => expm1(f.get(x))),
  eluGrad: (f, [dy, y]) => {
    f.get(dy).get(dy).get(y).splat(1).vector(Vector.add).vector(Vector.mul);
    f.get(y).splat(0).vector(Vector.greaterEqual).vector(Vector.select);
  },
  equal: comparison(Vector.equal),
  erf: called(erf),
  exp: called(exp),
  expm1: called(expm1),
  floor: instruction(Vector.floor),
  greater: comparison(Vector.greater),
  greaterEqual: comparison(Vector.greaterEqual),
  isFinite: (f, [x]) => f.get(x).vector(Vector.abs).splat(Infinity).vector(Vector.less).splat(1).vector(Vector.and),
  isNaN: (f, [x]) => f.get(x).get(x).vector(Vector.notEqual).splat(1).vector(Vector.and),
  leakyRelu: (f, [x], [alpha = 0]) => positivePart(f, x, () => f.get(x).splat(alpha).vector(Vector.mul)),
  less: comparison(Vector.less),
  lessEqual: comparison(Vector.lessEqual),
  log: called(log),
  log1p: called(log1p),
  max: pair(Vector.max),
  min: pair(Vector.min),
  mod: (f, [x, y]) => f.get(x).get(y).get(x).get(y).vector(Vector.div).vector(Vector.floor).vector(Vector.mul).vector(Vector.sub),
  mul: pair(Vector.mul),
  neg: instruction(Vector.neg),
  not: (f, [x]) => f.get(x).splat(0).vector(Vector.equal).splat(1).vector(Vector.and),
  notEqual: comparison(Vector.notEqual),
  notZero: (f, [x]) => notZero(f, x).splat(1).vector(Vector.and),
  or: (f, [x, y]) => notZero(notZero(f, x), y).vector(Vector.or).splat(1).vector(Vector.and),
  pow,
  reciprocal: (f, [x]) => f.splat(1).get(x).vector(Vector.div),
  // x where it is NaN, as everywhere.
  relu: (f, [x]) => f.get(x).splat(0).vector(Vector.pseudoMax),
  relu6: (f, [x]) => f.get(x).splat(0).vector(Vector.pseudoMax).splat(6).vector(Vector.pseudoMin),
  round: instruction(Vector.nearest),
  rsqrt: (f, [x]) => f.splat(1).get(x).vector(Vector.sqrt).vector(Vector.div),
  select: (f, [condition, x, y]) => notZero(f.get(x).get(y), condition).vector(Vector.select),
  sigmoid: called(sigmoid),
  sign: (f, [x]) => {
    f.get(x).splat(0).vector(Vector.greater).splat(1).vector(Vector.and);
    f.get(x).splat(0).vector(Vector.less).splat(-1).vector(Vector.and).vector(Vector.or);
  },
  sin: called(sin),
  softplus: called(softplus),
  sqrt: instruction(Vector.sqrt),
  square: (f, [x]) => f.get(x).get(x).vector(Vector.mul),
  // NaN stays NaN: its comparison with itself fails.
  step: (f, [x], [alpha = 0]) => {
    f.splat(1).splat(alpha).get(x).splat(0).vector(Vector.greater).vector(Vector.select);
    f.get(x).get(x).get(x).vector(Vector.equal).vector(Vector.select);
  },
  sub: pair(Vector.sub),
  tanh: called(tanh),
  truncate: instruction(Vector.trunc),
};

/**
 * Writes maps one after the other.
 * @param values locals of what is there already; every map's own local is added.
 * @param load leaves an input's four elements on the stack, for inputs that have no local yet.
 */
export function emitMaps(f: FunctionBuilder, maps: readonly Node[], values: Map<Node, number>, load: (input: Node) => void): void {
  for (const node of maps) {
    if (node.operation.kind !== 'map') continue;
    const locals = node.inputs.map((input) => {
      const source = sourceIn(values, input);
      const known = values.get(source);
      if (known !== undefined) return known;
      load(input);
      const local = f.local(Type.v128);
      f.set(local);
      values.set(input, local);
      return local;
    });
    const [x = 0, y = x, z = y] = locals;
    table[node.operation.name](f, [x, y, z], node.operation.numbers ?? []);
    const local = f.local(Type.v128);
    f.set(local);
    values.set(node, local);
  }
}

/** The node itself where it has a local, else what it is a view of. */
function sourceIn(values: ReadonlyMap<Node, number>, input: Node): Node {
  let node = input;
  while (!values.has(node) && node.operation.kind === 'view') node = node.inputs[0] ?? node;
  return values.has(node) ? node : input;
}

/** What tells the code of maps apart: their functions and how they hang together, whatever the addresses. */
export function mapsKey(maps: readonly Node[], nameOf: (input: Node) => string): string {
  const place = new Map(maps.map((node, index) => [node, index]));
  const inner = (node: Node): string | undefined => {
    let source = node;
    while (source.operation.kind === 'view') source = source.inputs[0] ?? source;
    const index = place.get(source);
    return index === undefined ? undefined : `#${index}`;
  };
  return maps
    .map((node) => {
      const { operation } = node;
      if (operation.kind !== 'map') return '';
      const numbers = operation.numbers === undefined ? '' : `(${operation.numbers.map(String).join()})`;
      return `${operation.name}${numbers} ${node.inputs.map((input) => inner(input) ?? nameOf(input)).join(' ')}`;
    })
    .join('; ');
}

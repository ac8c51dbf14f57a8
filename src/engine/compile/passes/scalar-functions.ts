/** The functions of one element in plain numbers: for folding what is known beforehand. */
import type { MapName } from '../graph/node';

const one = (condition: boolean): number => (condition ? 1 : 0);

/** erf by Abramowitz & Stegun 7.1.26, as everywhere here. */
function erf(x: number): number {
  const t = 1 / (1 + 0.3275911 * Math.abs(x));
  const series = ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t;
  return Math.sign(x) * (1 - series * Math.exp(-x * x));
}

/** Rounds halves to the even neighbour, as WebAssembly and tfjs do. */
function roundEven(x: number): number {
  const down = Math.floor(x);
  if (x - down !== 0.5) return Math.round(x);
  return down % 2 === 0 ? down : down + 1;
}

type Numbers = readonly number[];

const table: Readonly<Record<MapName, (x: Numbers, numbers: Numbers) => number>> = {
  abs: ([x = 0]) => Math.abs(x),
  add: ([x = 0, y = 0]) => x + y,
  and: ([x = 0, y = 0]) => one(x !== 0 && y !== 0),
  ceil: ([x = 0]) => Math.ceil(x),
  clip: ([x = 0], [low = 0, high = 0]) => Math.max(low, Math.min(high, x)),
  cos: ([x = 0]) => Math.cos(x),
  div: ([x = 0, y = 0]) => x / y,
  elu: ([x = 0]) => (x >= 0 ? x : Math.expm1(x)),
  eluGrad: ([dy = 0, y = 0]) => (y >= 0 ? dy : dy * (y + 1)),
  equal: ([x = 0, y = 0]) => one(x === y),
  erf: ([x = 0]) => erf(x),
  exp: ([x = 0]) => Math.exp(x),
  expm1: ([x = 0]) => Math.expm1(x),
  floor: ([x = 0]) => Math.floor(x),
  greater: ([x = 0, y = 0]) => one(x > y),
  greaterEqual: ([x = 0, y = 0]) => one(x >= y),
  isFinite: ([x = 0]) => one(Number.isFinite(x)),
  isNaN: ([x = 0]) => one(Number.isNaN(x)),
  leakyRelu: ([x = 0], [alpha = 0]) => (x < 0 ? alpha * x : x),
  less: ([x = 0, y = 0]) => one(x < y),
  lessEqual: ([x = 0, y = 0]) => one(x <= y),
  log: ([x = 0]) => Math.log(x),
  log1p: ([x = 0]) => Math.log1p(x),
  max: ([x = 0, y = 0]) => Math.max(x, y),
  min: ([x = 0, y = 0]) => Math.min(x, y),
  mod: ([x = 0, y = 0]) => x - y * Math.floor(x / y),
  mul: ([x = 0, y = 0]) => x * y,
  neg: ([x = 0]) => -x,
  not: ([x = 0]) => one(x === 0),
  notEqual: ([x = 0, y = 0]) => one(x !== y),
  notZero: ([x = 0]) => one(x !== 0),
  or: ([x = 0, y = 0]) => one(x !== 0 || y !== 0),
  pow: ([x = 0, y = 0]) => x ** y,
  reciprocal: ([x = 0]) => 1 / x,
  relu: ([x = 0]) => Math.max(0, x),
  relu6: ([x = 0]) => Math.min(6, Math.max(0, x)),
  round: ([x = 0]) => roundEven(x),
  rsqrt: ([x = 0]) => 1 / Math.sqrt(x),
  select: ([condition = 0, x = 0, y = 0]) => (condition !== 0 ? x : y),
  sigmoid: ([x = 0]) => 1 / (1 + Math.exp(-x)),
  sign: ([x = 0]) => Math.sign(x),
  sin: ([x = 0]) => Math.sin(x),
  softplus: ([x = 0]) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))),
  sqrt: ([x = 0]) => Math.sqrt(x),
  square: ([x = 0]) => x * x,
  step: ([x = 0], [alpha = 0]) => (Number.isNaN(x) ? NaN : x > 0 ? 1 : alpha),
  sub: ([x = 0, y = 0]) => x - y,
  tanh: ([x = 0]) => Math.tanh(x),
  truncate: ([x = 0]) => Math.trunc(x),
};

/** One element of a map, rounded to float32. @param numbers the map's own (bounds, slopes). */
export function evaluateMap(name: MapName, x: Numbers, numbers: Numbers = []): number {
  return Math.fround(table[name](x, numbers));
}

/**
 * Functions of four floats at once. Each takes the vector on the stack and leaves its result there. Series are cut where the next
 * term is below half a unit in the last place; exponents are set through the bits (IEEE 754). NaN stays NaN.
 */
import type { FunctionBuilder } from './function-builder';
import { Type, Vector } from './opcodes';

type Emit = (f: FunctionBuilder) => void;

const LN2_HIGH = 0.693145751953125;
const LN2_LOW = 1.42860682030941723e-6;
/** Added and taken away again, it rounds to a whole number, which then stands in the low bits. */
const ROUNDER = 12582912;

function horner(f: FunctionBuilder, x: number, coefficients: readonly number[]): void {
  const [first = 0, ...rest] = coefficients;
  f.splat(first);
  for (const coefficient of rest) f.get(x).vector(Vector.mul).splat(coefficient).vector(Vector.add);
}

/** Splits x into n ln 2 + r with |r| <= ln 2 / 2; leaves r in `r` and n, shifted into place by the rounder, in `n`. */
function reduceExponent(f: FunctionBuilder, x: number, n: number, r: number): void {
  f.get(x).splat(Math.LOG2E).vector(Vector.mul).splat(ROUNDER).vector(Vector.add).tee(n).splat(ROUNDER).vector(Vector.sub).set(r);
  f.get(x).get(r).splat(LN2_HIGH).vector(Vector.mul).vector(Vector.sub);
  f.get(r).splat(LN2_LOW).vector(Vector.mul).vector(Vector.sub).set(r);
}

/** e^r - 1 of |r| <= ln 2 / 2 by its Taylor series to r^7. */
function expm1Series(f: FunctionBuilder, r: number): void {
  horner(f, r, [1 / 5040, 1 / 720, 1 / 120, 1 / 24, 1 / 6, 1 / 2, 1]);
  f.get(r).vector(Vector.mul);
}

/** 2^n of the n that `reduceExponent` left, for -126 <= n <= 127. */
function powerOfTwo(f: FunctionBuilder, n: number): void {
  f.get(n).i32(23).vector(Vector.intShiftLeft).splat(1).vector(Vector.intAdd);
}

function clamp(f: FunctionBuilder, low: number, high: number): void {
  const x = f.local(Type.v128);
  // pseudoMin(x, c) keeps x where it is NaN.
  f.splat(high).vector(Vector.pseudoMin).set(x);
  f.get(x).splat(low).vector(Vector.pseudoMax);
}

/** e^x over the whole range: 0 and infinity where float32 ends. */
export const exp: Emit = (f) => {
  const [x, n, r, half] = [f.local(Type.v128), f.local(Type.v128), f.local(Type.v128), f.local(Type.v128)];
  clamp(f, -104, 89);
  f.set(x);
  reduceExponent(f, x, n, r);
  expm1Series(f, r);
  f.splat(1).vector(Vector.add);
  // 2^n in two factors, since n = 128 and n < -126 are no exponents of one float.
  f.get(n).bits(0x4b400000).vector(Vector.intSub).tee(n).i32(1).vector(Vector.intShiftRight).set(half);
  f.get(half).i32(23).vector(Vector.intShiftLeft).splat(1).vector(Vector.intAdd).vector(Vector.mul);
  f.get(n).get(half).vector(Vector.intSub).i32(23).vector(Vector.intShiftLeft).splat(1).vector(Vector.intAdd).vector(Vector.mul);
};

/** 1 / (1 + e^-x). */
export const sigmoid: Emit = (f) => {
  const [x, n, r, y] = [f.local(Type.v128), f.local(Type.v128), f.local(Type.v128), f.local(Type.v128)];
  f.vector(Vector.neg);
  clamp(f, -87, 87);
  f.set(x);
  reduceExponent(f, x, n, r);
  expm1Series(f, r);
  f.splat(1).vector(Vector.add);
  powerOfTwo(f, n);
  f.vector(Vector.mul).splat(1).vector(Vector.add).set(y);
  f.splat(1).get(y).vector(Vector.div);
};

/** tanh x = e / (e + 2) with e = e^2x - 1, which loses nothing near 0. */
export const tanh: Emit = (f) => {
  const [x, n, r, p, e] = [f.local(Type.v128), f.local(Type.v128), f.local(Type.v128), f.local(Type.v128), f.local(Type.v128)];
  clamp(f, -9.1, 9.1);
  f.set(x);
  f.get(x).get(x).vector(Vector.add).set(x);
  reduceExponent(f, x, n, r);
  expm1Series(f, r);
  powerOfTwo(f, n);
  f.tee(p).vector(Vector.mul).get(p).splat(1).vector(Vector.sub).vector(Vector.add).tee(e);
  f.get(e).splat(2).vector(Vector.add).vector(Vector.div);
};

/** log x = k ln 2 + 2 artanh((m - 1) / (m + 1)) with x = m 2^k, m in [1/sqrt 2, sqrt 2); -infinity at 0, NaN below. */
export const log: Emit = (f) => {
  const [x, scaled, k] = [f.local(Type.v128), f.local(Type.v128), f.local(Type.v128)];
  const [m, s, square] = [f.local(Type.v128), f.local(Type.v128), f.local(Type.v128)];
  f.set(x);
  // Denormal numbers are brought into range first.
  f.get(x)
    .splat(2 ** 23)
    .vector(Vector.mul)
    .get(x)
    .get(x)
    .splat(2 ** -126)
    .vector(Vector.less)
    .vector(Vector.select)
    .set(scaled);
  f.get(scaled).bits(0x3f3504f3).vector(Vector.intSub).i32(23).vector(Vector.intShiftRight).tee(k);
  f.i32(23).vector(Vector.intShiftLeft).set(m);
  f.get(scaled).get(m).vector(Vector.intSub).set(m);
  f.get(k)
    .vector(Vector.fromInt)
    .splat(23)
    .get(x)
    .splat(2 ** -126)
    .vector(Vector.less)
    .vector(Vector.and)
    .vector(Vector.sub)
    .set(k);
  f.get(m).splat(1).vector(Vector.sub).get(m).splat(1).vector(Vector.add).vector(Vector.div).tee(s);
  f.get(s).vector(Vector.mul).set(square);
  f.get(k).splat(LN2_HIGH).vector(Vector.mul);
  f.get(k).splat(LN2_LOW).vector(Vector.mul).get(s).vector(Vector.add).get(s).vector(Vector.add);
  horner(f, square, [2 / 11, 2 / 9, 2 / 7, 2 / 5, 2 / 3]);
  f.get(square).vector(Vector.mul).get(s).vector(Vector.mul).vector(Vector.add).vector(Vector.add).set(m);
  // What is not a positive finite number: log 0, log infinity, log of less than 0 and of NaN.
  f.get(m).get(x).get(x).splat(Infinity).vector(Vector.less).vector(Vector.select).set(m);
  f.splat(-Infinity).get(m).get(x).splat(0).vector(Vector.equal).vector(Vector.select).set(m);
  f.splat(NaN).get(m).get(x).splat(0).vector(Vector.less).vector(Vector.select);
};

/** log(1 + x) for x > -1: log u * x / (u - 1) with u = 1 + x as a float (Goldberg 1991, theorem 4). */
export const log1p: Emit = (f) => {
  const [x, u, y] = [f.local(Type.v128), f.local(Type.v128), f.local(Type.v128)];
  f.tee(x).splat(1).vector(Vector.add).tee(u);
  log(f);
  f.get(x).get(u).splat(1).vector(Vector.sub).vector(Vector.div).vector(Vector.mul).set(y);
  f.get(x).get(y).get(u).splat(1).vector(Vector.equal).vector(Vector.select).set(y);
  // Infinity over infinity.
  f.get(x).get(y).get(x).splat(Infinity).vector(Vector.equal).vector(Vector.select);
};

/** e^x - 1 without loss near 0. */
export const expm1: Emit = (f) => {
  const [x, n, r, near] = [f.local(Type.v128), f.local(Type.v128), f.local(Type.v128), f.local(Type.v128)];
  f.set(x);
  reduceExponent(f, x, n, r);
  expm1Series(f, r);
  f.set(near);
  f.get(near).get(x);
  exp(f);
  f.splat(1).vector(Vector.sub);
  f.get(x).vector(Vector.abs).splat(0.34).vector(Vector.less).vector(Vector.select);
};

/** log(1 + e^x) = max(x, 0) + log(1 + e^-|x|). */
export const softplus: Emit = (f) => {
  const x = f.local(Type.v128);
  f.tee(x).splat(0).vector(Vector.pseudoMax);
  f.get(x).vector(Vector.abs).vector(Vector.neg);
  exp(f);
  log1p(f);
  f.vector(Vector.add);
};

/** The error function by the approximation 7.1.26 of Abramowitz & Stegun (1964), off by at most 1.5e-7; tfjs uses the same. */
export const erf: Emit = (f) => {
  const [x, size, t] = [f.local(Type.v128), f.local(Type.v128), f.local(Type.v128)];
  f.tee(x).vector(Vector.abs).set(size);
  f.splat(1).get(size).splat(0.3275911).vector(Vector.mul).splat(1).vector(Vector.add).vector(Vector.div).set(t);
  f.splat(1);
  horner(f, t, [1.061405429, -1.453152027, 1.421413741, -0.284496736, 0.254829592]);
  f.get(t).vector(Vector.mul).get(size).get(size).vector(Vector.mul).vector(Vector.neg);
  exp(f);
  f.vector(Vector.mul).vector(Vector.sub);
  f.get(x).bits(-0x80000000).vector(Vector.and).vector(Vector.or);
};

/** sin(x + turns pi / 2): reduced by multiples of pi / 2 in three parts (Cody & Waite 1980), good for |x| up to some thousands. */
function sine(turns: number): Emit {
  return (f) => {
    const [x, n, q, r] = [f.local(Type.v128), f.local(Type.v128), f.local(Type.v128), f.local(Type.v128)];
    const [square, sin, cos] = [f.local(Type.v128), f.local(Type.v128), f.local(Type.v128)];
    f.tee(x)
      .splat(2 / Math.PI)
      .vector(Vector.mul)
      .splat(ROUNDER)
      .vector(Vector.add)
      .tee(n)
      .splat(ROUNDER)
      .vector(Vector.sub)
      .set(q);
    f.get(x)
      .get(q)
      .splat(1.5703125)
      .vector(Vector.mul)
      .vector(Vector.sub)
      .get(q)
      .splat(4.837512969970703e-4)
      .vector(Vector.mul)
      .vector(Vector.sub);
    f.get(q).splat(7.549789948768648e-8).vector(Vector.mul).vector(Vector.sub).tee(r).get(r).vector(Vector.mul).set(square);
    horner(f, square, [1 / 362880, -1 / 5040, 1 / 120, -1 / 6, 1]);
    f.get(r).vector(Vector.mul).set(sin);
    horner(f, square, [-1 / 3628800, 1 / 40320, -1 / 720, 1 / 24, -1 / 2, 1]);
    f.set(cos);
    f.get(n).bits(turns).vector(Vector.intAdd).set(n);
    // Odd quarters give the cosine, the upper half the other sign.
    f.get(cos).get(sin).get(n).i32(31).vector(Vector.intShiftLeft).i32(31).vector(Vector.intShiftRight).vector(Vector.select);
    f.get(n).i32(1).vector(Vector.intShiftRight).i32(31).vector(Vector.intShiftLeft).vector(Vector.xor);
  };
}

export const sin: Emit = sine(0);
export const cos: Emit = sine(1);

/** Numbers of the WebAssembly instructions that the kernels use (WebAssembly core specification 2.0, appendix "Index of Instructions"). */

/** One-byte instructions on scalars. */
export const Scalar = {
  i32Eqz: 0x45,
  i32LtU: 0x49,
  i32Add: 0x6a,
  i32Sub: 0x6b,
  i32Mul: 0x6c,
  i32Shl: 0x74,
  f32Eq: 0x5b,
  f32Gt: 0x5e,
  f32Lt: 0x5d,
  f32Add: 0x92,
  f32Mul: 0x94,
} as const;

/** Instructions on vectors of four floats or whole numbers; each follows the prefix 0xfd. */
export const Vector = {
  load: 0x00,
  loadSplat: 0x09,
  loadOne: 0x5c,
  store: 0x0b,
  constant: 0x0c,
  shuffle: 0x0d,
  splat: 0x13,
  intSplat: 0x11,
  extract: 0x1f,
  equal: 0x41,
  notEqual: 0x42,
  less: 0x43,
  greater: 0x44,
  lessEqual: 0x45,
  greaterEqual: 0x46,
  not: 0x4d,
  and: 0x4e,
  andNot: 0x4f,
  or: 0x50,
  xor: 0x51,
  select: 0x52,
  storeOneLane: 0x5a,
  storeTwoLanes: 0x5b,
  ceil: 0x67,
  floor: 0x68,
  trunc: 0x69,
  nearest: 0x6a,
  intShiftLeft: 0xab,
  intShiftRight: 0xac,
  intShiftRightUnsigned: 0xad,
  intAdd: 0xae,
  intSub: 0xb1,
  abs: 0xe0,
  neg: 0xe1,
  sqrt: 0xe3,
  add: 0xe4,
  sub: 0xe5,
  mul: 0xe6,
  div: 0xe7,
  min: 0xe8,
  max: 0xe9,
  pseudoMin: 0xea,
  pseudoMax: 0xeb,
  fromInt: 0xfa,
} as const;

/** Types of values. */
export const Type = { i32: 0x7f, f32: 0x7d, v128: 0x7b } as const;
export type ValueType = (typeof Type)[keyof typeof Type];

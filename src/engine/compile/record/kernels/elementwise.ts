/** Kernels of one element each. */
import type { DataType, TensorInfo } from '@tensorflow/tfjs-core';
import type { MapName } from '../../graph/node';
import type { Call, Recording } from '../call';
import { CannotRecord } from '../recorder';

const unary =
  (name: MapName, dtype?: DataType): Recording =>
  (call) =>
    call.give(call.map(name, [call.node('x')]), dtype ?? 'float32');

const binary =
  (name: MapName, dtype?: DataType): Recording =>
  (call) =>
    call.give(call.map(name, [call.node('a'), call.node('b')]), dtype ?? call.dtype('a'));

/** Keeps whole numbers whole. */
const whole =
  (name: MapName): Recording =>
  (call) =>
    call.give(call.map(name, [call.node('x')]), call.dtype('x'));

function cast(call: Call): TensorInfo {
  const x = call.node('x');
  const to = call.attribute('dtype');
  if (to !== 'float32' && to !== 'int32' && to !== 'bool') throw new CannotRecord(`Cast to ${String(to)}`);
  if (to === 'bool') return call.give(call.map('notZero', [x]), to);
  return call.give(to === 'int32' && call.dtype('x') === 'float32' ? call.map('truncate', [x]) : x, to);
}

function select(call: Call): TensorInfo {
  const condition = call.node('condition');
  const chosen = call.node('t');
  // A condition of rank 1 chooses among rows.
  const rows = condition.shape.length === 1 && chosen.shape.length > 1;
  const mask = rows ? call.view(condition, [...condition.shape, ...chosen.shape.slice(1).map(() => 1)]) : condition;
  return call.give(call.map('select', [mask, chosen, call.node('e')]), call.dtype('t'));
}

export const elementwise: Readonly<Record<string, Recording>> = {
  Abs: whole('abs'),
  Add: binary('add'),
  AddN: (call) =>
    call.give(
      call.list.reduce((sum, one) => call.map('add', [sum, one])),
      call.listType,
    ),
  Cast: cast,
  Ceil: unary('ceil'),
  ClipByValue: (call) =>
    call.give(call.map('clip', [call.node('x')], [call.number('clipValueMin'), call.number('clipValueMax')]), call.dtype('x')),
  Cos: unary('cos'),
  Elu: unary('elu'),
  EluGrad: (call) => call.give(call.map('eluGrad', [call.node('dy'), call.node('y')])),
  Equal: binary('equal', 'bool'),
  Erf: unary('erf'),
  Exp: unary('exp'),
  Expm1: unary('expm1'),
  Floor: unary('floor'),
  FloorDiv: (call) => call.give(call.map('floor', [call.map('div', [call.node('a'), call.node('b')])]), 'int32'),
  Greater: binary('greater', 'bool'),
  GreaterEqual: binary('greaterEqual', 'bool'),
  IsFinite: unary('isFinite', 'bool'),
  IsNan: unary('isNaN', 'bool'),
  LeakyRelu: (call) => call.give(call.map('leakyRelu', [call.node('x')], [call.number('alpha', 0.2)])),
  Less: binary('less', 'bool'),
  LessEqual: binary('lessEqual', 'bool'),
  Log: unary('log'),
  Log1p: unary('log1p'),
  LogicalAnd: binary('and', 'bool'),
  LogicalNot: unary('not', 'bool'),
  LogicalOr: binary('or', 'bool'),
  Maximum: binary('max'),
  Minimum: binary('min'),
  Mod: binary('mod'),
  Multiply: binary('mul'),
  Neg: whole('neg'),
  NotEqual: binary('notEqual', 'bool'),
  Pow: binary('pow'),
  RealDiv: binary('div', 'float32'),
  Reciprocal: unary('reciprocal'),
  Relu: whole('relu'),
  Relu6: whole('relu6'),
  Round: unary('round'),
  Rsqrt: unary('rsqrt'),
  Select: select,
  Sigmoid: unary('sigmoid'),
  Sign: unary('sign'),
  Sin: unary('sin'),
  Softplus: unary('softplus'),
  Sqrt: unary('sqrt'),
  Square: whole('square'),
  SquaredDifference: (call) => call.give(call.map('square', [call.map('sub', [call.node('a'), call.node('b')])]), call.dtype('a')),
  Step: (call) => call.give(call.map('step', [call.node('x')], [call.number('alpha', 0)])),
  Sub: binary('sub'),
  Tanh: unary('tanh'),
};

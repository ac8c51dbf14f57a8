/** Kernels that make one number of many: sums and extremes along dimensions, places of extremes, softmax over rows. */
import { sizeOfShape, sourceOf, type Node } from '../graph/node';
import type { FunctionBuilder } from '../wasm/function-builder';
import { Scalar, Type, Vector } from '../wasm/opcodes';
import { exp, log } from '../wasm/vector-math';
import { FLOAT, LANES, VECTOR, type Kernel } from './kernel';

type Reducer = 'sum' | 'max' | 'min' | 'product';
const combine: Readonly<Record<Reducer, number>> = { sum: Vector.add, max: Vector.max, min: Vector.min, product: Vector.mul };
const neutral: Readonly<Record<Reducer, number>> = { sum: 0, max: -Infinity, min: Infinity, product: 1 };

interface Dimension {
  readonly length: number;
  readonly reduced: boolean;
}

/** Neighbouring dimensions of one kind as one. */
function dimensionsOf(node: Node, axes: readonly number[]): Dimension[] {
  const found: { length: number; reduced: boolean }[] = [];
  (node.inputs[0]?.shape ?? []).forEach((length, axis) => {
    if (length === 1) return;
    const last = found.at(-1);
    const reduced = axes.includes(axis);
    if (last?.reduced === reduced) last.length *= length;
    else found.push({ length, reduced });
  });
  return found.length === 0 ? [{ length: 1, reduced: true }] : found;
}

/** Leaves in every lane what the four lanes come to. */
function acrossLanes(f: FunctionBuilder, local: number, instruction: number): void {
  f.get(local).get(local).shuffle(2, 3, 0, 1).get(local).vector(instruction).set(local);
  f.get(local).get(local).shuffle(1, 0, 3, 2).get(local).vector(instruction).set(local);
}

/** The kernel of a sum, product or extreme. */
export function reduceKernel(node: Node): Kernel {
  const { operation, inputs } = node;
  const [input] = inputs;
  if (operation.kind !== 'reduce' || input === undefined) throw new Error('no reduction');
  const { name } = operation;
  const dimensions = dimensionsOf(node, operation.axes);
  return {
    key: `reduce ${name} ${dimensions.map(({ length, reduced }) => `${length}${reduced ? 'r' : 'k'}`).join()}`,
    reads: [sourceOf(input)],
    writes: [node],
    inPlace: new Set(),
    scratch: 0,
    write: (f, at) => writeReduction(f, name, dimensions, at.reads[0] ?? 0, at.writes[0] ?? 0),
  };
}

function writeReduction(f: FunctionBuilder, name: Reducer, dimensions: readonly Dimension[], source: number, target: number): void {
  const strides = dimensions.map((_, axis) => sizeOfShape(dimensions.slice(axis + 1).map(({ length }) => length)) * FLOAT);
  const [base, at, to, sum, value] = [f.local(Type.i32), f.local(Type.i32), f.local(Type.i32), f.local(Type.v128), f.local(Type.v128)];
  const axes = dimensions.map(({ length, reduced }, axis) => ({ length, reduced, bytes: strides[axis] ?? FLOAT }));
  const last = axes.at(-1);
  if (last === undefined) return;
  const kept = axes.filter(({ reduced }) => !reduced);
  const summed = axes.filter(({ reduced }) => reduced);
  f.pointTo(base, source, 0).pointTo(to, target, 0);

  const overSummed = (index: number, end: number, body: () => void): void => {
    const axis = summed[index];
    if (axis === undefined || index === end) return body();
    f.repeat(axis.length, () => {
      overSummed(index + 1, end, body);
      const next = index + 1 < end ? summed[index + 1] : undefined;
      f.advance(at, axis.bytes - (next === undefined ? 0 : next.bytes * next.length));
    });
  };
  const start = (): void => {
    f.splat(neutral[name]).set(sum).pointTo(at, base, 0);
  };
  const overKept = (index: number, end: number, body: () => void): void => {
    const axis = kept[index];
    if (axis === undefined || index === end) return body();
    f.repeat(axis.length, () => {
      overKept(index + 1, end, body);
      const next = index + 1 < end ? kept[index + 1] : undefined;
      f.advance(base, axis.bytes - (next === undefined ? 0 : next.bytes * next.length));
    });
  };

  if (last.reduced) {
    const rest = last.length % LANES;
    overKept(0, kept.length, () => {
      start();
      overSummed(0, summed.length - 1, () => {
        f.repeat(Math.floor(last.length / LANES), () => {
          f.get(sum).get(at).load().vector(combine[name]).set(sum).advance(at, VECTOR);
        });
        for (let one = 0; one < rest; one++) {
          // Into the first lane; the others keep what they have.
          f.splat(neutral[name])
            .get(at)
            .loadSplat(one * FLOAT)
            .shuffle(4, 1, 2, 3)
            .get(sum)
            .vector(combine[name])
            .set(sum);
        }
        f.advance(at, rest * FLOAT);
        // The loop around counts from the start of the row.
        if (summed.length > 1) f.advance(at, -last.length * FLOAT);
      });
      acrossLanes(f, sum, combine[name]);
      f.store(0, 1, to, sum);
      f.advance(to, FLOAT);
    });
    return;
  }
  const block = (lanes: number): void => {
    start();
    overSummed(0, summed.length, () => f.get(sum).get(at).load().vector(combine[name]).set(sum));
    f.get(sum).set(value);
    f.store(0, lanes, to, value);
    f.advance(to, lanes * FLOAT).advance(base, lanes * FLOAT);
  };
  overKept(0, kept.length - 1, () => {
    f.repeat(Math.floor(last.length / LANES), () => block(LANES));
    if (last.length % LANES !== 0) block(last.length % LANES);
    if (kept.length > 1) f.advance(base, -last.length * FLOAT);
  });
}

/** The kernel that finds the first place of each row's extreme. */
export function argumentKernel(node: Node): Kernel {
  const { operation, inputs } = node;
  const [input] = inputs;
  if (operation.kind !== 'argument' || input === undefined) throw new Error('no argument');
  const length = input.shape.at(-1) ?? 1;
  const rows = sizeOfShape(node.shape);
  const better = operation.name === 'max' ? Scalar.f32Gt : Scalar.f32Lt;
  return {
    key: `argument ${operation.name} ${rows}x${length}`,
    reads: [sourceOf(input)],
    writes: [node],
    inPlace: new Set(),
    scratch: 0,
    write(f, at) {
      const [from, to, best, place, value] = [
        f.local(Type.i32),
        f.local(Type.i32),
        f.local(Type.f32),
        f.local(Type.f32),
        f.local(Type.f32),
      ];
      const current = f.local(Type.f32);
      f.pointTo(from, at.reads[0] ?? 0, 0).pointTo(to, at.writes[0] ?? 0, 0);
      f.repeat(rows, () => {
        f.get(from).loadFloat().set(best).f32(0).set(place).f32(0).set(current);
        f.repeat(length, () => {
          f.get(from).loadFloat().tee(value).get(best).scalar(better);
          f.when(() => f.get(value).set(best).get(current).set(place));
          f.get(current).f32(1).scalar(Scalar.f32Add).set(current).advance(from, FLOAT);
        });
        f.get(to).get(place).storeFloat().advance(to, FLOAT);
      });
    },
  };
}

/** The kernel of softmax, e^(x - max) / sum, or its logarithm, over the last dimension. */
export function softmaxKernel(node: Node): Kernel {
  const { operation, inputs, shape } = node;
  const [input] = inputs;
  if (operation.kind !== 'softmax' || input === undefined) throw new Error('no softmax');
  const length = shape.at(-1) ?? 1;
  const rows = sizeOfShape(shape) / Math.max(1, length);
  return {
    key: `softmax ${operation.log} ${rows}x${length}`,
    reads: [sourceOf(input)],
    writes: [node],
    inPlace: new Set(),
    scratch: 0,
    write(f, at) {
      const [from, to, largest, sum, value] = [
        f.local(Type.i32),
        f.local(Type.i32),
        f.local(Type.v128),
        f.local(Type.v128),
        f.local(Type.v128),
      ];
      const whole = Math.floor(length / LANES);
      const rest = length % LANES;
      /** Goes through a row; the last vector's missing lanes are filled with what changes nothing. */
      const overRow = (fill: number, body: (lanes: number) => void): void => {
        f.repeat(whole, () => {
          f.get(from).load().set(value);
          body(LANES);
          f.advance(from, VECTOR).advance(to, VECTOR);
        });
        if (rest > 0) {
          f.get(from).load().splat(fill);
          f.shuffle(0, rest > 1 ? 1 : 5, rest > 2 ? 2 : 6, 7).set(value);
          body(rest);
          f.advance(from, rest * FLOAT).advance(to, rest * FLOAT);
        }
        f.advance(from, -length * FLOAT).advance(to, -length * FLOAT);
      };
      f.pointTo(from, at.reads[0] ?? 0, 0).pointTo(to, at.writes[0] ?? 0, 0);
      f.repeat(rows, () => {
        f.splat(-Infinity).set(largest).splat(0).set(sum);
        overRow(-Infinity, () => f.get(largest).get(value).vector(Vector.max).set(largest));
        acrossLanes(f, largest, Vector.max);
        overRow(-Infinity, (lanes) => {
          f.get(value).get(largest).vector(Vector.sub);
          exp(f);
          f.tee(value).get(sum).vector(Vector.add).set(sum);
          if (!operation.log) f.store(0, lanes, to, value);
        });
        acrossLanes(f, sum, Vector.add);
        if (operation.log) {
          log(f.get(sum));
          f.get(largest).vector(Vector.add).set(sum);
          overRow(0, (lanes) => {
            f.get(value).get(sum).vector(Vector.sub).set(value);
            f.store(0, lanes, to, value);
          });
          f.advance(from, length * FLOAT);
        } else {
          f.splat(1).get(sum).vector(Vector.div).set(sum);
          f.advance(from, length * FLOAT);
          f.repeat(whole, () => {
            f.get(to).load().get(sum).vector(Vector.mul).set(value);
            f.store(0, LANES, to, value);
            f.advance(to, VECTOR);
          });
          if (rest > 0) {
            f.get(to).load().get(sum).vector(Vector.mul).set(value);
            f.store(0, rest, to, value);
          }
          f.advance(to, -whole * VECTOR);
        }
        f.advance(to, length * FLOAT);
      });
    },
  };
}

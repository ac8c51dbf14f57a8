/** Maps in one loop over all elements, with inputs broadcast where they are smaller. */
import type { Group } from '../group';
import { broadcastStrides, sizeOfShape, sourceOf, type Node, type Shape } from '../graph/node';
import type { FunctionBuilder } from '../wasm/function-builder';
import { Scalar, Type } from '../wasm/opcodes';
import { FLOAT, LANES, type Kernel } from './kernel';
import { emitMaps, mapsKey } from './maps';

/** An input from outside: how far it moves, in elements, along each dimension of the loop. */
export interface External {
  readonly input: Node;
  readonly source: Node;
  readonly access: 'full' | 'single' | 'broadcast' | 'uniform';
  readonly strides: readonly number[];
}

/** The dimensions of a group's loop. */
export function shapeOfLoop(group: Group): Shape {
  const broadcast = group.maps.find((map) => map.inputs.some((input) => ![1, sizeOfShape(map.shape)].includes(sizeOfShape(input.shape))));
  const first = group.maps[0];
  return broadcast?.shape ?? [sizeOfShape(first?.shape ?? [])];
}

/** Every input that comes from outside, once for each way of reading it. */
export function externalsOf(group: Group, shape: Shape): External[] {
  const own = new Set<Node>(group.maps);
  const found = new Map<Node, External>();
  const size = sizeOfShape(shape);
  for (const map of group.maps) {
    for (const input of map.inputs) {
      const source = sourceOf(input);
      if (own.has(source) || source === group.head || found.has(input)) continue;
      const length = sizeOfShape(input.shape);
      const access = source.operation.kind === 'uniform' ? 'uniform' : length === 1 ? 'single' : length === size ? 'full' : 'broadcast';
      // Lined up with the loop from the last dimension on, as the map's own shape has it.
      found.set(input, { input, source, access, strides: access === 'broadcast' ? alignedStrides(input.shape, map.shape, shape) : [] });
    }
  }
  return [...found.values()];
}

/** Strides of a broadcast input along the loop's dimensions; the map's and the loop's differ by ones alone. */
function alignedStrides(input: Shape, map: Shape, loop: Shape): number[] {
  const strides = broadcastStrides(input, map).filter((_, axis) => map[axis] !== 1);
  let next = 0;
  return loop.map((length) => (length === 1 ? 0 : (strides[next++] ?? 0)));
}

/** Merges neighbouring dimensions along which all broadcast inputs move alike. */
function merged(shape: Shape, externals: readonly External[]): { shape: number[]; strides: number[][] } {
  const moving = externals.filter(({ access }) => access === 'broadcast');
  const lengths: number[] = [];
  const strides: number[][] = moving.map(() => []);
  shape.forEach((length, axis) => {
    const last = lengths.length - 1;
    if (length === 1) return;
    const joins = last >= 0 && moving.every(({ strides: own }, i) => strides[i]?.[last] === (own[axis] ?? 0) * length);
    if (joins) lengths[last] = (lengths[last] ?? 1) * length;
    else lengths.push(length);
    moving.forEach(({ strides: own }, i) => {
      const list = strides[i];
      if (list !== undefined) list[lengths.length - 1] = own[axis] ?? 0;
    });
  });
  return lengths.length === 0 ? { shape: [1], strides: moving.map(() => [0]) } : { shape: lengths, strides };
}

/** The kernel of a group that has maps alone. */
export function loopKernel(group: Group): Kernel {
  const loop = shapeOfLoop(group);
  const externals = externalsOf(group, loop);
  const read = externals.filter(({ access }) => access !== 'uniform');
  const reads = [...new Set(read.map(({ source }) => source))];
  const { shape, strides } = merged(loop, externals);
  const moving = externals.filter(({ access }) => access === 'broadcast');
  const nameOf = (input: Node): string => {
    const external = externals.find((one) => one.input === input);
    if (external === undefined) return '?';
    if (external.source.operation.kind === 'uniform') return String(external.source.operation.value);
    const index = moving.indexOf(external);
    return `${external.access}${reads.indexOf(external.source)}${index < 0 ? '' : `[${strides[index]?.join() ?? ''}]`}`;
  };
  const broadcastSources = new Set(moving.map(({ source }) => source));
  return {
    key: `loop [${shape.join()}] ${mapsKey(group.maps, nameOf)} -> ${group.results.map((node) => group.maps.indexOf(node)).join()}`,
    reads,
    writes: group.results,
    inPlace: new Set(read.filter(({ access, source }) => access === 'full' && !broadcastSources.has(source)).map(({ source }) => source)),
    scratch: 0,
    write: (f, at) => writeLoop(f, at, { group, shape, externals, moving, strides, reads }),
  };
}

interface Loop {
  readonly group: Group;
  readonly shape: readonly number[];
  readonly externals: readonly External[];
  readonly moving: readonly External[];
  readonly strides: readonly (readonly number[])[];
  readonly reads: readonly Node[];
}

/** Values that are the same for all elements, loaded once; by input. */
export function hoisted(f: FunctionBuilder, externals: readonly External[], address: (source: Node) => number): Map<Node, number> {
  const values = new Map<Node, number>();
  for (const { input, source, access } of externals) {
    if (access !== 'single' && access !== 'uniform') continue;
    if (source.operation.kind === 'uniform') f.splat(source.operation.value);
    else f.get(address(source)).loadSplat();
    const local = f.local(Type.v128);
    f.set(local);
    values.set(input, local);
  }
  return values;
}

function writeLoop(f: FunctionBuilder, at: { reads: readonly number[]; writes: readonly number[] }, loop: Loop): void {
  const { group, shape, externals, moving, strides, reads } = loop;
  const address = (source: Node): number => at.reads[reads.indexOf(source)] ?? 0;
  const shared = hoisted(f, externals, address);
  // Bytes from the start of every full array, and one pointer for each array that moves otherwise.
  const offset = f.local(Type.i32);
  const pointers = moving.map(({ source }) => {
    const pointer = f.local(Type.i32);
    f.pointTo(pointer, address(source), 0);
    return pointer;
  });
  const target = f.local(Type.i32);
  const inner = shape.length - 1;
  const columns = shape[inner] ?? 1;

  const vector = (lanes: number): void => {
    const values = new Map(shared);
    emitMaps(f, group.maps, values, (input) => {
      const index = moving.findIndex((one) => one.input === input);
      const external = externals.find((one) => one.input === input);
      if (external === undefined) throw new Error('an input of a loop is not known');
      if (index < 0) {
        f.get(offset).get(address(external.source)).scalar(Scalar.i32Add).load();
        return;
      }
      f.get(pointers[index] ?? 0);
      if ((strides[index]?.[inner] ?? 0) === 0) f.loadSplat();
      else f.load();
    });
    // Only now, since a result may lie where an input lay.
    group.results.forEach((node, index) => {
      f.get(offset)
        .get(at.writes[index] ?? 0)
        .scalar(Scalar.i32Add)
        .set(target);
      f.store(0, lanes, target, values.get(node) ?? 0);
    });
    f.advance(offset, FLOAT * lanes);
    pointers.forEach((pointer, index) => f.advance(pointer, FLOAT * lanes * (strides[index]?.[inner] ?? 0)));
  };
  const along = (axis: number): void => {
    if (axis < inner) {
      f.repeat(shape[axis] ?? 1, () => {
        along(axis + 1);
        pointers.forEach((pointer, index) => {
          const steps = strides[index] ?? [];
          const back = (steps[axis + 1] ?? 0) * (shape[axis + 1] ?? 1);
          f.advance(pointer, FLOAT * ((steps[axis] ?? 0) - back));
        });
      });
      return;
    }
    // A flat loop may run over its end: every array has room up to the next whole vector.
    if (shape.length === 1) {
      f.repeat(Math.ceil(columns / LANES), () => vector(LANES));
      return;
    }
    f.repeat(Math.floor(columns / LANES), () => vector(LANES));
    if (columns % LANES !== 0) vector(columns % LANES);
  };
  along(0);
}

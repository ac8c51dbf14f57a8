/** Pooling and depthwise convolutions: windows channel by channel, four channels at once. */
import { sourceOf, type Node, type Windows } from '../graph/node';
import type { FunctionBuilder } from '../wasm/function-builder';
import { Type, Vector } from '../wasm/opcodes';
import { emitWide, emitWiden, geometryOf, overChannels, overWindows, wideBytes, type Geometry } from './images';
import { FLOAT, type Kernel } from './kernel';
import { emitFill } from './moves';

function windowsOf({ operation }: Node): Windows {
  if (!('windows' in operation)) throw new Error(`${operation.kind} has no windows`);
  return operation.windows;
}

/** Bytes from a window's first place to each of its places, row by row. */
function placesOf({ windows, wideColumns, channels }: Geometry): number[] {
  return Array.from({ length: windows.height * windows.width }, (_, place) => {
    const row = Math.floor(place / windows.width) * windows.dilationHeight;
    const column = (place % windows.width) * windows.dilationWidth;
    return (row * wideColumns + column) * channels * FLOAT;
  });
}

function ends(node: Node): [Node, Node] {
  const [first, second = first] = node.inputs;
  if (first === undefined || second === undefined) throw new Error(`${node.operation.kind} without inputs`);
  return [first, second];
}

/** The kernel of the largest or the sum of each window. */
export function poolKernel(node: Node): Kernel {
  const { operation } = node;
  const [image] = ends(node);
  if (operation.kind !== 'pool') throw new Error('no pooling');
  const geometry = geometryOf(image.shape, node.shape, operation.windows);
  const [start, combine] = operation.name === 'max' ? [-Infinity, Vector.max] : [0, Vector.add];
  return {
    key: `pool ${operation.name} ${JSON.stringify(geometry)}`,
    reads: [sourceOf(image)],
    writes: [node],
    inPlace: new Set(),
    scratch: geometry.padded ? wideBytes(geometry) : 0,
    write(f, at) {
      const [from, to, value] = [f.local(Type.i32), f.local(Type.i32), f.local(Type.v128)];
      f.pointTo(from, emitWide(f, geometry, at.reads[0] ?? 0, at.scratch, start), 0).pointTo(to, at.writes[0] ?? 0, 0);
      overWindows(f, geometry, from, to, geometry.channels, () =>
        overChannels(f, geometry.channels, [from, to], (lanes) => {
          f.splat(start);
          for (const place of placesOf(geometry)) f.get(from).load(place).vector(combine);
          f.set(value);
          f.store(0, lanes, to, value);
        }),
      );
    },
  };
}

/** Adds a vector to what lies at an address plus an offset. */
function addTo(f: FunctionBuilder, address: number, offset: number, value: number, lanes: number): void {
  f.get(address).load(offset).get(value).vector(Vector.add).set(value);
  f.store(offset, lanes, address, value);
}

/** Where a gradient of an image is summed up: the scratch memory where windows reach over an edge. */
function target(f: FunctionBuilder, geometry: Geometry, scratch: number, result: number): number {
  const wide = geometry.padded ? scratch : result;
  const bytes = geometry.padded ? wideBytes(geometry) : geometry.batch * geometry.rows * geometry.columns * geometry.channels * FLOAT;
  emitFill(f, wide, bytes / FLOAT, 0);
  return wide;
}

/** The kernel of a sum's gradient: every window's gradient goes to all of its places. */
export function sumPoolGradientKernel(node: Node): Kernel {
  const [dy] = ends(node);
  const geometry = geometryOf(node.shape, dy.shape, windowsOf(node));
  return {
    key: `sumPoolGradient ${JSON.stringify(geometry)}`,
    reads: [sourceOf(dy)],
    writes: [node],
    inPlace: new Set(),
    scratch: geometry.padded ? wideBytes(geometry) : 0,
    write(f, at) {
      const [from, to, gradient, value] = [f.local(Type.i32), f.local(Type.i32), f.local(Type.v128), f.local(Type.v128)];
      const wide = target(f, geometry, at.scratch, at.writes[0] ?? 0);
      f.pointTo(to, wide, 0).pointTo(from, at.reads[0] ?? 0, 0);
      overWindows(f, geometry, to, from, geometry.channels, () =>
        overChannels(f, geometry.channels, [to, from], (lanes) => {
          f.get(from).load().set(gradient);
          for (const place of placesOf(geometry)) {
            f.get(gradient).set(value);
            addTo(f, to, place, value, lanes);
          }
        }),
      );
      if (geometry.padded) emitWiden(f, geometry, at.writes[0] ?? 0, wide, 'back');
    },
  };
}

/** The kernel of a maximum's gradient: it goes to the first place that has the maximum. Inputs: gradient, image, maxima. */
export function maxPoolGradientKernel(node: Node): Kernel {
  const [dy, image, maxima] = node.inputs;
  if (dy === undefined || image === undefined || maxima === undefined)
    throw new Error('a maximum’s gradient needs gradient, image and maxima');
  const geometry = geometryOf(image.shape, dy.shape, windowsOf(node));
  const bytes = wideBytes(geometry);
  return {
    key: `maxPoolGradient ${JSON.stringify(geometry)}`,
    reads: [sourceOf(dy), sourceOf(image), sourceOf(maxima)],
    writes: [node],
    inPlace: new Set(),
    scratch: geometry.padded ? 2 * bytes : 0,
    write(f, at) {
      const [from, to, gradients, largest] = [f.local(Type.i32), f.local(Type.i32), f.local(Type.i32), f.local(Type.i32)];
      const [gradient, maximum, found, here, value] = [0, 0, 0, 0, 0].map(() => f.local(Type.v128));
      const second = f.local(Type.i32);
      f.pointTo(second, at.scratch, geometry.padded ? bytes : 0);
      const wide = target(f, geometry, second, at.writes[0] ?? 0);
      f.pointTo(from, emitWide(f, geometry, at.reads[1] ?? 0, at.scratch, -Infinity), 0).pointTo(to, wide, 0);
      f.pointTo(gradients, at.reads[0] ?? 0, 0).pointTo(largest, at.reads[2] ?? 0, 0);
      if (gradient === undefined || maximum === undefined || found === undefined || here === undefined || value === undefined) return;
      const apart = f.local(Type.i32);
      // Image and gradient lie apart by the same number of bytes everywhere.
      f.get(to).get(from).scalar(0x6b).set(apart);
      overWindows(f, geometry, from, gradients, geometry.channels, () => {
        f.get(from).get(apart).scalar(0x6a).set(to);
        overChannels(f, geometry.channels, [from, to, gradients, largest], (lanes) => {
          f.get(gradients).load().set(gradient).get(largest).load().set(maximum).bits(0).set(found);
          for (const place of placesOf(geometry)) {
            f.get(from).load(place).get(maximum).vector(Vector.equal).get(found).vector(Vector.andNot).set(here);
            f.get(found).get(here).vector(Vector.or).set(found);
            f.get(here).get(gradient).vector(Vector.and).set(value);
            addTo(f, to, place, value, lanes);
          }
        });
        f.advance(largest, geometry.channels * FLOAT);
      });
      if (geometry.padded) emitWiden(f, geometry, at.writes[0] ?? 0, wide, 'back');
    },
  };
}

type Role = 'depthwise' | 'depthwiseFilterGradient' | 'depthwiseInputGradient';

/** The kernels of a convolution in which each channel has a filter of its own, and of its gradients. */
export function depthwiseKernel(node: Node): Kernel {
  const role = node.operation.kind;
  const [first, second] = ends(node);
  if (role !== 'depthwise' && role !== 'depthwiseFilterGradient' && role !== 'depthwiseInputGradient')
    throw new Error('no depthwise convolution');
  const shapes: Readonly<Record<Role, readonly [Node, Node]>> = {
    depthwise: [first, node],
    depthwiseFilterGradient: [first, second],
    depthwiseInputGradient: [node, first],
  };
  const [image, result] = shapes[role];
  const geometry = geometryOf(image.shape, result.shape, windowsOf(node));
  const { channels } = geometry;
  return {
    key: `${role} ${JSON.stringify(geometry)}`,
    reads: [sourceOf(first), sourceOf(second)],
    writes: [node],
    inPlace: new Set(),
    scratch: geometry.padded ? wideBytes(geometry) : 0,
    write(f, at) {
      const [x, y, w, value] = [f.local(Type.i32), f.local(Type.i32), f.local(Type.i32), f.local(Type.v128)];
      const [one = 0, two = 0, out = 0] = [...at.reads, ...at.writes];
      const wide = role === 'depthwiseInputGradient' ? target(f, geometry, at.scratch, out) : emitWide(f, geometry, one, at.scratch, 0);
      f.pointTo(x, wide, 0);
      f.pointTo(y, role === 'depthwise' ? out : role === 'depthwiseFilterGradient' ? two : one, 0);
      f.pointTo(w, role === 'depthwiseFilterGradient' ? out : two, 0);
      if (role === 'depthwiseFilterGradient') emitFill(f, out, geometry.windows.height * geometry.windows.width * channels, 0);
      overWindows(f, geometry, x, y, channels, () =>
        overChannels(f, channels, [x, y, w], (lanes) => {
          if (role === 'depthwise') f.splat(0).set(value);
          placesOf(geometry).forEach((place, index) => {
            const weight = index * channels * FLOAT;
            switch (role) {
              case 'depthwise':
                f.get(x).load(place).get(w).load(weight).vector(Vector.mul).get(value).vector(Vector.add).set(value);
                break;
              case 'depthwiseFilterGradient':
                f.get(x).load(place).get(y).load().vector(Vector.mul).set(value);
                addTo(f, w, weight, value, lanes);
                break;
              case 'depthwiseInputGradient':
                f.get(y).load().get(w).load(weight).vector(Vector.mul).set(value);
                addTo(f, x, place, value, lanes);
            }
          });
          if (role === 'depthwise') f.store(0, lanes, y, value);
        }),
      );
      if (role === 'depthwiseInputGradient' && geometry.padded) emitWiden(f, geometry, out, wide, 'back');
    },
  };
}

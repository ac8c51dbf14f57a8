/** Writes one WebAssembly function, instruction by instruction. Its parameters are addresses (i32); it returns nothing. */
import { Bytes } from './bytes';
import { Scalar, Type, Vector, type ValueType } from './opcodes';

const VOID_BLOCK = 0x40;
/** Alignment hint: four bytes, which every address here has. */
const ALIGNMENT = 2;

export class FunctionBuilder {
  private readonly code = new Bytes();
  private readonly locals: ValueType[] = [];

  /** @param parameters how many addresses it takes; they are the first locals. */
  constructor(readonly parameters: number) {}

  /** A new local variable, zero at first. */
  local(type: ValueType): number {
    this.locals.push(type);
    return this.parameters + this.locals.length - 1;
  }

  private write(...bytes: readonly number[]): this {
    for (const byte of bytes) this.code.byte(byte);
    return this;
  }

  get(local: number): this {
    this.code.byte(0x20).unsigned(local);
    return this;
  }
  set(local: number): this {
    this.code.byte(0x21).unsigned(local);
    return this;
  }
  tee(local: number): this {
    this.code.byte(0x22).unsigned(local);
    return this;
  }
  i32(value: number): this {
    this.code.byte(0x41).signed(value);
    return this;
  }
  f32(value: number): this {
    this.code.byte(0x43).float(value);
    return this;
  }
  /** One number in all four lanes. */
  splat(value: number): this {
    this.write(0xfd, Vector.constant).code.float(value).float(value).float(value).float(value);
    return this;
  }
  /** The same 32 bits in all four lanes. */
  bits(value: number): this {
    const bytes = [value & 255, (value >>> 8) & 255, (value >>> 16) & 255, (value >>> 24) & 255];
    return this.write(0xfd, Vector.constant, ...bytes, ...bytes, ...bytes, ...bytes);
  }
  scalar(instruction: number): this {
    return this.write(instruction);
  }
  vector(instruction: number): this {
    this.code.byte(0xfd).unsigned(instruction);
    return this;
  }
  /** Lanes of two vectors in a new order: 0-3 of the first, 4-7 of the second. */
  shuffle(...lanes: [number, number, number, number]): this {
    return this.write(0xfd, Vector.shuffle, ...lanes.flatMap((lane) => [4 * lane, 4 * lane + 1, 4 * lane + 2, 4 * lane + 3]));
  }
  extract(lane: number): this {
    return this.write(0xfd, Vector.extract, lane);
  }

  /** A vector instruction on memory at an offset of bytes; those on one lane name it. */
  private vectorAt(instruction: number, offset: number, lane?: number): this {
    this.code.byte(0xfd).byte(instruction).byte(ALIGNMENT).unsigned(offset);
    return lane === undefined ? this : this.write(lane);
  }
  /** Reads four floats at the address on the stack plus `offset` bytes. */
  load(offset = 0): this {
    return this.vectorAt(Vector.load, offset);
  }
  /** Reads one float into all lanes. */
  loadSplat(offset = 0): this {
    return this.vectorAt(Vector.loadSplat, offset);
  }
  /** Reads one float into the first lane; the others are 0. */
  loadOne(offset = 0): this {
    return this.vectorAt(Vector.loadOne, offset);
  }
  /** Writes the first `lanes` floats of a vector at an address plus `offset` bytes; both are locals. */
  store(offset: number, lanes: number, address: number, value: number): this {
    this.get(address).get(value);
    if (lanes >= 4) return this.vectorAt(Vector.store, offset);
    if (lanes === 1) return this.vectorAt(Vector.storeOneLane, offset, 0);
    this.vectorAt(Vector.storeTwoLanes, offset, 0);
    return lanes === 2 ? this : this.storeLane(offset + 8, 2, address, value);
  }
  /** Writes one lane. */
  storeLane(offset: number, lane: number, address: number, value: number): this {
    return this.get(address).get(value).vectorAt(Vector.storeOneLane, offset, lane);
  }
  loadFloat(offset = 0): this {
    this.code.byte(0x2a).byte(ALIGNMENT).unsigned(offset);
    return this;
  }
  storeFloat(offset = 0): this {
    this.code.byte(0x38).byte(ALIGNMENT).unsigned(offset);
    return this;
  }
  /** A float as a whole number, cut off; what does not fit becomes the nearest that does, NaN 0. */
  truncate(): this {
    return this.write(0xfc, 0x00);
  }

  /** address <- address + bytes. */
  advance(address: number, bytes: number): this {
    return bytes === 0 ? this : this.get(address).i32(bytes).scalar(Scalar.i32Add).set(address);
  }
  /** target <- source + bytes. */
  pointTo(target: number, source: number, bytes: number): this {
    this.get(source);
    if (bytes !== 0) this.i32(bytes).scalar(Scalar.i32Add);
    return this.set(target);
  }

  /** target <- source + as many bytes as the local `distance` says. */
  pointBehind(target: number, source: number, distance: number): this {
    return this.get(source).get(distance).scalar(Scalar.i32Add).set(target);
  }

  /** Runs the body `count` times; once or never without a loop. */
  repeat(count: number, body: () => void): this {
    if (count <= 0) return this;
    if (count === 1) {
      body();
      return this;
    }
    const left = this.local(Type.i32);
    this.i32(count).set(left).write(0x03, VOID_BLOCK);
    body();
    return this.get(left).i32(1).scalar(Scalar.i32Sub).tee(left).write(0x0d, 0, 0x0b);
  }
  /** Runs the body where the i32 on the stack is not zero. */
  when(body: () => void): this {
    this.write(0x04, VOID_BLOCK);
    body();
    return this.write(0x0b);
  }
  call(index: number): this {
    this.code.byte(0x10).unsigned(index);
    return this;
  }
  /** Copies memory: on the stack target, source, bytes. */
  copyMemory(): this {
    return this.write(0xfc, 0x0a, 0x00, 0x00);
  }
  /** Fills memory: on the stack target, byte, bytes. */
  fillMemory(): this {
    return this.write(0xfc, 0x0b, 0x00);
  }

  /** The body as the code section holds it. */
  body(): Uint8Array {
    const content = new Bytes(this.code.length + 2 * this.locals.length + 8).unsigned(this.locals.length);
    for (const type of this.locals) content.byte(1).byte(type);
    content.append(this.code.written).byte(0x0b);
    return new Bytes(content.length + 5).sized(content.written).written;
  }
}

/** Numbers as WebAssembly writes them (core specification 2.0, section 5.2). */

/** Room for the functions of most kernels; more is made when it is needed. */
const ROOM = 256;
const FLOATS = new DataView(new ArrayBuffer(4));

/** Bytes that are written one after the other. */
export class Bytes {
  private buffer: Uint8Array<ArrayBuffer>;
  /** How many have been written. */
  length = 0;

  /** @param room for how many bytes there is to be place at first. */
  constructor(room = ROOM) {
    this.buffer = new Uint8Array(room);
  }

  private makeRoom(count: number): void {
    const needed = this.length + count;
    if (needed <= this.buffer.length) return;
    const larger = new Uint8Array(Math.max(needed, 2 * this.buffer.length));
    larger.set(this.buffer.subarray(0, this.length));
    this.buffer = larger;
  }

  byte(value: number): this {
    if (this.length === this.buffer.length) this.makeRoom(1);
    this.buffer[this.length++] = value;
    return this;
  }

  /** An unsigned number in LEB128. */
  unsigned(value: number): this {
    let rest = value >>> 0;
    while (rest > 0x7f) {
      this.byte((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    return this.byte(rest);
  }

  /** A signed 32-bit number in LEB128. */
  signed(value: number): this {
    let rest = value | 0;
    while (rest < -64 || rest > 63) {
      this.byte((rest & 0x7f) | 0x80);
      rest >>= 7;
    }
    return this.byte(rest & 0x7f);
  }

  /** The four bytes of a float, lowest first. */
  float(value: number): this {
    FLOATS.setFloat32(0, value, true);
    for (let at = 0; at < 4; at++) this.byte(FLOATS.getUint8(at));
    return this;
  }

  append(bytes: ArrayLike<number>): this {
    this.makeRoom(bytes.length);
    this.buffer.set(bytes, this.length);
    this.length += bytes.length;
    return this;
  }

  /** How many there are, then they themselves. */
  sized(bytes: ArrayLike<number>): this {
    return this.unsigned(bytes.length).append(bytes);
  }

  /** A text as WebAssembly names things: its length, then its bytes. */
  name(text: string): this {
    return this.sized(new TextEncoder().encode(text));
  }

  /** What has been written; good until more is. */
  get written(): Uint8Array<ArrayBuffer> {
    return this.buffer.subarray(0, this.length);
  }
}

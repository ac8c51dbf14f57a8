/** Puts functions together to a WebAssembly module over one imported memory ("env" "memory"). */
import { Bytes } from './bytes';
import { FunctionBuilder } from './function-builder';
import { Type } from './opcodes';

const MAGIC_AND_VERSION = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];

export class ModuleBuilder {
  private readonly functions: { readonly parameters: number; readonly body: Uint8Array }[] = [];
  private readonly byKey = new Map<string, number>();
  private readonly exports: { readonly name: string; readonly index: number }[] = [];

  /**
   * Adds a function once for its key: kernels that differ in addresses alone share their code.
   * @param write fills in the body.
   * @returns its index.
   */
  shared(key: string, parameters: number, write: (f: FunctionBuilder) => void): number {
    const known = this.byKey.get(key);
    if (known !== undefined) return known;
    const f = new FunctionBuilder(parameters);
    write(f);
    this.functions.push({ parameters, body: f.body() });
    this.byKey.set(key, this.functions.length - 1);
    return this.functions.length - 1;
  }

  /** Adds a function without parameters that can be called from outside. */
  entry(exported: string, write: (f: FunctionBuilder) => void): void {
    const index = this.shared(`entry ${exported}`, 0, write);
    this.exports.push({ name: exported, index });
  }

  /** How many functions there are. */
  get size(): number {
    return this.functions.length;
  }

  /** The module's bytes. @param pages the imported memory's least size, of 64 KiB each. */
  build(pages: number): Uint8Array<ArrayBuffer> {
    const arities = new Map<number, number>();
    for (const { parameters } of this.functions) if (!arities.has(parameters)) arities.set(parameters, arities.size);
    const module = new Bytes(this.functions.reduce((sum, { body }) => sum + body.length + 8, 1024)).append(MAGIC_AND_VERSION);
    const section = <T>(id: number, content: readonly T[], write: (bytes: Bytes, one: T) => void): void => {
      const bytes = new Bytes().unsigned(content.length);
      for (const one of content) write(bytes, one);
      module.byte(id).sized(bytes.written);
    };
    section(1, [...arities.keys()], (bytes, count) => {
      bytes.byte(0x60).unsigned(count);
      for (let i = 0; i < count; i++) bytes.byte(Type.i32);
      bytes.byte(0);
    });
    section(2, [pages], (bytes, least) => bytes.name('env').name('memory').byte(0x02).byte(0x00).unsigned(least));
    section(3, this.functions, (bytes, { parameters }) => bytes.unsigned(arities.get(parameters) ?? 0));
    section(7, this.exports, (bytes, { name, index }) => bytes.name(name).byte(0x00).unsigned(index));
    section(10, this.functions, (bytes, { body }) => bytes.append(body));
    return module.written;
  }
}

/** Puts functions together to a WebAssembly module over one imported memory ("env" "memory"). */
import { name, unsigned } from './bytes';
import { FunctionBuilder } from './function-builder';
import { Type } from './opcodes';

function section(id: number, content: readonly (readonly number[])[]): number[] {
  const bytes = [...unsigned(content.length), ...content.flat()];
  return [id, ...unsigned(bytes.length), ...bytes];
}

export class ModuleBuilder {
  private readonly functions: { readonly parameters: number; readonly body: number[] }[] = [];
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
    const arities = [...new Set(this.functions.map(({ parameters }) => parameters))];
    const types = arities.map((count) => [0x60, ...unsigned(count), ...Array.from({ length: count }, () => Type.i32), 0]);
    const memory = [...name('env'), ...name('memory'), 0x02, 0x00, ...unsigned(pages)];
    return Uint8Array.from([
      ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
      ...section(1, types),
      ...section(2, [memory]),
      ...section(
        3,
        this.functions.map(({ parameters }) => unsigned(arities.indexOf(parameters))),
      ),
      ...section(
        7,
        this.exports.map((one) => [...name(one.name), 0x00, ...unsigned(one.index)]),
      ),
      ...section(
        10,
        this.functions.map(({ body }) => body),
      ),
    ]);
  }
}

/** A kernel for the WASM backend written in TypeScript over copies of its memory: slower than WASM, and right. */
import { engine, getKernel, registerKernel, unregisterKernel, type Attribute, type DataId } from '@tensorflow/tfjs-core';

interface Memory {
  readSync(dataId: DataId): ArrayLike<number>;
}

function isMemory(backend: object): backend is Memory {
  return 'readSync' in backend;
}

/** An input's shape and numbers. */
export interface KernelInput {
  readonly shape: readonly number[];
  readonly values: ArrayLike<number>;
}

/** What a kernel is given: inputs and attributes by tfjs's names for them. */
export interface KernelCall {
  /** @throws Error that names the kernel and the input where it is missing. */
  readonly input: (name: string) => KernelInput;
  readonly attributes: Readonly<Record<string, Attribute | undefined>>;
}

/** Registers a kernel of one float result for `wasm`: where tfjs has none of that name, or with `replace` in place of a wrong one. */
export function registerWasmKernel(
  name: string,
  compute: (call: KernelCall) => { readonly shape: readonly number[]; readonly values: Float32Array },
  { replace = false }: { readonly replace?: boolean } = {},
): void {
  if (getKernel(name, 'wasm') !== undefined) {
    if (!replace) return;
    unregisterKernel(name, 'wasm');
  }
  registerKernel({
    kernelName: name,
    backendName: 'wasm',
    kernelFunc: ({ inputs, backend, attrs }) => {
      if (!isMemory(backend)) throw new Error(`${name}: the backend has no memory to read`);
      const input = (key: string): KernelInput => {
        const found = inputs[key];
        if (found === undefined) throw new Error(`${name}: the input "${key}" is missing`);
        return { shape: found.shape, values: backend.readSync(found.dataId) };
      };
      const { shape, values } = compute({ input, attributes: attrs ?? {} });
      return engine().makeTensor(values, [...shape], 'float32');
    },
  });
}

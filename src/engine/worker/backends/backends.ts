/** The backends of tfjs: loaded one by one, on demand, so that a page fetches only what it uses. */
import { engine, env, ready, registerBackend, removeBackend, setBackend } from '@tensorflow/tfjs-core';
import type { Text } from '../../../i18n/text';
import { engineText } from '../../../i18n/engine';
import { registerWasmKernels } from '../../../ml/kernels';
import type { BackendName } from '../../protocol';
import { wasmLocation } from './wasm-location';

/** All names, the usual order of preference first. */
export const BACKEND_NAMES: readonly BackendName[] = ['compiled', 'wasm', 'cpu', 'webgl', 'webgpu'];

/** The backend of tfjs behind a name: compiled runs keep their tensors on the plain one. */
export function tfjsBackend(backend: BackendName): Exclude<BackendName, 'compiled'> {
  return backend === 'compiled' ? 'cpu' : backend;
}

async function loadWasm(): Promise<void> {
  const { setWasmPaths } = await import('@tensorflow/tfjs-backend-wasm');
  // SIMD, one thread: see wasm-files.ts. The flag exists once the module is there.
  env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  if (wasmLocation.prefix === undefined) setWasmPaths((await import('./wasm-files')).wasmFiles);
  else setWasmPaths(wasmLocation.prefix);
  registerWasmKernels();
}

const loaders: Readonly<Record<Exclude<BackendName, 'compiled'>, () => Promise<unknown>>> = {
  cpu: () => import('@tensorflow/tfjs-backend-cpu'),
  wasm: loadWasm,
  webgl: () => import('@tensorflow/tfjs-backend-webgl'),
  webgpu: () => import('@tensorflow/tfjs-backend-webgpu'),
};

/** A function that makes a vector: valid where WebAssembly has vectors of 128 bits. */
const VECTOR_MODULE = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 10, 9, 1, 7, 0, 65, 0, 253, 15, 26, 11);

function hasVectors(): boolean {
  return typeof WebAssembly !== 'undefined' && WebAssembly.validate(VECTOR_MODULE);
}

/** True where it makes sense to try: the browser names what the backend needs. */
export function mayBeThere(backend: BackendName): boolean {
  switch (backend) {
    case 'cpu':
      return true;
    case 'compiled':
      return hasVectors();
    case 'wasm':
      return typeof WebAssembly !== 'undefined';
    case 'webgl':
      return typeof OffscreenCanvas !== 'undefined';
    case 'webgpu':
      return typeof navigator !== 'undefined' && 'gpu' in navigator;
  }
}

const loading = new Map<BackendName, Promise<void>>();

/**
 * Makes a backend the active one.
 * @returns undefined, or why it cannot be had (in both languages).
 */
export async function useBackend(backend: BackendName): Promise<Text | undefined> {
  if (!mayBeThere(backend)) return engineText.backendNotThere;
  try {
    const name = tfjsBackend(backend);
    const load = loading.get(name) ?? loaders[name]().then(() => undefined);
    loading.set(name, load);
    await load;
    if (!(await setBackend(name))) return engineText.backendFailed;
    await ready();
    return undefined;
  } catch (error) {
    loading.delete(tfjsBackend(backend));
    const cause = error instanceof Error ? error.message : String(error);
    return { zh: `${engineText.backendFailed.zh}（${cause}）`, en: `${engineText.backendFailed.en} (${cause})` };
  }
}

/** Forgets a backend that was lost, so that it is built anew when it is next asked for. */
export function forgetBackend(backend: BackendName): void {
  // Each compiled run has its own memory; there is nothing to forget but the run.
  if (backend === 'compiled') return;
  const tfjs = engine();
  const { factory, priority } = tfjs.registryFactory[backend] ?? {};
  try {
    removeBackend(backend);
  } catch {
    // What is broken may fail to clean up after itself.
    Reflect.deleteProperty(tfjs.registry, backend);
    Reflect.deleteProperty(tfjs.registryFactory, backend);
  }
  if (factory !== undefined) registerBackend(backend, factory, priority);
}

/** What is to be known of the WebGL backend's context. */
export interface Context {
  readonly canvas: EventTarget;
  readonly isLost: boolean;
  /** Loses it, as a driver would. */
  lose(): void;
}

function isWebGL(value: unknown): value is WebGL2RenderingContext {
  return typeof WebGL2RenderingContext !== 'undefined' && value instanceof WebGL2RenderingContext;
}

/** The WebGL backend's context; undefined where there is none. Found by structure, so that WebGL is not loaded for asking. */
export function webglContext(): Context | undefined {
  const backend = engine().registry['webgl'];
  if (backend === undefined || !('gpgpu' in backend)) return undefined;
  const { gpgpu } = backend;
  if (typeof gpgpu !== 'object' || gpgpu === null || !('gl' in gpgpu)) return undefined;
  const { gl } = gpgpu;
  if (!isWebGL(gl)) return undefined;
  const canvas: unknown = Reflect.get(gl, 'canvas');
  if (!(canvas instanceof EventTarget)) return undefined;
  return { canvas, isLost: gl.isContextLost(), lose: () => gl.getExtension('WEBGL_lose_context')?.loseContext() };
}

/** True from the moment on at which a backend's driver is gone, which may be before anybody is told; what is read from it then is not true. */
export function isBackendLost(backend: BackendName): boolean {
  return backend === 'webgl' && webglContext()?.isLost === true;
}

/** Why an error means that its whole backend is gone; undefined where only what was tried failed. */
export function lossBehind(error: unknown, backend: BackendName): Text | undefined {
  if (isBackendLost(backend)) return engineText.contextLost;
  // The binary has trapped: its memory is exhausted or no longer makes sense.
  if ((backend === 'wasm' || backend === 'compiled') && error instanceof WebAssembly.RuntimeError) return engineText.wasmTrapped;
  return undefined;
}

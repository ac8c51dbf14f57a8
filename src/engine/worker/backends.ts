/** The backends of tfjs: loaded one by one, on demand, so that a page fetches only what it uses. */
import { engine, env, ready, registerBackend, removeBackend, setBackend } from '@tensorflow/tfjs-core';
import type { Text } from '../../i18n/text';
import { engineText } from '../../i18n/engine';
import { registerWasmKernels } from '../../ml/kernels';
import type { BackendName } from '../protocol';
import { wasmLocation } from './wasm-location';

/** All names, the usual order of preference first. */
export const BACKEND_NAMES: readonly BackendName[] = ['wasm', 'cpu', 'webgl', 'webgpu'];

async function loadWasm(): Promise<void> {
  const { setWasmPaths } = await import('@tensorflow/tfjs-backend-wasm');
  // SIMD, one thread: see wasm-files.ts. The flag exists once the module is there.
  env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  if (wasmLocation.prefix === undefined) setWasmPaths((await import('./wasm-files')).wasmFiles);
  else setWasmPaths(wasmLocation.prefix);
  registerWasmKernels();
}

const loaders: Readonly<Record<BackendName, () => Promise<unknown>>> = {
  cpu: () => import('@tensorflow/tfjs-backend-cpu'),
  wasm: loadWasm,
  webgl: () => import('@tensorflow/tfjs-backend-webgl'),
  webgpu: () => import('@tensorflow/tfjs-backend-webgpu'),
};

/** True where it makes sense to try: the browser names what the backend needs. */
export function mayBeThere(backend: BackendName): boolean {
  switch (backend) {
    case 'cpu':
      return true;
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
    const load = loading.get(backend) ?? loaders[backend]().then(() => undefined);
    loading.set(backend, load);
    await load;
    if (!(await setBackend(backend))) return engineText.backendFailed;
    await ready();
    return undefined;
  } catch (error) {
    loading.delete(backend);
    const cause = error instanceof Error ? error.message : String(error);
    return { zh: `${engineText.backendFailed.zh}（${cause}）`, en: `${engineText.backendFailed.en} (${cause})` };
  }
}

/** Forgets a backend that was lost, so that it is built anew when it is next asked for. */
export function forgetBackend(backend: BackendName): void {
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
  if (backend === 'wasm' && error instanceof WebAssembly.RuntimeError) return engineText.wasmTrapped;
  return undefined;
}

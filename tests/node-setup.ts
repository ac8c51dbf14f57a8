/** Tells the engine where the WASM binaries lie, which in a browser the bundler does. */
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { wasmLocation } from '../src/engine/worker/wasm-location';

wasmLocation.prefix = `${dirname(createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm'))}/`;

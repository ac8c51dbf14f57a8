/** Tells the engine where the WASM binaries lie, which in a browser the bundler does, and which properties are tried. */
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import fc from 'fast-check';
import { wasmLocation } from '../src/engine/worker/backends/wasm-location';

wasmLocation.prefix = `${dirname(createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm'))}/`;

/**
 * A commit passes or fails, whenever it is tried: the cases of a property are drawn from a seed that stands here.
 * `PROPERTY_SEED=random npx vitest run` hunts for new ones, and prints the seed of what it finds.
 */
const seed = process.env.PROPERTY_SEED ?? '20261126';
if (seed !== 'random') fc.configureGlobal({ seed: Number(seed) });

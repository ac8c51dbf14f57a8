/** Loading files into a demo whose session writes down what it is asked. */
import { gzipSync } from 'node:zlib';
import { loadDemo } from '../../../src/demos/load';
import { Refused } from '../../../src/engine/waiting';
import type { HostArray } from '../../../src/ml/model';
import { mlp } from '../../../src/ml/blueprint/mlp';
import { Controller } from '../../../src/shell/controller';
import { loadModel } from '../../../src/shell/saved-model/load-model';
import { writeModel } from '../../../src/shell/saved-model/model-file';
import type { ModelFile } from '../../../src/shell/saved-model/read-model';
import { FakeSession } from './fake-session';

export const loaded = await loadDemo('mlp-playground');
export const { demo } = loaded;
const spec = mlp({ name: 'playground', inputs: 2, hidden: [2], outputs: 1, activations: ['tanh'] });

export const recipe = { demo: 'mlp-playground', values: { hidden: [2], noise: 0.1 }, seed: 3, interventions: [] };
export const arrays: Record<string, HostArray> = {
  'hidden1/kernel': { shape: [2, 2], data: Float32Array.of(1, -2, 3.5, 0.1) },
  'hidden1/bias': { shape: [2], data: Float32Array.of(0.25, -0.5) },
  'output/kernel': { shape: [2, 1], data: Float32Array.of(4, 5) },
  'output/bias': { shape: [1], data: Float32Array.of(6) },
};
export const saved = writeModel(recipe, 12, arrays);

export const fileOf = (text: string, name = 'mlp-playground.json'): ModelFile => ({ name, bytes: new TextEncoder().encode(text) });
export const zipped = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(gzipSync(bytes));

/** Loads files where a run of the declared settings stands; `fits` says what the worker would. */
export async function load(files: readonly ModelFile[], fits: 'fits' | 'does not' = 'fits') {
  const sessions: FakeSession[] = [];
  const controller = new Controller({
    loaded,
    lang: 'en',
    values: {},
    seed: demo.seed,
    makeSession(options) {
      const session = new FakeSession(options);
      session.spec = spec;
      const refuse = (): Promise<void> => Promise.reject(new Refused({ zh: '不合适', en: 'it does not fit' }));
      if (fits === 'does not') Object.assign(session, { load: refuse, fits: refuse });
      sessions.push(session);
      return session;
    },
  });
  const own = controller.need();
  const said = await loadModel(controller, files);
  const commands = (sessions[0]?.calls ?? []).map(([name]) => name);
  return { said, controller, own, commands, others: sessions.slice(1) };
}

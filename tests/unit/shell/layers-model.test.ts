import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HostArray } from '../../../src/ml/model';
import { layersModelFiles } from '../../../src/shell/saved-model/layers-model';
import type { ModelFile } from '../../../src/shell/saved-model/read-model';
import { FakeSession } from './fake-session';
import { arrays, fileOf, load, zipped } from './model-loading';

/** As Keras or tfjs would have written it: other names, running statistics at the end of the list. */
function elsewhere(weights: Readonly<Record<string, HostArray>>): { readonly json: string; readonly binary: Uint8Array<ArrayBuffer> } {
  const layers = ['dense_17', 'activation_4', 'dense_18'].map((name) => ({ class_name: 'Dense', config: { name } }));
  return layersModelFiles({ model_config: { class_name: 'Sequential', config: { name: 'sequential_9', layers } } }, weights);
}

const foreign = {
  'dense_18/kernel': { shape: [2, 1], data: Float32Array.of(4, 5) },
  'dense_17/bias': { shape: [2], data: Float32Array.of(0.25, -0.5) },
  'dense_17/kernel': { shape: [2, 2], data: Float32Array.of(1, -2, 3.5, 0.1) },
  'dense_18/bias': { shape: [1], data: Float32Array.of(6) },
};

describe('a LayersModel', () => {
  const { json, binary } = elsewhere(foreign);
  const topology = fileOf(json, 'model.json');
  const loads = async (files: readonly ModelFile[]): Promise<void> => {
    const { said, own } = await load(files);
    expect(said.en).toBe('The weights are loaded.');
    expect(own instanceof FakeSession && own.calls.at(-1)).toEqual(['load', arrays]);
  };

  it('of other names is loaded by the order of its layers, in whatever order its weights lie', async () => {
    await loads([{ name: 'weights.bin', bytes: binary }, topology]);
    await loads([topology, { name: 'weights (1).bin', bytes: binary }]);
  });

  it('is one file where the weights are within, and may be compressed', async () => {
    const weightData = Buffer.from(binary).toString('base64');
    const whole = JSON.stringify({ ...(JSON.parse(json) as object), weightData });
    await loads([fileOf(whole, 'any.json')]);
    await loads([{ name: 'any.json.gz', bytes: zipped(new TextEncoder().encode(whole)) }]);
  });

  const lacking = { ...foreign } as Record<string, HostArray>;
  delete lacking['dense_18/bias'];
  const wider = { ...foreign, 'dense_17/kernel': { shape: [3, 2], data: new Float32Array(6) } };
  const broken = { ...foreign, 'dense_17/kernel': { shape: [2, 2], data: Float32Array.of(1, NaN, 1, 1) } };
  const { 'dense_18/kernel': kernel, 'dense_18/bias': bias, ...short } = foreign;
  const both = (weights: Readonly<Record<string, HostArray>>): ModelFile[] => {
    const files = elsewhere(weights);
    return [fileOf(files.json, 'model.json'), { name: 'weights.bin', bytes: files.binary }];
  };

  it.each<readonly [string, readonly ModelFile[], RegExp, RegExp]>([
    ['without its weights', [topology], /its weight file "weights.bin" is not there/, /缺少权重文件“weights.bin”/],
    ['without its model.json', [{ name: 'weights.bin', bytes: binary }], /holds weights alone/, /只有权重/],
    [
      'with half its weights',
      [topology, { name: 'weights.bin', bytes: binary.slice(0, 20) }],
      /have 20 bytes; by their list they should have 36\./,
      /有 20 字节/,
    ],
    ['twice', [topology, topology], /2 models were chosen/, /选了 2 个模型/],
    [
      'of another shape',
      both(wider),
      /layer 1: kernel of "dense_17" in the file has shape \[3, 2\], and "hidden1" of this network needs \[2, 2\]/,
      /第 1 层/,
    ],
    [
      'without a bias',
      both(lacking),
      /layer 2: "dense_18" in the file has no bias, which "output" of this network needs, with shape \[1\]/,
      /第 2 层/,
    ],
    ['with a weight too many', both({ ...foreign, 'dense_18/gamma': bias }), /layer 2: "dense_18" in the file has a gamma/, /gamma/],
    ['of fewer layers', both(short), /the file has 1 layers with weights \(dense_17\), this network 2 \(hidden1, output\)/, /有 1 个/],
    ['with numbers that are none', both(broken), /number 2 of "dense_17\/kernel" is NaN/, /NaN/],
    [
      'quantised',
      [fileOf(json.replaceAll('float32', 'uint8'), 'model.json'), { name: 'weights.bin', bytes: binary }],
      /is kept as "uint8"/,
      /uint8/,
    ],
    ['without layers', [fileOf(JSON.stringify({ modelTopology: 3, weightsManifest: [] }))], /no layers can be read/, /读不出层/],
    ['a GraphModel', [fileOf('{"format":"graph-model","modelTopology":{}}')], /GraphModel/, /GraphModel/],
    [
      'Keras’s HDF5',
      [{ name: 'model.h5', bytes: Uint8Array.of(0x89, 0x48, 0x44, 0x46, 0x0d) }],
      /HDF5 file of Keras.*tensorflowjs_converter/,
      /HDF5/,
    ],
    ['Keras’s archive', [{ name: 'm.keras', bytes: Uint8Array.of(0x50, 0x4b, 3, 4) }], /\.keras file of Keras/, /\.keras/],
    ['a picture', [{ name: 'cat.png', bytes: Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0) }], /"cat.png" is no model/, /“cat.png”不是模型/],
    [
      'damaged gzip',
      [{ name: 'm.json.gz', bytes: Uint8Array.of(0x1f, 0x8b, 8, 0, 1, 2, 3) }],
      /gzip data of "m.json.gz" are damaged/,
      /gzip/,
    ],
    ['nothing', [{ name: 'empty.json', bytes: new Uint8Array(0) }], /"empty.json" is no model/, /不是模型/],
  ])('%s is refused in a sentence, and nothing is changed', async (_, files, en, zh) => {
    expect(kernel).toBeDefined();
    const { said, commands } = await load(files);
    expect(said.en).toMatch(/^Not loaded, and nothing is changed: /);
    expect(said.en).toMatch(en);
    expect(said.zh).toMatch(zh);
    expect(commands.filter((name) => name !== 'prepare')).toEqual([]);
  });

  it('is read or refused in a sentence, whatever is done to its model.json', async () => {
    const content = json.length;
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: content }), fc.nat({ max: 30 }), fc.jsonValue(), async (at, length, value) => {
        const text = json.slice(0, at) + JSON.stringify(value) + json.slice(at + length);
        const { said } = await load([fileOf(text, 'model.json'), { name: 'weights.bin', bytes: binary }]);
        expect(said.en).toMatch(/^(?:The weights are loaded\.|Not loaded, and nothing is changed: .+\.)$/s);
      }),
      { numRuns: 200 },
    );
  });
});

/** A tfjs LayersModel as files: model.json, and its weights in files beside it or within. */
import type { HostArray } from '../../ml/model';
import { isRecord, isWeight, modelProblem, shapeText, shown, sizeOfShape, type ModelProblem } from './model-problem';

/** Weights of a layer by what Keras calls them: kernel, bias, gamma, … */
export interface SavedLayer {
  readonly name: string;
  readonly weights: Readonly<Record<string, HostArray>>;
}

/** The two files that tfjs's `loadLayersModel` reads. */
export function layersModelFiles(
  topology: unknown,
  weights: Readonly<Record<string, HostArray>>,
): { readonly json: string; readonly binary: Uint8Array<ArrayBuffer> } {
  const arrays = Object.entries(weights);
  const binary = new Uint8Array(arrays.reduce((sum, [, { data }]) => sum + data.byteLength, 0));
  let offset = 0;
  for (const [, { data }] of arrays) {
    binary.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), offset);
    offset += data.byteLength;
  }
  const manifest = [{ paths: ['weights.bin'], weights: arrays.map(([name, { shape }]) => ({ name, shape, dtype: 'float32' })) }];
  return {
    json: JSON.stringify({
      format: 'layers-model',
      generatedBy: 'glassbox',
      convertedBy: null,
      modelTopology: topology,
      weightsManifest: manifest,
    }),
    binary,
  };
}

/** Names of the layers in their order, as Keras (under `model_config`) and tfjs write them; undefined where there are none. */
function layerNames(topology: unknown): readonly string[] | undefined {
  const model = isRecord(topology) && isRecord(topology['model_config']) ? topology['model_config'] : topology;
  const config: unknown = isRecord(model) ? model['config'] : undefined;
  const layers: unknown = Array.isArray(config) ? config : isRecord(config) ? config['layers'] : undefined;
  if (!Array.isArray(layers)) return undefined;
  return layers.flatMap((layer: unknown) => {
    const own = isRecord(layer) && isRecord(layer['config']) ? layer['config']['name'] : undefined;
    const name = isRecord(layer) && typeof layer['name'] === 'string' ? layer['name'] : own;
    return typeof name === 'string' ? [name] : [];
  });
}

interface Entry {
  readonly name: string;
  readonly shape: readonly number[];
  readonly size: number;
}

function readEntry(one: unknown): Entry | ModelProblem {
  if (!isRecord(one) || typeof one['name'] !== 'string' || !Array.isArray(one['shape'])) return modelProblem('manifest');
  const name = one['name'].slice(0, 200);
  const shape: readonly unknown[] = one['shape'];
  if (one['dtype'] !== 'float32') return modelProblem('type', { name, type: shown(one['dtype']) });
  if (isRecord(one['quantization'])) return modelProblem('type', { name, type: shown(one['quantization']['dtype']) });
  const size = sizeOfShape(shape);
  return size === undefined ? modelProblem('shape', { name, shape: shapeText(shape) }) : { name, shape: shape.map(Number), size };
}

/** The weight files in the order of the manifest, as one; `weightData` in base64 stands for them where it is there. */
function bytesOf(
  content: Readonly<Record<string, unknown>>,
  paths: readonly string[],
  files: ReadonlyMap<string, Uint8Array>,
): Uint8Array | ModelProblem {
  const { weightData } = content;
  if (typeof weightData === 'string' && /^[A-Za-z0-9+/\s]*={0,2}\s*$/.test(weightData)) {
    try {
      return Uint8Array.from(atob(weightData), (letter) => letter.charCodeAt(0));
    } catch {
      return modelProblem('manifest');
    }
  }
  const parts: Uint8Array[] = [];
  for (const path of paths) {
    const file = path.split('/').at(-1) ?? path;
    // A browser may have given it another name (`weights (1).bin`): where there is one each, they belong together.
    const found = files.get(file) ?? (paths.length === 1 && files.size === 1 ? [...files.values()][0] : undefined);
    if (found === undefined) return modelProblem('lost', { file: file.slice(0, 60) });
    parts.push(found);
  }
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** Reads a LayersModel: its layers with weights, in order. Throws nothing. @param files its weight files by name. */
export function readLayersModel(
  content: Readonly<Record<string, unknown>>,
  files: ReadonlyMap<string, Uint8Array>,
): readonly SavedLayer[] | ModelProblem {
  const names = layerNames(content['modelTopology']);
  if (names === undefined) return modelProblem('topology');
  const groups: readonly unknown[] = Array.isArray(content['weightsManifest']) ? content['weightsManifest'] : [];
  const entries: Entry[] = [];
  const paths: string[] = [];
  for (const group of groups) {
    if (!isRecord(group) || !Array.isArray(group['weights']) || !Array.isArray(group['paths'])) return modelProblem('manifest');
    paths.push(...group['paths'].filter((path) => typeof path === 'string'));
    for (const one of group['weights']) {
      const entry = readEntry(one);
      if ('problem' in entry) return entry;
      entries.push(entry);
    }
  }
  if (entries.length === 0) return modelProblem('manifest');
  const bytes = bytesOf(content, paths, files);
  if ('problem' in bytes) return bytes;
  const wanted = 4 * entries.reduce((sum, { size }) => sum + size, 0);
  if (bytes.length !== wanted) return modelProblem('bytes', { count: bytes.length, wanted });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const layers = new Map<string, Record<string, HostArray>>();
  let at = 0;
  for (const { name, shape, size } of entries) {
    const data = new Float32Array(size);
    for (let i = 0; i < size; i++) data[i] = view.getFloat32(at + 4 * i, true);
    at += 4 * size;
    const wrong = data.findIndex((value) => !isWeight(value));
    if (wrong >= 0) return modelProblem('number', { name, index: wrong + 1, text: String(data[wrong]) });
    const cut = name.lastIndexOf('/');
    const layer = name.slice(0, Math.max(0, cut));
    const role = name.slice(cut + 1).replace(/:0$/, '');
    layers.set(layer, { ...layers.get(layer), [role]: { shape, data } });
  }
  // Some lists have running statistics behind all else: the order is the layers'. Keras may put scopes before a layer's name.
  const placeOf = (layer: string): number => {
    const at = names.findIndex((name) => name === layer || layer.split('/').includes(name));
    return at < 0 ? names.length : at;
  };
  return [...layers].map(([name, weights]) => ({ name, weights })).sort((a, b) => placeOf(a.name) - placeOf(b.name));
}

/** Which model the files hold that a reader chose, by what is in them and not by their names. */
import { readLayersModel, type SavedLayer } from './layers-model';
import { MODEL_FORMAT, readModel, type SavedModel } from './model-file';
import { isRecord, modelProblem, type ModelProblem } from './model-problem';
import { jsonFault } from '../json-fault';
import { placeIn } from '../place-in';
import { textOfBytes } from '../own-data/encoding';

/** A file's name and bytes. */
export interface ModelFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Bytes of all files together, at most. */
const MOST_BYTES = 200e6;

type ReadModel = { readonly own: SavedModel } | { readonly layers: readonly SavedLayer[] } | ModelProblem;

async function unpacked({ name, bytes }: ModelFile): Promise<ModelFile | ModelProblem> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return { name, bytes };
  try {
    const chunks: Uint8Array<ArrayBuffer>[] = [];
    let size = 0;
    const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip')).getReader();
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      size += next.value.length;
      // A small file may unpack to more than there is memory.
      if (size > MOST_BYTES) {
        await reader.cancel();
        return modelProblem('large', { size: `> ${MOST_BYTES / 1e6}`, most: MOST_BYTES / 1e6 });
      }
      chunks.push(next.value);
    }
    return { name: name.replace(/\.gz$/i, ''), bytes: new Uint8Array(await new Blob(chunks).arrayBuffer()) };
  } catch {
    return modelProblem('unzip', { file: name.slice(0, 60) });
  }
}

/** A file's JSON; undefined where it does not begin as JSON does. */
function jsonOf({ name, bytes }: ModelFile): { readonly content: unknown } | ModelProblem | undefined {
  const text = textOfBytes(bytes)?.replace(/^\uFEFF/, '');
  if (text === undefined || !/^\s*[{[]/.test(text)) return undefined;
  const fault = jsonFault(text);
  if (fault !== undefined) return modelProblem('notJson', { file: name.slice(0, 60), ...placeIn(text, fault) });
  return { content: JSON.parse(text) };
}

/** What a file is that holds no JSON. */
function strange({ name, bytes }: ModelFile): ModelProblem {
  const file = name.slice(0, 60);
  const starts = (...magic: readonly number[]): boolean => magic.every((byte, i) => bytes[i] === byte);
  if (starts(0x89, 0x48, 0x44, 0x46)) return modelProblem('keras', { file, format: 'HDF5' });
  if (starts(0x50, 0x4b) && /\.keras$/i.test(name)) return modelProblem('keras', { file, format: '.keras' });
  return /\.bin$/i.test(name) ? modelProblem('alone', { file }) : modelProblem('notModel', { file });
}

/** Reads a model out of the files. Throws nothing. */
export async function readModelFiles(files: readonly ModelFile[], demo: string): Promise<ReadModel> {
  const size = files.reduce((sum, { bytes }) => sum + bytes.length, 0);
  if (size > MOST_BYTES) return modelProblem('large', { size: Math.ceil(size / 1e6), most: MOST_BYTES / 1e6 });
  const models: { readonly name: string; readonly content: unknown }[] = [];
  const others: ModelFile[] = [];
  for (const file of files) {
    const plain = await unpacked(file);
    if ('problem' in plain) return plain;
    const json = /\.bin$/i.test(plain.name) && files.length > 1 ? undefined : jsonOf(plain);
    if (json === undefined) others.push(plain);
    else if ('problem' in json) return json;
    else models.push({ name: plain.name, content: json.content });
  }
  const [model] = models;
  const [other] = others;
  if (models.length > 1) return modelProblem('several', { count: models.length });
  if (model === undefined) return other === undefined ? modelProblem('notModel', { file: '' }) : strange(other);
  const { content } = model;
  const file = model.name.slice(0, 60);
  if (!isRecord(content)) return modelProblem('notModel', { file });
  if (content['format'] === MODEL_FORMAT) {
    const own = readModel(content, demo);
    return 'problem' in own ? own : { own };
  }
  if (content['format'] === 'graph-model') return modelProblem('graph', { file });
  if (!('modelTopology' in content)) return modelProblem('notModel', { file });
  const layers = readLayersModel(content, new Map(others.map(({ name, bytes }) => [name, bytes])));
  return 'problem' in layers ? layers : { layers };
}

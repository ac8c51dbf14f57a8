/** A trained model as a file: our own JSON (weights by name, with what made them), and tfjs's LayersModel (model.json, weights.bin). */
import { parseValue } from '../demos/resolve';
import type { Demo, Value, Values } from '../demos/spec';
import type { HostArray } from '../ml/model';
import type { Recipe } from '../engine/protocol';
import { fill, type Text } from '../i18n/text';
import { shellText } from '../i18n/shell';

const FORMAT = 'glassbox-model';

/** Writes a model with the recipe of its run, as it computes: weights of units that are off are zero. */
export function writeModel(recipe: Recipe, step: number, arrays: Readonly<Record<string, HostArray>>): string {
  const own = Object.entries(arrays).filter(([name]) => !name.startsWith('off/'));
  const weights = own.map(([name, { shape, data }]) => ({ name, shape, data: Array.from(data) }));
  return JSON.stringify({ format: FORMAT, version: 1, demo: recipe.demo, values: recipe.values, seed: recipe.seed, step, weights });
}

function unreadable(cause: Text): { readonly problem: Text } {
  return {
    problem: { zh: fill(shellText.modelUnreadable.zh, { cause: cause.zh }), en: fill(shellText.modelUnreadable.en, { cause: cause.en }) },
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function weightOf(one: unknown): readonly [string, HostArray] | undefined {
  if (!isRecord(one) || typeof one['name'] !== 'string' || !Array.isArray(one['shape']) || !Array.isArray(one['data'])) return undefined;
  const shape = one['shape'].map(Number);
  const data = Float32Array.from(one['data'].map(Number));
  const size = shape.reduce((product, length) => product * length, 1);
  return size === data.length && data.every(Number.isFinite) ? [one['name'], { shape, data }] : undefined;
}

/** Reads a model back. What is wrong is said; nothing is changed by reading. */
export function readModel(
  text: string,
  demo: string,
): { readonly arrays: Readonly<Record<string, HostArray>>; readonly values: unknown; readonly seed: number } | { readonly problem: Text } {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    return unreadable({ zh: cause, en: cause });
  }
  if (!isRecord(content) || content['format'] !== FORMAT || !Array.isArray(content['weights']))
    return unreadable({ zh: 'format', en: 'format' });
  if (content['demo'] !== demo) {
    const other = { demo: String(content['demo']) };
    return unreadable({ zh: fill(shellText.modelOther.zh, other), en: fill(shellText.modelOther.en, other) });
  }
  const weights = content['weights'].map(weightOf);
  const wrong = weights.findIndex((one) => one === undefined);
  if (wrong >= 0) return unreadable({ zh: `weights[${wrong}]`, en: `weights[${wrong}]` });
  return {
    arrays: Object.fromEntries(weights.filter((one) => one !== undefined)),
    values: content['values'],
    seed: Number(content['seed']),
  };
}

/** A stored setting as the text that its parameter reads; undefined for what no setting can be. */
function settingText(value: unknown): string | undefined {
  const simple = (one: unknown): one is string | number => typeof one === 'string' || typeof one === 'number';
  if (simple(value) || typeof value === 'boolean') return String(value);
  return Array.isArray(value) && value.every(simple) ? value.join(',') : undefined;
}

/** The settings of a file, each checked against its parameter. Those that the demo does not have are left out: they are of an older one. */
export function settingsOf(demo: Pick<Demo, 'parameters'>, stored: unknown): { readonly values: Values } | { readonly problem: Text } {
  const values: Record<string, Value> = {};
  for (const [name, value] of Object.entries(isRecord(stored) ? stored : {})) {
    const parameter = Object.hasOwn(demo.parameters, name) ? demo.parameters[name] : undefined;
    if (parameter === undefined) continue;
    const text = settingText(value);
    if (text === undefined) return unreadable({ zh: name, en: name });
    const parsed = parseValue(parameter, text);
    if ('problem' in parsed) return unreadable({ zh: `${name}\uFF1A${parsed.problem.zh}`, en: `${name}: ${parsed.problem.en}` });
    values[name] = parsed.value;
  }
  return { values };
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

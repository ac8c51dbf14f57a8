/** A trained model as a JSON file of ours: weights by name, with what made them. */
import { parseValue } from '../../demos/resolve';
import type { Demo, Value, Values } from '../../demos/declaration';
import type { Recipe } from '../../engine/protocol';
import type { HostArray } from '../../ml/model';
import { isRecord, isWeight, modelProblem, shapeText, shown, sizeOfShape, type ModelProblem } from './model-problem';

/** What our files call their format. */
export const MODEL_FORMAT = 'glassbox-model';
const VERSION = 1;
const LARGEST_SEED = 4294967295;

export interface SavedModel {
  readonly arrays: Readonly<Record<string, HostArray>>;
  readonly values: Readonly<Record<string, unknown>>;
  /** Absent where the file does not say. */
  readonly seed: number | undefined;
}

/** Writes a model with the recipe of its run, as it computes: weights of units that are off are zero. */
export function writeModel(recipe: Recipe, step: number, arrays: Readonly<Record<string, HostArray>>): string {
  const own = Object.entries(arrays).filter(([name]) => !name.startsWith('off/'));
  const weights = own.map(([name, { shape, data }]) => ({ name, shape, data: Array.from(data) }));
  return JSON.stringify({
    format: MODEL_FORMAT,
    version: VERSION,
    demo: recipe.demo,
    values: recipe.values,
    seed: recipe.seed,
    step,
    weights,
  });
}

function readWeight(one: unknown, index: number): readonly [string, HostArray] | ModelProblem {
  if (!isRecord(one)) return modelProblem('weight', { index });
  const { name, shape, data } = one;
  if (typeof name !== 'string' || name === '' || !Array.isArray(shape) || !Array.isArray(data)) return modelProblem('weight', { index });
  const lengths: readonly unknown[] = shape;
  const numbers: readonly unknown[] = data;
  const short = name.slice(0, 60);
  const wanted = sizeOfShape(lengths);
  if (wanted === undefined) return modelProblem('shape', { name: short, shape: shapeText(lengths) });
  if (wanted !== numbers.length) return modelProblem('length', { name: short, count: numbers.length, wanted, shape: shapeText(lengths) });
  const wrong = numbers.findIndex((value) => !isWeight(value));
  if (wrong >= 0) return modelProblem('number', { name: short, index: wrong + 1, text: shown(numbers[wrong]) });
  return [name, { shape: lengths.map(Number), data: Float32Array.from(numbers.map(Number)) }];
}

/** Reads what a file of ours holds. What is wrong is said; nothing is changed by reading, and nothing thrown. */
export function readModel(content: Readonly<Record<string, unknown>>, demo: string): SavedModel | ModelProblem {
  if (content['version'] !== VERSION) return modelProblem('version', { version: shown(content['version']), known: VERSION });
  if (typeof content['demo'] !== 'string') return modelProblem('noDemo');
  if (content['demo'] !== demo) return modelProblem('other', { demo: content['demo'].slice(0, 60), here: demo });
  const { values = {}, seed, weights } = content;
  if (!isRecord(values)) return modelProblem('settings');
  const isSeed = typeof seed === 'number' && Number.isInteger(seed) && seed >= 0 && seed <= LARGEST_SEED;
  if (seed !== undefined && !isSeed) return modelProblem('seed', { seed: shown(seed) });
  if (!Array.isArray(weights)) return modelProblem('weights');
  const arrays = new Map<string, HostArray>();
  for (const [index, one] of weights.entries()) {
    const weight = readWeight(one, index);
    if ('problem' in weight) return weight;
    const [name, array] = weight;
    if (arrays.has(name)) return modelProblem('twice', { name: name.slice(0, 60) });
    arrays.set(name, array);
  }
  return { arrays: Object.fromEntries(arrays), values, seed: isSeed ? seed : undefined };
}

/** A stored setting as the text that its parameter reads; undefined for what no setting can be. */
function settingText(value: unknown): string | undefined {
  const simple = (one: unknown): one is string | number => typeof one === 'string' || typeof one === 'number';
  if (simple(value) || typeof value === 'boolean') return String(value);
  return Array.isArray(value) && value.every(simple) ? value.join(',') : undefined;
}

/** The settings of a file, each checked against its parameter. Those that the demo does not have are left out: they are of an older one. */
export function settingsOf(
  demo: Pick<Demo, 'parameters'>,
  stored: Readonly<Record<string, unknown>>,
): { readonly values: Values } | ModelProblem {
  const values: Record<string, Value> = {};
  const wrong = (name: string, { problem }: ModelProblem): ModelProblem => ({
    problem: {
      zh: modelProblem('setting', { name, cause: problem.zh }).problem.zh,
      en: modelProblem('setting', { name, cause: problem.en }).problem.en,
    },
  });
  for (const [name, value] of Object.entries(stored)) {
    const parameter = Object.hasOwn(demo.parameters, name) ? demo.parameters[name] : undefined;
    if (parameter === undefined) continue;
    const text = settingText(value);
    if (text === undefined) return wrong(name, modelProblem('settingKind'));
    const parsed = parseValue(parameter, text);
    if ('problem' in parsed) return wrong(name, parsed);
    values[name] = parsed.value;
  }
  return { values };
}

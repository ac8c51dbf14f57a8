import { modelText } from '../../i18n/models';
import { fill, type Text } from '../../i18n/text';

/** Why a model's file is not read. */
export interface ModelProblem {
  readonly problem: Text;
}

/** A problem in words, without what it led to. */
export function modelProblem(key: keyof typeof modelText, values: Readonly<Record<string, string | number>> = {}): ModelProblem {
  return { problem: { zh: fill(modelText[key].zh, values), en: fill(modelText[key].en, values) } };
}

/** The sentence that a reader is told. */
export function refusedModel({ problem }: ModelProblem): Text {
  return { zh: fill(modelText.refused.zh, { cause: problem.zh }), en: fill(modelText.refused.en, { cause: problem.en }) };
}

/** A shape in words. */
export function shapeText(shape: readonly unknown[]): string {
  const shown = shape
    .slice(0, 8)
    .map((length) => (typeof length === 'number' ? String(length) : (JSON.stringify(length) ?? '?').slice(0, 20)));
  return `[${shown.join(', ')}${shape.length > shown.length ? ', …' : ''}]`;
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Anything as a short text. */
export function shown(value: unknown): string {
  return (typeof value === 'number' ? String(value) : (JSON.stringify(value) ?? String(value))).slice(0, 40);
}

/** Largest magnitude of a 32-bit float. */
const LARGEST = 3.4028234663852886e38;

/** True for numbers that weights may be. */
export function isWeight(value: unknown): value is number {
  return typeof value === 'number' && Math.abs(value) <= LARGEST;
}

/** The number of elements of a shape; undefined where it is none. */
export function sizeOfShape(shape: readonly unknown[]): number | undefined {
  let size = 1;
  for (const length of shape) {
    if (typeof length !== 'number' || !Number.isSafeInteger(length) || length < 1) return undefined;
    size *= length;
  }
  return Number.isSafeInteger(size) ? size : undefined;
}

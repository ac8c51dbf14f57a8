/** What a script may ask of a demo: anything else is refused with a sentence, before anything is changed. */
import type { Demo, Value, Values } from '../demos/declaration';
import { resolveValues } from '../demos/resolve';
import { scriptText } from '../i18n/script';
import { fill, type Lang } from '../i18n/text';
import { columnsOf, LARGEST_NUMBER, type Rows } from './own-data/rows/own-rows';

const LARGEST_SEED = 4294967295;
const BACKENDS = ['auto', 'compiled', 'webgl', 'webgpu', 'wasm', 'cpu'] as const;
export type BackendChoice = (typeof BACKENDS)[number];

/** Anything as a short text; nothing that a script gives can make it throw. */
function shown(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value).slice(0, 40);
  if (typeof value === 'number' || typeof value === 'boolean' || value === undefined || value === null) return String(value);
  return Array.isArray(value) ? `[…] (${value.length})` : typeof value;
}

/** Checks for one demo, speaking the page's language. Each gives back what it was given, or throws a RangeError that says what is right. */
export function scriptChecks(id: string, demo: Demo, lang: Lang) {
  const refuse = (key: keyof typeof scriptText, values: Readonly<Record<string, string | number>> = {}): RangeError =>
    new RangeError(`${id}: ${fill(scriptText[key][lang], values)}`);

  const whole = (value: unknown, key: 'count' | 'step' | 'seed', least: number, most: number): number => {
    if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return value;
    throw refuse(key, { given: shown(value), least, most });
  };

  return {
    count: (value: unknown): number => whole(value, 'count', 1, 1e9),
    step: (value: unknown): number => whole(value, 'step', 0, Number.MAX_SAFE_INTEGER),
    seed: (value: unknown): number => whole(value, 'seed', 0, LARGEST_SEED),
    backend(value: unknown): BackendChoice {
      const found = BACKENDS.find((name) => name === value);
      if (found === undefined) throw refuse('backend', { given: shown(value), names: BACKENDS.join(', ') });
      return found;
    },
    values(given: unknown): Values {
      if (typeof given !== 'object' || given === null || Array.isArray(given)) throw refuse('values', { given: shown(given) });
      const texts: Record<string, string> = {};
      for (const [name, value] of Object.entries(given)) {
        const text = textOf(value);
        if (text === undefined) throw refuse('value', { name: name.slice(0, 40), given: shown(value) });
        texts[name] = text;
      }
      const { values, problems } = resolveValues(demo, texts);
      const [problem] = problems;
      if (problem !== undefined) throw new RangeError(`${id}: ${problem.parameter.slice(0, 40)} ${problem.message[lang]}`);
      return Object.fromEntries(Object.entries(values).filter(([name]) => Object.hasOwn(texts, name)));
    },
    rows(given: unknown): Rows | undefined {
      if (given === undefined) return undefined;
      const columns = columnsOf(demo);
      const most = demo.ownData?.kind === 'rows' ? demo.ownData.most : 0;
      if (columns === 0) throw refuse('noRows');
      if (!Array.isArray(given) || given.length > most) throw refuse('rows', { given: shown(given), most, columns });
      return given.map((row: unknown, index) => {
        const numbers: readonly unknown[] = Array.isArray(row) ? row : [];
        const right = numbers.filter((one): one is number => typeof one === 'number' && Math.abs(one) <= LARGEST_NUMBER);
        if (numbers.length !== columns || right.length !== columns) throw refuse('row', { index, given: shown(row), columns });
        return right;
      });
    },
  };
}

function isSimple(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function textOf(value: unknown): string | undefined {
  if (isSimple(value)) return String(value satisfies Value);
  return Array.isArray(value) && value.every(isSimple) ? value.join(',') : undefined;
}

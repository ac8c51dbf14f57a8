/** What the attributes of a `::demo` line, or of a `:measured`, ask for, resolved against the demo's declaration. */
import type { LeafDirective, TextDirective } from 'mdast-util-directive';
import { formatValue, openingOf, resolveValues } from '../../demos/resolve';
import type { Demo, Values } from '../../demos/declaration';

/** Attributes of a `::demo` line that are not parameters. */
const RESERVED = ['id', 'figure', 'seed', 'preset', 'opens', 'class'];

export interface ResolvedUse {
  readonly values: Values;
  readonly seed: number;
  /** Sentences without a subject: `has no parameter "foo"; it has: …`. */
  readonly problems: readonly string[];
}

/** Reads a seed; `usual` where none is given. */
export function readSeed(text: string | undefined, usual: number): { seed: number; problems: readonly string[] } {
  if (text === undefined) return { seed: usual, problems: [] };
  const seed = Number(text);
  if (/^\d+$/.test(text) && seed <= 0xffffffff) return { seed, problems: [] };
  return { seed: usual, problems: [`seed="${text}" should be a whole number from 0 to ${0xffffffff}`] };
}

function readPreset(name: string | undefined, demo: Pick<Demo, 'presets'>): { values: Values; problems: readonly string[] } {
  if (name === undefined) return { values: {}, problems: [] };
  const presets = demo.presets ?? {};
  const preset = Object.hasOwn(presets, name) ? presets[name] : undefined;
  if (preset !== undefined) return { values: preset.values, problems: [] };
  return { values: {}, problems: [`has no preset "${name}"; it has: ${Object.keys(presets).join(', ') || 'none'}`] };
}

/**
 * Reads a directive's attributes: preset first, then the parameters that it names itself. A `::demo` line that names neither opens as
 * the demo does; whatever else speaks of a run counts from the declared values.
 * @param reserved attributes that are not parameters.
 */
export function readDemoUse(
  node: Pick<LeafDirective | TextDirective, 'attributes'>,
  demo: Pick<Demo, 'parameters' | 'presets' | 'opens' | 'seed'>,
  reserved: readonly string[] = RESERVED,
): ResolvedUse {
  const attributes = Object.entries(node.attributes ?? {}).map(([name, value]) => [name, value ?? ''] as const);
  const preset = readPreset(attributes.find(([name]) => name === 'preset')?.[1], demo);
  const { seed, problems } = readSeed(attributes.find(([name]) => name === 'seed')?.[1], demo.seed);
  const written = attributes.filter(([name]) => !reserved.includes(name));
  const fromPreset = Object.entries(preset.values).map(([name, value]) => [name, formatValue(value)] as const);
  const named = resolveValues(demo, Object.fromEntries([...fromPreset, ...written]));
  const bare = reserved === RESERVED && written.length === 0 && !attributes.some(([name]) => name === 'preset');
  const wrong = named.problems.map(({ parameter, message }) =>
    message.en.startsWith('has no parameter') ? message.en : `parameter "${parameter}": ${message.en}`,
  );
  return { values: bare ? openingOf(demo) : named.values, seed, problems: [...preset.problems, ...problems, ...wrong] };
}

/** The step of its recorded run at which a figure opens (`opens=300`): of which its text speaks. Nothing said: at the beginning. */
export function readOpens(
  node: Pick<LeafDirective, 'attributes'>,
  { steps }: Pick<Demo, 'steps'>,
): { readonly step: number; readonly problems: readonly string[] } {
  const text = node.attributes?.['opens'];
  if (text === undefined || text === null) return { step: 0, problems: [] };
  const step = Number(text);
  if (/^\d+$/.test(text) && step <= steps) return { step, problems: [] };
  return { step: 0, problems: [`opens="${text}" should be a step of the recorded run, from 0 to ${steps}`] };
}

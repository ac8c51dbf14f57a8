/**
 * From text to values and back: what Markdown attributes, links and the command line say about a demo's parameters.
 * Nothing is ever thrown: what cannot be read falls back to the default and is named as a problem.
 */
import { at } from '../base/at';
import { fill, type Text } from '../i18n/text';
import { demoText } from '../i18n/demos';
import { grammars } from './grammars';
import type { Demo, Parameter, Parameters, RangeParameter, Value, Values } from './declaration';

/** One thing that was wrong, with the parameter it concerns. */
export interface Problem {
  readonly parameter: string;
  readonly message: Text;
}

type Parsed = { readonly value: Value } | { readonly problem: Text };

function problem(key: keyof typeof demoText, values: Readonly<Record<string, string | number>> = {}): Parsed {
  return { problem: { zh: fill(demoText[key].zh, values), en: fill(demoText[key].en, values) } };
}

/** The values that the declaration gives when nothing else is said. */
export function defaultsOf(demo: { readonly parameters: Parameters }): Values {
  return Object.fromEntries(Object.entries(demo.parameters).map(([name, parameter]) => [name, parameter.value]));
}

/** The values that the demo opens with where nothing is said: those of its opening preset, else the declared ones. */
export function openingOf(demo: Pick<Demo, 'parameters' | 'presets' | 'opens'>): Values {
  return { ...defaultsOf(demo), ...(demo.opens === undefined ? {} : demo.presets?.[demo.opens]?.values) };
}

/** Puts a number on the parameter's grid: its steps, without the dust of floating point. */
export function onGrid(parameter: RangeParameter, value: number): number {
  if (parameter.step === undefined) return value;
  const snapped = parameter.min + Math.round((value - parameter.min) / parameter.step) * parameter.step;
  return Number(Math.min(parameter.max, snapped).toPrecision(12));
}

function parseRange(parameter: RangeParameter, text: string): Parsed {
  const value = text.trim() === '' ? Number.NaN : Number(text);
  if (!Number.isFinite(value)) return problem('notANumber', { text });
  if (value < parameter.min || value > parameter.max) {
    return problem('outside', { text, min: parameter.min, max: parameter.max });
  }
  return { value: onGrid(parameter, value) };
}

function parseList(text: string): readonly string[] {
  return text.trim() === '' ? [] : text.split(',').map((part) => part.trim());
}

function parseNames(parameter: { readonly options: Readonly<Record<string, Text>> }, text: string): readonly string[] | Text {
  const names = parseList(text);
  const unknown = names.find((name) => !Object.hasOwn(parameter.options, name));
  if (unknown === undefined) return names;
  const options = Object.keys(parameter.options).join(', ');
  return {
    zh: fill(demoText.notAnOption.zh, { text: unknown, options }),
    en: fill(demoText.notAnOption.en, { text: unknown, options }),
  };
}

function isNames(names: readonly string[] | Text): names is readonly string[] {
  return Array.isArray(names);
}

function parseSizes(parameter: Extract<Parameter, { kind: 'sizes' }>, text: string): Parsed {
  const parts = parseList(text);
  if (parts.length > parameter.most) return problem('tooMany', { count: parts.length, most: parameter.most });
  const sizes = parts.map(Number);
  const wrong = sizes.findIndex((size) => !Number.isInteger(size) || size < parameter.min || size > parameter.max);
  if (wrong >= 0) return problem('notASize', { text: at(parts, wrong), min: parameter.min, max: parameter.max });
  return { value: sizes };
}

/** Reads one parameter's value from text. */
export function parseValue(parameter: Parameter, text: string): Parsed {
  switch (parameter.kind) {
    case 'range':
      return parseRange(parameter, text);
    case 'toggle':
      return text === 'true' || text === 'false' ? { value: text === 'true' } : problem('notAToggle', { text });
    case 'sizes':
      return parseSizes(parameter, text);
    case 'text':
      return grammars[parameter.grammar](text);
    case 'choice': {
      const names = parseNames(parameter, text.trim() === '' ? '?' : text);
      if (!isNames(names)) return { problem: names };
      const [name] = names;
      return names.length === 1 && name !== undefined ? { value: name } : problem('oneOnly', { text });
    }
    case 'set': {
      const names = parseNames(parameter, text);
      if (!isNames(names)) return { problem: names };
      const distinct = Object.keys(parameter.options).filter((name) => names.includes(name));
      return distinct.length < parameter.least ? problem('tooFew', { least: parameter.least }) : { value: distinct };
    }
    case 'choices': {
      const names = parseNames(parameter, text);
      if (!isNames(names)) return { problem: names };
      if (names.length === 0) return problem('tooFew', { least: 1 });
      return names.length > parameter.most ? problem('tooMany', { count: names.length, most: parameter.most }) : { value: names };
    }
  }
}

/** A value as text that `parseValue` reads back to the same value. */
export function formatValue(value: Value): string {
  return Array.isArray(value) ? value.join(',') : String(value);
}

/** True for a parameter that changes the run itself, as against what is shown of it or asked; undefined is taken for one. */
export function touchesRun(parameter: Pick<Parameter, 'effect'> | undefined): boolean {
  return parameter?.effect !== 'view' && parameter?.effect !== 'ask';
}

/** The values of the parameters that change a question. */
export function askedValues({ parameters }: Pick<Demo, 'parameters'>, values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([name]) => parameters[name]?.effect === 'ask'));
}

/** True where both say the same, lists compared entry by entry. */
export function sameValue(a: Value | undefined, b: Value | undefined): boolean {
  return a !== undefined && b !== undefined && formatValue(a) === formatValue(b);
}

/**
 * Reads what a link, Markdown or the command line says about a demo.
 * @returns all values (defaults where nothing or nothing readable is said) and everything that was wrong.
 */
export function resolveValues(
  demo: Pick<Demo, 'parameters'>,
  texts: Readonly<Record<string, string>>,
): { readonly values: Values; readonly problems: readonly Problem[] } {
  const values: Record<string, Value> = { ...defaultsOf(demo) };
  const problems: Problem[] = [];
  for (const [name, text] of Object.entries(texts)) {
    const parameter = Object.hasOwn(demo.parameters, name) ? demo.parameters[name] : undefined;
    if (parameter === undefined) {
      const known = { name, parameters: Object.keys(demo.parameters).join(', ') };
      problems.push({ parameter: name, message: { zh: fill(demoText.unknown.zh, known), en: fill(demoText.unknown.en, known) } });
      continue;
    }
    const parsed = parseValue(parameter, text);
    if ('value' in parsed) values[name] = parsed.value;
    else problems.push({ parameter: name, message: parsed.problem });
  }
  return { values, problems };
}

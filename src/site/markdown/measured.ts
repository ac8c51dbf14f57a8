/** `:measured[99.2 %]{demo=… step=… metric=…}`: a number in the text that came from a run, and which run that was. */
import type { TextDirective } from 'mdast-util-directive';
import type { Demo, Values } from '../../demos/declaration';
import { parseExpression } from '../../ml/expression/parse';
import type { Expression } from '../../ml/expression/expression';
import { readDemoUse, readSeed } from './demo-use';
import { REDUCTIONS, type Reading, type Reduction } from './judge-measured';
import { readMetric } from '../../shell/predict/metric-language';
import { attributeOf, textOf } from './nodes';
import { statedNumbers, type Stated } from './stated';

/** A run, and the step of it that is looked at. */
export interface MeasuredRun {
  readonly demo: string;
  readonly values: Values;
  readonly seed: number;
  readonly step: number;
}

/** What is read off a run: a number at its step, or the first step up to it at which a condition comes true. */
export type Asked = { readonly kind: 'metric'; readonly expression: Expression } | { readonly kind: 'until'; readonly condition: string };

export interface Measured {
  /** One a seed. */
  readonly runs: readonly MeasuredRun[];
  /** The run that each is divided by, or none. */
  readonly against: readonly MeasuredRun[];
  readonly asked: Asked;
  /** As written: `metric` or `until`. */
  readonly written: string;
  readonly over: readonly Reduction[];
  readonly stated: readonly Stated[];
  readonly reading: Reading;
}

/** A factor for `about` without a value. */
const ABOUT = 0.1;
const READINGS = ['at-least', 'at-most', 'above', 'below', 'between'] as const;
/** Attributes that are not parameters of the demo. */
const RESERVED = ['demo', 'preset', 'seed', 'step', 'metric', 'until', 'over', 'against', 'about', 'says', 'class', 'id', ...READINGS];

/** More steps than a test can replay for one number. */
const MOST_STEPS = 200_000;

/** Of seeds there may be several: they are read by themselves. */
function withoutSeed({ attributes }: TextDirective): Record<string, string | null | undefined> {
  return Object.fromEntries(Object.entries(attributes ?? {}).filter(([name]) => name !== 'seed'));
}

/** Collects what is wrong. */
export type Say = (problem: string) => undefined;

/** Reads how many steps a run is trained. */
export function readStep(text: string | undefined, say: Say): number {
  if (text === undefined) say('needs a step=…: how many steps the run had been trained');
  else if (!/^\d+$/.test(text) || Number(text) > MOST_STEPS) say(`step="${text}" should be a whole number from 0 to ${MOST_STEPS}`);
  else return Number(text);
  return 0;
}

/** Reads one seed or a list of them. */
export function readSeeds(text: string | undefined, usual: number, say: Say): readonly number[] {
  const read = (text ?? String(usual)).split(',').map((one) => readSeed(one.trim(), usual));
  for (const problem of read.flatMap(({ problems }) => problems)) say(problem);
  return read.map(({ seed }) => seed);
}

function readReading(node: TextDirective, say: Say): Reading {
  const given = READINGS.filter((name) => attributeOf(node, name) !== undefined);
  const about = attributeOf(node, 'about');
  const names = [...given, ...(about === undefined ? [] : ['about'])];
  if (names.length > 1) say(`can be read in one way only, and has: ${names.join(', ')}`);
  if (about === undefined) return { kind: given[0] ?? 'exact' };
  const [, factor, share] = /^(?:x(\d+(?:\.\d+)?)|(\d+(?:\.\d+)?)%)?$/.exec(about) ?? [];
  if (factor !== undefined && Number(factor) > 1) return { kind: 'about', factor: Number(factor) };
  if (about !== '' && share === undefined) say(`about="${about}" should be a share such as 20% or a factor such as x3`);
  return { kind: 'about', share: share === undefined ? ABOUT : Number(share) / 100 };
}

function readOver(text: string | undefined, say: Say): readonly Reduction[] {
  return (text ?? '').split(',').flatMap((one) => {
    const name = one.trim();
    const known = REDUCTIONS.find((reduction) => reduction === name);
    if (known === undefined && name !== '') say(`over="${name}" is none of: ${REDUCTIONS.join(', ')}`);
    return known ?? [];
  });
}

function readAsked(node: TextDirective, demo: Demo, say: Say): Asked | undefined {
  const [metric, until] = [attributeOf(node, 'metric'), attributeOf(node, 'until')];
  if ((metric === undefined) === (until === undefined)) return say('needs a metric=… (or until=…, and not both)');
  if (metric !== undefined) {
    const read = readMetric(metric, demo);
    return 'problem' in read ? say(`metric "${metric}": ${read.problem}`) : { kind: 'metric', expression: read.expression };
  }
  const condition = until ?? '';
  const parsed = parseExpression(condition, { names: ['step', 'loss', ...Object.keys(demo.metrics)], gives: 'condition' });
  return 'problem' in parsed ? say(`until "${condition}": ${parsed.problem.en}`) : { kind: 'until', condition };
}

/** Settings in one attribute, separated by spaces: `depth=8 seed=2`. */
export function settingsIn(text: string): Readonly<Record<string, string>> {
  const parts = text.trim().split(/\s+/);
  return Object.fromEntries(parts.map((one) => [/^[^=]*/.exec(one)?.[0] ?? one, one.replace(/^[^=]*=?/, '')]));
}

/** The runs that the others are divided by: their settings with some changed. */
function readAgainst(node: TextDirective, runs: readonly MeasuredRun[], demo: Demo, say: Say): readonly MeasuredRun[] {
  const against = attributeOf(node, 'against');
  if (against === undefined) return [];
  const changed = settingsIn(against);
  const use = readDemoUse({ attributes: { ...withoutSeed(node), ...changed } }, demo, RESERVED);
  for (const problem of use.problems) say(`against "${against}": ${problem}`);
  const seeds = changed['seed'] === undefined ? undefined : use.seed;
  const step = changed['step'] === undefined ? undefined : readStep(changed['step'], say);
  return runs.map((run) => ({ ...run, values: use.values, seed: seeds ?? run.seed, step: step ?? run.step }));
}

function readStated(node: TextDirective, say: Say): readonly Stated[] {
  const words = textOf(node);
  const says = attributeOf(node, 'says');
  const digits = /\d/.test(words);
  if (says !== undefined && digits) say(`the words "${words}" have digits of their own: says="${says}" is for numbers written as words`);
  const stated = statedNumbers(digits ? words : (says ?? ''));
  if (stated.length === 0) say(`there is no number in "${words}"; where it is written as a word, add says="…"`);
  return stated;
}

function countFault({ runs, over, stated, reading }: Measured): string | undefined {
  if (reading.kind === 'between') return stated.length === 2 ? undefined : `between takes two numbers, and there are ${stated.length}`;
  const measured = over.length > 0 ? over.length : runs.length;
  if (stated.length === 1 || stated.length === measured || stated.length === 0) return undefined;
  return `the words hold ${stated.length} numbers for ${measured} measured: one for each, or one for all`;
}

/** Reads a `:measured`. Problems are sentences without a subject; with any, there is nothing that could be measured. */
export function readMeasured(
  node: TextDirective,
  demos: ReadonlyMap<string, Demo>,
): { readonly measured: Measured } | { readonly problems: readonly string[] } {
  const problems: string[] = [];
  const say: Say = (problem) => void problems.push(problem);
  const id = attributeOf(node, 'demo');
  const demo = id === undefined ? undefined : demos.get(id);
  if (id === undefined || demo === undefined) {
    const known = [...demos.keys()].join(', ') || 'none';
    return { problems: [id === undefined ? `needs a demo=…; there are: ${known}` : `there is no demo "${id}"; there are: ${known}`] };
  }
  const seeds = readSeeds(attributeOf(node, 'seed'), demo.seed, say);
  const use = readDemoUse({ attributes: withoutSeed(node) }, demo, RESERVED);
  for (const problem of use.problems) say(`demo "${id}" ${problem}`);
  const step = readStep(attributeOf(node, 'step'), say);
  const runs = seeds.map((seed) => ({ demo: id, values: use.values, seed, step }));
  const asked = readAsked(node, demo, say);
  const against = readAgainst(node, runs, demo, say);
  const written = attributeOf(node, 'metric') ?? attributeOf(node, 'until') ?? '';
  const over = readOver(attributeOf(node, 'over'), say);
  const stated = readStated(node, say);
  const reading = readReading(node, say);
  if (asked === undefined) return { problems };
  const measured = { runs, against, asked, written, over, stated, reading };
  const fault = countFault(measured);
  if (fault !== undefined) say(fault);
  return problems.length > 0 ? { problems } : { measured };
}

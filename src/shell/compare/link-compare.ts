/** What is compared, as text in a link: `fork=learningRate.50.0.3` (knob, step, value), `seeds=5.600` (count, steps of each). */
import { formatValue, parseValue, touchesRun } from '../../demos/resolve';
import type { Demo, Value } from '../../demos/declaration';
import { readStep, STEP } from '../link/steps';
import { MOST_SEED_STEPS, SEED_COUNTS } from './seed-counts';

/** A fork: the knob in which it differs, where it parts from the run, and its value there. */
export interface ForkLink {
  readonly knob: string;
  readonly step: number;
  readonly value: Value;
}

export interface SeedsLink {
  readonly count: number;
  readonly steps: number;
}

export function formatFork({ knob, step, value }: ForkLink): string {
  return `${knob}.${step}.${formatValue(value)}`;
}

const FORK = new RegExp(String.raw`^(\w{1,40})\.(${STEP})\.(.{0,200})$`, 's');

/** Reads a fork; undefined where the text is none, or the demo has no such knob or the knob no such value. */
export function parseFork(demo: Demo, text: string): ForkLink | undefined {
  const [, knob = '', stepText = '', said = ''] = FORK.exec(text) ?? [];
  const step = readStep(stepText);
  const parameter = Object.hasOwn(demo.parameters, knob) ? demo.parameters[knob] : undefined;
  if (step === undefined || parameter === undefined || !touchesRun(parameter)) return undefined;
  const parsed = parseValue(parameter, said);
  if (!('value' in parsed)) return undefined;
  // What builds the network anew can only differ from the start.
  return { knob, step: parameter.effect === 'live' ? step : 0, value: parsed.value };
}

export function formatSeeds({ count, steps }: SeedsLink): string {
  return `${count}.${steps}`;
}

/** Reads how many seeds, and for how many steps; undefined where the text says neither or what is not on offer. */
export function parseSeeds(text: string): SeedsLink | undefined {
  const [, count, steps] = /^(\d{1,2})\.(\d{1,6})$/.exec(text) ?? [];
  const seeds = { count: Number(count), steps: Number(steps) };
  return SEED_COUNTS.includes(seeds.count) && seeds.steps >= 1 && seeds.steps <= MOST_SEED_STEPS ? seeds : undefined;
}

/** A demo's state as text and back: parameters that differ, seed, step, backend, interventions. Whatever a link says, it opens. */
import type { BackendName, Intervention } from '../../engine/protocol';
import { defaultsOf, formatValue, resolveValues, sameValue } from '../../demos/resolve';
import type { Demo, Values } from '../../demos/declaration';
import { readCondition } from '../../engine/breakpoints/condition';
import { vocabularyOf } from '../../engine/breakpoints/quantities';
import { fill, type Text } from '../../i18n/text';
import { shellText } from '../../i18n/shell';
import { formatFork, formatSeeds, parseFork, parseSeeds, type ForkLink, type SeedsLink } from '../compare/link-compare';
import { formatIntervention, parseIntervention } from './interventions';
import { readStep } from './steps';
import { formatInspected, parseInspected, parseWatches, type Inspected } from './view';
import { formatOwn, OWN_DATA_NAMES, parseOwn, type Own } from '../own-data';
import { PANELS, type PanelName } from '../panels';

export interface LinkState {
  readonly values: Values;
  readonly seed: number;
  readonly step: number | undefined;
  readonly backend: BackendName | undefined;
  readonly interventions: readonly Intervention[];
  /** The reader's own data: of those that a link says, few enough to travel in one. */
  readonly own: Own | undefined;
  /** Conditions at which the run pauses. */
  readonly breakpoints: readonly string[];
  /** The inspector, where it is open. */
  readonly inspected: Inspected | undefined;
  /** Tensors pinned beside the picture. */
  readonly watches: readonly string[];
  /** A fork of the run, trained in lockstep with it. */
  readonly fork: ForkLink | undefined;
  /** Several seeds, set up and not begun: nothing trains that was not asked to. */
  readonly seeds: SeedsLink | undefined;
  /** Which of the folded parts below the demo are open. */
  readonly panels: readonly PanelName[];
}

const BACKENDS: readonly BackendName[] = ['compiled', 'wasm', 'cpu', 'webgl', 'webgpu'];
const MOST_SEED = 4294967295;
const MOST_INTERVENTIONS = 200;
/** Problems named at most: a link of nothing but nonsense needs no longer list. */
const MOST_PROBLEMS = 12;
/** So many conditions are asked at every step, at most. */
export const MOST_BREAKPOINTS = 12;
const LONGEST_NAME = 40;
const RESERVED = new Set(['seed', 'step', 'backend', 'do', ...OWN_DATA_NAMES, 'break', 'inspect', 'watch', 'fork', 'seeds', 'open']);

/** Which parts of a state are too long for a link, and are left out of it. */
export function tooLong({ own, interventions }: LinkState): { readonly own: boolean; readonly interventions: boolean } {
  return {
    own: own !== undefined && formatOwn(own) === undefined,
    interventions: interventions.flatMap(formatIntervention).length > MOST_INTERVENTIONS,
  };
}

/** The state as query text, without what is as declared. Of a demo that opens otherwise it is never empty: an empty one would open that. */
export function formatLink(demo: Demo, state: LinkState): string {
  const query = new URLSearchParams();
  const defaults = defaultsOf(demo);
  for (const [name, value] of Object.entries(state.values))
    if (Object.hasOwn(defaults, name) && !sameValue(defaults[name], value)) query.set(name, formatValue(value));
  if (state.seed !== demo.seed) query.set('seed', String(state.seed));
  if (state.step !== undefined && state.step > 0) query.set('step', String(state.step));
  if (state.backend !== undefined) query.set('backend', state.backend);
  const long = tooLong(state);
  if (state.interventions.length > 0 && !long.interventions) query.set('do', state.interventions.flatMap(formatIntervention).join('~'));
  const own = state.own === undefined ? undefined : formatOwn(state.own);
  if (own !== undefined) query.set(...own);
  for (const condition of state.breakpoints) query.append('break', condition);
  const inspected = state.inspected === undefined ? undefined : formatInspected(state.inspected);
  if (inspected !== undefined) query.set('inspect', inspected);
  for (const name of state.watches) query.append('watch', name);
  if (state.fork !== undefined) query.set('fork', formatFork(state.fork));
  if (state.seeds !== undefined) query.set('seeds', formatSeeds(state.seeds));
  if (state.panels.length > 0) query.set('open', state.panels.join(','));
  if (query.size === 0 && demo.opens !== undefined) query.set('step', '0');
  return query.toString();
}

/** Reads a link's query. What is wrong is named, and stands at its default. */
export function parseLink(demo: Demo, query: string): { readonly state: LinkState; readonly problems: readonly Text[] } {
  const given = new URLSearchParams(query);
  const texts: Record<string, string> = {};
  for (const [name, text] of given) if (!RESERVED.has(name)) texts[name.slice(0, LONGEST_NAME)] = text.slice(0, 200);
  const resolved = resolveValues(demo, texts);
  const problems = resolved.problems.map(({ parameter, message }) => ({
    zh: `${parameter}\uFF1A${message.zh}`,
    en: `${parameter}: ${message.en}`,
  }));
  const wrong = (name: string): void => {
    problems.push({ zh: fill(shellText.linkWrong.zh, { name }), en: fill(shellText.linkWrong.en, { name }) });
  };
  const whole = (name: string, most: number): number | undefined => {
    const text = given.get(name);
    if (text === null) return undefined;
    const number = readStep(text);
    if (number !== undefined && number <= most) return number;
    wrong(name);
    return undefined;
  };
  const backendText = given.get('backend');
  const backend = BACKENDS.find((name) => name === backendText);
  if (backendText !== null && backend === undefined) wrong('backend');
  const doing = (given.get('do') ?? '').split('~').filter((text) => text !== '');
  const interventions = doing.slice(0, MOST_INTERVENTIONS).map((text) => parseIntervention(demo, text));
  if (interventions.includes(undefined) || doing.length > MOST_INTERVENTIONS) wrong('do');
  const { own, wrong: wrongOwn } = parseOwn(demo, given);
  if (wrongOwn !== undefined) wrong(wrongOwn);
  const conditions = [...new Set(given.getAll('break').map((text) => text.trim()))];
  const vocabulary = vocabularyOf(Object.keys(demo.metrics), 'unknown');
  const breakpoints = conditions.filter((text) => 'expression' in readCondition(text, vocabulary)).slice(0, MOST_BREAKPOINTS);
  if (breakpoints.length < conditions.length) wrong('break');
  const looked = given.get('inspect');
  const inspected = looked === null ? undefined : parseInspected(looked);
  if (looked !== null && inspected === undefined) wrong('inspect');
  const watches = parseWatches(given.getAll('watch'));
  if (watches.length < new Set(given.getAll('watch')).size) wrong('watch');
  const forkText = given.get('fork');
  const fork = forkText === null ? undefined : parseFork(demo, forkText);
  if (forkText !== null && fork === undefined) wrong('fork');
  const seedsText = given.get('seeds');
  const seeds = seedsText === null ? undefined : parseSeeds(seedsText);
  if (seedsText !== null && seeds === undefined) wrong('seeds');
  const openText = (given.get('open') ?? '').split(',').filter((name) => name !== '');
  const panels = PANELS.filter((name) => openText.includes(name));
  if (panels.length < openText.length) wrong('open');
  const state: LinkState = {
    values: resolved.values,
    seed: whole('seed', MOST_SEED) ?? demo.seed,
    step: whole('step', Infinity),
    backend,
    interventions: interventions.filter((one): one is Intervention => one !== undefined).sort((a, b) => a.step - b.step),
    own,
    breakpoints,
    inspected,
    watches,
    fork,
    seeds,
    panels,
  };
  return { state, problems: problems.slice(0, MOST_PROBLEMS) };
}

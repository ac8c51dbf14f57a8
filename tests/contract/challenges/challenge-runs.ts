/** Challenges of the chapters, and whether a run of their demo solves them at some step. */
import { demos } from '../../../src/demos/registry';
import { formatValue } from '../../../src/demos/resolve';
import type { Demo, Values } from '../../../src/demos/declaration';
import { labTrainer, trainFor } from '../../../src/engine/worker/lab';
import { holdsFor, parseGoal, reaches, type Goal } from '../../../src/shell/challenge/goal';
import { settingsOfGoal } from '../../../src/shell/challenge/goal-words';
import { quantitiesNow } from '../../../src/shell/challenge/quantities';
import type { Chapter } from '../../../src/site/markdown/book';
import { readAnswer } from '../../../src/site/markdown/challenge-answer';
import { readDemoUse } from '../../../src/site/markdown/demo-use';
import { attributeOf } from '../../../src/site/markdown/nodes';
import type { MeasuredRun } from '../../../src/site/markdown/measured';
import { nodesOf } from '../chapter-nodes';

export interface Challenge {
  /** `mlp/fence`. */
  readonly name: string;
  readonly demoId: string;
  readonly demo: Demo;
  readonly goal: Goal;
  /** The settings of its figure. */
  readonly figure: Values;
  readonly answers: readonly MeasuredRun[];
}

/** Parameters that say what is learned from: another choice is another task. */
const DATA = ['dataset', 'target', 'picture', 'learnFrom', 'places'];

/** The challenges of a chapter. */
export function challengesOf(chapter: Chapter): readonly Challenge[] {
  return nodesOf(chapter.tree, 'containerDirective').flatMap((node): Challenge[] => {
    if (node.name !== 'challenge') return [];
    const figure = chapter.inventory.demos.find(({ name }) => name === attributeOf(node, 'demo'));
    const demo = figure?.demo === undefined ? undefined : demos.get(figure.demo);
    if (figure?.demo === undefined || demo === undefined) return [];
    const parsed = parseGoal(attributeOf(node, 'goal') ?? '', demo);
    if ('problem' in parsed) throw new Error(parsed.problem.en);
    const answers = readAnswer(node, figure, demo).runs;
    const name = `${chapter.id}/${attributeOf(node, 'id') ?? ''}`;
    return [{ name, demoId: figure.demo, demo, goal: parsed.goal, figure: readDemoUse(figure.node, demo).values, answers }];
  });
}

/** Each value of each parameter that names data, put over some settings. */
function withOtherData(demo: Demo, values: Values): readonly Values[] {
  const others = Object.entries(demo.parameters).flatMap(([name, parameter]) =>
    parameter.kind === 'choice' && DATA.includes(name)
      ? Object.keys(parameter.options).map((option) => ({ ...values, [name]: option }))
      : [],
  );
  return [values, ...others];
}

function writtenOut(values: Values): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}=${formatValue(value)}`)
    .join(' ');
}

/**
 * Settings that must not solve a challenge: the figure as it stands and as it is set up for it, every preset, each on every data set; and what is not the answer's
 * own of the answer's settings on every data set.
 */
export function cheatsFor({ demo, goal, figure, answers }: Challenge): readonly Values[] {
  const setUp = { ...figure, ...settingsOfGoal(goal, demo) };
  const presets = Object.values(demo.presets ?? {}).map(({ values }) => ({ ...figure, ...values }));
  const own = new Set(answers.map(({ values }) => writtenOut(values)));
  const all = [figure, ...presets, ...answers.map(({ values }) => values)].flatMap((values) => withOtherData(demo, values));
  return [...new Map([setUp, ...all].map((values) => [writtenOut(values), values])).entries()].flatMap(([key, values]) =>
    own.has(key) ? [] : [values],
  );
}

/** How many steps a run has at most: what the goal allows, else what the demo declares or the answer takes. */
export function stepsFor({ demo, goal, answers }: Challenge, values: Values): number {
  const declared = Math.max(demo.steps, Number(values['steps'] ?? 0), ...answers.map(({ step }) => step));
  const most = goal.map((group) => {
    const bound = (signs: readonly string[]): number[] =>
      group.flatMap((one) => ('quantity' in one && one.quantity === 'step' && signs.includes(one.operator) ? [one.value] : []));
    const upper = bound(['<', '<=', '==']);
    return upper.length > 0 ? Math.min(...upper) : Math.max(declared, ...bound(['>', '>=']));
  });
  return Math.max(...most);
}

/** True where what stays the same all through a run rules every group of the goal out, so that it need not be trained. */
function ruledOut({ goal, demo }: Challenge, params: Values, counts: Readonly<Record<string, number>>): boolean {
  const { parameters } = demo;
  const known = { ...counts, ...Object.fromEntries(Object.entries(params).filter(([, value]) => typeof value === 'number')) };
  const quantities = Object.fromEntries(Object.entries(known).map(([name, value]) => [name, Number(value)]));
  return goal.every((group) =>
    group.some(
      (one) => ('parameter' in one || Object.hasOwn(quantities, one.quantity)) && !holdsFor(one, { quantities, params, parameters }),
    ),
  );
}

/** The first step at which a run solves a challenge, as the page would judge it there; undefined where it never does. */
export async function solvedAt(challenge: Challenge, values: Values, seed: number, steps: number): Promise<number | undefined> {
  const { demoId, demo, goal } = challenge;
  if (ruledOut(challenge, values, {})) return undefined;
  const trainer = await labTrainer('compiled', demoId, demo, { values, seed });
  const { spec } = trainer.model;
  const { parameters, hiddenLayers, hiddenUnits } = quantitiesNow({ metrics: {}, params: {}, cursor: 0, spec });
  const counts =
    spec === undefined ? {} : { parameters: parameters ?? NaN, hiddenLayers: hiddenLayers ?? NaN, hiddenUnits: hiddenUnits ?? NaN };
  const numbers = quantitiesNow({ metrics: {}, params: values, cursor: 0, spec });
  const metrics: Record<string, number> = {};
  let found: number | undefined;
  const judge = (step: number): void => {
    if (found === undefined && reaches(goal, { quantities: { ...numbers, ...metrics, step }, params: values, parameters: demo.parameters }))
      found = step;
  };
  try {
    if (ruledOut(challenge, values, counts)) return undefined;
    const read: Parameters<typeof trainFor>[2] = ({ from, loss, evaluatedAt, evaluated }) => {
      const take = (step: number): void => {
        const place = evaluatedAt.lastIndexOf(step);
        if (place >= 0) for (const [name, series] of Object.entries(evaluated)) metrics[name] = series[place] ?? NaN;
      };
      if (from === 0 && evaluatedAt.includes(0)) {
        take(0);
        judge(0);
      }
      loss.forEach((one, i) => {
        metrics['loss'] = one;
        take(from + i + 1);
        judge(from + i + 1);
      });
    };
    await trainFor(trainer, 0, read);
    while (found === undefined && trainer.step < steps) await trainFor(trainer, Math.min(200, steps - trainer.step), read);
    return found;
  } finally {
    trainer.dispose();
  }
}

/** A run in a few words: what differs from the figure. */
export function described(values: Values, { figure }: Challenge): string {
  const changed = Object.entries(values).filter(([name, value]) => formatValue(value) !== formatValue(figure[name] ?? ''));
  return changed.length === 0 ? 'as the figure stands' : changed.map(([name, value]) => `${name}=${formatValue(value)}`).join(' ');
}

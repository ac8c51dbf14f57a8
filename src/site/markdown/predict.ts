/** `:::predict{#name kind=… demo=… step=… metric=…}`: what a reader commits to before a run is shown, and the run that decides. */
import type { ContainerDirective } from 'mdast-util-directive';
import { defaultsOf, sameValue } from '../../demos/resolve';
import type { Demo } from '../../demos/declaration';
import { WHOLE_QUANTITIES } from '../../engine/breakpoints/quantities';
import { everyPart, type Expression } from '../../ml/expression/expression';
import { printExpression } from '../../ml/expression/print';
import { arraysAsked, readMetric } from '../../shell/predict/metric-language';
import { PREDICTION_KINDS, type AskedRun, type PredictionKind, type Question } from '../../shell/predict/question';
import { lies, readStretches, type Stretch } from '../../shell/predict/stretches';
import { readDemoUse } from './demo-use';
import { readStep, settingsIn, type Measured, type MeasuredRun, type Say } from './measured';
import { attributeOf } from './nodes';
import { statedNumbers, type Stated } from './stated';

export interface Prediction {
  readonly kind: PredictionKind;
  readonly run: MeasuredRun;
  readonly question: Question;
  /** The number that the text says the run gives, to be measured again. Of a curve, its answer says numbers of its own. */
  readonly measured?: Measured;
  /** Of a choice: the place of the answer in which that number lies, from 0. */
  readonly right?: number;
}

/** Attributes that are not parameters of the demo. */
const RESERVED = [
  'id',
  'kind',
  'demo',
  'preset',
  'seed',
  'step',
  'metric',
  'against',
  'says',
  'answers',
  'axis',
  'scale',
  'across',
  'from',
  'class',
];
/** Which attributes a kind takes besides those of its run. */
const OF_KIND: Readonly<Record<PredictionKind, readonly string[]>> = {
  choice: ['against', 'says', 'answers'],
  value: ['against', 'says', 'axis', 'scale'],
  curve: ['axis', 'scale', 'across', 'from'],
};

function readKind(node: ContainerDirective, say: Say): PredictionKind | undefined {
  const text = attributeOf(node, 'kind');
  const kind = PREDICTION_KINDS.find((one) => one === text);
  if (kind === undefined) return say(`needs a kind: ${PREDICTION_KINDS.join(', ')}`);
  for (const name of new Set(Object.values(OF_KIND).flat())) {
    if (attributeOf(node, name) !== undefined && !OF_KIND[kind].includes(name)) {
      say(`kind=${kind} has no ${name}=…; it has: ${OF_KIND[kind].join(', ')}`);
    }
  }
  return kind;
}

/** What is read off the run: a page trains it without looking inside, so what only breakpoints look at cannot be asked. */
function readAsked(node: ContainerDirective, demo: Demo, kind: PredictionKind, say: Say): Expression | undefined {
  const text = attributeOf(node, 'metric');
  if (text === undefined) return say('needs a metric=…');
  if (kind === 'curve') {
    const known = ['loss', ...Object.keys(demo.metrics).filter((name) => name !== 'loss' && demo.metrics[name]?.chart !== 'none')];
    if (!known.includes(text)) return say(`metric "${text}" is no curve along the steps; there are: ${known.join(', ')}`);
  }
  const read = readMetric(text, demo);
  if ('problem' in read) return say(`metric "${text}": ${read.problem}`);
  const arrays = arraysAsked(read.expression).map(({ written }) => written);
  const inside = everyPart(read.expression).find((part) => {
    if (part.kind === 'name') return WHOLE_QUANTITIES.some((name) => name === part.name);
    return part.kind === 'measure' && !arrays.includes(printExpression(part));
  });
  return inside === undefined
    ? read.expression
    : say(`metric "${text}": ${printExpression(inside)} is seen by looking inside; ask for metrics or arrays`);
}

/** @param said the number that must lie between the ends. */
function readAxis(node: ContainerDirective, said: Stated | undefined, say: Say): readonly [number, number] | undefined {
  const text = attributeOf(node, 'axis');
  const scale = attributeOf(node, 'scale');
  if (scale !== undefined && scale !== 'log') say(`scale="${scale}" should be log, or be left out`);
  const numbers = (text ?? '').split(',').map((one) => (one.trim() === '' ? NaN : Number(one)));
  const [low = NaN, high = NaN] = numbers;
  if (numbers.length !== 2 || !(low < high)) return say(`axis="${text ?? ''}" should be its two ends, the smaller first: axis="0,1"`);
  if (scale === 'log' && low <= 0) return say(`axis="${text ?? ''}" begins at ${low}, and a logarithmic one above 0`);
  if (said !== undefined && !(said.value >= low && said.value <= high))
    say(`axis="${text ?? ''}" does not reach what the run gives, ${said.value}`);
  return [low, high];
}

/** The horizontal axis of a curve: from 0, or from 1 where it is logarithmic, unless the text says from where. */
function readSteps(node: ContainerDirective, last: number, say: Say): { readonly logSteps: boolean; readonly from: number } {
  const [across, from] = [attributeOf(node, 'across'), attributeOf(node, 'from')];
  if (across !== undefined && across !== 'log') say(`across="${across}" should be log, or be left out`);
  const least = across === 'log' ? 1 : 0;
  if (from === undefined) return { logSteps: across === 'log', from: least };
  if (!/^\d+$/.test(from) || Number(from) < least || Number(from) >= last) {
    say(`from="${from}" should be a step from ${least} to ${last - 1}, at which the axis begins`);
  }
  return { logSteps: across === 'log', from: Number(from) };
}

function readSays(node: ContainerDirective, say: Say): Stated | undefined {
  const says = attributeOf(node, 'says');
  const stated = statedNumbers(says ?? '');
  const [said] = stated;
  return stated.length === 1 ? said : say(`says="${says ?? ''}" should be the one number that the run gives`);
}

function readRight(answers: readonly Stretch[], { value, unit }: Stated, say: Say): number | undefined {
  // With all that its last digit leaves open.
  const right = answers.findIndex((answer) => [value - unit / 2, value, value + unit / 2].every((one) => lies(one, answer)));
  return right === -1
    ? say(`none of the answers holds what the run gives, ${value}, with half a unit of its last digit on either side`)
    : right;
}

function askedRun({ values, seed, step }: MeasuredRun, demo: Demo): AskedRun {
  const defaults = defaultsOf(demo);
  return { values: Object.fromEntries(Object.entries(values).filter(([name, value]) => !sameValue(defaults[name], value))), seed, step };
}

function readRuns(
  node: ContainerDirective,
  id: string,
  demo: Demo,
  say: Say,
): { readonly run: MeasuredRun; readonly against: MeasuredRun | undefined } {
  const use = readDemoUse(node, demo, RESERVED);
  for (const problem of use.problems) say(`demo "${id}" ${problem}`);
  const run = { demo: id, values: use.values, seed: use.seed, step: readStep(attributeOf(node, 'step'), say) };
  const text = attributeOf(node, 'against');
  if (text === undefined) return { run, against: undefined };
  const changed = settingsIn(text);
  const other = readDemoUse({ attributes: { ...node.attributes, ...changed } }, demo, RESERVED);
  for (const problem of other.problems) say(`against "${text}": ${problem}`);
  const step = changed['step'] === undefined ? run.step : readStep(changed['step'], say);
  return { run, against: { demo: id, values: other.values, seed: other.seed, step } };
}

function readAnswers(
  node: ContainerDirective,
  said: Stated | undefined,
  say: Say,
): { readonly answers: string; readonly right: number } | undefined {
  const answers = attributeOf(node, 'answers');
  if (answers === undefined)
    return say('needs answers="…": what the run gives in each, for instance "below 0.45; 0.45 to 0.55; above 0.55"');
  const read = readStretches(answers);
  if ('problem' in read) return say(`answers: ${read.problem}`);
  const items = node.children.findLast((child) => child.type === 'list')?.children.length ?? 0;
  if (items !== read.stretches.length)
    say(`has ${read.stretches.length} answers in answers="…" and a list of ${items}: one for each, in the same order`);
  const right = said === undefined ? undefined : readRight(read.stretches, said, say);
  return right === undefined ? undefined : { answers, right };
}

/** Reads a prediction. Problems are sentences without a subject; with any, there is nothing to ask. */
export function readPrediction(
  node: ContainerDirective,
  demos: ReadonlyMap<string, Demo>,
): { readonly prediction: Prediction } | { readonly problems: readonly string[] } {
  const problems: string[] = [];
  const say: Say = (problem) => void problems.push(problem);
  const id = attributeOf(node, 'demo');
  const demo = id === undefined ? undefined : demos.get(id);
  const kind = readKind(node, say);
  if (id === undefined || demo === undefined) {
    say(`${id === undefined ? 'needs a demo=…' : `there is no demo "${id}"`}; there are: ${[...demos.keys()].join(', ') || 'none'}`);
    return { problems };
  }
  if (kind === undefined) return { problems };
  const { run, against } = readRuns(node, id, demo, say);
  if (kind === 'curve' && run.step < 2) say(`step="${run.step}" leaves no curve to draw: two steps at least`);
  const expression = readAsked(node, demo, kind, say);
  const said = kind === 'curve' ? undefined : readSays(node, say);
  const choice = kind === 'choice' ? readAnswers(node, said, say) : undefined;
  const axis = kind === 'choice' ? undefined : readAxis(node, said, say);
  const { logSteps, from } = readSteps(node, run.step, say);
  if (expression === undefined || problems.length > 0) return { problems };
  const written = attributeOf(node, 'metric') ?? '';
  const question: Question = {
    kind,
    demo: id,
    run: askedRun(run, demo),
    ...(against !== undefined && { against: askedRun(against, demo) }),
    metric: written,
    ...(choice !== undefined && { answers: choice.answers }),
    ...(axis !== undefined && { axis }),
    ...(attributeOf(node, 'scale') === 'log' && { log: true }),
    ...(logSteps && { logSteps: true }),
    ...(from > 0 && { from }),
    ...((said?.percent ?? demo.metrics[written]?.format === 'percent') && { percent: true }),
  };
  const measured: Measured | undefined = said && {
    runs: [run],
    against: against === undefined ? [] : [against],
    asked: { kind: 'metric', expression },
    written,
    over: [],
    stated: [said],
    reading: { kind: 'exact' },
  };
  return { prediction: { kind, run, question, ...(measured && { measured }), ...(choice && { right: choice.right }) } };
}

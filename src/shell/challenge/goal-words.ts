/** A challenge's goal in the reader's words, and how far a run is from it: the labels of the demo's declaration instead of names. */
import { formatValue, parseValue } from '../../demos/resolve';
import type { Demo, Parameter, Values } from '../../demos/declaration';
import { goalText } from '../../i18n/goals';
import { fill, type Lang, type Text } from '../../i18n/text';
import { holdsFor, parseGoal, type Comparison, type Condition, type Goal, type Setting } from './goal';

type Named = Pick<Demo, 'metrics' | 'parameters'>;
type Run = Parameters<typeof holdsFor>[1];

const COMMON: Readonly<Record<string, Text>> = {
  step: goalText.step,
  parameters: goalText.parameters,
  hiddenUnits: goalText.hiddenUnits,
  hiddenLayers: goalText.hiddenLayers,
  loss: goalText.loss,
};
const COMPARED = {
  '>=': goalText.atLeast,
  '<=': goalText.atMost,
  '>': goalText.above,
  '<': goalText.below,
  '==': goalText.exactly,
} as const;
const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** As a reader writes it: a minus, and powers of ten for what is very small. */
function plainNumber(value: number): string {
  if (value === 0 || Math.abs(value) >= 1e-4) return String(value).replace('-', '−');
  const [mantissa = '', exponent = ''] = value.toExponential().split('e-');
  const raised = exponent.replace(/\d/g, (digit) => RAISED[Number(digit)] ?? '');
  return `${mantissa === '1' ? '' : `${mantissa.replace('-', '−')}×`}10⁻${raised}`;
}

function numberOf(value: number, quantity: string, { metrics, parameters }: Named, lang: Lang): string {
  if (metrics[quantity]?.format === 'percent') return `${plainNumber(Number((100 * value).toPrecision(12)))}${lang === 'en' ? ' ' : ''}%`;
  const parameter = parameters[quantity];
  const unit = parameter?.kind === 'range' ? parameter.unit?.[lang] : undefined;
  return plainNumber(value) + (unit === undefined ? '' : ` ${unit}`);
}

function nameOf(quantity: string, { metrics, parameters }: Named, lang: Lang): string {
  return (metrics[quantity]?.label ?? parameters[quantity]?.label ?? COMMON[quantity])?.[lang] ?? quantity;
}

/** What is said at once: one condition, or the two ends between which a number is to lie. */
type Part = readonly [Condition] | readonly [low: Comparison, high: Comparison];

/** A group's conditions in its order; two ends of one number are one part, where the first of them stands. */
function partsOf(group: readonly Condition[]): readonly Part[] {
  const end = (of: Condition, operator: '>=' | '<='): Comparison | undefined =>
    group.find(
      (one): one is Comparison => 'quantity' in one && 'quantity' in of && one.quantity === of.quantity && one.operator === operator,
    );
  return group.flatMap((one, i): readonly Part[] => {
    const [low, high] = [end(one, '>='), end(one, '<=')];
    if (low === undefined || high === undefined || (one !== low && one !== high)) return [[one]];
    return i === Math.min(group.indexOf(low), group.indexOf(high)) ? [[low, high]] : [];
  });
}

function valueOf(value: string, parameter: Parameter | undefined, lang: Lang): string {
  if (parameter?.kind === 'toggle') return goalText[value === 'true' ? 'on' : 'off'][lang];
  if (value === '') return goalText.none[lang];
  const options: Readonly<Record<string, Text>> = parameter !== undefined && 'options' in parameter ? parameter.options : {};
  const words = value.split(',').map((entry) => options[entry]?.[lang] ?? entry);
  return words.join(lang === 'zh' ? '、' : ', ');
}

/** A switch that is not to be on is to be off. */
function wanted({ parameter, negated, value }: Setting, { parameters }: Named): Pick<Setting, 'negated' | 'value'> {
  return parameters[parameter]?.kind === 'toggle' && negated
    ? { negated: false, value: value === 'true' ? 'false' : 'true' }
    : { negated, value };
}

/** One part, with the name of what it speaks of or, where that is said already, without. */
function asked([one, high]: Part, name: string, demo: Named, lang: Lang): string {
  if (!('quantity' in one)) {
    const { negated, value } = wanted(one, demo);
    return fill(goalText[negated ? 'notSetting' : 'setting'][lang], { name, value: valueOf(value, demo.parameters[one.parameter], lang) });
  }
  const number = ({ value }: Comparison): string => numberOf(value, one.quantity, demo, lang);
  const words =
    high === undefined
      ? fill(COMPARED[one.operator][lang], { name, number: number(one) })
      : fill(goalText.between[lang], { name, low: number(one), high: number(high) });
  return words.trim();
}

function partName([one]: Part, demo: Named, lang: Lang): string {
  return nameOf('quantity' in one ? one.quantity : one.parameter, demo, lang);
}

/** "test accuracy at least 97 % · hidden units 1 to 3 · data: circle". A goal that cannot be read (the build names it) is shown as it is written. */
export function goalInWords(goal: string, demo: Named, lang: Lang): string {
  const parsed = parseGoal(goal, demo);
  if ('problem' in parsed) return goal;
  return parsed.goal
    .map((group) =>
      partsOf(group)
        .map((part) => asked(part, partName(part, demo, lang), demo, lang))
        .join(' · '),
    )
    .join(goalText.or[lang]);
}

/** How a run stands to one part of a goal. */
export interface Standing {
  readonly met: boolean;
  /** "test accuracy 82.4 % (at least 97 %)"; a dash where the run does not have the number yet. */
  readonly words: string;
}

/** Three digits, or six where three would say that a goal is reached, or missed, that is not. */
function rounded(number: number, part: Part, run: Run): number {
  // Counts are said whole.
  if (Number.isInteger(number)) return number;
  const [three = number, six = number] = [3, 6].map((digits) => Number(number.toPrecision(digits)));
  const as = (value: number) =>
    part.every((one) => !('quantity' in one) || holdsFor(one, { ...run, quantities: { [one.quantity]: value } }));
  return as(three) === as(number) ? three : six;
}

/** How a run stands to a goal, part by part; of goals that can be reached in several ways, each way. */
export function standingTo(goal: Goal, demo: Named, run: Run, lang: Lang): readonly (readonly Standing[])[] {
  return goal.map((group) =>
    partsOf(group).map((part) => {
      const met = part.every((one) => holdsFor(one, run));
      const [one] = part;
      const name = partName(part, demo, lang);
      if ('quantity' in one) {
        const number = run.quantities[one.quantity] ?? NaN;
        const now = Number.isFinite(number) ? numberOf(rounded(number, part, run), one.quantity, demo, lang) : '–';
        return { met, words: fill(goalText.now[lang], { name, now, asked: asked(part, '', demo, lang) }) };
      }
      const parameter = demo.parameters[one.parameter];
      const now = valueOf(formatValue(run.params[one.parameter] ?? ''), parameter, lang);
      const { negated, value } = wanted(one, demo);
      const template = met ? goalText.setting : goalText[negated ? 'otherThan' : 'otherSetting'];
      return { met, words: fill(template[lang], { name, now, value: met ? now : valueOf(value, parameter, lang) }) };
    }),
  );
}

/** What a goal says of the settings alone: the options that its first way names. Numbers and what takes thought are the reader's. */
export function settingsOfGoal(goal: Goal, { parameters }: Named): Values {
  const named = (goal[0] ?? []).flatMap((one): readonly (readonly [string, Values[string]])[] => {
    if ('quantity' in one) return [];
    const { negated, value } = wanted(one, { parameters, metrics: {} });
    const parameter = parameters[one.parameter];
    const parsed = negated || parameter === undefined ? undefined : parseValue(parameter, value);
    return parsed === undefined || 'problem' in parsed ? [] : [[one.parameter, parsed.value]];
  });
  return Object.fromEntries(named);
}

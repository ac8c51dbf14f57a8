/** A challenge's goal in the reader's words: the labels of the demo's declaration instead of names. */
import type { Demo, Parameter } from '../../demos/declaration';
import { siteText } from '../../i18n/site';
import { fill, type Lang, type Text } from '../../i18n/text';
import { parseGoal, type Comparison, type Condition, type Setting } from '../../shell/challenge/goal';

type Named = Pick<Demo, 'metrics' | 'parameters'>;

const COMMON: Readonly<Record<string, Text>> = {
  step: siteText.goalStep,
  parameters: siteText.goalParameters,
  hiddenUnits: siteText.goalHiddenUnits,
  hiddenLayers: siteText.goalHiddenLayers,
  loss: siteText.goalLoss,
};
const COMPARED = {
  '>=': siteText.goalAtLeast,
  '<=': siteText.goalAtMost,
  '>': siteText.goalAbove,
  '<': siteText.goalBelow,
  '==': siteText.goalExactly,
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

function compared({ quantity, operator, value }: Comparison, demo: Named, lang: Lang): string {
  return fill(COMPARED[operator][lang], { name: nameOf(quantity, demo, lang), number: numberOf(value, quantity, demo, lang) });
}

function valueOf(value: string, parameter: Parameter | undefined, lang: Lang): string {
  if (value === '') return siteText.goalNone[lang];
  const options: Readonly<Record<string, Text>> = parameter !== undefined && 'options' in parameter ? parameter.options : {};
  const words = value.split(',').map((entry) => options[entry]?.[lang] ?? entry);
  return words.join(lang === 'zh' ? '、' : ', ');
}

function chosen({ parameter, negated, value }: Setting, demo: Named, lang: Lang): string {
  if (demo.parameters[parameter]?.kind === 'toggle') {
    const position = siteText[(value === 'true') === negated ? 'goalOff' : 'goalOn'][lang];
    return fill(siteText.goalSetting[lang], { name: nameOf(parameter, demo, lang), value: position });
  }
  const words = { name: nameOf(parameter, demo, lang), value: valueOf(value, demo.parameters[parameter], lang) };
  return fill(siteText[negated ? 'goalNotSetting' : 'goalSetting'][lang], words);
}

/** The other end, where a number is to be at least and at most something. */
function rangeOf(one: Condition, group: readonly Condition[]): readonly [Comparison, Comparison] | undefined {
  const end = (operator: '>=' | '<='): Comparison | undefined =>
    group.find(
      (other): other is Comparison =>
        'quantity' in other && 'quantity' in one && other.quantity === one.quantity && other.operator === operator,
    );
  const [low, high] = [end('>='), end('<=')];
  return low === undefined || high === undefined || (one !== low && one !== high) ? undefined : [low, high];
}

function conditionInWords(one: Condition, group: readonly Condition[], demo: Named, lang: Lang): readonly string[] {
  if (!('quantity' in one)) return [chosen(one, demo, lang)];
  const range = rangeOf(one, group);
  if (range === undefined) return [compared(one, demo, lang)];
  const [low, high] = range;
  // Said once, where the first of the two stands.
  if (group.indexOf(one) > Math.min(group.indexOf(low), group.indexOf(high))) return [];
  const ends = { low: numberOf(low.value, one.quantity, demo, lang), high: numberOf(high.value, one.quantity, demo, lang) };
  return [fill(siteText.goalBetween[lang], { name: nameOf(one.quantity, demo, lang), ...ends })];
}

/** "test accuracy at least 97 % · hidden units 1 to 3 · data: circle". A goal that cannot be read (the build names it) is shown as it is written. */
export function goalInWords(goal: string, demo: Named, lang: Lang): string {
  const parsed = parseGoal(goal, demo);
  if ('problem' in parsed) return goal;
  return parsed.goal
    .map((group) => group.flatMap((one) => conditionInWords(one, group, demo, lang)).join(' · '))
    .join(siteText.goalOr[lang]);
}

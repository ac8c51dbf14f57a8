/** A run's settings in words: the values of knobs, and which of them are not the declared ones. */
import { defaultsOf, formatValue, sameValue, touchesRun } from '../../demos/resolve';
import type { Demo, Parameter, Value, Values } from '../../demos/declaration';
import { compareText } from '../../i18n/compare';
import type { Lang } from '../../i18n/text';
import { short } from '../../views/parts/ramp';

/** A value as readers say it. */
export function valueWords(parameter: Parameter, value: Value, lang: Lang): string {
  switch (parameter.kind) {
    case 'range':
      return `${short(Number(value))}${parameter.unit === undefined ? '' : ` ${parameter.unit[lang]}`}`;
    case 'toggle':
      return compareText[value === true ? 'yes' : 'no'][lang];
    case 'choice':
      return parameter.options[String(value)]?.[lang] ?? formatValue(value);
    case 'set':
    case 'choices': {
      const names = Array.isArray(value) ? value.map(String) : [];
      const words = names.map((name) => parameter.options[name]?.[lang] ?? name).join(lang === 'zh' ? '、' : ', ');
      return words === '' ? compareText.none[lang] : words;
    }
    case 'sizes':
    case 'text':
      return formatValue(value) === '' ? compareText.none[lang] : formatValue(value);
  }
}

/** Names of the parameters that are not as declared, those that only change pictures aside. */
export function differing(demo: Demo, values: Values): string[] {
  const defaults = defaultsOf(demo);
  return Object.entries(demo.parameters)
    .filter(([name, { effect }]) => touchesRun({ effect }) && values[name] !== undefined && !sameValue(values[name], defaults[name]))
    .map(([name]) => name);
}

/** What differs, in words: `learning rate 0.3, optimiser Adam`. */
export function settingWords(demo: Demo, values: Values, lang: Lang): string {
  return differing(demo, values)
    .map((name) => {
      const parameter = demo.parameters[name];
      return parameter === undefined ? name : `${parameter.label[lang]} ${valueWords(parameter, values[name] ?? '', lang)}`;
    })
    .join(lang === 'zh' ? '，' : ', ');
}

/** Parameters in which two runs may differ: all that do more than change pictures, and that are on show. */
export function forkable(demo: Demo, values: Values): [string, Parameter][] {
  return Object.entries(demo.parameters).filter(([, { effect, when }]) => touchesRun({ effect }) && (when === undefined || when(values)));
}

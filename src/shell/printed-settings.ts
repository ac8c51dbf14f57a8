/** The run's settings as a line of words: on paper there are no knobs to read them from, and no timeline. On a screen it is not there. */
import { shellText } from '../i18n/shell';
import { fill, labelled } from '../i18n/text';
import { valueWords } from './compare/settings';
import type { Controller } from './controller';

/** What the picture was made with: every knob that is on show, the seed, the step drawn. An attribute: the style prints it, and a page holds no element for it. */
export function printedSettings({ lang, loaded: { demo }, values, seed, cursor, recording, started }: Controller): string {
  const step = started ? cursor : recording?.frame.step;
  const knobs = Object.entries(demo.parameters)
    .filter(([, { when }]) => when === undefined || when(values))
    .map(([name, parameter]) => labelled(parameter.label[lang], valueWords(parameter, values[name] ?? parameter.value, lang), lang));
  const moment = step === undefined ? [] : [fill(shellText.stepNow[lang], { step })];
  return [...knobs, labelled(shellText.seed[lang], String(seed), lang), ...moment].join(lang === 'zh' ? '；' : '; ');
}

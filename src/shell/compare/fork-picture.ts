/** The pictures of a run and its fork side by side: what the fork's are drawn from, and whose is whose. */
import { compareText } from '../../i18n/compare';
import { fill } from '../../i18n/text';
import type { ViewSource } from '../../views/view';
import { answersOf, pastAnswersOf } from '../answering';
import type { Controller } from '../controller';
import { valueWords } from './settings';

/** What the fork's pictures show: its state at the cursor, or where it ends before. */
export function forkSource(controller: Controller): ViewSource | undefined {
  const pair = controller.comparison.forked;
  const frame = pair?.forkFrame;
  if (pair === undefined || frame === undefined) return undefined;
  const { fork, knob } = pair;
  const own = fork.values[knob];
  return {
    step: frame.step,
    arrays: frame.arrays,
    metrics: fork.record.metricsAt(frame.step),
    values: { ...controller.pictureValues, ...(own === undefined ? {} : { [knob]: own }) },
    spec: fork.spec,
    answers: answersOf(controller, fork),
    along: pastAnswersOf(controller, fork),
  };
}

/** Whose picture is whose, while there are two; with its last step for one that the cursor has gone past. */
export function pairCaptions({ comparison, loaded, lang }: Controller): { readonly main: string; readonly fork: string } | undefined {
  const pair = comparison.forked;
  const parameter = pair === undefined ? undefined : loaded.demo.parameters[pair.knob];
  if (pair === undefined || parameter === undefined) return undefined;
  const { knob, main, fork, cursor } = pair;
  const words = (side: typeof main, run: string): string => {
    const value = valueWords(parameter, side.values[knob] ?? parameter.value, lang);
    const said = fill(compareText.caption[lang], { run, knob: parameter.label[lang], value });
    return side.last < cursor ? `${said} · ${fill(compareText.stopsAt[lang], { step: side.last })}` : said;
  };
  return { main: words(main, compareText.thisRun[lang]), fork: words(fork, compareText.fork[lang]) };
}

/** Judges a challenge by a run. Apart from the element, and loaded when there is a run: it brings what reads goals and counts networks. */
import type { Values } from '../../demos/declaration';
import { loadDemo } from '../../demos/load';
import { defaultsOf } from '../../demos/resolve';
import type { Lang } from '../../i18n/text';
import { parseGoal, reaches } from './goal';
import { settingsOfGoal, standingTo, type Standing } from './goal-words';
import { quantitiesNow, type Judged } from './quantities';

export interface Judge {
  /** Whether a run has reached the goal. */
  reached(run: Judged): boolean;
  /** How a run stands to each part of the goal, for each of the ways in which it can be reached. */
  standing(run: Judged, lang: Lang): readonly (readonly Standing[])[];
  /** Where a figure with these values begins: every setting as it opens, those the goal names as it asks. */
  start(figure: Values): Values;
}

/** The judge of a goal over a demo. A goal that cannot be read (the build refuses those) is never reached. */
export async function judgeOf(id: string, written: string): Promise<Judge> {
  const { demo } = await loadDemo(id);
  const { parameters } = demo;
  const parsed = parseGoal(written, demo);
  const goal = 'problem' in parsed ? [] : parsed.goal;
  const asJudged = (run: Judged) => ({ quantities: quantitiesNow(run), params: run.params, parameters });
  return {
    reached: (run) => reaches(goal, asJudged(run)),
    standing: (run, lang) => standingTo(goal, demo, asJudged(run), lang),
    start: (figure) => ({ ...defaultsOf(demo), ...figure, ...settingsOfGoal(goal, demo) }),
  };
}
